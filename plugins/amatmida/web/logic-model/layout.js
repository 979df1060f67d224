// @ts-check
/** @import {Kind, Model, Rect} from "./logic-model" */
// Where everything stands in a figure. Pure numbers, in px.

import { arrow, arrowHead } from "./arrows.js";
import { KINDS, column } from "./model.js";

export const RIGHT_TO_LEFT = ["he", "ar"];
const SIZE = { column: 190, gap: 46, pad: 10, line: 19, margin: 20, title: 34, head: 30, between: 14 };

/** Text in lines no wider than `width`. @param {string} text @param {number} width @param {(text: string) => number} measure */
export function wrap(text, width, measure) {
  /** @type {string[]} */
  const lines = [];
  let now = "";
  for (const word of text.split(" ").flatMap((one) => pieces(one, width, measure))) {
    const longer = now ? `${now} ${word}` : word;
    if (now && measure(longer) > width) {
      lines.push(now);
      now = word;
    } else now = longer;
  }
  return [...lines, now];
}

/** A word too long for a line, cut. @param {string} word @param {number} width @param {(text: string) => number} measure @returns {string[]} */
function pieces(word, width, measure) {
  if (measure(word) <= width || word.length < 2) return [word];
  let cut = word.length - 1;
  while (cut > 1 && measure(word.slice(0, cut)) > width) cut -= 1;
  return [word.slice(0, cut), ...pieces(word.slice(cut), width, measure)];
}

/** @typedef {Rect & {id: string, kind: Kind, text: string, lines: string[]}} Box */
/** @typedef {{kind: Kind, x: number, w: number, y: number}} Column */

/**
 * @param {Model} model
 * @param {{measure: (text: string) => number, empty: string}} with_ `measure`: a text's width at 14 px
 * @returns {{width: number, height: number, rtl: boolean, columns: Column[], boxes: Box[], arrows: Array<{from: string, to: string, d: string, head: string}>, line: number}}
 */
export function layout(model, { measure, empty }) {
  const rtl = RIGHT_TO_LEFT.includes(model.lang);
  const shown = KINDS.filter((kind) => column(model, kind).length);
  const kinds = shown.length ? shown : KINDS;
  const width = 2 * SIZE.margin + kinds.length * SIZE.column + (kinds.length - 1) * SIZE.gap;
  const startOf = (/** @type {number} */ n) => SIZE.margin + n * (SIZE.column + SIZE.gap);
  const columns = kinds.map((kind, n) => ({ kind, x: rtl ? width - startOf(n) - SIZE.column : startOf(n), w: SIZE.column, y: SIZE.margin + SIZE.title }));
  const boxes = columns.flatMap((one) => stack(model, one, measure, empty));
  const height = Math.max(...boxes.map(({ y, h }) => y + h), 120) + SIZE.margin;
  return { width, height, rtl, columns, boxes: centred(boxes, height), arrows: arrows(model, boxes, rtl), line: SIZE.line };
}

/** @param {Model} model @param {Column} place @param {(text: string) => number} measure @param {string} empty @returns {Box[]} */
function stack(model, { kind, x, w, y }, measure, empty) {
  let top = y + SIZE.head;
  return column(model, kind).map(({ id, text }) => {
    const lines = wrap(text || empty, w - 2 * SIZE.pad, measure);
    const box = { id, kind, text, lines, x, y: top, w, h: lines.length * SIZE.line + 2 * SIZE.pad };
    top += box.h + SIZE.between;
    return box;
  });
}

/** Short columns stand in the middle of the figure, so that arrows cross less. @param {Box[]} boxes @param {number} height */
function centred(boxes, height) {
  for (const kind of KINDS) {
    const mine = boxes.filter((box) => box.kind === kind);
    const last = mine.at(-1);
    const shift = last ? (height - SIZE.margin - (last.y + last.h)) / 2 : 0;
    for (const box of mine) box.y += shift;
  }
  return boxes;
}

/** @param {Model} model @param {Box[]} boxes @param {boolean} rtl */
function arrows({ links }, boxes, rtl) {
  const at = new Map(boxes.map((box) => [box.id, box]));
  return links.flatMap(({ from, to }) => {
    const [a, b] = [at.get(from), at.get(to)];
    return a && b ? [{ from, to, d: arrow(a, b, rtl), head: arrowHead(a, b, rtl) }] : [];
  });
}
