// @ts-check
/** @import {Host} from "./table-view.js" */
/** @import {Sum} from "./logic.js" */
/** @import {Section} from "./worksheet" */
// The summary below a scored section: percentages in words and a bar, and what they suggest.

import { node } from "../shared/node.js";
import { say } from "../shared/say.js";
import { bandOf, scored } from "./logic.js";

export class ScoredView {
  /** @param {HTMLElement} root @param {Section} section @param {Host} host */
  constructor(root, section, host) {
    this.section = section;
    this.host = host;
    this.place = node("div", { class: "amat-summary" });
    root.append(node("h4", { class: "amat-group" }, host.desk.data.strings.summary), this.place);
  }

  refresh() {
    const { data, copy } = this.host.desk;
    const { all, group, stage } = scored(this.section, copy);
    const parts = [this.#list("", [{ ...all, name: data.strings.summary_all }])];
    if (group.length > 1) parts.push(this.#list(data.strings.summary_groups, group));
    if (stage.length > 1) parts.push(this.#list(data.strings.summary_stages, stage));
    this.place.replaceChildren(...parts, node("p", { class: "amat-small" }, data.strings.summary_note));
  }

  /** @param {string} title @param {Sum[]} sums */
  #list(title, sums) {
    const list = node("ul", { role: "list", class: "amat-sums", "aria-label": title || null }, ...sums.map((sum) => this.#line(sum)));
    return node("div", {}, title ? node("p", { class: "amat-sums-title" }, title) : null, list);
  }

  /** @param {Sum} sum */
  #line({ name, percent, n, of }) {
    const { strings } = this.host.desk.data;
    const words = percent === null ? strings.summary_none : say(strings.summary_line, { percent, n, of });
    const band = bandOf(this.section, percent);
    const bar = percent === null ? null : node("meter", { min: 0, max: 100, value: percent, "aria-hidden": "true" });
    return node("li", {}, node("span", { class: "amat-sum-name" }, name), node("span", { class: "amat-sum" }, words), bar, band ? node("span", { class: "amat-band" }, band) : null);
  }
}
