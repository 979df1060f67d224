// @ts-check
// <amat-card-sheets>: of the sheets to print, show those that the address asks for.

import { all, node } from "../shared/node.js";
import { say } from "../shared/say.js";
import { fits, parse } from "./filter.js";

export class AmatCardSheets extends HTMLElement {
  connectedCallback() {
    if (this.words) return;
    this.words = JSON.parse(this.dataset.strings ?? "{}");
    this.status = this.querySelector('[role="status"]');
    this.every = /** @type {HTMLButtonElement} */ (this.querySelector(".amat-sheets-all"));
    const print = /** @type {HTMLButtonElement} */ (this.querySelector(".amat-sheets-print"));
    print.hidden = false;
    print.addEventListener("click", () => window.print());
    this.every.addEventListener("click", () => this.#all());
    this.#show(parse(location.search, () => true));
    this.setAttribute("data-live", "");
  }

  /** @param {import("./filter.js").Wishes} wishes */
  #show(wishes) {
    const sheets = all(this, "[data-facets]");
    const one = new URLSearchParams(location.search).get("card");
    const wanted = sheets.filter((sheet) => (one ? sheet.dataset.card === one : fits(JSON.parse(sheet.dataset.facets), wishes)));
    // An address that fits nothing (typed by hand, say) is no reason to print an empty page.
    const some = wanted.length > 0 && wanted.length < sheets.length;
    for (const sheet of sheets) sheet.hidden = some && !wanted.includes(sheet);
    if (this.every) this.every.hidden = !some;
    const n = some ? wanted.length : sheets.length;
    this.status?.replaceChildren(node("p", {}, say(some ? this.words.printed : this.words.every, { n, of: sheets.length })));
  }

  #all() {
    history.replaceState(history.state, "", location.pathname);
    this.#show({});
    /** @type {HTMLElement | null} */ (this.querySelector(".amat-sheets-print"))?.focus();
  }
}
