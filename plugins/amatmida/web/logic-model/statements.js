// @ts-check
/** @import {Lab} from "./fields.js" */
// The model read aloud: if … then … because …

import { node } from "../shared/node.js";
import { say } from "../shared/say.js";
import { between, sentence } from "./formats.js";
import { CONDITIONS } from "./model.js";

/** @param {Lab} lab */
export function statements({ model, t, select }) {
  const rows = model.links.map((link) => {
    const about = CONDITIONS.flatMap((list) => model[list].filter(({ on }) => on?.[0] === link.from && on[1] === link.to).map(({ text }) => say(t.provided[list], { text: text || t.empty })));
    const change = node("button", { type: "button", class: "amat-button is-small", "aria-label": say(t.edit_link, { link: between(model, [link.from, link.to], t) }), click: () => select(link.from, true) }, t.edit);
    return node("li", {}, sentence(model, link, t), !link.because && node("span", { class: "amat-small" }, " ", t.no_because), about.length > 0 && node("ul", {}, ...about.map((one) => node("li", {}, one))), " ", change);
  });
  return rows.length ? node("ol", { class: "amat-statement-list" }, ...rows) : node("p", {}, t.no_links);
}
