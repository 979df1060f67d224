// @ts-check
/** @import {Copy} from "../worksheet/worksheet" */
/** @import {Step} from "./marks.js" */
/** @import {Searched} from "./wishes.js" */
// What somebody marked on the worksheet, beside each item, by principle, and as one more filter.

import { all, node } from "../shared/node.js";
import { say } from "../shared/say.js";
import { UNMARKED, counted, signOf } from "./marks.js";

/** @typedef {{element: HTMLElement, chip: HTMLElement, searched: Searched, mark: string}} Item */
/** @typedef {{records: string[], scale: Step[], strings: Record<string, any>}} Data */

export class MarksView {
  /** @param {HTMLElement} root @param {Item[]} items @param {Data} data */
  constructor(root, items, data) {
    this.root = root;
    this.items = items;
    this.data = data;
  }

  /** @param {Copy | null} copy the one the items' marks come from */
  show(copy) {
    for (const item of this.items) this.#sign(item, copy !== null);
    this.#offer(copy !== null);
    for (const place of all(this.root, ".lm-mine")) {
      place.hidden = !copy;
      if (copy) this.#sumUp(copy.name);
    }
  }

  /** @param {string} mark @returns {string} */
  #label(mark) {
    return this.data.scale.find(({ id }) => id === mark)?.label ?? this.data.strings.unmarked;
  }

  /** @param {Item} item @param {boolean} known */
  #sign({ element, chip, mark }, known) {
    const sign = known && signOf(mark, this.data.scale);
    const link = all(chip, "a")[0];
    for (const old of all(link, ".lm-sign, .lm-hidden")) old.remove();
    if (sign) {
      const said = say(this.data.strings.sign, { label: this.#label(mark) });
      link.append(node("span", { class: "lm-sign", "aria-hidden": "true" }, sign), node("span", { class: "lm-hidden" }, ` ${said}`));
    }
    for (const place of all(element, ".lm-mark")) place.replaceChildren(...(known ? [this.#signed(mark)] : []));
  }

  /** @param {string} mark */
  #signed(mark) {
    const sign = signOf(mark, this.data.scale);
    return node("span", {}, sign && node("span", { class: "lm-sign", "aria-hidden": "true" }, `${sign} `), this.#label(mark));
  }

  /** A filter by mark, once there are marks. @param {boolean} known */
  #offer(known) {
    const select = all(this.root, "[name=mark]")[0];
    const { value } = select;
    const marks = known ? [...this.data.scale.map(({ id }) => id), UNMARKED] : [];
    select.replaceChildren(select.options[0], ...marks.map((id) => node("option", { value: id }, this.#label(id))));
    select.value = marks.includes(value) ? value : "";
    select.closest("label").hidden = !known;
  }

  /** @param {string} name of the copy, as somebody typed it */
  #sumUp(name) {
    const marked = this.items.filter(({ mark }) => mark !== UNMARKED).length;
    const told = say(this.data.strings.copy, { n: marked, all: this.items.length });
    all(this.root, ".lm-copy")[0].replaceChildren(`${told} `, node("bdi", {}, name), ".");
    const lines = all(this.root, ".lm-principle").map((part) => this.#sums(part));
    all(this.root, ".lm-sums")[0].replaceChildren(...lines);
  }

  /** @param {HTMLElement} part */
  #sums(part) {
    const marks = this.items.filter(({ element }) => part.contains(element)).map(({ mark }) => mark);
    const sums = counted(marks, this.data.scale).map(({ id, n }) => node("li", {}, this.#signed(id), `: ${n}`));
    return node("li", {}, node("span", { class: "lm-sum-of" }, all(part, "h3")[0].textContent), node("ul", { role: "list" }, ...sums));
  }
}
