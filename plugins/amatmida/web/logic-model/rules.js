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
 * @typedef {import("./indicator-rules.js").Side} Side
 * @typedef {import("./text-rules.js").Finding} Finding
 * @typedef {{rule: string, severity: "mistake" | "question" | "praise", at: string[], argued: string,
 *   [param: string]: any}} Found
 */
import { loadLanguages } from "./reading.js";
import { checkNode } from "./text-rules.js";

/** @typedef {{TEXT: Record<string, Record<string, string[]>>, COLUMNS: Record<string, string>}} Texts by severity and rule */
/** @type {Map<string, Texts>} */
const texts = new Map();
/** Rules about links and columns, then about indicators: each comes when a model may give it something to say. @type {((model: Model, side: Side) => Finding[])[]} */
const checks = [];
/** @type {Side} */
let side;

/** What `explain` says to readers of `lang`, and the words of the languages a model is written in: call before both. @param {string} lang @param {Model} model */
export async function loadWords(lang, model) {
  const cards = model.indicators.flatMap((i) => [i.name, i.numerator, i.denominator, i.source]);
  const text = async () => texts.has(lang) || texts.set(lang, await import(`./rule-text-${lang}.js`));
  const whole = model.nodes.length > 4;
  await Promise.all([
    text(),
    loadLanguages([...model.nodes.map((n) => n.text), ...cards].join(" ")),
    (whole || model.links.length) && import("./link-rules.js").then((m) => (checks[0] = m.checkLinks)),
    cards.length && import("./sides.js").then((m) => (side = m.side)),
    (whole || cards.length || model.nodes.some(isOutcome)) && import("./indicator-rules.js").then((m) => (checks[1] = m.checkIndicators)),
  ]);
}

/** Why a finding matters and how to mend it, for a reader of `lang`. @param {Found} found @param {string} lang @returns {Promise<[string, string]>} */
export async function reasons({ rule }, lang) {
  return (await import(`./rule-why-${lang}.js`)).WHY[rule];
}

/** @param {{kind: string}} node */
const isOutcome = ({ kind }) => kind.startsWith("outcome");

/** The rule's own severity, in whichever language its words came. @param {string} rule */
function severityOf(rule) {
  const [{ TEXT }] = texts.values();
  return /** @type {Found["severity"]} */ (Object.keys(TEXT).find((severity) => rule in TEXT[severity]));
}

/**
 * Every finding on a model, in the model's order; `loadWords` first.
 * @param {Model} model @returns {Found[]}
 */
export function evaluate(model) {
  const found = model.nodes.flatMap((n) => checkNode(n.id, n.kind, n.text));
  for (const check of checks) found.push(...(check?.(model, side) ?? []));
  const argued = new Map(model.argued.map((a) => [JSON.stringify([a.rule, ...a.at]), a.because]));
  return found.map(({ rule, at, severity, params }) => {
    const because = argued.get(JSON.stringify([rule, ...at])) || argued.get(JSON.stringify([rule])) || "";
    return { rule, severity: severity || severityOf(rule), at, argued: because, ...params };
  });
}

/**
 * One finding in words for a reader of `lang`, after `loadWords`; `page` is a page reference.
 * @param {Found} found @param {string} lang
 */
export function explain(found, lang) {
  const words = texts.get(lang);
  const [text, page] = words?.TEXT[severityOf(found.rule)][found.rule] ?? [found.rule, ""];
  const message = text.replace(/\{([a-z]+)\}/g, (all, name) => {
    if (!Object.hasOwn(found, name)) return all;
    return name === "missing" ? (words?.COLUMNS[found.missing] ?? "") : String(found[name]);
  });
  return { message, page };
}
