// @ts-check
/** @import {Model} from "./logic-model" */
/** @typedef {{model: Model, mark: string, words: string}} Step `words`: what was done; steps of one mark are one */

const MOST_STEPS = 300;

/** What was done to a model, there and back. */
export class History {
  /** @type {Step[]} */
  #past;
  /** @type {Step[]} */
  #future = [];

  /** @param {Model} model */
  constructor(model) {
    this.#past = [{ model, mark: "", words: "" }];
  }

  get model() {
    return this.#past[this.#past.length - 1].model;
  }

  get canUndo() {
    return this.#past.length > 1;
  }

  get canRedo() {
    return this.#future.length > 0;
  }

  /** @param {Model} model @param {string} [mark] typing on in one field keeps its mark, so it is undone at once @param {string} [words] */
  push(model, mark = "", words = "") {
    const last = this.#past[this.#past.length - 1];
    const same = mark !== "" && last.mark === mark && this.#past.length > 1 && !this.#future.length;
    if (same) this.#past.pop();
    this.#past.push({ model, mark, words });
    if (this.#past.length > MOST_STEPS) this.#past.shift();
    this.#future = [];
  }

  /** End the run of one mark: what is typed next is a step of its own. */
  seal() {
    this.#past[this.#past.length - 1].mark = "";
  }

  /** @returns {string | null} the words of what was undone; null when there is nothing */
  undo() {
    if (!this.canUndo) return null;
    const step = /** @type {Step} */ (this.#past.pop());
    this.#future.push(step);
    return step.words;
  }

  /** @returns {string | null} */
  redo() {
    const step = this.#future.pop();
    if (!step) return null;
    this.#past.push(step);
    return step.words;
  }
}
