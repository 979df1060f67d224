// @ts-check
/** @import {Backend, Entry, Notice, Progress, Room} from "./state" */
// The one owner of saved state. Everything lives under `amatmida/` in the browser's localStorage; nothing leaves it.
// When the browser refuses, work goes on in memory and a notice says so.

import { VERSION, emptyProgress, isRecord, merged, mergedSearches, own, progressFrom, searchFrom, seedFrom, winner, writtenFrom } from "./records.js";
import { newSeed } from "./seed.js";

export const PREFIX = "amatmida/";
/** @template T @param {T} _ @param {T} second */
const second = (_, second) => second;
/** Rooms of saved state: how a record is read, and two of them merged. A new room is one line here. @type {Record<string, Room<any>>} */
export const ROOMS = {
  quiz: { read: progressFrom, merge: merged },
  text: { read: writtenFrom, merge: second },
  seed: { read: seedFrom, merge: second },
  search: { read: searchFrom, merge: mergedSearches },
};

/** @returns {Backend} */
export function memoryBackend() {
  /** @type {Map<string, string>} */
  const kept = new Map();
  return {
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => void kept.set(key, value),
    remove: (key) => void kept.delete(key),
    keys: () => [...kept.keys()],
  };
}

/** @returns {Backend} throws when the browser forbids storage */
export function browserBackend() {
  const storage = window.localStorage;
  storage.getItem(PREFIX);
  return {
    get: (key) => storage.getItem(key),
    set: (key, value) => storage.setItem(key, value),
    remove: (key) => storage.removeItem(key),
    keys: () => Object.keys(storage),
  };
}

/** Keys are without the prefix: quiz/<quiz id>, text/<item id>, seed. */
export class Store {
  /** What could not be saved, until the page closes. */
  #kept = memoryBackend();
  /** Keys that must stay as they are in the browser. @type {Set<string>} */
  #frozen = new Set();
  /** @type {Set<(key: string | null) => void>} */
  #listeners = new Set();
  /** @type {Set<Notice>} */
  notices = new Set();
  /** @type {Backend} */
  #backend;

  /** @param {() => Backend} [open] */
  constructor(open = browserBackend) {
    try {
      this.#backend = open();
    } catch {
      this.#backend = memoryBackend();
      this.#notice("forbidden");
    }
  }

  /**
   * Hear of changes. A key: another tab changed it. null: anything may have changed (import, erasure, coming back to
   * the page). "": this page wrote something, or there is a new notice.
   * @param {(key: string | null) => void} listener
   * @returns {() => void} stop hearing
   */
  subscribe(listener) {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** @param {string | null} key */
  changed(key) {
    for (const listener of this.#listeners) listener(key);
  }

  // --- progress

  /** @param {string} quiz @returns {Progress} */
  progress(quiz) {
    return this.record(`quiz/${quiz}`) ?? emptyProgress();
  }

  /** @param {string} quiz @param {Progress} progress */
  replace(quiz, progress) {
    this.write(`quiz/${quiz}`, progress);
  }

  /** Save one item; what another tab saved meanwhile is read first and kept. @param {string} quiz @param {string} item @param {Entry} entry */
  put(quiz, item, entry) {
    const now = this.progress(quiz);
    this.replace(quiz, { ...now, items: { ...now.items, [item]: winner(own(now.items, item), entry) } });
  }

  /** Merge what was saved under a quiz's earlier ids. @param {string} quiz @param {readonly string[]} was */
  adopt(quiz, was) {
    for (const old of was) {
      const before = this.record(`quiz/${old}`);
      if (!before) continue;
      this.replace(quiz, merged(before, this.progress(quiz)));
      this.remove(`quiz/${old}`);
    }
  }

  /** Forget a quiz's answers and texts; the round makes the next draw another one. @param {string} quiz @param {readonly string[]} items */
  restart(quiz, items) {
    this.replace(quiz, { ...emptyProgress(), round: this.progress(quiz).round + 1 });
    for (const item of items) this.remove(`text/${item}`);
  }

  // --- what people wrote

  /** @param {string} item @returns {Record<string, string>} */
  text(item) {
    return this.record(`text/${item}`)?.values ?? {};
  }

  /** @param {string} item @param {Record<string, string>} values */
  putText(item, values) {
    if (Object.values(values).some(Boolean)) this.write(`text/${item}`, { v: VERSION, values });
    else this.remove(`text/${item}`);
  }

  /** @param {string} old @param {string} now */
  moveText(old, now) {
    const values = this.text(old);
    if (Object.keys(values).length) this.putText(now, values);
    this.putText(old, {});
  }

  /** @returns {string} made once per browser, so that draws and orders stay the same */
  seed() {
    const seed = this.record("seed");
    if (!seed) this.write("seed", newSeed());
    return seed ?? this.record("seed");
  }

  // --- records

  /** @returns {string[]} sorted */
  keys() {
    const all = [...this.#try(() => this.#backend.keys(), []), ...this.#kept.keys()];
    return [...new Set(all)].filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length)).sort();
  }

  /** What is saved, merged with what could only be kept in memory. @param {string} key @returns {any} null when there is nothing */
  record(key) {
    const room = ROOMS[key.split("/")[0]];
    const saved = this.#frozen.has(key) ? null : this.#read(key, room);
    const kept = JSON.parse(this.#kept.get(PREFIX + key) ?? "null");
    return saved && kept ? room.merge(saved, kept) : (kept ?? saved);
  }

  /** @param {string} key @param {unknown} value */
  write(key, value) {
    const text = JSON.stringify(value);
    try {
      if (this.#frozen.has(key)) throw new Error("frozen");
      this.#backend.set(PREFIX + key, text);
      this.#kept.remove(PREFIX + key);
    } catch (problem) {
      this.#kept.set(PREFIX + key, text);
      if (!this.#frozen.has(key)) this.#notice(problem instanceof Error && problem.name === "SecurityError" ? "forbidden" : "full");
    }
    queueMicrotask(() => this.changed(""));
  }

  /** @param {string} key */
  remove(key) {
    this.#kept.remove(PREFIX + key);
    if (!this.#frozen.has(key)) this.#try(() => this.#backend.remove(PREFIX + key), undefined);
  }

  /** After an erasure nothing is frozen or damaged any more. */
  forget() {
    for (const key of this.#frozen) this.#try(() => this.#backend.remove(PREFIX + key), undefined);
    this.#frozen.clear();
    this.notices.delete("damaged");
    this.notices.delete("newer");
  }

  /** @template T @param {string} key @param {Room<T>} room @returns {T | null} */
  #read(key, room) {
    const raw = this.#try(() => this.#backend.get(PREFIX + key), null);
    if (raw === null) return null;
    const value = parsed(raw);
    if (isRecord(value) && Number(value.v) > VERSION) {
      this.#frozen.add(key);
      this.#notice("newer");
      return null;
    }
    const result = room.read(value);
    if (!result || result.lost) this.#setAside(key, raw, result?.value);
    return result?.value ?? null;
  }

  /** Keep all of what cannot be read, under another key; if even that fails, leave it there and go on in memory. @param {string} key @param {string} raw @param {unknown} rest the part that can be read */
  #setAside(key, raw, rest) {
    this.#notice("damaged");
    try {
      let n = 1;
      while (this.#backend.get(`${PREFIX}damaged/${key}/${n}`) !== null) n += 1;
      this.#backend.set(`${PREFIX}damaged/${key}/${n}`, raw);
      if (rest) this.#backend.set(PREFIX + key, JSON.stringify(rest));
      else this.#backend.remove(PREFIX + key);
    } catch {
      this.#frozen.add(key);
      if (rest) this.#kept.set(PREFIX + key, JSON.stringify(rest));
    }
  }

  /** @template T @param {() => T} attempt @param {T} otherwise @returns {T} */
  #try(attempt, otherwise) {
    try {
      return attempt();
    } catch {
      this.#notice("forbidden");
      return otherwise;
    }
  }

  /** @param {Notice} notice */
  #notice(notice) {
    if (this.notices.has(notice)) return;
    this.notices.add(notice);
    queueMicrotask(() => this.changed(""));
  }
}

/** @param {string} raw @returns {unknown} undefined when it is not JSON */
function parsed(raw) {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}

/** @type {Store | undefined} */
let shared;

/** The page's store; every element uses the same one. @returns {Store} */
export function sharedStore() {
  if (shared) return shared;
  const store = new Store();
  window.addEventListener("storage", ({ key }) => {
    if (key === null || key.startsWith(PREFIX)) store.changed(key && key.slice(PREFIX.length));
  });
  // A page that comes back from the browser's memory heard nothing meanwhile.
  window.addEventListener("pageshow", ({ persisted }) => persisted && store.changed(null));
  return (shared = store);
}
