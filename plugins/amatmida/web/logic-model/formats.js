// @ts-check
/** @import {Model} from "./logic-model" */
// A model as text for other tools: JSON, table rows, Mermaid, sentences, and the parts of a written document.

import { say } from "../shared/say.js";
import { CARD, CONDITIONS, KINDS, column, nodeOf } from "./model.js";

/** @param {Model} model */
export const asJson = (model) => `${JSON.stringify(model, null, 1)}\n`;

/** @param {Model} model @param {string} id */
const textOf = (model, id) => nodeOf(model, id)?.text ?? "";

/** Rows of one table, the first are its names. @param {Model} model @param {Record<string, any>} t @returns {string[][]} */
export function asRows(model, t) {
  const head = ["part", "id", "kind", "text", "from", "to", "because", "measures", ...CARD];
  const row = (/** @type {Record<string, string>} */ cells) => head.map((name) => cells[name] ?? "");
  const conditions = (/** @type {"assumptions" | "external"} */ list) =>
    model[list].map(({ id, on, text }) => row({ part: t.part[list], id, text, from: on?.[0] ?? "", to: on?.[1] ?? "" }));
  return [
    head.map((name) => t.head[name] ?? t.card[name]),
    ...model.nodes.map(({ id, kind, text }) => row({ part: t.part.nodes, id, kind: t.kinds[kind], text })),
    ...model.links.map(({ from, to, because }) => row({ part: t.part.links, from, to, because, text: `${textOf(model, from)} → ${textOf(model, to)}` })),
    ...conditions("assumptions"),
    ...conditions("external"),
    ...model.indicators.map((one) => row({ ...one, part: t.part.indicators, kind: t.indicator_kinds[one.kind], text: one.name })),
  ];
}

/** @param {string} text */
const quoted = (text) => `"${text.replace(/[\\"#<>[\]{}|`]/g, (sign) => `#${sign.codePointAt(0)};`)}"`;

/** Right to left in Hebrew and Arabic, because Mermaid does not follow the page. @param {Model} model @param {Record<string, any>} t */
export function asMermaid(model, t) {
  const numbers = new Map(model.nodes.map(({ id }, n) => [id, `n${n + 1}`]));
  const one = (/** @type {string} */ kind) => {
    const cards = column(model, kind).map(({ id, text }) => `    ${numbers.get(id)}[${quoted(text || t.empty)}]`);
    return cards.length ? [`  subgraph ${kind.replace("-", "_")}[${quoted(t.kinds[kind])}]`, "    direction TB", ...cards, "  end"] : [];
  };
  const title = model.title.replace(/[\n;#]/g, " ") || t.untitled;
  const links = model.links.map(({ from, to }) => `  ${numbers.get(from)} --> ${numbers.get(to)}`);
  return ["---", `title: ${JSON.stringify(title)}`, "---", `flowchart ${model.lang === "en" ? "LR" : "RL"}`, ...KINDS.flatMap(one), ...links, ""].join("\n");
}

/** A link as a sentence: if … then … because … @param {Model} model @param {{from: string, to: string, because: string}} link @param {Record<string, any>} t */
export function sentence(model, { from, to, because }, t) {
  const words = { from: textOf(model, from) || t.empty, to: textOf(model, to) || t.empty, because };
  return say(because ? t.if_then_because : t.if_then, words);
}

/** The whole model as the parts of a document (shared/word.js). @param {Model} model @param {Record<string, any>} t @param {any} [picture] */
export function asDocument(model, t, picture) {
  const cards = KINDS.flatMap((kind) => {
    const found = column(model, kind);
    return found.length ? [heading(t.kinds[kind], 2), { kind: "list", items: found.map(({ text }) => text || t.empty) }] : [];
  });
  const links = model.links.length ? [heading(t.statements, 1), { kind: "list", items: model.links.map((link) => sentence(model, link, t)) }] : [];
  const conditions = CONDITIONS.flatMap((name) => {
    const rows = model[name].map(({ text, on }) => [text, on ? between(model, on, t) : t.whole_model]);
    return rows.length ? [heading(t.part_many[name], 1), table([t.part[name], t.about_link], rows)] : [];
  });
  return {
    lang: model.lang === "en" ? "en" : "he",
    title: model.title || t.untitled,
    blocks: [...(picture ? [picture] : []), heading(t.cards, 1), ...cards, ...links, ...conditions, ...indicators(model, t)],
    footer: t.made_here,
  };
}

/** Both ends of a link in words, so that no arrow has to point anywhere. @param {Model} model @param {[string, string]} ends @param {Record<string, any>} t */
export const between = (model, [from, to], t) => say(t.from_to, { from: textOf(model, from) || t.empty, to: textOf(model, to) || t.empty });

/** @param {string} text @param {number} level */
const heading = (text, level) => ({ kind: "heading", level, text });
/** @param {string[]} head @param {string[][]} rows */
const table = (head, rows) => ({ kind: "table", head, rows });

/** @param {Model} model @param {Record<string, any>} t */
function indicators(model, t) {
  if (!model.indicators.length) return [];
  const cards = model.indicators.flatMap((one) => {
    const rows = [[t.measures, textOf(model, one.measures)], [t.indicator_kind, t.indicator_kinds[one.kind]], ...CARD.map((name) => [t.card[name], one[name]])];
    return [heading(one.name || t.empty, 2), table([t.field, t.value], rows.filter(([, value]) => value))];
  });
  return [heading(t.part_many.indicators, 1), ...cards];
}
