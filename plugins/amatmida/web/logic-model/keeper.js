// @ts-check
/** @import {Finding, Model} from "./logic-model" */
/** @import {Store} from "../shared/store.js" */
/** @import {AmatLogicModel} from "./element.js" */
// Saving by itself: a moment after each edit, and at the latest when the page is left. Nothing that another tab saved is lost.

import { say } from "../shared/say.js";
import { emptyEntry } from "../shared/records.js";
import { Shelf, blankModel } from "./shelf.js";

export class Keeper {
  rev = 0;
  #timer = 0;
  #dirty = false;
  /** @type {() => void} */
  #unsubscribe = () => {};
  #leave = () => this.flush();

  /** @param {Store} store @param {AmatLogicModel} lab */
  constructor(store, lab) {
    this.store = store;
    this.lab = lab;
    this.shelf = new Shelf(store);
  }

  listen() {
    this.#unsubscribe = this.store.subscribe((key) => this.#heard(key));
    window.addEventListener("pagehide", this.#leave);
    document.addEventListener("visibilitychange", this.#leave);
  }

  stop() {
    this.flush();
    this.#unsubscribe();
    window.removeEventListener("pagehide", this.#leave);
    document.removeEventListener("visibilitychange", this.#leave);
  }

  /** What the builder opens with: the model last changed, or an exercise's own. @returns {Model} */
  first() {
    const { exercise, lang } = this.lab;
    const saved = exercise ? this.shelf.get(exercise.id) : this.shelf.list().find(({ model }) => model.id.startsWith("m-"));
    this.rev = saved?.rev ?? 0;
    if (saved) return saved.model;
    const blank = blankModel(lang);
    return exercise ? { ...(exercise.start ?? blank), id: exercise.id } : blank;
  }

  later() {
    this.#dirty = true;
    this.lab.frame?.saved("");
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.flush(), 400);
  }

  /** Forget the model that is open. */
  drop() {
    clearTimeout(this.#timer);
    this.#dirty = false;
    this.shelf.remove(this.lab.model.id);
  }

  flush() {
    clearTimeout(this.#timer);
    if (!this.#dirty) return;
    this.#dirty = false;
    const { t, model } = this.lab;
    const { model: kept, rev, copied } = this.shelf.save(model, this.rev, say(t.copy_of, { title: model.title || t.untitled }));
    this.rev = rev;
    if (copied) {
      this.lab.rename(kept);
      this.lab.tell(t.other_tab_copy);
    }
    this.lab.frame?.saved(this.store.notices.has("full") || this.store.notices.has("forbidden") ? t.not_saved : t.saved);
  }

  /** @param {string | null} key see Store.subscribe */
  #heard(key) {
    this.lab.frame?.notices(this.store.notices);
    if (key === "") return;
    this.lab.frame?.shelf();
    const mine = `model/${this.lab.model.id}`;
    if ((key !== null && key !== mine) || this.#dirty) return;
    const saved = this.shelf.get(this.lab.model.id);
    if (!saved && this.rev) {
      this.rev = 0;
      this.lab.tell(this.lab.t.other_tab_removed);
    } else if (saved && saved.rev !== this.rev) {
      this.rev = saved.rev;
      this.lab.adopt(saved.model);
      this.lab.tell(this.lab.t.other_tab);
    }
  }

  /** An exercise's result, kept as a quiz's. @param {Finding[]} found */
  score(found) {
    const { exercise, model, t } = this.lab;
    if (!exercise || (!this.rev && !this.#dirty)) return;
    const { score, left } = exercise.mend ? mended(exercise.mend, found) : built(model, found);
    const outcome = score === 1 ? "right" : score > 0 ? "partly" : "wrong";
    const before = this.store.progress(exercise.id);
    const entry = { ...emptyEntry(), tries: 1, score, outcome: /** @type {const} */ (outcome), round: before.round };
    const complete = before.complete || score >= 0.8;
    if (before.items[exercise.id]?.score !== score) this.store.replace(exercise.id, { ...before, complete, items: { ...before.items, [exercise.id]: entry } });
    const percent = Math.round(score * 100);
    this.lab.frame?.score(say(t[exercise.mend ? "mend_score" : "build_score"], { percent, n: left }));
    const detail = { quiz: exercise.id, total: 1, answered: 1, percent, finished: score === 1, complete, missed: score < 1 ? [exercise.id] : [] };
    this.lab.dispatchEvent(new CustomEvent("amat-progress", { bubbles: true, detail }));
  }
}

/** How much of what was planted the rules find no more. @param {Array<{rule: string, at: string[]}>} planted @param {Finding[]} found */
function mended(planted, found) {
  const key = (/** @type {{rule: string, at: string[]}} */ { rule, at }) => [rule, ...at].join(" ");
  const now = new Set(found.map(key));
  const left = planted.filter((one) => now.has(key(one))).length;
  return { score: 1 - left / planted.length, left };
}

/** A model of one's own: five columns in use, linked, and no mistake that is neither mended nor argued for. @param {Model} model @param {Finding[]} found */
function built({ nodes, links }, found) {
  const columns = new Set(nodes.map(({ kind }) => kind)).size;
  const left = found.filter(({ severity, argued }) => severity === "mistake" && !argued).length;
  const started = nodes.length >= 6 && links.length >= 4;
  return { score: started ? (Math.min(columns, 5) / 5) * Math.max(0, 1 - left / nodes.length) : 0, left };
}
