// @ts-check
/** @import {Store} from "./store.js" */
// Everything this site keeps, as one: what there is, out to a file in full, in from a file only when every part of it
// is known and sound, and away.

import { VERSION, isId, isRecord } from "./records.js";
import { ROOMS } from "./store.js";

const FORMAT = "amatmida-progress";
/** Far above what a browser keeps for one site, far below what would hang a page. */
export const MOST_BYTES = 16 * 1024 * 1024;

/** Why a file was refused; `code` is the name of the sentence to show. */
export class Refusal extends Error {
  /** @param {string} code @param {string} [key] */
  constructor(code, key = "") {
    super(code);
    this.code = code;
    this.key = key.slice(0, 80);
  }
}

/** Every record that can be read, by key. @param {Store} store @returns {Record<string, any>} */
export function records(store) {
  const known = store.keys().filter((key) => Object.hasOwn(ROOMS, key.split("/")[0]));
  return Object.fromEntries(known.map((key) => [key, store.record(key)]).filter(([, value]) => value));
}

/** @param {Store} store */
export const exported = (store) => JSON.stringify({ format: FORMAT, v: VERSION, records: records(store) }, null, 1);

/**
 * @param {string} text
 * @returns {Record<string, any>} records, rebuilt from known properties only; throws Refusal
 */
export function imported(text) {
  if (new TextEncoder().encode(text).length > MOST_BYTES) throw new Refusal("too_big");
  const file = parsed(text);
  if (!isRecord(file) || !Object.hasOwn(file, "format") || file.format !== FORMAT) throw new Refusal("not_ours");
  if (Number(file.v) > VERSION) throw new Refusal("newer_file");
  if (file.v !== VERSION || !Object.hasOwn(file, "records") || !isRecord(file.records)) throw new Refusal("not_ours");
  const strange = Object.keys(file).find((name) => !["format", "v", "records"].includes(name));
  if (strange !== undefined) throw new Refusal("bad_key", strange);
  return Object.fromEntries(Object.entries(file.records).map(([key, value]) => [key, sound(key, value)]));
}

/** @param {string} text @returns {unknown} */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal("not_json");
  }
}

/** @param {string} key @param {unknown} value */
function sound(key, value) {
  const [room, id, ...more] = key.split("/");
  const known = Object.hasOwn(ROOMS, room) && !more.length && (room === "seed" ? id === undefined : isId(id));
  if (!known) throw new Refusal("bad_key", key);
  const result = ROOMS[room].read(value);
  if (!result || result.lost) throw new Refusal("bad_value", key);
  return result.value;
}

/**
 * Merge records from a file. What is here is never made poorer: of two answers the one with more tries stays, and a
 * text somebody wrote here stays. Orders and draws stay too, unless there are no answers yet.
 * @param {Store} store
 * @param {Record<string, any>} more
 */
export function merge(store, more) {
  const fresh = !store.keys().some((key) => key.startsWith("quiz/"));
  for (const [key, value] of Object.entries(more)) {
    const now = key === "seed" && fresh ? null : store.record(key);
    const { merge, join = merge } = ROOMS[key.split("/")[0]];
    store.write(key, now ? join(value, now) : value);
  }
  store.changed(null);
}

/** Erase everything of this site, and nothing else. @param {Store} store */
export function erase(store) {
  for (const key of store.keys()) store.remove(key);
  store.forget();
  store.changed(null);
}
