// @ts-check
/** @import {Backend, Entry, Notice, Progress, Reader} from "./state" */
// The one owner of saved state. Everything lives under `amatmida/` in the browser's localStorage; nothing leaves it.
// When the browser refuses, work goes on in memory and a notice says so.

import { VERSION, emptyProgress, isRecord, merged, own, progressFrom, seedFrom, winner, writtenFrom } from "./records.js";
import { newSeed } from "./seed.js";

export const PREFIX = "amatmida/";
/** Rooms of saved state and how a record of each is read. A new room is one line here. @type {Record<string, Reader<any>>} */
export const ROOMS = { quiz: progressFrom, text: writtenFrom, seed: seedFrom };

/** @param {Record<string, string>} [initial] @returns {Backend} */
export function memoryBackend(initial = {}) {
  const kept = new Map(Object.entries(initial));
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
    keys: () => Array.from({ length: storage.length }, (_, n) => storage.key(n) ?? ""),
  };
}

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
    return this.#both(`${PREFIX}quiz/${quiz}`, progressFrom, merged) ?? emptyProgress();
  }

  /** Save one item; what another tab saved meanwhile is read first and kept. @param {string} quiz @param {string} item @param {Entry} entry */
  put(quiz, item, entry) {
    const now = this.progress(quiz);
    this.replace(quiz, { ...now, items: { ...now.items, [item]: winner(own(now.items, item), entry) } });
  }

  /** @param {string} quiz @param {Progress} progress */
  replace(quiz, progress) {
    this.#write(`${PREFIX}quiz/${quiz}`, progress);
  }

  /** Merge what was saved under a quiz's earlier ids. @param {string} quiz @param {readonly string[]} was */
  adopt(quiz, was) {
    for (const old of was) {
      const before = this.#both(`${PREFIX}quiz/${old}`, progressFrom, merged);
      if (!before) continue;
      this.replace(quiz, merged(before, this.progress(quiz)));
      this.#remove(`${PREFIX}quiz/${old}`);
    }
  }

  /** Forget a quiz's answers and texts; the round makes the next draw another one. @param {string} quiz @param {readonly string[]} items */
  restart(quiz, items) {
    const { round } = this.progress(quiz);
    this.#remove(`${PREFIX}quiz/${quiz}`);
    this.#write(`${PREFIX}quiz/${quiz}`, { ...emptyProgress(), round: round + 1 });
    for (const item of items) this.#remove(`${PREFIX}text/${item}`);
  }

  // --- what people wrote

  /** @param {string} item @returns {Record<string, string>} */
  text(item) {
    return this.#both(`${PREFIX}text/${item}`, writtenFrom, (_, kept) => kept)?.values ?? {};
  }

  /** @param {string} item @param {Record<string, string>} values */
  putText(item, values) {
    if (Object.values(values).some(Boolean)) this.#write(`${PREFIX}text/${item}`, { v: VERSION, values });
    else this.#remove(`${PREFIX}text/${item}`);
  }

  /** @param {string} old @param {string} now */
  moveText(old, now) {
    const values = this.text(old);
    if (Object.keys(values).length) this.putText(now, values);
    this.putText(old, {});
  }

  /** @returns {string} made once per browser, so that draws and orders stay the same */
  seed() {
    const seed = this.#both(`${PREFIX}seed`, seedFrom, (_, kept) => kept);
    if (seed) return seed;
    this.#write(`${PREFIX}seed`, newSeed());
    return this.seed();
  }

  // --- all of it

  /** Every record of this site that can be read, by key without the prefix. @returns {Record<string, unknown>} */
  records() {
    /** @type {Record<string, unknown>} */
    const found = {};
    for (const key of this.keys()) {
      const room = key.split("/")[0];
      if (!Object.hasOwn(ROOMS, room)) continue;
      const value = room === "quiz" ? this.progress(key.slice(5)) : this.#both(PREFIX + key, ROOMS[room], (_, kept) => kept);
      if (value && !this.#frozen.has(PREFIX + key)) found[key] = value;
    }
    return found;
  }

  /** @returns {string[]} keys without the prefix, sorted */
  keys() {
    const all = [...this.#try(() => this.#backend.keys(), []), ...this.#kept.keys()];
    return [...new Set(all)].filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length)).sort();
  }

  /**
   * Merge records that were checked before (see portable.js). What is here is never made poorer: of two answers the
   * one with more tries stays, and a text somebody wrote here stays.
   * @param {Record<string, any>} records
   */
  merge(records) {
    const fresh = !this.keys().some((key) => key.startsWith("quiz/"));
    for (const [key, value] of Object.entries(records)) {
      const [room, id] = key.split("/");
      if (room === "quiz") this.replace(id, merged(this.progress(id), value));
      else if (room === "text" && !Object.keys(this.text(id)).length) this.putText(id, value.values);
      else if (room === "seed" && fresh) this.#write(PREFIX + key, value);
    }
    this.changed(null);
  }

  /** Erase everything of this site, and nothing else. */
  erase() {
    for (const key of this.keys()) this.#remove(PREFIX + key);
    this.#frozen.clear();
    this.notices.delete("damaged");
    this.notices.delete("newer");
    this.changed(null);
  }

  // --- one record

  /**
   * What is saved, merged with what could only be kept in memory.
   * @template T
   * @param {string} key
   * @param {Reader<T>} reader
   * @param {(saved: T, kept: T) => T} merge
   * @returns {T | null}
   */
  #both(key, reader, merge) {
    const saved = this.#frozen.has(key) ? null : this.#read(key, reader);
    const raw = this.#kept.get(key);
    const kept = raw === null ? null : /** @type {T} */ (JSON.parse(raw));
    return saved && kept ? merge(saved, kept) : (kept ?? saved);
  }

  /** @template T @param {string} key @param {Reader<T>} reader @returns {T | null} */
  #read(key, reader) {
    const raw = this.#try(() => this.#backend.get(key), null);
    if (raw === null) return null;
    const parsed = parse(raw);
    if (isRecord(parsed) && Number(parsed.v) > VERSION) {
      this.#frozen.add(key);
      this.#notice("newer");
      return null;
    }
    const result = reader(parsed);
    if (!result || result.lost) this.#setAside(key, raw, result?.value);
    return result?.value ?? null;
  }

  /** Keep a copy of what cannot be read, in full; if even that fails, leave it where it is and work in memory. @param {string} key @param {string} raw @param {unknown} rest */
  #setAside(key, raw, rest) {
    this.#notice("damaged");
    try {
      const place = `${PREFIX}damaged/${key.slice(PREFIX.length)}`;
      let n = 1;
      while (this.#backend.get(`${place}/${n}`) !== null) n += 1;
      this.#backend.set(`${place}/${n}`, raw);
      if (rest) this.#backend.set(key, JSON.stringify(rest));
      else this.#backend.remove(key);
    } catch {
      this.#frozen.add(key);
      if (rest) this.#kept.set(key, JSON.stringify(rest));
    }
  }

  /** @param {string} key @param {unknown} value */
  #write(key, value) {
    const text = JSON.stringify(value);
    try {
      if (this.#frozen.has(key)) throw new Error("frozen");
      this.#backend.set(key, text);
      this.#kept.remove(key);
    } catch (problem) {
      this.#kept.set(key, text);
      if (!this.#frozen.has(key)) this.#notice(isForbidden(problem) ? "forbidden" : "full");
    }
    queueMicrotask(() => this.changed(""));
  }

  /** @param {string} key */
  #remove(key) {
    this.#kept.remove(key);
    this.#try(() => this.#backend.remove(key), undefined);
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
function parse(raw) {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}

/** @param {unknown} problem */
const isForbidden = (problem) => problem instanceof Error && problem.name === "SecurityError";

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
