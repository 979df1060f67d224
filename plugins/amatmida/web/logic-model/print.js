// @ts-check
/** @import {Model} from "./logic-model" */
// A model on paper: the figure over the width of the sheet, then everything in words.

import { node } from "../shared/node.js";
import { directionOf } from "../shared/say.js";
import { asDocument } from "./formats.js";
import { svgOf } from "./export.js";

/** One part of the written document as an element. @param {any} part */
function block(part) {
  if (part.kind === "heading") return node("p", { class: `amat-sheet-title is-${part.level}` }, part.text);
  if (part.kind === "list") return node("ul", {}, ...part.items.map((/** @type {string} */ one) => node("li", { dir: directionOf(one, "ltr") }, one)));
  const cells = (/** @type {string[]} */ row, /** @type {"td" | "th"} */ tag) => node("tr", {}, ...row.map((one) => node(tag, {}, one)));
  return node("table", {}, node("thead", {}, cells(part.head, "th")), node("tbody", {}, ...part.rows.map((/** @type {string[]} */ row) => cells(row, "td"))));
}

/** @param {Model} model @param {Record<string, any>} t @param {string} paper A4 or A3 */
export async function printModel(model, t, paper) {
  const { svg } = await svgOf(model, t, false);
  // Our own markup, in which every word of a person is escaped; read as XML, it cannot run anything either.
  const figure = document.importNode(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement, true);
  const { title, blocks, footer } = asDocument(model, t);
  const dir = model.lang === "en" ? "ltr" : "rtl";
  const sheet = node("div", { class: "amat-sheet", dir, lang: model.lang }, figure, node("p", { class: "amat-sheet-title" }, title), ...blocks.map(block), node("p", {}, footer));
  const page = new CSSStyleSheet();
  page.replaceSync(`@page { size: ${paper === "A3" ? "A3" : "A4"} landscape; margin: 12mm }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, page];
  document.body.append(sheet);
  document.documentElement.classList.add("amat-printing");
  const done = () => {
    sheet.remove();
    document.documentElement.classList.remove("amat-printing");
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== page);
  };
  window.addEventListener("afterprint", done, { once: true });
  window.print();
}
