// @ts-check
/** @import {Entry, Progress, SavedAnswer, Written} from "./state" */
// What saved state may look like. Stored text and imported files are untrusted: everything is rebuilt from known,
// own properties of the right kind, and nothing else comes through.

export const VERSION = 1;

const ID = /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/;
// Names that mean something to JavaScript itself.
const TRAPS = ["constructor", "prototype", "__proto__"];
const OUTCOMES = ["right", "partly", "wrong", "done", null];
const MOST = { items: 2000, parts: 32, text: 20000, count: 10000 };

/** @param {unknown} value @returns {value is string} */
export const isId = (value) => typeof value === "string" && value.length <= 64 && ID.test(value) && !TRAPS.includes(value);

/** @param {unknown} value @returns {value is Record<string, unknown>} */
export const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @param {unknown} value */
const isCount = (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MOST.count;

/** @param {unknown} value @param {string[]} names @returns {value is Record<string, unknown>} */
const hasOnly = (value, names) => isRecord(value) && Object.keys(value).every((name) => names.includes(name));

/** @param {unknown} answer @returns {answer is SavedAnswer | null} */
function isAnswer(answer) {
  if (answer === null) return true;
  const ids = Array.isArray(answer) ? answer : isRecord(answer) ? Object.entries(answer).flat() : [0];
  return ids.length <= 2 * MOST.parts && ids.every(isId);
}

/** @returns {Entry} */
export const emptyEntry = () => ({ tries: 0, answer: null, outcome: null, score: 0, hints: 0, round: 0 });

/** @returns {Progress} */
export const emptyProgress = () => ({ v: VERSION, round: 0, complete: false, items: {} });

/** @param {unknown} value @returns {Entry | null} */
export function entryFrom(value) {
  if (!hasOnly(value, Object.keys(emptyEntry()))) return null;
  const entry = /** @type {Entry} */ ({ ...emptyEntry(), ...value });
  const { tries, hints, round, answer, outcome, score } = entry;
  const fine = [tries, hints, round].every(isCount) && isAnswer(answer) && OUTCOMES.includes(outcome);
  return fine && typeof score === "number" && score >= 0 && score <= 1 ? entry : null;
}

/**
 * Progress from anything; entries that cannot be read are left out and counted.
 * @param {unknown} value
 * @returns {{value: Progress, lost: number} | null}
 */
export function progressFrom(value) {
  if (!hasOnly(value, Object.keys(emptyProgress()))) return null;
  const { v, round = 0, complete = false, items } = value;
  if (v !== VERSION || !isCount(round) || typeof complete !== "boolean" || !isRecord(items)) return null;
  const all = Object.entries(items);
  if (all.length > MOST.items) return null;
  const good = all.map(([id, one]) => [id, isId(id) ? entryFrom(one) : null]).filter(([, one]) => one);
  return { value: { v, round: Number(round), complete, items: Object.fromEntries(good) }, lost: all.length - good.length };
}

/** @param {unknown} value @returns {{value: Written, lost: number} | null} */
export function writtenFrom(value) {
  if (!hasOnly(value, ["v", "values"]) || value.v !== VERSION || !isRecord(value.values)) return null;
  const all = Object.entries(value.values);
  const fine = all.every(([id, text]) => isId(id) && typeof text === "string" && text.length <= MOST.text);
  return fine && all.length <= MOST.parts ? { value: { v: VERSION, values: /** @type {any} */ (Object.fromEntries(all)) }, lost: 0 } : null;
}

/** @param {unknown} value @returns {{value: string, lost: number} | null} */
export const seedFrom = (value) => (typeof value === "string" && /^[0-9a-f]{8,64}$/.test(value) ? { value, lost: 0 } : null);

/** @typedef {{v: number, keep: boolean, slash: boolean, recent: string[]}} Searches what the search box keeps */

/** @param {unknown} value @returns {{value: Searches, lost: number} | null} */
export function searchFrom(value) {
  if (!hasOnly(value, ["v", "keep", "slash", "recent"]) || value.v !== VERSION || !Array.isArray(value.recent)) return null;
  const { keep, slash, recent } = value;
  const good = recent.filter((one) => typeof one === "string" && one && one.length <= 200).slice(0, 8);
  return { value: { v: VERSION, keep: keep !== false, slash: slash !== false, recent: good }, lost: recent.length - good.length };
}

/** @param {Searches} a @param {Searches} b @returns {Searches} the second's switches, the searches of both */
export const mergedSearches = (a, b) => ({ ...b, recent: [...new Set([...b.recent, ...a.recent])].slice(0, 8) });

/**
 * Of two entries of one item the one that was asked anew later, else the one with more tries; `b` when they are equal.
 * @param {Entry | undefined} a
 * @param {Entry} b
 */
export const winner = (a, b) => (a && (a.round - b.round || a.tries - b.tries) > 0 ? a : b);

/** @param {Progress} a @param {Progress} b @returns {Progress} */
export function merged(a, b) {
  const items = { ...a.items };
  for (const [id, entry] of Object.entries(b.items)) items[id] = winner(own(items, id), entry);
  return { v: VERSION, round: Math.max(a.round, b.round), complete: a.complete || b.complete, items };
}

/** A property of the object itself, never an inherited one. @template T @param {Record<string, T>} record @param {string} name @returns {T | undefined} */
export const own = (record, name) => (Object.hasOwn(record, name) ? record[name] : undefined);
