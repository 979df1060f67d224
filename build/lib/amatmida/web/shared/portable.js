// @ts-check
// Progress as a file: out in full, in only when every part of it is known and sound.

import { VERSION, isId, isRecord } from "./records.js";
import { ROOMS } from "./store.js";

export const FORMAT = "amatmida-progress";
export const MOST_BYTES = 1024 * 1024;

/** Why a file was refused; `code` is the name of the sentence to show. */
export class Refusal extends Error {
  /** @param {string} code @param {string} [key] */
  constructor(code, key = "") {
    super(code);
    this.code = code;
    this.key = key.slice(0, 80);
  }
}

/** @param {Record<string, unknown>} records */
export function exported(records) {
  return JSON.stringify({ format: FORMAT, v: VERSION, records }, null, 1);
}

/**
 * @param {string} text
 * @returns {Record<string, unknown>} records, rebuilt from known properties only; throws Refusal
 */
export function imported(text) {
  if (new TextEncoder().encode(text).length > MOST_BYTES) throw new Refusal("too_big");
  /** @type {unknown} */
  let file;
  try {
    file = JSON.parse(text);
  } catch {
    throw new Refusal("not_json");
  }
  if (!isRecord(file) || !Object.hasOwn(file, "format") || file.format !== FORMAT) throw new Refusal("not_ours");
  if (Number(file.v) > VERSION) throw new Refusal("newer_file");
  if (file.v !== VERSION || !Object.hasOwn(file, "records") || !isRecord(file.records)) throw new Refusal("not_ours");
  const strange = Object.keys(file).find((name) => !["format", "v", "records"].includes(name));
  if (strange !== undefined) throw new Refusal("bad_key", strange);
  return Object.fromEntries(Object.entries(file.records).map(([key, value]) => [key, sound(key, value)]));
}

/** @param {string} key @param {unknown} value */
function sound(key, value) {
  const [room, id, ...more] = key.split("/");
  const known = Object.hasOwn(ROOMS, room) && !more.length && (room === "seed" ? id === undefined : isId(id));
  if (!known) throw new Refusal("bad_key", key);
  const result = ROOMS[room](value);
  if (!result || result.lost) throw new Refusal("bad_value", key);
  return result.value;
}
