// @ts-check
// What the search keeps on the device: recent searches and two switches. One record, seen and erased with "my data".
import { VERSION } from "../shared/records.js";
import { sharedStore } from "../shared/store.js";

export const KEY = "search/box";
const MOST = 8;

export class Memory {
  #store = sharedStore();

  /** @returns {{v: number, keep: boolean, slash: boolean, recent: string[]}} */
  get record() {
    return this.#store.record(KEY) ?? { v: VERSION, keep: true, slash: true, recent: [] };
  }

  /** @param {string} text */
  add(text) {
    const { record } = this;
    if (!record.keep) return;
    const others = record.recent.filter((one) => one !== text);
    this.#store.write(KEY, { ...record, recent: [text.slice(0, 200), ...others].slice(0, MOST) });
  }

  forget() {
    this.#store.write(KEY, { ...this.record, recent: [] });
  }

  /** @param {"keep" | "slash"} name @param {boolean} on */
  set(name, on) {
    const { record } = this;
    this.#store.write(KEY, { ...record, [name]: on, recent: name === "keep" && !on ? [] : record.recent });
  }
}
