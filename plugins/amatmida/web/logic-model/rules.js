/**
 * All rules of a logic model: what they find, and how they explain it. The same as logic_model/rules.py; a test holds
 * them together.
 * @typedef {{id: string, on: string[] | null, text: string}} Condition
 * @typedef {{v: number, id: string, title: string, lang: string,
 *   nodes: {id: string, kind: string, text: string}[],
 *   links: {from: string, to: string, because: string}[],
 *   assumptions: Condition[], external: Condition[],
 *   indicators: {id: string, measures: string, kind: string, name: string, numerator: string, denominator: string,
 *     source: string, every: string, baseline: string, target: string, by: string}[],
 *   argued: {rule: string, at: string[], because: string}[]}} Model
 * @typedef {{rule: string, severity: "mistake" | "question" | "praise", at: string[], argued: string,
 *   [param: string]: any}} Found
 */
import { checkIndicators } from "./indicator-rules.js";
import { checkLinks } from "./link-rules.js";
import { RULES as TABLE } from "./rule-data.js";
import { kind, sense } from "./sense.js";
import { checkNode } from "./text-rules.js";

/** @type {any[]} */
export const RULES = TABLE;
const BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));
/** @type {Map<string, {TEXT: Record<string, string[]>, COLUMNS: Record<string, string>}>} */
const texts = new Map();

/** The rules' words for readers of `lang`; call once before `explain`. @param {string} lang */
export async function loadWords(lang) {
  if (!texts.has(lang)) texts.set(lang, await import(`./rule-text.${lang}.js`));
}

/**
 * Every finding on a model, in the model's order.
 * @param {Model} model @returns {Found[]}
 */
export function evaluate(model) {
  const found = model.nodes.flatMap((n) => checkNode(n.id, n.kind, n.text));
  found.push(...checkLinks(model), ...checkIndicators(model));
  const argued = new Map(model.argued.map((a) => [JSON.stringify([a.rule, ...a.at]), a.because]));
  return found.map(({ rule, at, severity, params }) => {
    const because = argued.get(JSON.stringify([rule, ...at])) || argued.get(JSON.stringify([rule])) || "";
    return { rule, severity: severity || BY_ID.get(rule).severity, at, argued: because, ...params };
  });
}

/**
 * One finding in words for a reader of `lang`, after `loadWords(lang)`; `page` is a page reference, or "".
 * @param {Found} found @param {string} lang
 */
export function explain(found, lang) {
  const { misconception, page } = BY_ID.get(found.rule);
  const words = texts.get(lang);
  const [text, why, mend] = words?.TEXT[found.rule] ?? [found.rule, "", ""];
  const message = text.replace(/\{([a-z]+)\}/g, (all, name) => {
    if (!Object.hasOwn(found, name)) return all;
    return name === "missing" ? (words?.COLUMNS[found.missing] ?? "") : String(found[name]);
  });
  return { message, why, mend, misconception, page };
}

/** What a text seems to be: outcome, output, activity, input, or "" when not sure. @param {string} text */
export function kindOf(text) {
  const s = sense(text);
  return { kind: kind(s), lang: s.lang, score: Math.max(...Object.values(s.weights)) };
}
