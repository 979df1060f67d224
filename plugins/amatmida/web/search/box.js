// @ts-check
// The search box: a dialog made when it is first opened. Nothing of the search is loaded before.
import { node } from "../shared/node.js";
import { directionOf } from "../shared/say.js";
import { Memory } from "./memory.js";
import { Panel } from "./panel.js";
import { Unreachable } from "./engine.js";
import { Searcher } from "./searcher.js";

/** The site's address, from where this file lies. */
const HOME = new URL("../../../", import.meta.url);
const PAUSE = 30;

/** Words needed before any file of the search has come. @typedef {Record<"label" | "field" | "close" | "placeholder" | "searching" | "failed" | "retry", string>} FirstWords */

class Box {
  /** @param {FirstWords} words */
  constructor(words) {
    this.lang = document.documentElement.lang || "he";
    this.dir = document.documentElement.dir || "rtl";
    this.words = words;
    this.memory = new Memory();
    this.searcher = new Searcher(HOME, this.lang);
    this.input = node("input", { type: "text", class: "am-box__input", "aria-label": words.field, placeholder: words.placeholder, autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "search", "aria-describedby": "am-box-status", input: () => this.#typed() });
    this.status = node("div", { id: "am-box-status", class: "am-box__status", role: "status" });
    this.body = node("div", { class: "am-box__body" });
    const close = node("button", { type: "button", class: "am-box__close", "aria-label": words.close, click: () => this.dialog.close() }, "×");
    this.form = node("form", { class: "am-box__form", role: "search", "aria-label": words.label, submit: (/** @type {Event} */ event) => this.#submit(event) }, this.input, close);
    this.dialog = node("dialog", { class: "am-box", "aria-label": words.label, click: (/** @type {Event} */ event) => event.target === this.dialog && this.dialog.close(), close: () => this.#closed(), keydown: (/** @type {KeyboardEvent} */ event) => this.#key(event) }, this.form, this.status, this.body);
    this.panel = new Panel(this);
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  /** @param {() => string | null} asked what to search for, taken when the field is there */
  async open(asked) {
    if (!this.dialog.isConnected) document.body.append(this.dialog);
    await styled();
    if (!this.dialog.open) this.dialog.showModal();
    for (const button of openers()) button.setAttribute("aria-expanded", "true");
    this.input.focus();
    const query = asked();
    if (query) this.ask(query);
    else this.input.select();
    await this.load();
  }

  /** Load the site's words; a failure is said, with a way to try again. */
  async load() {
    if (!this.searcher.words) this.say(this.words.searching);
    try {
      await this.searcher.load();
      this.panel.furnish();
      await this.run();
      // From now on the search also answers without a network (offline/sw.js).
      navigator.serviceWorker?.controller?.postMessage({ search: this.lang });
    } catch (problem) {
      this.#failed(problem, this.words.failed);
    }
  }

  /** Say that something could not be reached; anything else is a mistake of ours and goes on. @param {unknown} problem @param {string} words */
  #failed(problem, words) {
    this.panel.failed(words, this.words.retry);
    if (!(problem instanceof Unreachable)) throw problem;
  }

  /** Put a query into the field and search. @param {string} query */
  ask(query) {
    this.input.value = query;
    this.#direct();
    if (this.searcher.words) void this.run();
  }

  #direct() {
    this.input.dir = directionOf(this.input.value, this.dir);
  }

  #typed() {
    this.#direct();
    this.searcher.warm(this.input.value, this.panel.chosen().language);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.searcher.words && void this.run(true), PAUSE);
  }

  /** Search for what stands in the field. @param {boolean} [typing] */
  async run(typing = false) {
    clearTimeout(this.timer);
    const text = this.input.value;
    try {
      const answer = await this.searcher.answer(text, this.panel.chosen(), typing);
      if (!answer) return;
      await this.panel.show(text, answer, typing);
      // Once only: with the glossary there may be more to find, and a definition to show.
      if (text.trim() && (await this.searcher.loadTerms())) await this.run(typing);
    } catch (problem) {
      this.#failed(problem, this.panel.hasResults() ? this.searcher.strings.lost : this.words.failed);
    }
  }

  /** `aloud`: for those who hear, what others see elsewhere. @param {string} words @param {string} [aloud] */
  say(words, aloud = "") {
    if (this.status.textContent === aloud + words) return;
    this.status.replaceChildren(...(aloud ? [node("span", { class: "amat-hidden" }, aloud)] : []), words);
  }

  /** @param {Event} event */
  async #submit(event) {
    event.preventDefault();
    if (!this.searcher.words) return this.load();
    await this.run();
    this.remember();
    (this.hits()[0] ?? this.links()[0])?.focus();
  }

  /** The query was of use: it led somewhere. */
  remember() {
    const text = this.input.value.trim();
    if (!text) return;
    this.memory.add(text);
    const address = new URL(location.href);
    address.searchParams.set("q", text.slice(0, 200));
    history.replaceState(history.state, "", address);
  }

  #closed() {
    for (const button of openers()) button.setAttribute("aria-expanded", "false");
    const address = new URL(location.href);
    if (!address.searchParams.has("q")) return;
    address.searchParams.delete("q");
    history.replaceState(history.state, "", address);
  }

  hits() {
    return this.links().filter((one) => one.matches(".am-hit__link"));
  }

  links() {
    return /** @type {HTMLElement[]} */ ([...this.body.querySelectorAll(".am-hit__link, .am-box__offer")]);
  }

  /** Arrows walk from the field through the results and back. @param {KeyboardEvent} event */
  #key(event) {
    // The page's own keys stay out of the dialog.
    event.stopPropagation();
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      this.dialog.close();
    }
    if (!step || !(event.target instanceof HTMLElement) || !event.target.matches(".am-box__input, .am-hit__link, .am-box__offer")) return;
    const stops = [this.input, ...this.links()];
    const next = stops[stops.indexOf(event.target) + step];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  }
}

const openers = () => document.querySelectorAll("[data-am-open=search]");

/** @type {Promise<void> | undefined} */
let style;

/** The box's own style sheet, once. */
function styled() {
  style ??= new Promise((resolve) => {
    const done = () => resolve();
    document.head.append(node("link", { rel: "stylesheet", href: new URL("search.css", import.meta.url).href, load: done, error: done }));
  });
  return style;
}

/** @type {Box | undefined} */
let box;

/** @param {FirstWords} words @param {() => string | null} asked */
export function open(words, asked) {
  box ??= new Box(words);
  return box.open(asked);
}
