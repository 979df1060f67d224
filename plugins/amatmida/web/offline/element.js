// @ts-check
// <amat-offline>: keep the whole site of the page's language on this device, see what is kept, erase it.

import { confirmInline } from "../shared/confirm.js";
import { node } from "../shared/node.js";
import { say } from "../shared/say.js";
import { ROOT, addresses, allOf, erase, keepAll, listOf, missing } from "./kept.js";

const TOLD_EVERY = 2000;

export class AmatOffline extends HTMLElement {
  /** @type {AbortController | null} */
  #running = null;
  /** @type {import("./kept.js").List | null} */
  #list = null;
  #told = 0;

  connectedCallback() {
    if (!this.words) void this.#start();
  }

  disconnectedCallback() {
    this.#running?.abort();
  }

  async #start() {
    const words = (this.words = JSON.parse(this.querySelector(".amat-data")?.textContent ?? "").strings);
    for (const one of this.querySelectorAll(".amat-nojs")) one.remove();
    this.size = node("p");
    this.count = node("p");
    this.bar = node("progress", { "aria-label": words.progress, hidden: true });
    this.button = node("button", { type: "button", class: "amat-button is-main", hidden: true, click: () => this.#pressed() }, words.keep);
    this.eraser = confirmInline({ open: words.erase, ask: words.erase_ask, act: words.erase_do, cancel: words.cancel }, () => this.#erase());
    this.status = node("p", { class: "amat-status", role: "status" });
    this.append(this.size, this.count, this.bar, node("div", { class: "amat-actions" }, this.button), this.eraser, this.status);
    this.eraser.hidden = true;
    const able = await this.#ready();
    if (able) await this.#show();
    this.setAttribute("data-live", "");
  }

  /** @returns {Promise<boolean>} */
  async #ready() {
    if (location.protocol === "file:") return this.#say("file"), false;
    try {
      const workers = navigator.serviceWorker;
      if (!(await workers.getRegistration(ROOT))) this.#say("preparing");
      // A site without a worker never gets one.
      const found = await Promise.race([workers.ready, new Promise((done) => setTimeout(done, 10_000))]);
      if (!found) throw new Error("none");
      await caches.keys();
      this.#say("");
      return true;
    } catch {
      this.#say("unable");
      return false;
    }
  }

  async #show() {
    const lang = this.lang;
    this.#list ??= await listOf(lang).catch(() => null);
    const list = this.#list;
    const kept = [...(await addresses())].filter((address) => /\/$|\.html$/.test(address));
    const left = list ? (await missing(lang, list)).length : 0;
    const words = this.words;
    const mb = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 }).format((list?.bytes ?? 0) / 1e6);
    this.size?.replaceChildren(list ? say(words.size, { n: list.pages.length, mb }) : words.offline);
    this.count?.replaceChildren(list && !left ? words.whole : kept.length ? say(words.kept, { n: kept.length }) : words.none);
    if (this.button) {
      this.button.hidden = !list || !left;
      this.button.textContent = list && left < allOf(list).length ? words.go_on : words.keep;
    }
    if (this.eraser) this.eraser.hidden = !kept.length;
  }

  #pressed() {
    if (this.#running) this.#running.abort();
    else void this.#keep();
  }

  async #keep() {
    const [list, bar, button] = [this.#list, this.bar, this.button];
    if (!list || !bar || !button) return;
    const running = (this.#running = new AbortController());
    const all = allOf(list).length;
    button.textContent = this.words.stop;
    bar.max = all;
    bar.hidden = false;
    const told = (/** @type {number} */ left) => this.#progress(all - left, all);
    const end = await keepAll(this.lang, list, running.signal, told).then(() => "done", (problem) => reason(problem, running.signal));
    this.#running = null;
    bar.hidden = true;
    await this.#show();
    this.#say(end);
    if (button.hidden) this.eraser?.querySelector("button")?.focus();
  }

  /** A screen reader should hear how it goes, not every file. @param {number} done @param {number} all */
  #progress(done, all) {
    if (this.bar) this.bar.value = done;
    if (Date.now() - this.#told < TOLD_EVERY) return;
    this.#told = Date.now();
    this.status?.replaceChildren(say(this.words.at, { done, all }));
  }

  async #erase() {
    this.#running?.abort();
    await erase().catch(() => {});
    await this.#show();
    this.#say("erased");
    this.button?.focus();
  }

  /** @param {string} name */
  #say(name) {
    this.status?.replaceChildren(name ? this.words[name] : "");
  }
}

/** @param {unknown} problem @param {AbortSignal} signal */
function reason(problem, signal) {
  if (signal.aborted) return "stopped";
  return problem instanceof DOMException && problem.name === "QuotaExceededError" ? "full" : "failed";
}
