// @ts-check
// The facets, as plain lists to choose from. Their values are loaded when somebody opens them.
import { node } from "../shared/node.js";

const FACETS = ["kind", "audience", "principle", "field"];

export class Filters {
  element = node("details", { class: "am-box__filters" });
  /** @type {Map<string, HTMLSelectElement>} */
  #lists = new Map();
  /** Facet → value → numbers of pages. @type {Record<string, Record<string, Set<number>>>} */
  #pages = {};
  /** The pages of the last answer that nothing narrowed. @type {Set<number> | null} */
  #found = null;

  /** @param {() => void} changed */
  constructor(changed) {
    this.changed = changed;
  }

  /** @param {Record<string, any>} strings @param {import("./searcher.js").Searcher} searcher */
  furnish(strings, searcher) {
    const place = node("div", { class: "am-box__facets" });
    this.element.replaceChildren(node("summary", {}, strings.filters), place);
    this.element.addEventListener("toggle", () => void this.#fill(place, strings, searcher), { once: true });
  }

  /** @param {HTMLElement} place @param {Record<string, any>} strings @param {import("./searcher.js").Searcher} searcher */
  async #fill(place, strings, searcher) {
    this.#pages = await searcher.facets().catch(() => ({}));
    for (const name of FACETS) {
      const values = Object.keys(this.#pages[name] ?? {}).sort(byLabel(Object.keys(strings[name] ?? {})));
      if (values.length > 1) place.append(this.#list(name, ["", ...values], strings, strings.all));
    }
    place.append(this.#list("language", languages(searcher.lang), strings, ""));
    this.#trim();
  }

  /** Offer what would leave something of this answer. A narrowed answer, or none, says nothing about that. @param {import("./rank.js").Found[]} found */
  offer(found) {
    const { language: _, ...others } = this.chosen();
    const isOther = Boolean(this.#lists.get("language")?.selectedIndex);
    if (Object.keys(others).length) return;
    this.#found = found.length && !isOther ? new Set(found.map(({ hit }) => hit.id)) : null;
    this.#trim();
  }

  /** Hide the values without a page, and the facets without a value. */
  #trim() {
    for (const [name, list] of this.#lists) {
      const pages = this.#pages[name];
      if (!pages) continue;
      const has = (/** @type {string} */ value) => !this.#found || [...(pages[value] ?? [])].some((id) => this.#found?.has(id));
      const options = [...list.options].filter(({ value }) => value);
      for (const one of options) one.hidden = one.disabled = !has(one.value);
      const label = list.closest("label");
      if (label) label.hidden = options.every(({ hidden }) => hidden);
    }
  }

  /** @param {string} name @param {string[]} values @param {Record<string, any>} strings @param {string} all */
  #list(name, values, strings, all) {
    const shown = (/** @type {string} */ value) => (value ? (strings[name]?.[value] ?? value) : all);
    const list = node("select", { change: this.changed }, ...values.map((value) => node("option", { value }, shown(value))));
    this.#lists.set(name, list);
    return node("label", {}, `${strings.facets[name]} `, list);
  }

  /** @returns {Record<string, string>} */
  chosen() {
    return Object.fromEntries([...this.#lists].map(([name, list]) => [name, list.value]).filter(([, value]) => value));
  }

  isSet() {
    return [...this.#lists.values()].some((list) => list.selectedIndex > 0);
  }

  clear() {
    for (const list of this.#lists.values()) list.selectedIndex = 0;
  }
}

/** In the order of the labels. @param {string[]} order */
const byLabel = (order) => (/** @type {string} */ a, /** @type {string} */ b) => order.indexOf(a) - order.indexOf(b);

/** The page's language first, then the others the site has. @param {string} own */
function languages(own) {
  const others = [...document.querySelectorAll(".am-languages a[hreflang]")].map((link) => link.getAttribute("hreflang") ?? "");
  return [...new Set([own, ...others, ...(others.length ? [] : ["he", "en"])])];
}
