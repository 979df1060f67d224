// @ts-check
/** @import {Answer, Entry, Item, QuizData} from "./quiz" */
// <amat-quiz>: brings the server's questions to life. State goes in through the store and the page's own data, and
// comes out as one bubbling event, `amat-progress`.

import { all } from "../shared/node.js";
import { sharedStore } from "../shared/store.js";
import { QuizFrame } from "./frame.js";
import { ItemView } from "./item-view.js";
import { anew, drawn, entryOf, migrated, phaseOf, summary, tried } from "./logic.js";
import { kindOf } from "./types/index.js";

export class AmatQuiz extends HTMLElement {
  #store = sharedStore();
  /** @type {QuizData} */ // @ts-ignore set before anything else
  #data;
  /** @type {QuizFrame} */ // @ts-ignore set before anything else
  #frame;
  /** Every item's view, also of those not drawn, by item id. @type {Map<string, ItemView>} */
  #all = new Map();
  /** Those this learner meets, in the order shown. @type {ItemView[]} */
  #views = [];
  /** What each item showed last, by item id. @type {Map<string, string>} */
  #shown = new Map();
  /** @type {() => void} */
  #stop = () => {};

  connectedCallback() {
    if (!this.#data) this.#start(JSON.parse(all(this, ":scope > .amat-data")[0].textContent));
    this.#stop = this.#store.subscribe((key) => this.#heard(key));
    this.#refresh();
  }

  disconnectedCallback() {
    this.#stop();
  }

  // --- starting

  /** @param {QuizData} data */
  #start(data) {
    this.#data = data;
    this.#migrate();
    const host = { ...data, seed: this.#store.seed(), check: this.#check, draft: this.#draft, hint: this.#hint };
    for (const item of data.items) {
      const [root, key] = all(this, `[data-item="${item.id}"]`);
      this.#all.set(item.id, new ItemView(root, key, item, host));
    }
    for (const one of all(this, ".amat-head .amat-nojs")) one.remove();
    this.#frame = new QuizFrame(this, data, { submit: this.#submit, again: this.#again, restart: this.#restart });
    this.setAttribute("data-live", "");
  }

  /** Bring saved answers under today's ids and today's key. */
  #migrate() {
    const { quiz, was, items } = this.#data;
    this.#store.adopt(quiz, was);
    const before = this.#progress();
    const { progress, renamed } = migrated(before, items, kindOf);
    if (JSON.stringify(progress) !== JSON.stringify(before)) this.#store.replace(quiz, progress);
    for (const [old, now] of renamed) this.#store.moveText(old, now);
  }

  // --- showing

  #progress() {
    return this.#store.progress(this.#data.quiz);
  }

  /** @param {ItemView} view */
  #entry = (view) => entryOf(this.#progress(), view.item.id);

  /** @param {ItemView} view */
  #isDone = (view) => phaseOf(this.#entry(view), this.#data.behaviour.tries) === "done";

  /** @param {string | null} key see Store.subscribe */
  #heard(key) {
    if (key === "") this.#frame.notices(this.#store.notices);
    else if (key === null || key === `quiz/${this.#data.quiz}`) this.#refresh();
  }

  /** Show everything as saved. Items that look the same are left alone, so nobody's typing is disturbed. */
  #refresh() {
    const progress = this.#progress();
    const { items, behaviour, quiz } = this.#data;
    const mine = drawn(items, behaviour, `${this.#store.seed()}/${quiz}/${progress.round}`, progress);
    this.#arrange(mine.map(({ id }) => /** @type {ItemView} */ (this.#all.get(id))));
    for (const view of this.#views) this.#show(view, entryOf(progress, view.item.id));
    this.#update();
  }

  /** Only drawn items stay in the page, in the learner's order; the printed key follows. @param {ItemView[]} views */
  #arrange(views) {
    if (views.length === this.#views.length && views.every((view, n) => view === this.#views[n])) return;
    this.#views = views;
    const [list, keys] = all(this, ".amat-items, .amat-keys");
    list.replaceChildren(...views.map(({ root }) => root));
    keys.replaceChildren(keys.firstElementChild, ...views.flatMap(({ keyEntry }) => keyEntry ?? []));
    const told = new Set();
    for (const [n, view] of views.entries()) {
      view.count(n + 1, views.length);
      for (const stem of all(view.root, ".amat-stem")) {
        stem.open = !told.has(stem.dataset.stem);
        told.add(stem.dataset.stem);
      }
    }
  }

  /** @param {ItemView} view @param {Entry} entry */
  #show(view, entry) {
    const now = JSON.stringify(entry);
    if (this.#shown.get(view.item.id) === now) return;
    this.#shown.set(view.item.id, now);
    view.show(entry, this.#answerOf(view, entry));
  }

  /** What was answered, together with the words that are kept apart. @param {ItemView} view @param {Entry} entry @returns {Answer | null} */
  #answerOf({ kind, item }, entry) {
    if (!kind.writes) return entry.answer;
    const text = this.#store.text(item.id);
    return Object.keys(text).length ? { text, ids: entry.answer } : null;
  }

  #update() {
    const progress = this.#progress();
    const { quiz, behaviour } = this.#data;
    const items = this.#views.map(({ item }) => item);
    const result = summary(items, (item) => entryOf(progress, item.id), behaviour, (item) => !kindOf(item).unscored);
    if (result.complete && !progress.complete) this.#store.replace(quiz, { ...progress, complete: true });
    this.#frame.update(result, items);
    this.#frame.notices(this.#store.notices);
    const detail = { quiz, ...result, missed: result.missed.map(({ id }) => id), complete: result.complete || progress.complete };
    this.dispatchEvent(new CustomEvent("amat-progress", { bubbles: true, detail }));
  }

  // --- doing

  /** @param {ItemView} view @param {Entry} entry @param {boolean} [silent] the page already shows it */
  #save(view, entry, silent = false) {
    this.#store.put(this.#data.quiz, view.item.id, entry);
    if (silent) this.#shown.set(view.item.id, JSON.stringify(this.#entry(view)));
    else this.#show(view, this.#entry(view));
  }

  /** Words are kept as they are typed; choices until the first check, after it the checked answer counts. @param {ItemView} view */
  #draft = (view) => {
    const answer = view.read();
    const entry = this.#entry(view);
    const { kind, item } = view;
    if (kind.writes) this.#store.putText(item.id, answer?.text ?? {});
    if (entry.tries && !view.rubric) return;
    this.#save(view, { ...entry, answer: kind.writes ? (answer?.ids ?? entry.answer) : answer }, true);
  };

  /** @param {ItemView} view */
  #check = (view) => {
    const answer = view.read();
    const lack = view.kind.lack(view.item, answer);
    if (lack) return view.showLack(lack);
    this.#try(view, answer);
    if (this.#isDone(view)) view.focusVerdict();
    this.#update();
  };

  /** @param {ItemView} view @param {Answer | null} answer null when it was left open */
  #try({ kind, item }, answer) {
    const view = /** @type {ItemView} */ (this.#all.get(item.id));
    const grade = answer ? kind.grade(item, answer) : { outcome: /** @type {const} */ ("wrong"), score: 0, parts: {} };
    const ids = kind.writes ? answer && (answer.ids ?? []) : answer;
    if (kind.writes && answer) this.#store.putText(item.id, answer.text);
    this.#shown.delete(item.id);
    this.#save(view, tried(this.#entry(view), ids, grade));
  }

  /** @param {ItemView} view */
  #hint = (view) => {
    const entry = this.#entry(view);
    this.#save(view, { ...entry, hints: entry.hints + 1 }, true);
    view.showHints(entry.hints + 1, false);
  };

  /** All at once. Items left open are named first; handed in anyway, they count as wrong. @param {boolean} anyway */
  #submit = (anyway) => {
    const open = this.#views.filter((view) => !this.#isDone(view)).map((view) => ({ view, answer: view.read() }));
    const lacking = open.filter(({ view, answer }) => view.kind.lack(view.item, answer));
    if (lacking.length && !anyway) return this.#frame.warn(lacking.map(({ view }) => view));
    for (const { view, answer } of open) if (answer || !view.kind.unscored) this.#try(view, answer);
    this.#update();
    this.#frame.focusResult();
  };

  /** @param {Item[]} items those to ask anew */
  #again = (items) => {
    const views = this.#views.filter(({ item }) => items.includes(item));
    for (const view of views) {
      if (!view.kind.unscored) this.#store.putText(view.item.id, {});
      this.#save(view, anew(this.#entry(view)));
    }
    this.#update();
    views[0]?.focus();
  };

  #restart = () => {
    const { quiz, items } = this.#data;
    this.#store.restart(quiz, items.map(({ id }) => id));
    this.#shown.clear();
    this.#refresh();
    this.#views[0]?.focus();
  };
}
