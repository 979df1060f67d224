// @ts-check
/** @import {Store} from "../shared/store.js" */
/** @import {Copy, Row, SheetData, SheetRecord, Value} from "./worksheet" */
// The one owner of a worksheet's copies while its page is open. Every change is small and is made again on what is saved
// at that moment, so two tabs do not undo each other.

import { VERSION } from "../shared/records.js";
import { say } from "../shared/say.js";
import { emptyCopy, newId } from "./saved.js";

/** @typedef {(copy: Copy) => Copy} Change */
/** @typedef {{id: string, at: number, left: number, change: Change}} Fresh what was written just now, and in which copy */

/** Milliseconds in which two tabs may not have heard of each other. */
const MOMENT = 3000;
/** How often a change is made again; two tabs that write one place must come to an end. */
const TIMES = 2;

export class Desk {
  /** Changes not written yet. @type {Change[]} */
  #pending = [];
  /** @type {Copy} */
  #copy;
  /** Browsers tell tabs of each other's writing late: another tab may write over these unawares. @type {Fresh[]} */
  #fresh = [];
  /** Changes that may be made twice: they put words in a place. @type {WeakSet<Change>} */
  #typed = new WeakSet();
  /** How the last big step is taken back. @type {(() => void) | null} */
  #undo = null;

  /** @param {Store} store @param {SheetData} data */
  constructor(store, data) {
    this.store = store;
    this.data = data;
    this.key = `worksheet/${data.worksheet}`;
    this.#adopt();
    const { copies, open } = this.record();
    this.#copy = copies.find(({ id }) => id === open) ?? copies[0] ?? emptyCopy(say(data.strings.sheet_first));
  }

  /** What was saved under earlier ids comes along. */
  #adopt() {
    for (const old of this.data.was) {
      const before = this.store.record(`worksheet/${old}`);
      if (!before) continue;
      const now = this.record();
      this.store.write(this.key, { ...now, copies: [...now.copies, ...before.copies] });
      this.store.remove(`worksheet/${old}`);
    }
  }

  /** What is saved. @returns {SheetRecord} */
  record() {
    return this.store.record(this.key) ?? { v: VERSION, open: "", copies: [] };
  }

  /** The copy shown, with what was typed just now. */
  get copy() {
    return this.#copy;
  }

  get isPending() {
    return this.#pending.length > 0;
  }

  get canUndo() {
    return this.#undo !== null;
  }

  /** @param {Change} change @param {boolean} [typed] making it twice is making it once */
  edit(change, typed = false) {
    this.#pending.push(change);
    if (typed) this.#typed.add(change);
    this.#copy = change(this.#copy);
  }

  /** @param {string} name @param {Value} value */
  set(name, value) {
    this.edit((copy) => ({ ...copy, values: { ...copy.values, [name]: value } }), true);
  }

  /** @param {string} section @param {(rows: Row[]) => Row[]} change @param {Row[]} first the rows of a table nobody changed yet @param {boolean} [typed] */
  setRows(section, change, first, typed = false) {
    const had = (/** @type {Copy} */ copy) => (Object.hasOwn(copy.rows, section) ? copy.rows[section] : first);
    this.edit((copy) => ({ ...copy, rows: { ...copy.rows, [section]: change(had(copy)) } }), typed);
  }

  /** Write what is pending. */
  flush() {
    if (!this.#pending.length) return;
    const { copies } = this.record();
    const saved = copies.find(({ id }) => id === this.#copy.id);
    const base = saved ?? { ...this.#copy };
    const changed = saved ? this.#pending.reduce((copy, change) => change(copy), base) : base;
    // What was typed before a row went or the form was emptied must not come back by itself.
    const from = this.#pending.findLastIndex((change) => !this.#typed.has(change)) + 1;
    const fresh = this.#pending.slice(from).map((change) => ({ id: base.id, at: Date.now(), left: TIMES, change }));
    this.#fresh = [...(from ? [] : this.#recent()), ...fresh];
    this.#pending = [];
    this.#put({ ...changed, rev: base.rev + 1 });
  }

  /** @param {Copy} copy */
  #put(copy) {
    const { copies } = this.record();
    const there = copies.some(({ id }) => id === copy.id);
    this.#copy = copy;
    const all = there ? copies.map((one) => (one.id === copy.id ? copy : one)) : [...copies, copy];
    this.store.write(this.key, { v: VERSION, open: copy.id, copies: all });
  }

  #recent() {
    return this.#fresh.filter(({ at, left }) => left && Date.now() - at < MOMENT);
  }

  /** Another tab or an import changed what is saved. */
  refresh() {
    this.flush();
    const { copies } = this.record();
    const saved = copies.find(({ id }) => id === this.#copy.id);
    if (saved && this.#again(saved)) return;
    this.#copy = saved ?? copies[0] ?? emptyCopy(say(this.data.strings.sheet_first));
  }

  /** Write anew what another tab has written over unawares. @param {Copy} saved @returns {boolean} whether anything was missing */
  #again(saved) {
    this.#fresh = this.#recent();
    const mine = this.#fresh.filter(({ id }) => id === saved.id);
    const whole = mine.reduce((copy, { change }) => change(copy), saved);
    if (JSON.stringify(whole) === JSON.stringify(saved)) return false;
    for (const one of mine) one.left -= 1;
    this.#put({ ...whole, rev: saved.rev + 1 });
    return true;
  }

  // --- copies

  /** Those saved, and the one shown. @returns {Copy[]} */
  get copies() {
    const { copies } = this.record();
    return copies.some(({ id }) => id === this.#copy.id) ? copies.map((one) => (one.id === this.#copy.id ? this.#copy : one)) : [...copies, this.#copy];
  }

  /** @param {string} id */
  open(id) {
    this.flush();
    this.#undo = null;
    const found = this.record().copies.find((one) => one.id === id);
    if (!found) return;
    this.#copy = found;
    this.store.write(this.key, { ...this.record(), open: id });
  }

  /** @param {Partial<Copy>} given @returns {void} */
  add(given) {
    this.flush();
    this.#undo = null;
    // The copy shown until now stays beside the new one, also when nothing was typed in it yet.
    if (!this.record().copies.some(({ id }) => id === this.#copy.id)) this.#put(this.#copy);
    const name = given.name || this.#freeName();
    this.#put({ ...emptyCopy(name), ...given, name, id: newId(), rev: 1 });
  }

  #freeName() {
    const names = new Set(this.copies.map(({ name }) => name));
    for (let n = this.copies.length + 1; ; n += 1) {
      const name = say(this.data.strings.sheet_n, { n });
      if (!names.has(name)) return name;
    }
  }

  duplicate() {
    const { name, values, rows } = this.#copy;
    this.add({ name: say(this.data.strings.sheet_again, { name }), values, rows });
  }

  /** @param {string} name */
  rename(name) {
    this.edit((copy) => ({ ...copy, name: name.trim().slice(0, 200) || copy.name }));
    this.flush();
  }

  /** Delete the copy shown. */
  remove() {
    this.flush();
    const gone = this.#copy;
    const copies = this.record().copies.filter(({ id }) => id !== gone.id);
    this.store.write(this.key, { v: VERSION, open: copies[0]?.id ?? "", copies });
    this.#copy = copies[0] ?? emptyCopy(say(this.data.strings.sheet_first));
    this.#undo = () => this.#put({ ...gone, rev: gone.rev + 1 });
  }

  // --- big steps that can be taken back

  /** Empty the copy, or fill it from a file. @param {Pick<Copy, "values" | "rows">} given */
  replace({ values, rows }) {
    this.flush();
    const { values: had, rows: hadRows } = this.#copy;
    this.edit((copy) => ({ ...copy, values, rows }));
    this.flush();
    this.#undo = () => {
      this.edit((copy) => ({ ...copy, values: had, rows: hadRows }));
      this.flush();
    };
  }

  /** @param {string} section @param {Row} row @param {number} at where it stood @param {Row[]} first */
  removeRow(section, row, at, first) {
    this.setRows(section, (rows) => rows.filter(({ id }) => id !== row.id), first);
    this.flush();
    this.#undo = () => {
      this.setRows(section, (rows) => [...rows.slice(0, at), row, ...rows.slice(at)], first);
      this.flush();
    };
  }

  undo() {
    const step = this.#undo;
    this.#undo = null;
    step?.();
  }
}
