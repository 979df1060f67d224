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
import { loadLanguages } from "./reading.js";
import { RULES } from "./rule-data.js";
import { checkNode } from "./text-rules.js";

/** Each rule's severity and the page that explains it, a blank between. @type {Record<string, string>} */
const TABLE = RULES;
/** Where each rule's words stand in rule-text and rule-why. */
const ORDER = Object.keys(TABLE);
/** @type {Map<string, {TEXT: string[], COLUMNS: Record<string, string>}>} */
const texts = new Map();

/** What `explain` says to readers of `lang`, and the words of the languages a model is written in: call before both. @param {string} lang @param {Model} model */
export async function loadWords(lang, model) {
  const cards = model.indicators.flatMap((i) => [i.name, i.numerator, i.denominator, i.source]);
  const text = async () => texts.has(lang) || texts.set(lang, await import(`./rule-text-${lang}.js`));
  await Promise.all([text(), loadLanguages([...model.nodes.map((n) => n.text), ...cards].join(" "))]);
}

/** Why a finding matters and how to mend it, for a reader of `lang`. @param {Found} found @param {string} lang @returns {Promise<[string, string]>} */
export async function reasons({ rule }, lang) {
  return (await import(`./rule-why-${lang}.js`)).WHY[ORDER.indexOf(rule)] ?? ["", ""];
}

/**
 * Every finding on a model, in the model's order; `loadWords` first.
 * @param {Model} model @returns {Found[]}
 */
export function evaluate(model) {
  const found = model.nodes.flatMap((n) => checkNode(n.id, n.kind, n.text));
  found.push(...checkLinks(model), ...checkIndicators(model));
  const argued = new Map(model.argued.map((a) => [JSON.stringify([a.rule, ...a.at]), a.because]));
  return found.map(({ rule, at, severity, params }) => {
    const because = argued.get(JSON.stringify([rule, ...at])) || argued.get(JSON.stringify([rule])) || "";
    return { rule, severity: severity || TABLE[rule].split(" ")[0], at, argued: because, ...params };
  });
}

/**
 * One finding in words for a reader of `lang`, after `loadWords`; `page` is a page reference, or "".
 * @param {Found} found @param {string} lang
 */
export function explain(found, lang) {
  const page = TABLE[found.rule].split(" ")[1];
  const words = texts.get(lang);
  const text = words?.TEXT[ORDER.indexOf(found.rule)] ?? found.rule;
  const message = text.replace(/\{([a-z]+)\}/g, (all, name) => {
    if (!Object.hasOwn(found, name)) return all;
    return name === "missing" ? (words?.COLUMNS[found.missing] ?? "") : String(found[name]);
  });
  return { message, page };
}
