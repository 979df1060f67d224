// @ts-check
// What the box shows below its field. Text a person typed and text of the index are only ever set as text.
/** @import {Answer} from "./searcher.js" */
/** @import {Found} from "./rank.js" */
import { node } from "../shared/node.js";
import { directionOf, say } from "../shared/say.js";
import { Filters } from "./filters.js";

const FIRST = 8;
const STEP = 12;
/** While somebody types, the texts of the other results wait, and leave the line to the first result of the next letter. */
const PAUSE = 200;

export class Panel {
  /** @param {any} box */
  constructor(box) {
    this.box = box;
    this.filters = new Filters(() => void box.run());
    this.notes = node("div", { class: "am-box__notes" });
    this.list = node("ol", { class: "am-box__list" });
    this.more = node("button", { type: "button", class: "am-box__button", hidden: true, click: () => void this.#more() });
    this.below = node("div", { class: "am-box__below" });
    this.turn = 0;
    /** @type {Found[]} */
    this.rest = [];
  }

  /** The parts that need the site's words. */
  furnish() {
    if (this.list.isConnected) return;
    const { strings } = this.box.searcher;
    this.filters.furnish(strings, this.box.searcher);
    this.list.setAttribute("aria-label", strings.results);
    this.more.textContent = strings.more;
    this.box.body.replaceChildren(this.filters.element, this.notes, this.list, this.more, this.below, this.#settings(strings));
  }

  chosen() {
    return this.filters.chosen();
  }

  hasResults() {
    return this.list.childElementCount > 0;
  }

  /** @param {string} words @param {string} retry */
  failed(words, retry) {
    const again = node("button", { type: "button", class: "am-box__button am-box__offer", click: () => void this.box.load() }, retry);
    const note = node("p", { class: "am-box__failed" }, again);
    this.box.say(words);
    if (this.list.isConnected) this.notes.replaceChildren(note);
    else this.box.body.replaceChildren(note);
  }

  /** @param {string} text @param {Answer} answer @param {boolean} typing */
  async show(text, answer, typing) {
    const turn = (this.turn += 1);
    const { strings } = this.box.searcher;
    this.rest = answer.found;
    const first = await this.#items(answer.found.slice(0, 1));
    if (turn !== this.turn) return;
    this.rest = answer.found.slice(1);
    this.list.replaceChildren(...first);
    this.#notes(text, answer, strings);
    this.filters.offer(answer.found);
    this.more.hidden = true;
    if (answer.state !== "asked") this.box.say(strings[{ empty: "type", letters: "letters", signs: "signs" }[answer.state] ?? "type"]);
    if (typing) await new Promise((done) => setTimeout(done, PAUSE));
    await this.#append(FIRST - 1, turn);
    if (turn === this.turn && answer.state === "asked") this.#count(text, answer, strings);
  }

  /** @param {string} text @param {Answer} answer @param {Record<string, any>} strings */
  #count(text, answer, strings) {
    const n = answer.found.length;
    const none = this.filters.isSet() ? strings.none_filtered : say(strings.none, { query: short(text) });
    const said = n ? [say(strings.found, { n }), n > FIRST ? say(strings.shown, { n: this.list.childElementCount }) : ""] : [none];
    const aloud = answer.instead ? `${strings.instead} ${answer.layout ?? answer.mean}. ` : "";
    this.box.say([...said, answer.cut ? strings.cut : ""].filter(Boolean).join(" "), aloud);
  }

  async #more() {
    const at = this.list.childElementCount;
    await this.#append(STEP, this.turn);
    this.box.hits()[at]?.focus();
  }

  /** @param {number} count @param {number} turn */
  async #append(count, turn) {
    if (turn !== this.turn) return;
    const next = this.rest.slice(0, count);
    const items = await this.#items(next);
    if (turn !== this.turn) return;
    this.rest = this.rest.slice(count);
    this.list.append(...items);
    this.more.hidden = !this.rest.length;
  }

  /** @param {Found[]} found */
  async #items(found) {
    const lang = this.chosen().language ?? this.box.lang;
    const pages = await Promise.all(found.map((one) => this.box.searcher.read(one, lang)));
    return pages.map((page) => this.#item(page, lang));
  }

  /** @param {any} page @param {string} lang */
  #item(page, lang) {
    const { strings, home } = this.box.searcher;
    const [first, ...others] = page.sections;
    const to = (/** @type {string} */ url) => new URL(url, home).href;
    const go = () => this.box.remember();
    const other = lang === this.box.lang ? {} : { lang, dir: lang === "en" ? "ltr" : "rtl" };
    const kind = strings.kind[page.kind] && node("span", { class: "am-hit__kind" }, strings.kind[page.kind]);
    const section = first.title && first.title !== page.title && node("span", { class: "am-hit__section" }, first.title);
    const link = node("a", { class: "am-hit__link", href: to(first.url), click: go }, node("span", { class: "am-hit__title" }, page.title), section && " ", section);
    const more = others.filter((/** @type {any} */ one) => one.title).map((/** @type {any} */ one) => node("li", {}, node("a", { href: to(one.url), click: go }, one.title)));
    const also = more.length ? node("div", { class: "am-hit__also" }, strings.also, node("ul", {}, ...more)) : null;
    return node("li", { class: "am-hit", ...other }, node("p", { class: "am-hit__head" }, link, " ", kind), node("p", { class: "am-hit__text" }, ...marked(first.words)), also);
  }

  /** The definition, what may have been meant, recent searches, help. @param {string} text @param {Answer} answer @param {Record<string, any>} strings */
  #notes(text, answer, strings) {
    const better = answer.layout ?? answer.mean;
    this.notes.replaceChildren(...[answer.term && this.#term(answer.term, strings), better && this.#offer(answer.instead ? strings.instead : answer.layout ? strings.layout : strings.mean, better)].filter((one) => one instanceof Node));
    const helps = answer.state === "asked" && !answer.found.length;
    this.below.replaceChildren(...(answer.state === "empty" ? this.#recent(strings) : helps ? this.#help(strings) : []));
  }

  /** @param {Record<string, any>} term @param {Record<string, any>} strings */
  #term(term, strings) {
    const to = (/** @type {string} */ url) => new URL(url, this.box.searcher.home).href;
    const go = () => this.box.remember();
    const page = term.page && node("a", { href: to(term.page), click: go }, strings.term_page);
    return node("section", { class: "am-box__term", "aria-label": strings.term }, node("p", { class: "am-box__name" }, term.name), node("p", {}, term.define), node("p", { class: "am-box__links" }, node("a", { href: to(term.url), click: go }, strings.term_more), page && " · ", page));
  }

  /** @param {string} words @param {string} query */
  #offer(words, query) {
    const take = () => (this.box.ask(query), this.box.input.focus());
    return node("p", { class: "am-box__mean" }, words, " ", node("button", { type: "button", class: "am-box__button am-box__offer", dir: directionOf(query, this.box.dir), click: take }, query));
  }

  /** @param {Record<string, any>} strings */
  #recent(strings) {
    const { recent } = this.box.memory.record;
    if (!recent.length) return [];
    const rows = recent.map((/** @type {string} */ one) => node("li", {}, node("button", { type: "button", class: "am-box__button am-box__offer", dir: directionOf(one, this.box.dir), click: () => (this.box.ask(one), this.box.input.focus()) }, one)));
    const forget = () => {
      this.box.memory.forget();
      this.below.replaceChildren();
      this.box.say(strings.forgotten);
      this.box.input.focus();
    };
    return [node("p", { class: "am-box__title" }, strings.recent), node("ul", { class: "am-box__recent" }, ...rows), node("p", { class: "am-box__small" }, strings.recent_note, " ", node("button", { type: "button", class: "am-box__button", click: forget }, strings.forget))];
  }

  /** @param {Record<string, any>} strings */
  #help(strings) {
    const { home, lang } = this.box.searcher;
    const start = lang === "he" ? "" : `${lang}/`;
    const link = (/** @type {string} */ url, /** @type {string} */ words) => node("li", {}, node("a", { href: new URL(start + url, home).href }, words));
    const clear = () => (this.filters.clear(), void this.box.run());
    const filters = this.filters.isSet() && node("p", {}, node("button", { type: "button", class: "am-box__button am-box__offer", click: clear }, strings.unfilter));
    const tips = node("ul", { class: "am-box__tips" }, node("li", {}, strings.tip_words), link("glossary/", strings.tip_glossary), link("guide/measurement/", strings.tip_guide), node("li", {}, strings.tip_forum));
    return [filters, node("p", { class: "am-box__title" }, strings.tips), tips].filter(Boolean);
  }

  /** @param {Record<string, any>} strings */
  #settings(strings) {
    const { memory } = this.box;
    const box = (/** @type {"keep" | "slash"} */ name) => {
      const input = node("input", { type: "checkbox", checked: memory.record[name], change: () => (memory.set(name, input.checked), void this.box.run()) });
      return node("label", { class: "am-box__switch" }, input, ` ${strings[name]}`);
    };
    return node("details", { class: "am-box__settings" }, node("summary", {}, strings.settings), box("keep"), box("slash"), node("p", { class: "am-box__small" }, strings.shortcuts));
  }
}

/** A code such as 2.S1 would turn round inside Hebrew: only an isolate keeps its order. @param {string} text */
const kept = (text) => (/\d\.[A-Z]|[A-Z]\.?\d/.test(text) ? node("bdi", { dir: "ltr" }, text) : text);
/** @param {{text: string, mark: boolean}[]} words */
const marked = (words) => words.flatMap(({ text, mark }) => [mark ? node("mark", {}, kept(text)) : kept(text), " "]);
/** @param {string} text */
const short = (text) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
