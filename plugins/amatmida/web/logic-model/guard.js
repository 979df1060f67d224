// @ts-check
/** @import {Argued, Card, Condition, Indicator, Link, Model} from "./logic-model" */
// A model from anything: files, links and stored text are untrusted. It is rebuilt from known, own properties of the
// right kind; anything else is refused with a reason.

import { isId, isRecord } from "../shared/records.js";
import { CARD, CONDITIONS, INDICATOR_KINDS, KINDS, MOST, closesCircle } from "./model.js";

const FIELDS = ["v", "id", "title", "lang", "nodes", "links", "assumptions", "external", "indicators", "argued"];
// Controls that reorder or hide what follows. Marks that only guide a single letter's side are left: people type them.
const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/g;

/** Why a model was refused: the name of a sentence, and what fills it. */
export class Refusal extends Error {
  /** @param {string} code @param {Record<string, string | number>} [values] */
  constructor(code, values = {}) {
    super(code);
    this.code = code;
    this.values = values;
  }
}

/**
 * @param {string} text JSON
 * @returns {{model: Model, hidden: number}} `hidden`: how many control characters were taken out; throws Refusal
 */
export function readModel(text) {
  if (new TextEncoder().encode(text).length > MOST.bytes) throw new Refusal("too_big");
  try {
    return soundModel(JSON.parse(text));
  } catch (problem) {
    if (problem instanceof Refusal) throw problem;
    throw new Refusal("not_json");
  }
}

/** @param {unknown} value @returns {{model: Model, hidden: number}} throws Refusal */
export function soundModel(value) {
  if (!isRecord(value) || !Object.hasOwn(value, "nodes") || !Object.hasOwn(value, "v")) throw new Refusal("not_model");
  if (Number(value.v) > 1) throw new Refusal("newer_model");
  if (value.v !== 1) throw new Refusal("not_model");
  const reader = new Reader();
  const model = reader.model(value);
  checkIds(model);
  checkLinks(model);
  return { model, hidden: reader.hidden };
}

class Reader {
  hidden = 0;

  /** @param {Record<string, unknown>} value @returns {Model} */
  model(value) {
    only(value, FIELDS);
    return {
      v: 1,
      id: id(value.id ?? "model"),
      title: this.text(value.title ?? "", MOST.title),
      lang: ["he", "en", "ar"].includes(String(value.lang)) ? String(value.lang) : "he",
      nodes: list(value.nodes, "nodes", (one) => this.node(one)),
      links: list(value.links, "links", (one) => this.link(one)),
      assumptions: list(value.assumptions, "conditions", (one) => this.condition(one)),
      external: list(value.external, "conditions", (one) => this.condition(one)),
      indicators: list(value.indicators, "indicators", (one) => this.indicator(one)),
      argued: list(value.argued, "argued", (one) => this.argued(one)),
    };
  }

  /** @param {unknown} value @param {number} [most] */
  text(value, most = MOST.text) {
    if (value === undefined || value === null) return "";
    if (typeof value !== "string") throw new Refusal("bad_text");
    const clean = value.replace(HIDDEN, "");
    this.hidden += value.length - clean.length;
    if (clean.length > most) throw new Refusal("long_text", { n: clean.length, most, text: clean.slice(0, 40) });
    return clean.replace(/\s+/g, " ");
  }

  /** @param {Record<string, unknown>} one @returns {Card} */
  node(one) {
    only(one, ["id", "kind", "text"]);
    return { id: id(one.id), kind: of(one.kind, KINDS), text: this.text(one.text) };
  }

  /** @param {Record<string, unknown>} one @returns {Link} */
  link(one) {
    only(one, ["from", "to", "because"]);
    return { from: id(one.from), to: id(one.to), because: this.text(one.because) };
  }

  /** @param {Record<string, unknown>} one @returns {Condition} */
  condition(one) {
    only(one, ["id", "on", "text"]);
    const on = one.on ?? null;
    if (on !== null && (!Array.isArray(on) || on.length !== 2)) throw new Refusal("not_model");
    return { id: id(one.id), on: on && [id(on[0]), id(on[1])], text: this.text(one.text) };
  }

  /** @param {Record<string, unknown>} one @returns {Indicator} */
  indicator(one) {
    only(one, ["id", "measures", "kind", "name", ...CARD]);
    const card = Object.fromEntries(["name", ...CARD].map((name) => [name, this.text(one[name])]));
    return /** @type {Indicator} */ ({ id: id(one.id), measures: id(one.measures), kind: of(one.kind, INDICATOR_KINDS), ...card });
  }

  /** @param {Record<string, unknown>} one @returns {Argued} */
  argued(one) {
    only(one, ["rule", "at", "because"]);
    if (!Array.isArray(one.at) || one.at.length > 20) throw new Refusal("not_model");
    return { rule: id(one.rule), at: one.at.map(id), because: this.text(one.because) };
  }
}

/** @param {Record<string, unknown>} record @param {string[]} names */
function only(record, names) {
  const strange = Object.keys(record).find((name) => !names.includes(name));
  if (strange !== undefined) throw new Refusal("unknown_part", { name: strange.slice(0, 40) });
}

/** @param {unknown} value */
function id(value) {
  if (!isId(value)) throw new Refusal("bad_id", { name: String(value).slice(0, 40) });
  return value;
}

/** @template {string} T @param {unknown} value @param {readonly T[]} allowed @returns {T} */
function of(value, allowed) {
  if (!allowed.includes(/** @type {T} */ (value))) throw new Refusal("bad_kind", { name: String(value).slice(0, 40) });
  return /** @type {T} */ (value);
}

/**
 * @template T
 * @param {unknown} value
 * @param {"nodes" | "links" | "conditions" | "indicators" | "argued"} name
 * @param {(one: Record<string, unknown>) => T} read
 * @returns {T[]}
 */
function list(value, name, read) {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new Refusal("not_model");
  if (value.length > MOST[name]) throw new Refusal(`many_${name}`, { n: value.length, most: MOST[name] });
  return value.map((one) => {
    if (!isRecord(one)) throw new Refusal("not_model");
    return read(one);
  });
}

/** Every id once. @param {Model} model */
function checkIds(model) {
  const seen = new Set();
  for (const { id: name } of [...model.nodes, ...CONDITIONS.flatMap((one) => model[one]), ...model.indicators]) {
    if (seen.has(name)) throw new Refusal("twice", { name });
    seen.add(name);
  }
}

/** Every end is a card, no link twice, no circle. @param {Model} model */
function checkLinks(model) {
  const cards = new Set(model.nodes.map((one) => one.id));
  const known = (/** @type {string} */ name) => {
    if (!cards.has(name)) throw new Refusal("lost_end", { name });
  };
  /** @type {Link[]} */
  const before = [];
  for (const link of model.links) {
    known(link.from);
    known(link.to);
    if (before.some((one) => one.from === link.from && one.to === link.to)) throw new Refusal("twice", { name: `${link.from} → ${link.to}` });
    before.push(link);
  }
  circle(model);
  for (const one of model.indicators) known(one.measures);
  for (const { on } of CONDITIONS.flatMap((name) => model[name])) on?.forEach(known);
}

/** Names a card of a circle, if there is one. @param {Model} model */
function circle({ nodes, links }) {
  // Cards nobody leads to are taken away, again and again; what is left leads to itself.
  const waiting = new Map(nodes.map((one) => [one.id, 0]));
  for (const { to } of links) waiting.set(to, (waiting.get(to) ?? 0) + 1);
  const free = [...waiting].filter(([, n]) => !n).map(([name]) => name);
  for (const name of free) {
    waiting.delete(name);
    for (const { from, to } of links) if (from === name && waiting.set(to, (waiting.get(to) ?? 0) - 1).get(to) === 0) free.push(to);
  }
  const left = nodes.find((one) => waiting.has(one.id) && links.some(({ from, to }) => from === one.id && closesCircle(links, from, to)));
  if (left) throw new Refusal("circle", { name: left.text || left.id });
}
