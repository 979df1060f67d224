// @ts-check
/** @import {Model} from "./logic-model" */
// A model as a picture: SVG text that stands alone. Every text states its direction, because a viewer knows no page.

import { directionOf } from "../shared/say.js";
import { layout } from "./layout.js";

const FONT = "'Amat Mida', Assistant, Arial, 'Noto Sans Hebrew', sans-serif";
/** Stroke and ground by column; light on purpose, for paper. @type {Record<string, [string, string]>} */
const COLOURS = {
  input: ["#46545f", "#f2f6f6"],
  activity: ["#005c75", "#e6f3f7"],
  output: ["#5b3f8c", "#f1ecf8"],
  "outcome-short": ["#256029", "#eaf5ea"],
  "outcome-mid": ["#256029", "#dcefdc"],
  "outcome-long": ["#256029", "#cfe8cf"],
};

/** @param {string} text */
export const escaped = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** About how wide a text is at 14 px, where nothing can measure it. @param {string} text */
export const guessWidth = (text) => text.length * 7;

/**
 * @param {Model} model
 * @param {Record<string, any>} t
 * @param {{measure?: (text: string) => number, css?: string}} [given] `css`: rules put into the picture, for its font
 * @returns {{svg: string, width: number, height: number}}
 */
export function picture(model, t, { measure = guessWidth, css = "" } = {}) {
  const { width, height, rtl, columns, boxes, arrows, line } = layout(model, { measure, empty: t.empty });
  const page = rtl ? "rtl" : "ltr";
  const title = model.title || t.untitled;
  const parts = [
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(described(model, t))}</desc>`,
    css && `<style>${css}</style>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    words(title, width / 2, 34, page, 'font-size="18" font-weight="700"'),
    ...columns.map(({ kind, x, w, y }) => words(t.kinds[kind], x + w / 2, y + 18, page, `font-size="14" font-weight="700" fill="${COLOURS[kind][0]}"`)),
    ...arrows.map(({ d, head }) => `<path d="${d}" fill="none" stroke="#46545f" stroke-width="1.4"/><path d="${head}" fill="#46545f"/>`),
    ...boxes.map((box) => card(box, line, page)),
  ];
  const open = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" lang="${model.lang}" direction="${page}" font-family="${FONT}" fill="#17242d">`;
  return { svg: `${open}${parts.join("\n")}</svg>\n`, width, height };
}

/** @param {import("./layout.js").Box} box @param {number} line @param {string} page */
function card({ kind, text, lines, x, y, w, h }, line, page) {
  const [stroke, ground] = COLOURS[kind];
  const direction = directionOf(text, page);
  const first = y + h / 2 - ((lines.length - 1) * line) / 2 + 5;
  const rows = lines.map((one, n) => words(one, x + w / 2, first + n * line, direction, 'font-size="14"'));
  return `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="6" fill="${ground}" stroke="${stroke}"/>${rows.join("")}`;
}

/** In the middle, so that no side depends on the direction. @param {string} text @param {number} x @param {number} y @param {string} direction @param {string} more */
function words(text, x, y, direction, more) {
  return `<text x="${x}" y="${y}" text-anchor="middle" direction="${direction}" ${more}>${escaped(text)}</text>`;
}

/** @param {Model} model @param {Record<string, any>} t */
function described({ nodes, links }, t) {
  return t.figure_desc.replace("{n}", String(nodes.length)).replace("{links}", String(links.length));
}
