// @ts-check
/** @import {Kind, Model} from "./logic-model" */
// An outline → a model. Two ways of writing are understood: lines under the names of columns, or a tree in which each
// deeper line follows from the line above it.

import { Refusal } from "./guard.js";
import { KINDS, MOST, addLink, addNode, emptyModel } from "./model.js";

const BULLET = /^\s*(?:[-*•‣–]|\d+[.)])\s+/;
/** Words that name a column, beside its name in the page. @type {Array<[RegExp, Kind]>} */
const NAMES = [
  [/^(תשומות|תשומה|משאבים|inputs?|resources|المدخلات|مدخلات)$/i, "input"],
  [/^(פעילויות|פעילות|פעולות|activit(y|ies)|الأنشطة|أنشطة)$/i, "activity"],
  [/^(תפוקות|תפוקה|outputs?|المخرجات|مخرجات)$/i, "output"],
  [/^(תוצאות|תוצאה|תוצאות (בטווח (ה)?קצר|קצרות( טווח)?|מיידיות)|outcomes?|short[- ]term outcomes?|النتائج|نتائج)$/i, "outcome-short"],
  [/^(תוצאות (ביניים|בטווח (ה)?בינוני|בינוניות)|(intermediate|medium[- ]term|mid[- ]term) outcomes?)$/i, "outcome-mid"],
  [/^(תוצאות (בטווח (ה)?ארוך|ארוכות( טווח)?)|השפעות?|long[- ]term outcomes?|impacts?)$/i, "outcome-long"],
];

/** @typedef {{depth: number, text: string}} Line */

/**
 * @param {string} text
 * @param {{id: string, title: string, lang: string, kinds?: Record<string, string>}} about `kinds`: the columns' names in the page
 * @returns {Model} with no cards when nothing was understood; throws Refusal: nothing of a long list is left out in silence
 */
export function fromOutline(text, about) {
  const lines = linesOf(text);
  const cards = lines.filter((line) => !kindNamed(line.text, about.kinds));
  if (cards.length > MOST.nodes) throw new Refusal("many_nodes", { n: cards.length, most: MOST.nodes });
  const long = cards.find((line) => line.text.length > MOST.text);
  if (long) throw new Refusal("long_text", { n: long.text.length, most: MOST.text, text: long.text.slice(0, 40) });
  const headed = cards.length < lines.length;
  const blank = emptyModel(about.id, about.title, about.lang);
  return headed ? underNames(blank, lines, about.kinds) : asTree(blank, lines);
}

/** @param {string} text @returns {Line[]} */
function linesOf(text) {
  const rows = text.split(/\r?\n/).filter((row) => row.trim());
  return rows.map((row) => {
    const indent = /^\s*/.exec(row.replaceAll("\t", "    "))?.[0].length ?? 0;
    return { depth: indent, text: row.replace(BULLET, "").trim() };
  });
}

/** @param {string} text @param {Record<string, string>} [kinds] @returns {Kind | undefined} */
function kindNamed(text, kinds = {}) {
  const name = text.replace(/^#+\s*/, "").replace(/\s*[:：]\s*$/, "").trim();
  return KINDS.find((kind) => kinds[kind] === name) ?? NAMES.find(([words]) => words.test(name))?.[1];
}

/** @param {Model} model @param {Line[]} lines @param {Record<string, string>} [kinds] */
function underNames(model, lines, kinds) {
  /** @type {Kind} */
  let now = "input";
  for (const { text } of lines) {
    const named = kindNamed(text, kinds);
    if (named) now = named;
    else model = addNode(model, now, text);
  }
  return model;
}

/** @param {Model} model @param {Line[]} lines */
function asTree(model, lines) {
  /** The line above at each depth. @type {Array<{depth: number, id: string}>} */
  let above = [];
  for (const { depth, text } of lines) {
    above = above.filter((one) => one.depth < depth);
    const parent = above.at(-1);
    model = addNode(model, KINDS[Math.min(above.length, KINDS.length - 1)], text);
    const { id } = model.nodes[model.nodes.length - 1];
    if (parent) model = addLink(model, parent.id, id);
    above.push({ depth, id });
  }
  return model;
}
