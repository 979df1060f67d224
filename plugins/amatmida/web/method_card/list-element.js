// @ts-check
// <amat-method-cards>: real form controls over a list that stands in the page; the address keeps what is chosen.

import { all, node } from "../shared/node.js";
import { say } from "../shared/say.js";
import { asked, fits, parse, relaxed, toQuery } from "./filter.js";

/** @typedef {import("./filter.js").Name} Name */

export class AmatMethodCards extends HTMLElement {
  connectedCallback() {
    if (this.words) return;
    this.words = JSON.parse(this.dataset.strings ?? "{}");
    this.form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
    this.found = /** @type {HTMLElement} */ (this.querySelector(".amat-cards-found"));
    this.clear = /** @type {HTMLButtonElement} */ (this.querySelector(".amat-cards-clear"));
    this.link = /** @type {HTMLAnchorElement} */ (this.querySelector(".amat-cards-print"));
    this.cards = all(this, "[data-facets]").map((element) => ({ element, facets: JSON.parse(element.dataset.facets) }));
    this.#start();
  }

  #start() {
    this.querySelector(".amat-cards-nojs")?.remove();
    if (!this.form || !this.clear) return;
    this.form.hidden = false;
    this.#fill(parse(location.search, (name, value) => this.#offers(name, value)));
    this.form.addEventListener("input", () => this.#show());
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.clear.addEventListener("click", () => this.#reset());
    this.#show();
    this.setAttribute("data-live", "");
  }

  /** @param {Name} name */
  #controls(name) {
    return all(this.form, `[name="${name}"]`);
  }

  /** @type {(name: Name, value: string) => boolean} */
  #offers(name, value) {
    const [first] = this.#controls(name);
    if (name === "needs") return this.#controls(name).some((box) => box.value === value);
    if (name === "people") return /^[1-9]\d{0,4}$/.test(value) && Number(value) <= Number(first.max);
    return [...first.options].some((option) => option.value === value);
  }

  /** @param {import("./filter.js").Wishes} wishes */
  #fill(wishes) {
    for (const box of this.#controls("needs")) box.checked = wishes.needs?.includes(box.value) ?? false;
    for (const name of /** @type {const} */ (["stage", "who", "time", "people", "cost"])) {
      this.#controls(name)[0].value = wishes[name] ?? "";
    }
  }

  /** What the controls say. An impossible number of people is no condition. @returns {import("./filter.js").Wishes} */
  #wishes() {
    const values = new FormData(this.form);
    const given = new URLSearchParams();
    for (const name of ["stage", "who", "time", "people", "cost"]) given.set(name, String(values.get(name) ?? ""));
    given.set("needs", values.getAll("needs").join(","));
    return parse(given.toString(), (name, value) => this.#offers(name, value));
  }

  #reset() {
    this.#fill({});
    this.#show();
    this.#controls("stage")[0].focus();
  }

  #show() {
    const wishes = this.#wishes();
    const cards = this.cards ?? [];
    for (const { element, facets } of cards) element.hidden = !fits(facets, wishes);
    const n = cards.filter(({ element }) => !element.hidden).length;
    const some = asked(wishes).length > 0;
    const query = toQuery(wishes, location.search);
    history.replaceState(history.state, "", `${location.pathname}${query}${location.hash}`);
    if (this.clear) this.clear.hidden = !some;
    this.#lead(wishes, some && n > 0);
    if (n) this.found?.replaceChildren(node("p", {}, say(some ? this.words.count : this.words.every, { n, of: cards.length })));
    else this.#nothing(wishes);
  }

  /** The way to the printer takes the choice along. @param {import("./filter.js").Wishes} wishes @param {boolean} some */
  #lead(wishes, some) {
    if (!this.link) return;
    this.plain ??= { href: this.link.getAttribute("href") ?? "", words: this.link.textContent };
    this.link.setAttribute("href", this.plain.href + (some ? toQuery(wishes) : ""));
    this.link.textContent = some ? (this.dataset.printThese ?? "") : this.plain.words;
  }

  /** Words that help: what stands in the way, and what each condition costs. @param {import("./filter.js").Wishes} wishes */
  #nothing(wishes) {
    const ways = relaxed((this.cards ?? []).map((card) => card.facets), wishes);
    const items = ways.map(({ name, n }) => {
      const label = this.#nameOf(name);
      const drop = node("button", { type: "button", class: "md-button", click: () => this.#drop(name) }, say(this.words.drop, { name: label }));
      return node("li", {}, `${say(this.words.relax, { n, name: label })} `, drop);
    });
    this.found?.replaceChildren(
      ...[node("p", {}, this.words.nothing), items.length > 0 && node("ul", {}, ...items), node("p", {}, this.words.advice)].filter((one) => one instanceof Node),
    );
  }

  /** @param {Name} name */
  #nameOf(name) {
    const [first] = this.#controls(name);
    return (name === "needs" ? first.closest("fieldset").querySelector("legend") : first.labels[0]).textContent.trim();
  }

  /** @param {Name} name */
  #drop(name) {
    this.#fill({ ...this.#wishes(), [name]: undefined });
    this.#show();
    this.#controls(name)[0].focus();
  }
}
