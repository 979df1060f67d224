// @ts-check
/** @import {Data, Item} from "./marks-view.js" */
/** @import {Wishes} from "./wishes.js" */
// <amat-explorer>: filters over the server's list of items, the table as a way into it, and what somebody marked on the
// worksheet. Without it the whole list is there.

import { comparable } from "../quiz/words.js";
import { all, node } from "../shared/node.js";
import { say } from "../shared/say.js";
import { sharedStore } from "../shared/store.js";
import { MarksView } from "./marks-view.js";
import { UNMARKED, copyIn, markOf } from "./marks.js";
import { NAMES, fits, searchWith, wishesFrom } from "./wishes.js";

/** Typing is answered, and written into the address, after a pause: a listener is not interrupted at each letter. */
const PAUSE = 300;
const SEARCHED = ["principle", "stage", "role", "column"];

export class AmatExplorer extends HTMLElement {
  #store = sharedStore();
  /** @type {HTMLFormElement} */ // @ts-ignore set before anything else
  #form;
  /** @type {Item[]} */
  #items = [];
  /** @type {Data} */
  #data = { records: [], scale: [], strings: {} };
  /** @type {MarksView} */ // @ts-ignore set before anything else
  #view;
  /** From an item back to its code in the table. @type {HTMLElement} */ // @ts-ignore set before anything else
  #back;
  #timer = 0;
  #stop = () => {};
  #arrived = () => this.#open(true);
  #travelled = () => this.#restore();

  connectedCallback() {
    if (!this.#form) this.#start();
    this.#stop = this.#store.subscribe((key) => (!key || key.startsWith("worksheet/")) && this.#readMarks());
    window.addEventListener("hashchange", this.#arrived);
    window.addEventListener("popstate", this.#travelled);
    this.#readMarks();
    this.#restore();
    this.#open(Boolean(location.hash));
    this.dataset.live = "";
  }

  disconnectedCallback() {
    this.#stop();
    window.removeEventListener("hashchange", this.#arrived);
    window.removeEventListener("popstate", this.#travelled);
  }

  #start() {
    this.#data = JSON.parse(all(this, ":scope > .amat-data")[0].textContent);
    this.#form = all(this, "form")[0];
    this.#items = all(this, ".lm-item").map((element) => this.#item(element));
    this.#view = new MarksView(this, this.#items, this.#data);
    this.#form.addEventListener("input", ({ target }) => this.#soon(/** @type {any} */ (target).name === "text" ? PAUSE : 0));
    this.#form.addEventListener("submit", (event) => event.preventDefault());
    all(this.#form, ".lm-clear")[0].addEventListener("click", () => this.#clear());
    this.#form.hidden = false;
    this.#back = node("button", { type: "button", class: "lm-back", click: () => all(this, ".lm-table a[aria-current]")[0].focus() }, this.#data.strings.back);
  }

  /** @param {HTMLElement} element @returns {Item} */
  #item(element) {
    const of = Object.fromEntries(SEARCHED.map((name) => [name, (element.dataset[name] ?? "").split(" ")]));
    const words = comparable(all(element, ".lm-words")[0].textContent);
    const chip = all(this, `[data-of="${element.dataset.id}"]`)[0];
    // So that a press on its code can put the focus here.
    element.tabIndex = -1;
    return { element, chip, searched: { words, of }, mark: UNMARKED };
  }

  // --- wishes

  /** @returns {Wishes} */
  get #wishes() {
    const form = new FormData(this.#form);
    return Object.fromEntries(NAMES.map((name) => [name, String(form.get(name) ?? "").trim()]));
  }

  /** @param {number} pause */
  #soon(pause) {
    clearTimeout(this.#timer);
    if (pause) this.#timer = window.setTimeout(() => this.#changed(), pause);
    else this.#changed();
  }

  #changed() {
    clearTimeout(this.#timer);
    const { pathname, search, hash } = location;
    history.replaceState(history.state, "", pathname + searchWith(search, this.#wishes) + hash);
    this.#filter();
  }

  /** Put into the form what the address says; what no control offers is no wish. */
  #restore() {
    const wishes = wishesFrom(location.search);
    for (const control of all(this.#form, "input, select")) {
      if (control.type === "radio") control.checked = control.value === (wishes.view === "list" ? "list" : "");
      else control.value = wishes[control.name];
      if (control.tagName === "SELECT" && control.selectedIndex < 0) control.value = "";
    }
    this.#filter();
  }

  #clear() {
    for (const control of all(this.#form, "select, [type=search]")) control.value = "";
    this.#changed();
    all(this.#form, "[type=search]")[0].focus();
  }

  #filter() {
    const wishes = this.#wishes;
    const shown = this.#items.filter(({ element, chip, searched, mark }) => {
      const fitting = fits({ ...searched, of: { ...searched.of, mark: [mark] } }, wishes);
      element.hidden = chip.hidden = !fitting;
      return fitting;
    });
    for (const part of all(this, ".lm-principle")) part.hidden = !part.querySelector(".lm-item:not([hidden])");
    this.dataset.view = wishes.view || "table";
    this.#tell(shown.length);
    this.#hint();
  }

  /** @param {number} n */
  #tell(n) {
    const { shown, none } = this.#data.strings;
    const words = n ? say(shown, { n, all: this.#items.length }) : none;
    const place = all(this, ".lm-status")[0];
    if (place.textContent !== words) place.textContent = words;
    place.classList.toggle("is-empty", !n);
  }

  // --- one item

  /** Show below the table the item that the address names. @param {boolean} go also go there */
  #open(go) {
    const id = location.hash.slice(1);
    const open = this.#items.find(({ element }) => element.id === id);
    if (!open && id) return;
    for (const { element, chip } of this.#items) {
      element.classList.toggle("is-open", element === open?.element);
      element.closest(".lm-principle")?.classList.toggle("has-open", element.closest(".lm-principle") === open?.element.closest(".lm-principle"));
      const link = all(chip, "a")[0];
      if (element === open?.element) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    this.#hint();
    open?.element.append(this.#back);
    if (open && go) this.#show(open);
  }

  /** @param {Item} item */
  #show({ element }) {
    // Somebody led here from elsewhere wants this item, whatever the address asks besides.
    if (element.hidden) this.#clear();
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "nearest" });
  }

  #hint() {
    const none = !this.querySelector(".lm-item.is-open:not([hidden])") && this.querySelector(".lm-item:not([hidden])");
    all(this, ".lm-hint")[0].hidden = !none;
  }

  // --- marks

  #readMarks() {
    const copy = copyIn(this.#store, this.#data.records);
    for (const item of this.#items) item.mark = markOf(copy, item.element.dataset.markOf, this.#data.scale);
    this.#view.show(copy);
    if (this.dataset.live !== undefined) this.#filter();
  }
}
