// @ts-check
/** @import {Card, Condition, Indicator, Kind, Link, Model} from "./logic-model" */
// A logic model and everything that can be done to it. Pure: an edit gives a new model that shares what did not change.

/** The columns, in causal order. @type {Kind[]} */
export const KINDS = ["input", "activity", "output", "outcome-short", "outcome-mid", "outcome-long"];
export const INDICATOR_KINDS = ["input", "process", "output", "outcome", "quality", "experience", "efficiency", "equity", "balancing"];
/** An indicator's card, beside its name and kind. @type {Array<"numerator" | "denominator" | "source" | "every" | "baseline" | "target" | "by">} */
export const CARD = ["numerator", "denominator", "source", "every", "baseline", "target", "by"];
/** The lists of conditions. @type {Array<"assumptions" | "external">} */
export const CONDITIONS = ["assumptions", "external"];
export const MOST = { nodes: 400, links: 1000, conditions: 300, indicators: 300, argued: 300, text: 600, title: 120, bytes: 1024 * 1024 };

/** @param {string} id @param {string} title @param {string} lang @returns {Model} */
export function emptyModel(id, title, lang) {
  return { v: 1, id, title, lang, nodes: [], links: [], assumptions: [], external: [], indicators: [], argued: [] };
}

/** Text on one line, no longer than allowed. @param {string} text */
export const oneLine = (text) => text.replace(/\s+/g, " ").slice(0, MOST.text);

/** An id nobody in the model has yet. @param {Model} model @param {string} prefix */
export function freshId(model, prefix) {
  const used = new Set([model.nodes, model.assumptions, model.external, model.indicators].flatMap((list) => list.map(({ id }) => id)));
  let n = used.size + 1;
  while (used.has(prefix + n)) n += 1;
  return prefix + n;
}

/** @template {{id: string}} T @param {T[]} list @param {string} id @param {Partial<T>} change */
const changed = (list, id, change) => list.map((one) => (one.id === id ? { ...one, ...change } : one));

/** @template {{id: string}} T @param {T[]} list @param {string} id */
const without = (list, id) => list.filter((one) => one.id !== id);

/** @param {{from: string, to: string}} link @param {string} from @param {string} to */
const joins = (link, from, to) => link.from === from && link.to === to;

// --- cards

/** @param {Model} model @param {string} id @returns {Card | undefined} */
export const nodeOf = (model, id) => model.nodes.find((one) => one.id === id);

/** The cards of a column, in order. @param {Model} model @param {string} kind */
export const column = (model, kind) => model.nodes.filter((one) => one.kind === kind);

/** @param {Model} model @param {Kind} kind @param {string} text @param {string} [id] @returns {Model} */
export function addNode(model, kind, text, id = freshId(model, "n")) {
  return { ...model, nodes: [...model.nodes, { id, kind, text: oneLine(text) }] };
}

/** @param {Model} model @param {string} id @param {string} text @returns {Model} */
export const editNode = (model, id, text) => ({ ...model, nodes: changed(model.nodes, id, { text: oneLine(text) }) });

/** Put a card at a place (from 0) of a column. @param {Model} model @param {string} id @param {Kind} kind @param {number} place @returns {Model} */
export function placeNode(model, id, kind, place) {
  const card = nodeOf(model, id);
  if (!card) return model;
  const others = without(model.nodes, id);
  const next = others.filter((one) => one.kind === kind)[place];
  const at = next ? others.indexOf(next) : others.length;
  return { ...model, nodes: [...others.slice(0, at), card.kind === kind ? card : { ...card, kind }, ...others.slice(at)] };
}

/** What goes when a card goes. @param {Model} model @param {string} id */
export function goesWith(model, id) {
  const on = (/** @type {Condition} */ one) => one.on?.includes(id);
  return {
    links: model.links.filter(({ from, to }) => from === id || to === id).length,
    conditions: model.assumptions.filter(on).length + model.external.filter(on).length,
    indicators: model.indicators.filter((one) => one.measures === id).length,
  };
}

/** @param {Model} model @param {string} id @returns {Model} */
export function removeNode(model, id) {
  const gone = new Set([id, ...model.indicators.filter((one) => one.measures === id).map((one) => one.id)]);
  const off = (/** @type {Condition} */ one) => !one.on?.includes(id);
  return {
    ...model,
    nodes: without(model.nodes, id),
    links: model.links.filter(({ from, to }) => from !== id && to !== id),
    assumptions: model.assumptions.filter(off),
    external: model.external.filter(off),
    indicators: model.indicators.filter((one) => one.measures !== id),
    argued: model.argued.filter(({ at }) => !at.some((one) => gone.has(one))),
  };
}

// --- links

/** @param {Model} model @param {string} from @param {string} to */
export const linkOf = (model, from, to) => model.links.find((one) => joins(one, from, to));

/** Whether `from` can be reached from `to`; a link between them would close a circle. @param {Link[]} links @param {string} from @param {string} to */
export function closesCircle(links, from, to) {
  /** @type {Map<string, string[]>} */
  const after = new Map();
  for (const link of links) after.set(link.from, [...(after.get(link.from) ?? []), link.to]);
  const seen = new Set([to]);
  for (const id of seen) for (const next of after.get(id) ?? []) seen.add(next);
  return seen.has(from);
}

/** Why a link cannot be made: the name of a sentence, or "". @param {Model} model @param {string} from @param {string} to */
export function whyNoLink(model, from, to) {
  if (from === to) return "link_self";
  if (linkOf(model, from, to)) return "link_twice";
  if (closesCircle(model.links, from, to)) return "link_circle";
  return model.links.length >= MOST.links ? "too_many_links" : "";
}

/** @param {Model} model @param {string} from @param {string} to @returns {Model} */
export const addLink = (model, from, to) => ({ ...model, links: [...model.links, { from, to, because: "" }] });

/** @param {Model} model @param {string} from @param {string} to @param {string} because @returns {Model} */
export function explainLink(model, from, to, because) {
  return { ...model, links: model.links.map((one) => (joins(one, from, to) ? { ...one, because: oneLine(because) } : one)) };
}

/** @param {Model} model @param {string} from @param {string} to @returns {Model} */
export function removeLink(model, from, to) {
  const off = (/** @type {Condition} */ { on }) => !on || on[0] !== from || on[1] !== to;
  const elsewhere = ({ at }) => at.length !== 2 || at[0] !== from || at[1] !== to;
  return {
    ...model,
    links: model.links.filter((one) => !joins(one, from, to)),
    assumptions: model.assumptions.filter(off),
    external: model.external.filter(off),
    argued: model.argued.filter(elsewhere),
  };
}

// --- assumptions, external factors, indicators

/** @param {Model} model @param {"assumptions" | "external"} list @param {[string, string] | null} on @returns {Model} */
export function addCondition(model, list, on) {
  return { ...model, [list]: [...model[list], { id: freshId(model, list === "assumptions" ? "a" : "x"), on, text: "" }] };
}

/** @param {Model} model @param {"assumptions" | "external"} list @param {string} id @param {string} text @returns {Model} */
export const editCondition = (model, list, id, text) => ({ ...model, [list]: changed(model[list], id, { text: oneLine(text) }) });

/** @param {Model} model @param {"assumptions" | "external"} list @param {string} id @returns {Model} */
export const removeCondition = (model, list, id) => ({ ...model, [list]: without(model[list], id) });

/** @param {string} id @param {string} measures @param {string} kind @returns {Indicator} */
export function emptyIndicator(id, measures, kind) {
  return { id, measures, kind, name: "", numerator: "", denominator: "", source: "", every: "", baseline: "", target: "", by: "" };
}

/** @param {Model} model @param {string} measures @returns {Model} */
export function addIndicator(model, measures) {
  const kind = nodeOf(model, measures)?.kind ?? "";
  const guess = kind.startsWith("outcome") ? "outcome" : kind === "activity" ? "process" : kind;
  return { ...model, indicators: [...model.indicators, emptyIndicator(freshId(model, "i"), measures, guess)] };
}

/** @param {Model} model @param {string} id @param {Partial<Indicator>} change @returns {Model} */
export const editIndicator = (model, id, change) => ({ ...model, indicators: changed(model.indicators, id, change) });

/** @param {Model} model @param {string} id @returns {Model} */
export function removeIndicator(model, id) {
  return { ...model, indicators: without(model.indicators, id), argued: model.argued.filter(({ at }) => !at.includes(id)) };
}

/** Leave a finding as it is; an empty reason takes that back. @param {Model} model @param {string} rule @param {string[]} at @param {string} because @returns {Model} */
export function argue(model, rule, at, because) {
  const others = model.argued.filter((one) => one.rule !== rule || one.at.join(" ") !== at.join(" "));
  return { ...model, argued: because.trim() ? [...others, { rule, at, because: oneLine(because.trim()) }] : others };
}
