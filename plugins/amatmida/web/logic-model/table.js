// @ts-check
/** @import {Model} from "./logic-model" */
// A model from the table that formats.js makes. Cells are words of the page's language; whatever is not known is named
// with its line.

import { csvRows } from "../shared/csv-read.js";
import { Refusal, soundModel } from "./guard.js";
import { CARD, MOST } from "./model.js";

const HEAD = ["part", "id", "kind", "text", "from", "to", "because", "measures", ...CARD];

/** The key whose words these are; a key is its own words too. @param {Record<string, string>} words @param {string} text */
const keyOf = (words, text) => Object.keys(words).find((key) => key === text || words[key] === text);

/** @param {Record<string, string>} words @param {string} text @param {number} n the line */
function known(words, text, n) {
  const key = keyOf(words, text);
  if (key === undefined) throw new Refusal("table_word", { n, name: text.slice(0, 40) });
  return key;
}

/** What a row is in the model. @type {Record<string, (row: Record<string, string>, n: number, t: Record<string, any>) => Record<string, unknown>>} */
const MAKERS = {
  nodes: ({ id, kind, text }, n, t) => ({ id, kind: known(t.kinds, kind, n), text }),
  links: ({ from, to, because }) => ({ from, to, because }),
  assumptions: ({ id, from, to, text }) => ({ id, text, on: from || to ? [from, to] : null }),
  external: ({ id, from, to, text }) => ({ id, text, on: from || to ? [from, to] : null }),
  indicators: ({ id, kind, measures, text, ...row }, n, t) => ({ id, measures, kind: known(t.indicator_kinds, kind, n), name: text, ...Object.fromEntries(CARD.map((name) => [name, row[name]])) }),
};

/**
 * @param {string} text a table's file
 * @param {{id: string, title: string, lang: string, t: Record<string, any>}} more
 * @returns {{model: Model, hidden: number}} throws Refusal
 */
export function readTable(text, { id, title, lang, t }) {
  if (text.includes("\ufffd")) throw new Refusal("table_letters");
  const [head, ...rows] = csvRows(text);
  const names = (head?.cells ?? []).map((name) => keyOf({ ...t.card, ...t.head }, name.trim()));
  const lack = HEAD.find((name) => !names.includes(name));
  if (lack) throw new Refusal("not_table", { name: t.head[lack] ?? t.card[lack] });
  /** @type {Record<string, Array<Record<string, unknown>>>} */
  const lists = { nodes: [], links: [], assumptions: [], external: [], indicators: [] };
  for (const { line, cells } of rows) {
    const row = Object.fromEntries(HEAD.map((name) => [name, (cells[names.indexOf(name)] ?? "").trim()]));
    const part = known(t.part, row.part, line);
    lists[part].push(MAKERS[part](row, line, t));
  }
  return soundModel({ v: 1, id, title: title.slice(0, MOST.title), lang, ...lists });
}
