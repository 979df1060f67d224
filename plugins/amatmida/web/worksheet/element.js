// @ts-check
/** @import {Section, SheetData} from "./worksheet" */
// <amat-worksheet>: brings the server's form to life. What is typed goes to the desk, and everything shown comes from it.

import { all, node } from "../shared/node.js";
import { own } from "../shared/records.js";
import { say } from "../shared/say.js";
import { sharedStore } from "../shared/store.js";
import { ComposedView } from "./composed-view.js";
import { controlsIn, remark, show, tell, valueOf } from "./controls.js";
import { CopiesView } from "./copies-view.js";
import { Desk } from "./desk.js";
import { Files } from "./files.js";
import { isEmpty, progress } from "./logic.js";
import { ScoredView } from "./scored-view.js";
import { TableView } from "./table-view.js";
import { TreeView } from "./tree-view.js";

const VIEWS = { table: TableView, scored: ScoredView, tree: TreeView, letter: ComposedView, document: ComposedView };
/** Typing is written after a pause; leaving the field or the page writes at once. */
const PAUSE = 400;
const TROUBLE = ["forbidden", "full", "newer"];

export class AmatWorksheet extends HTMLElement {
  #store = sharedStore();
  /** @type {Desk} */ // @ts-ignore set before anything else
  #desk;
  /** @type {Array<{refresh(): void, section: Section}>} */
  #views = [];
  /** Controls of forms and scales, by field name. @type {Map<string, any[]>} */
  #fields = new Map();
  #timer = 0;
  /** @type {() => void} */
  #stop = () => {};
  #leave = () => this.#save();

  connectedCallback() {
    if (!this.#desk) this.#start(JSON.parse(all(this, ":scope > .amat-data")[0].textContent));
    this.#stop = this.#store.subscribe((key) => this.#heard(key));
    window.addEventListener("pagehide", this.#leave);
    document.addEventListener("visibilitychange", this.#leave);
    this.#refresh();
  }

  disconnectedCallback() {
    this.#save();
    this.#stop();
    window.removeEventListener("pagehide", this.#leave);
    document.removeEventListener("visibilitychange", this.#leave);
  }

  // --- starting

  /** @param {SheetData} data */
  #start(data) {
    this.#desk = new Desk(this.#store, data);
    this.#gather(data);
    for (const one of all(this, ".amat-head .amat-nojs")) one.remove();
    const host = { desk: this.#desk, changed: this.#changed, announce: this.#announce, offerUndo: this.#offerUndo };
    this.files = new Files(host);
    for (const section of data.sections) {
      const View = own(/** @type {Record<string, any>} */ (VIEWS), section.kind);
      if (View) this.#views.push(new View(this.#root(section), section, { ...host, word: this.files.word }));
    }
    this.copies = new CopiesView(host, `ws-${data.worksheet}`);
    this.#frame(data);
    this.addEventListener("input", (event) => this.#typed(/** @type {HTMLElement} */ (event.target)));
    this.addEventListener("change", (event) => this.#left(/** @type {HTMLElement} */ (event.target)));
    this.setAttribute("data-live", "");
  }

  /** @param {SheetData} data */
  #gather(data) {
    for (const control of all(this, ".is-form [data-name], .is-scored [data-name]")) {
      const name = control.dataset.name;
      this.#fields.set(name, [...(this.#fields.get(name) ?? []), control]);
    }
    this.types = new Map(data.sections.flatMap(({ id, fields = [] }) => fields.map((field) => [`${id}.${field.id}`, field])));
  }

  /** @param {SheetData} data */
  #frame(data) {
    this.notice = node("div", { class: "amat-notice", role: "status" });
    this.status = node("div", { class: "amat-status", role: "status" });
    this.saved = node("p", { class: "amat-saved" }, data.strings[isEmpty(this.#desk.copy) ? "fresh" : "loaded"]);
    this.count = node("p", { class: "amat-count" });
    this.bar = node("progress", { "aria-hidden": "true" });
    const [head, foot] = all(this, ":scope > .amat-head, :scope > .amat-foot");
    head.append(this.notice, this.copies?.bar ?? "");
    foot.append(this.status, /** @type {Files} */ (this.files).bar);
    foot.before(node("div", { class: "amat-state" }, this.bar, this.count, this.saved));
  }

  /** @param {Section} section @returns {HTMLElement} */
  #root(section) {
    return all(this, `:scope > .amat-sections > [data-section="${section.id}"]`)[0];
  }

  // --- showing

  /** Everything as it stands; what somebody is typing in is left alone. */
  #refresh() {
    for (const [name, controls] of this.#fields) {
      if (this.#desk.isPending && controls.includes(document.activeElement)) continue;
      const value = own(this.#desk.copy.values, name) ?? "";
      show(controls, value, this.#desk.data.dir);
      this.#remark(name, controls);
    }
    for (const view of this.#views) view.refresh();
    this.#frameNow();
  }

  #frameNow() {
    const { n, of } = progress(this.#desk.data, this.#desk.copy);
    if (this.bar) [this.bar.max, this.bar.value] = [of, n];
    if (this.count) this.count.textContent = say(this.#desk.data.strings.progress, { n, of });
    this.copies?.refresh();
    this.#notices();
  }

  /** @param {string} name @param {any[]} controls */
  #remark(name, controls) {
    const { strings, lang } = this.#desk.data;
    if (!["radio", "checkbox"].includes(controls[0].type)) tell(controls[0], remark(this.types?.get(name), valueOf(controls), strings, lang));
  }

  #notices() {
    const { strings } = this.#desk.data;
    const words = [...this.#store.notices].map((name) => strings[name]);
    if (!this.notice || this.notice.dataset.said === words.join()) return;
    this.notice.dataset.said = words.join();
    this.notice.replaceChildren(...words.map((one) => node("p", {}, one)));
  }

  /** @param {string | null} key see Store.subscribe */
  #heard(key) {
    if (key === "") return this.#notices();
    if (key !== null && !key.startsWith("worksheet/")) return;
    this.#desk.refresh();
    this.#refresh();
  }

  // --- doing

  /** @param {HTMLElement} control */
  #typed(control) {
    const name = control.dataset.name ?? "";
    const controls = this.#fields.get(name);
    if (!controls) return;
    const value = valueOf(controls);
    this.#desk.set(name, value);
    show(controls, value, this.#desk.data.dir);
    this.#remark(name, controls);
    this.#changed();
  }

  /** @param {HTMLElement} control */
  #left(control) {
    if (control.dataset.name !== undefined) this.#save();
  }

  /** @param {boolean} [now] write and show at once */
  #changed = (now = false) => {
    const { strings } = this.#desk.data;
    clearTimeout(this.#timer);
    if (this.saved && this.#desk.isPending) this.saved.textContent = strings.saving;
    if (now) {
      this.#desk.flush();
      this.#refresh();
      this.#told();
    } else this.#timer = window.setTimeout(() => this.#save(), PAUSE);
  };

  #save() {
    if (!this.#desk.isPending) return;
    clearTimeout(this.#timer);
    this.#desk.flush();
    for (const view of this.#views) view instanceof TableView ? view.sums() : view.refresh();
    this.#frameNow();
    this.#told();
  }

  /** Whether it is saved, in words that no screen reader interrupts with. */
  #told() {
    const { strings, lang } = this.#desk.data;
    const lost = TROUBLE.some((name) => this.#store.notices.has(/** @type {any} */ (name)));
    const time = new Intl.DateTimeFormat(lang, { timeStyle: "short" }).format(new Date());
    if (this.saved) this.saved.textContent = lost ? strings.unsaved : say(strings.saved, { time });
  }

  #announce = (/** @type {string} */ words) => {
    this.status?.replaceChildren(node("p", {}, words));
  };

  /** @param {Element} place @param {string} words */
  #offerUndo = (place, words) => {
    const { strings } = this.#desk.data;
    const back = () => {
      this.#desk.undo();
      place.replaceChildren();
      this.#refresh();
      this.#announce(strings.undone);
      /** @type {HTMLElement} */ (place.parentElement?.querySelector("button, summary"))?.focus();
    };
    const button = node("button", { type: "button", class: "amat-button", click: back }, strings.undo);
    for (const old of all(this, ".amat-undo")) old.replaceChildren();
    place.replaceChildren(node("p", {}, words), button);
    this.#announce(words);
    button.focus();
  };
}
