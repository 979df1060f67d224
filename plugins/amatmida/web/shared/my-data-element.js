// @ts-check
// <amat-my-data>: see, export, import and erase what this site keeps in this browser.

import { confirmInline } from "./confirm.js";
import { node } from "./node.js";
import { MOST_BYTES, Refusal, erase, exported, imported, merge, records } from "./portable.js";
import { say } from "./say.js";
import { sharedStore } from "./store.js";

export class AmatMyData extends HTMLElement {
  #store = sharedStore();
  /** @type {() => void} */
  #stop = () => {};

  connectedCallback() {
    if (!this.strings) this.#start();
    this.#stop = this.#store.subscribe(() => this.#refresh());
    this.#refresh();
  }

  disconnectedCallback() {
    this.#stop();
  }

  #start() {
    this.strings = JSON.parse(this.querySelector(".amat-data")?.textContent ?? "").strings;
    const words = this.strings;
    for (const one of this.querySelectorAll(".amat-nojs")) one.remove();
    this.list = node("ul", { class: "amat-stored" });
    this.status = node("div", { class: "amat-status", role: "status" });
    // The picker itself is hidden and the button opens it: a styled button can be translated, the browser's cannot.
    this.picker = node("input", { type: "file", accept: ".json,application/json", hidden: true, "aria-label": words.import, change: () => this.#import() });
    const out = node("button", { type: "button", class: "amat-button", click: () => this.#export() }, words.export);
    const into = node("button", { type: "button", class: "amat-button", click: () => this.picker?.click() }, words.import);
    const erase = confirmInline({ open: words.erase, ask: words.erase_ask, act: words.erase_do, cancel: words.cancel }, () => this.#erase());
    this.append(
      node("p", { class: "amat-stored-title" }, words.stored),
      this.list,
      node("div", { class: "amat-actions" }, out, into, this.picker),
      erase,
      this.status,
    );
    this.setAttribute("data-live", "");
  }

  #refresh() {
    this.list?.replaceChildren(...this.#lines().map((words) => node("li", {}, words)));
    const notices = [...this.#store.notices].filter((name) => name in this.strings && name !== "damaged");
    if (notices.length) this.#say(...notices.map((name) => this.strings[name]));
  }

  /** What is stored, in words. @returns {string[]} */
  #lines() {
    const readable = records(this.#store);
    const keys = this.#store.keys();
    const counted = (/** @type {string} */ name, /** @type {string[]} */ found) => (found.length ? [say(this.strings[name], { n: found.length })] : []);
    const of = (/** @type {string} */ room) => keys.filter((key) => key.split("/")[0] === room);
    const quizzes = of("quiz").filter((key) => Object.keys(readable[key]?.items ?? {}).length);
    const lines = quizzes.map((key) => say(this.strings.quiz, { id: key.slice(5), n: Object.keys(readable[key].items).length }));
    const sheets = of("worksheet").filter((key) => readable[key]);
    lines.push(...sheets.map((key) => say(this.strings.worksheet, { id: key.slice(10), n: readable[key].copies.length })));
    const others = keys.filter((key) => !sheets.includes(key) && !["quiz", "text", "seed", "search", "damaged", "model"].includes(key.split("/")[0]));
    const said = ["seed", "search"].filter((room) => of(room).length).map((room) => this.strings[room]);
    lines.push(...counted("texts", of("text")), ...counted("models", of("model")), ...said, ...counted("damaged", of("damaged")), ...counted("other", others));
    return lines.length ? lines : [this.strings.empty];
  }

  #export() {
    const file = `amatmida-${new Date().toISOString().slice(0, 10)}.json`;
    const url = URL.createObjectURL(new Blob([exported(this.#store)], { type: "application/json" }));
    node("a", { href: url, download: file }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
    this.#say(say(this.strings.exported, { file }));
  }

  async #import() {
    const file = this.picker?.files?.[0];
    if (!file) return;
    try {
      if (file.size > MOST_BYTES) throw new Refusal("too_big");
      const more = imported(await file.text());
      merge(this.#store, more);
      this.#say(say(this.strings.imported, { n: Object.keys(more).length }));
    } catch (problem) {
      const { code, key } = problem instanceof Refusal ? problem : { code: "not_json", key: "" };
      this.#say(say(this.strings[code], { key }), this.strings.failed);
    }
    if (this.picker) this.picker.value = "";
  }

  #erase() {
    erase(this.#store);
    this.#say(this.strings.erased);
  }

  /** @param {...string} sentences */
  #say(...sentences) {
    this.status?.replaceChildren(...sentences.map((one) => node("p", {}, one)));
  }
}
