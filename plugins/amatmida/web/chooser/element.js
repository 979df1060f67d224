// @ts-check
// <amat-chooser>: radio buttons over the tables that stand in the page; reasons and weights are read from the tables.

import { all, node } from "../shared/node.js";
import { say } from "../shared/say.js";
import { decide, ranked } from "./choose.js";

export class AmatChooser extends HTMLElement {
  connectedCallback() {
    if (this.form) return;
    this.form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
    this.outcome = /** @type {HTMLElement} */ (this.querySelector(".amat-chooser-outcome"));
    this.status = /** @type {HTMLElement} */ (this.querySelector(".amat-chooser-status"));
    this.undecided = /** @type {HTMLElement} */ (this.querySelector(".amat-chooser-undecided"));
    this.sections = new Map(all(this, "section[data-result]").map((one) => [one.dataset.result, one]));
    this.pointers = all(this, "p[data-weight]").map(({ dataset }) => ({
      question: dataset.question, answer: dataset.answer, result: dataset.result, weight: Number(dataset.weight),
    }));
    this.#start();
  }

  #start() {
    if (!this.form) return;
    this.form.hidden = false;
    this.querySelector("details")?.removeAttribute("open");
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#show();
      this.outcome?.focus();
    });
    this.form.addEventListener("reset", (event) => {
      event.preventDefault();
      for (const radio of all(this.form, "input")) radio.checked = false;
      this.#show();
      /** @type {HTMLElement | null} */ (this.querySelector("input"))?.focus();
    });
    // An outcome that is already on show follows the answers; before that nothing jumps about.
    this.form.addEventListener("change", () => (this.outcome?.hidden ? this.#remember() : this.#show()));
    this.#recall();
    this.#show();
    this.setAttribute("data-live", "");
  }

  /** Question → answer, as marked now. @returns {Record<string, string>} */
  #answers() {
    return Object.fromEntries(all(this.form, "input:checked").map((radio) => [radio.name, radio.value]));
  }

  #recall() {
    const given = new URLSearchParams(location.search);
    for (const radio of all(this.form, "input")) radio.checked = given.get(radio.name) === radio.value;
  }

  #remember() {
    const given = new URLSearchParams(location.search);
    const answers = this.#answers();
    for (const { name } of all(this.form, "input")) given.delete(name);
    for (const [question, answer] of Object.entries(answers)) given.set(question, answer);
    const query = given.toString();
    history.replaceState(history.state, "", `${location.pathname}${query && `?${query}`}${location.hash}`);
  }

  #show() {
    this.#remember();
    const answers = this.#answers();
    const n = Object.keys(answers).length;
    const { chosen, close } = decide(ranked(this.pointers ?? [], answers));
    const { outcome, status, undecided } = this;
    if (!outcome || !status || !undecided) return;
    for (const section of this.sections?.values() ?? []) section.hidden = true;
    undecided.hidden = n === 0 || chosen.length > 0;
    outcome.hidden = n === 0;
    if (n === 0) outcome.replaceChildren();
    else outcome.replaceChildren(...this.#parts(chosen, close, answers, n));
    status.textContent = n === 0 ? "" : chosen.length ? this.#verdict(chosen) : (undecided.textContent ?? "");
  }

  /** @param {string | undefined} id */
  #title(id) {
    return this.sections?.get(id)?.querySelector("h4").textContent ?? "";
  }

  /** @param {string[]} chosen */
  #verdict(chosen) {
    const words = this.outcome?.dataset ?? {};
    const [first, second] = chosen.map((id) => this.#title(id));
    return say((second ? words.chosenTwo : words.chosenOne) ?? "", { first, second: second ?? "" });
  }

  /** @param {string[]} chosen @param {string[]} close @param {Record<string, string>} answers @param {number} n */
  #parts(chosen, close, answers, n) {
    const words = /** @type {Record<string, string>} */ (this.outcome?.dataset ?? {});
    const parts = chosen.length ? [node("p", { class: "amat-chooser-verdict" }, this.#verdict(chosen))] : [];
    if (close.length) parts.push(node("p", {}, say(words.close, { names: close.map((id) => this.#title(id)).join(", ") })));
    for (const id of chosen) parts.push(this.#chosen(id, answers, words));
    const rest = this.#reasons(answers, (p) => p.dataset.result === undefined || !chosen.includes(p.dataset.result));
    if (rest.length) parts.push(node("div", {}, node("p", {}, node("b", {}, words.elsewhere)), node("ul", {}, ...rest)));
    parts.push(node("p", {}, say(words.answered, { n, of: all(this.form, "fieldset").length })));
    return parts;
  }

  /** A result with its reasons first. @param {string} id @param {Record<string, string>} answers @param {Record<string, string>} words */
  #chosen(id, answers, words) {
    const section = /** @type {HTMLElement} */ (this.sections?.get(id)?.cloneNode(true));
    section.hidden = false;
    section.removeAttribute("aria-labelledby");
    const title = section.querySelector("h4");
    title?.removeAttribute("id");
    const reasons = this.#reasons(answers, (p) => p.dataset.result === id, false);
    title?.after(node("p", {}, node("b", {}, words.because)), node("ul", {}, ...reasons));
    return section;
  }

  /**
   * Of the answers given, those that `wanted` takes, as list items: answer, where it points, why.
   * @param {Record<string, string>} answers @param {(p: HTMLElement) => boolean} wanted @param {boolean} [named]
   */
  #reasons(answers, wanted, named = true) {
    return all(this, ".amat-chooser-table p[data-question]")
      .filter((p) => answers[p.dataset.question] === p.dataset.answer && wanted(p))
      .map((p) => {
        const said = p.closest("tr").querySelector("th").textContent.trim();
        const to = named && p.dataset.result ? `${this.#title(p.dataset.result)}. ` : "";
        return node("li", {}, node("b", {}, said), `: ${to}`, ...[...p.querySelector(".amat-chooser-why").cloneNode(true).childNodes]);
      });
  }
}
