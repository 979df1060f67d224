// @ts-check
// The facets, as plain lists to choose from. Their values are loaded when somebody opens them.
import { node } from "../shared/node.js";

const FACETS = ["kind", "audience", "principle", "field"];

export class Filters {
  element = node("details", { class: "am-box__filters" });
  /** @type {Map<string, HTMLSelectElement>} */
  #lists = new Map();

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
    const found = await searcher.facets().catch(() => ({}));
    for (const name of FACETS) {
      const values = Object.keys(/** @type {any} */ (found)[name] ?? {});
      if (values.length > 1) place.append(this.#list(name, ["", ...values], strings, strings.all));
    }
    place.append(this.#list("language", languages(searcher.lang), strings, ""));
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

/** The page's language first, then the others the site has. @param {string} own */
function languages(own) {
  const others = [...document.querySelectorAll(".am-languages a[hreflang]")].map((link) => link.getAttribute("hreflang") ?? "");
  return [...new Set([own, ...others, ...(others.length ? [] : ["he", "en"])])];
}
