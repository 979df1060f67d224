// @ts-check
/** @import {Answer, Entry, Grade, Item, QuizData} from "./quiz" */
/** @typedef {QuizData & {seed: string, check(view: ItemView): void, draft(view: ItemView): void, hint(view: ItemView): void}} Host the quiz around the item */
// One item in the page: its controls, its buttons, and the one live region in which everything about it is said.

import { all, node, ours } from "../shared/node.js";
import { directionOf, say } from "../shared/say.js";
import { shuffled } from "../shared/seed.js";
import { feedback, mark, unmark } from "./feedback.js";
import { phaseOf } from "./logic.js";
import { addOrderControls, numberCards } from "./order-controls.js";
import { kindOf } from "./types/index.js";

export class ItemView {
  said = node("p", { class: "amat-hidden" });
  hintList = node("div", { class: "amat-hints" });
  verdict = node("div", { class: "amat-verdict" });
  checkButton = node("button", { type: "button", class: "amat-button is-main", click: () => this.host.check(this) });
  hintButton = node("button", { type: "button", class: "amat-button", click: () => this.#hint() });
  /** @type {HTMLElement | undefined} */
  rubric;

  /**
   * @param {HTMLElement} root
   * @param {HTMLElement | undefined} keyEntry the item's entry in the printed key
   * @param {Item} item
   * @param {Host} host
   */
  constructor(root, keyEntry, item, host) {
    this.root = root;
    this.keyEntry = keyEntry;
    this.item = item;
    this.host = host;
    this.kind = kindOf(item);
    /** @type {HTMLElement} */
    this.body = all(root, ".amat-body")[0];
    /** @type {HTMLElement | undefined} */
    this.orderList = all(this.body, ".amat-order")[0];
    this.#build();
  }

  // --- building

  #build() {
    const { strings, behaviour } = this.host;
    this.checkButton.textContent = strings[!this.kind.unscored ? "check" : this.item.type === "reflect" ? "compare" : "save"];
    const buttons = behaviour.feedback === "immediate" ? [this.checkButton, this.hintButton] : [this.hintButton];
    const live = node("div", { class: "amat-live", role: "status", "aria-atomic": "false" }, this.said, this.hintList, this.verdict);
    this.root.querySelector(".amat-ask")?.append(node("div", { class: "amat-actions" }, ...buttons), live);
    for (const one of all(this.root, ".amat-nojs")) one.remove();
    this.#mixParts();
    if (this.orderList) this.#buildOrder(this.orderList);
    if (this.item.type === "reflect") this.#buildRubric();
    this.body.addEventListener("input", (event) => this.#edited(/** @type {Element} */ (event.target)));
    this.root.addEventListener("keydown", (event) => this.#entered(event));
  }

  /** The learner's own order of options or cards; what a card is matched with stays lettered as printed. */
  #mixParts() {
    if (!this.kind.mixed || !this.host.behaviour.shuffle.options) return;
    const parts = new Map(this.parts().map((part) => [part.dataset.part, part]));
    const ids = shuffled([...parts.keys()], `${this.host.seed}/${this.item.id}`);
    // Never the key itself.
    if (this.orderList && ids.join() === this.item.cards.map(({ id }) => id).join()) ids.reverse();
    this.body.querySelector(".amat-parts")?.append(...ids.map((id) => parts.get(id)));
  }

  /** @param {HTMLElement} list */
  #buildOrder(list) {
    this.item.start = this.parts().map((card) => card.dataset.part);
    addOrderControls(list, this.host.strings, (words) => this.#moved(words));
  }

  #buildRubric() {
    const { strings } = this.host;
    const boxes = this.item.rubric.map(({ id, text }) =>
      node("label", { class: "amat-option" }, node("input", { type: "checkbox", value: id }), ours(text)),
    );
    const title = node("p", { id: `${this.root.id}-rubric` }, strings.rubric);
    const model = node("p", { class: "amat-model", tabindex: "-1" }, node("strong", {}, strings.model), " ", ours(this.item.model));
    this.rubric = node("div", { class: "amat-rubric", role: "group", "aria-labelledby": title.id }, model, title, ...boxes);
    this.body.append(this.rubric);
  }

  // --- what a person does

  /** @param {Element} target */
  #edited(target) {
    this.#turn();
    const part = target.closest("[data-part]");
    const wide = target.matches("[type=radio], [type=checkbox]") || !part;
    for (const one of wide ? this.parts() : [part]) unmark(one);
    // A list of places tells of its move itself.
    if (!this.orderList) this.host.draft(this);
  }

  /** @param {string} words */
  #moved(words) {
    this.parts().forEach(unmark);
    this.said.textContent = words;
    this.host.draft(this);
  }

  #hint() {
    this.host.hint(this);
    // The button goes away with the last hint; focus goes to what it brought.
    if (this.hintButton.hidden) all(this.hintList, "p").at(-1)?.focus();
  }

  /** Enter answers, as in any form. @param {KeyboardEvent} event */
  #entered(event) {
    const field = /** @type {Element} */ (event.target).matches("input");
    if (event.key !== "Enter" || !field || event.isComposing || !this.checkButton.isConnected || this.checkButton.hidden) return;
    event.preventDefault();
    this.host.check(this);
  }

  // --- what the quiz asks of it

  /** @param {string} [id] @returns {any[]} */
  parts = (id) => all(this.body, "[data-part]").filter((part) => id === undefined || part.dataset.part === id);

  /** @param {string} id */
  labelOf = (id) => {
    const [part] = this.parts(id);
    const named = part?.querySelector("input[aria-label]")?.getAttribute("aria-label");
    return (named ?? part?.querySelector("label")?.textContent ?? id).trim();
  };

  /** The item's number and question, for links that name it. */
  title() {
    return ["number", "prompt"].map((name) => this.root.querySelector(`.amat-${name}`)?.textContent?.trim()).join(": ");
  }

  /** @param {number} n @param {number} of */
  count(n, of) {
    for (const place of [...all(this.root, ".amat-number"), ...all(this.keyEntry, ".amat-number")]) {
      place.textContent = say(this.host.strings.number, { n, of });
    }
  }

  /** @param {{say: string, parts?: string[]}} lack */
  showLack({ say: sentence, parts = [] }) {
    const words = say(this.host.strings[sentence], { parts: parts.map(this.labelOf).join("; ") });
    this.verdict.replaceChildren(node("p", { class: "amat-outcome is-lack" }, words));
    this.focus(this.parts(parts[0])[0]);
  }

  /** @param {Element} [within] */
  focus(within = this.body) {
    const [first] = [...all(within, "input:checked"), ...all(within, ":is(input, select, textarea, button):enabled")];
    first?.focus();
  }

  /** To what the answer brought: the model answer to compare with, else the verdict. */
  focusVerdict() {
    /** @type {HTMLElement | null} */ (this.rubric?.firstElementChild ?? this.verdict.firstElementChild)?.focus();
  }

  /** @returns {Answer | null} */
  read() {
    return this.kind.read(this.body, this.item);
  }

  // --- showing

  /** Show the item as saved. @param {Entry} entry @param {Answer | null} answer */
  show(entry, answer) {
    const phase = phaseOf(entry, this.host.behaviour.tries);
    const locked = phase === "done" && !this.kind.unscored;
    this.kind.restore(this.body, this.item, answer);
    this.#turn();
    for (const control of all(this.body, "input, select, textarea")) control.disabled = locked;
    if (this.orderList) numberCards(this.orderList);
    this.checkButton.hidden = locked || Boolean(phase === "done" && this.rubric);
    if (this.rubric) this.rubric.hidden = phase !== "done";
    this.showHints(entry.hints, phase === "done");
    if (phase === "open") this.#clear();
    else this.#judge(entry, answer, phase === "done");
  }

  /** @param {Entry} entry @param {Answer | null} answer @param {boolean} done */
  #judge(entry, answer, done) {
    const { strings, lang } = this.host;
    const grade = this.#gradeOf(entry, answer);
    const key = done && grade.outcome !== "right" ? this.kind.key(this.item, strings, lang) : {};
    const judged = answer && (this.kind.unscored || Object.keys(grade.parts).length);
    const reasons = judged ? this.kind.tell(this.item, answer, grade) : [];
    const sources = this.keyEntry?.querySelector(".amat-sources")?.cloneNode(true) ?? null;
    mark(this.body, grade.parts, key, strings);
    this.verdict.replaceChildren(...feedback({ item: this.item, entry, grade, reasons, key, done, labelOf: this.labelOf, sources }, this.host));
  }

  /**
   * The saved outcome is what counts. What is in the page may have been edited since it was checked; then its parts
   * are not judged.
   * @param {Entry} entry
   * @param {Answer | null} answer
   * @returns {Grade}
   */
  #gradeOf(entry, answer) {
    const now = answer && this.kind.grade(this.item, answer);
    return now?.outcome === entry.outcome ? now : { outcome: entry.outcome ?? "wrong", score: entry.score, parts: {} };
  }

  #clear() {
    this.parts().forEach(unmark);
    this.verdict.replaceChildren();
    this.said.textContent = "";
  }

  /** @param {number} opened @param {boolean} done */
  showHints(opened, done) {
    const { strings } = this.host;
    const { hints = [] } = this.item;
    const before = this.hintList.children.length;
    if (before > opened) this.hintList.replaceChildren();
    for (const [n, hint] of [...hints.entries()].slice(this.hintList.children.length, opened)) {
      const lead = node("strong", {}, say(strings.hint_n, { n: n + 1, of: hints.length }));
      this.hintList.append(node("p", { tabindex: "-1" }, lead, " ", ours(hint)));
    }
    this.hintButton.textContent = opened ? strings.hint_more : strings.hint;
    this.hintButton.hidden = done || opened >= hints.length;
  }

  /** Each text in the direction of its own letters. */
  #turn() {
    const page = /** @type {HTMLElement} */ (this.root.closest("[dir]")).dir;
    for (const field of all(this.body, "input[type=text], textarea")) field.dir = directionOf(field.value, page);
  }
}
