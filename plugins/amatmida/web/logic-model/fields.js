// @ts-check
/** @import {Model} from "./logic-model" */
/** @typedef {{model: Model, t: Record<string, any>, dir: string, commit(model: Model, words?: string, mark?: string): void, tell(words: string): void, select(id: string, focus?: boolean): void, pickTarget(id: string): void}} Lab what parts of the builder ask of it */
// Fields that show a part of the model and change it as they are typed in.

import { node } from "../shared/node.js";
import { turn } from "../shared/say.js";

let counter = 0;

/** @param {string} label @param {HTMLElement} control @param {string} [more] */
export function labelled(label, control, more = "") {
  control.id ||= `amat-field-${(counter += 1)}`;
  return node("div", { class: `amat-field ${more}` }, node("label", { for: control.id }, label), control);
}

/** @param {string} words @param {() => void} click @param {Record<string, unknown>} [given] */
export const button = (words, click, given = {}) => node("button", { type: "button", class: "amat-button", ...given, click }, words);

/** A folded part whose code comes when it is first opened. @param {string} words @param {() => Promise<HTMLElement>} load @param {string} [name] class */
export function fold(words, load, name = "amat-fold") {
  const made = node("details", { class: name }, node("summary", {}, words));
  made.addEventListener("toggle", async () => made.append(await load()), { once: true });
  return made;
}

/** Words that stay are not written again: that would cost a layout. @param {HTMLElement} one @param {string} words */
export function write(one, words) {
  if (one.textContent !== words) one.textContent = words;
}

/** @param {HTMLElement} one @param {boolean} away */
export function hide(one, away) {
  if (one.hidden !== away) one.hidden = away;
}

/** The fields of one panel: shown anew when the model changes elsewhere, without touching what is being typed. */
export class Fields {
  /** @type {Array<() => void>} */
  #bound = [];

  /** @param {Lab} lab */
  constructor(lab) {
    this.lab = lab;
  }

  clear() {
    this.#bound = [];
  }

  /** Bring every field to the model's words. */
  sync() {
    for (const one of this.#bound) one();
  }

  /** @param {() => void} show called now and whenever the model changed */
  bind(show) {
    this.#bound.push(show);
    show();
  }

  /**
   * @param {string} label
   * @param {() => string} get
   * @param {(value: string) => Model} set
   * @param {{mark: string, long?: boolean, hint?: string, done?: () => void}} more `mark`: one step of undoing
   */
  text(label, get, set, { mark, long = false, hint = "", done }) {
    const given = { "data-key": mark, maxlength: 600, autocomplete: "off", placeholder: hint || null, rows: long ? 2 : null, type: long ? null : "text" };
    const control = node(long ? "textarea" : "input", given);
    control.addEventListener("input", () => {
      turn(control, control.value, this.lab.dir);
      this.lab.commit(set(control.value), "", mark);
    });
    control.addEventListener("keydown", (event) => {
      const key = /** @type {KeyboardEvent} */ (event);
      if (key.isComposing || !done || (key.key !== "Enter" && key.key !== "Escape")) return;
      key.preventDefault();
      done();
    });
    this.bind(() => {
      const value = get();
      // What was cut or joined on its way into the model stays as typed until the field is left.
      if (control.value !== value && document.activeElement !== control) control.value = value;
      else if (control.value.replace(/\s+/g, " ") !== value) control.value = value;
      turn(control, control.value, this.lab.dir);
    });
    return labelled(label, control, long ? "is-long" : "");
  }

  /**
   * @param {string} label
   * @param {Array<[string, string]>} options value, words
   * @param {() => string} get
   * @param {(value: string) => void} set
   * @param {string} key
   */
  choice(label, options, get, set, key) {
    const control = node("select", { "data-key": key }, ...options.map(([value, words]) => node("option", { value }, words)));
    control.addEventListener("change", () => set(control.value));
    this.bind(() => {
      const value = get();
      if (control.value !== value) control.value = value;
    });
    return labelled(label, control);
  }
}

/** Rows that are kept while their key stays: what changes elsewhere neither builds them anew nor takes the focus away. */
export class Rows {
  /** @type {Map<string, {root: HTMLElement, fields: Fields}>} */
  #rows = new Map();

  /** @param {Lab} lab @param {HTMLElement} root @param {string} [empty] what stands there when there are no rows */
  constructor(lab, root, empty = "") {
    this.lab = lab;
    this.root = root;
    this.empty = node("p", { class: "amat-small" }, empty);
  }

  /** @param {string[]} keys @param {(key: string, fields: Fields) => HTMLElement} make */
  show(keys, make) {
    for (const [key, { root }] of this.#rows) if (!keys.includes(key)) (root.remove(), this.#rows.delete(key));
    keys.forEach((key, n) => {
      const row = this.#rows.get(key) ?? this.#make(key, make);
      row.fields.sync();
      if (this.root.children[n] !== row.root) this.root.insertBefore(row.root, this.root.children[n] ?? null);
    });
    if (!keys.length && this.empty.textContent) this.root.append(this.empty);
    else this.empty.remove();
  }

  /** @param {string} key @param {(key: string, fields: Fields) => HTMLElement} make */
  #make(key, make) {
    const fields = new Fields(this.lab);
    const made = { root: make(key, fields), fields };
    this.#rows.set(key, made);
    return made;
  }
}
