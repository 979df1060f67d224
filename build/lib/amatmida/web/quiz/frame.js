// @ts-check
/** @import {Item, QuizData} from "./quiz" */
/** @import {ItemView} from "./item-view.js" */
/** @typedef {ReturnType<typeof import("./logic.js").summary>} Summary */
// What surrounds the items: progress, handing in, the result, starting over, and notices about saving.

import { all, node } from "../shared/node.js";
import { confirmInline } from "../shared/confirm.js";
import { say } from "../shared/say.js";

/** What the frame asks of the quiz. @typedef {{submit(anyway: boolean): void, again(items: Item[]): void, restart(): void}} Doors */

export class QuizFrame {
  /**
   * @param {HTMLElement} quiz
   * @param {QuizData} data
   * @param {Doors} doors
   */
  constructor(quiz, data, doors) {
    this.quiz = quiz;
    this.data = data;
    this.doors = doors;
    const { strings, behaviour } = data;
    this.warning = node("div", { class: "amat-warning", role: "status" });
    this.submitButton = node("button", { type: "button", class: "amat-button is-main", click: () => doors.submit(false) }, strings.submit);
    this.bar = node("progress", { "aria-hidden": "true" });
    this.count = node("p", { class: "amat-count" });
    this.result = node("div", { class: "amat-result", role: "status" });
    this.retry = node("div", { class: "amat-actions" });
    this.noticeBox = node("div", { class: "amat-notice", role: "status" });
    const hand = behaviour.feedback === "end" && node("div", { class: "amat-actions amat-submit" }, this.submitButton);
    const [head, foot] = all(quiz, ":scope > .amat-head, :scope > .amat-foot");
    foot.prepend(...(hand ? [hand] : []), this.warning, node("div", { class: "amat-progress" }, this.bar, this.count), this.result, this.retry);
    const start = { open: strings.restart, ask: strings.restart_ask, act: strings.restart_do, cancel: strings.cancel };
    foot.append(confirmInline(start, () => doors.restart()));
    head.append(this.noticeBox);
  }

  /** @param {Summary} result @param {Item[]} items */
  update(result, items) {
    const { strings, behaviour } = this.data;
    const { answered: n, total: of, finished } = result;
    this.count.textContent = say(strings.progress, { n, of });
    this.bar.max = of;
    this.bar.value = n;
    this.submitButton.textContent = strings[n === of ? "submit_again" : "submit"];
    this.submitButton.hidden = finished;
    this.#words(finished || (n === of && behaviour.feedback === "end") ? this.#sentences(result) : []);
    this.retry.replaceChildren(...(finished ? this.#retries(result, items) : []));
  }

  /** Said only when it changes: a live region speaks on every change. @param {string[]} sentences */
  #words(sentences) {
    if (this.result.dataset.said === sentences.join()) return;
    this.result.dataset.said = sentences.join();
    this.result.replaceChildren(...sentences.map((one, n) => node("p", n ? {} : { class: "amat-result-title", tabindex: "-1" }, one)));
  }

  /** @param {Summary} result @returns {string[]} */
  #sentences({ percent, complete, missed, finished }) {
    const { strings, behaviour } = this.data;
    const sentences = [strings[complete ? "complete" : "finished"]];
    if (percent !== null) sentences.push(say(strings.score, { percent }));
    if (percent === 100 && finished && !missed.length) sentences.push(strings.all_right);
    if (!complete && behaviour.complete.rule !== "all-attempted") sentences.push(say(strings.below, { percent: behaviour.complete.score }));
    return sentences;
  }

  /** @param {Summary} result @param {Item[]} items */
  #retries({ missed }, items) {
    const { strings, behaviour } = this.data;
    const asked = { "wrong-only": missed, all: items, none: [] }[behaviour.retry];
    if (!asked.length) return [];
    const words = behaviour.retry === "all" ? strings.retry_all : say(strings.retry_wrong, { n: asked.length });
    return [node("button", { type: "button", class: "amat-button", click: () => this.doors.again(asked) }, words)];
  }

  /** @param {ItemView[]} views items left open */
  warn(views) {
    const { strings } = this.data;
    const links = views.map((view) => {
      const go = (/** @type {Event} */ event) => {
        event.preventDefault();
        view.root.scrollIntoView({ block: "start" });
        view.focus();
      };
      return node("li", {}, node("a", { href: `#${view.root.id}`, click: go }, view.title()));
    });
    const anyway = node("button", { type: "button", class: "amat-button", click: () => this.#anyway() }, strings.submit_anyway);
    const lead = node("p", { tabindex: "-1" }, say(strings.unanswered, { n: views.length }));
    this.warning.replaceChildren(lead, node("ul", {}, ...links), anyway);
    lead.focus();
  }

  #anyway() {
    this.warning.replaceChildren();
    this.doors.submit(true);
  }

  focusResult() {
    this.warning.replaceChildren();
    const place = this.result.querySelector("p") ?? this.quiz.querySelector(".amat-outcome.is-wrong, .amat-outcome.is-partly");
    /** @type {HTMLElement | null} */ (place)?.focus();
  }

  /** @param {Set<string>} notices */
  notices(notices) {
    const words = [...notices].map((name) => this.data.strings[name]).join("\n");
    if (this.noticeBox.dataset.said === words) return;
    this.noticeBox.dataset.said = words;
    this.noticeBox.replaceChildren(...[...notices].map((name) => node("p", {}, this.data.strings[name])));
  }
}
