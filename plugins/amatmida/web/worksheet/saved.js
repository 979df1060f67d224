// @ts-check
/** @import {Copy, Row, SheetRecord, Value} from "./worksheet" */
// What is saved of a worksheet: rebuilt from known, own properties of the right kind; and two versions brought together.

import { VERSION, isId, isRecord } from "../shared/records.js";
import { ROOMS } from "../shared/store.js";

/** More than any person fills in; a text of 100,000 characters is far inside. */
export const MOST = { copies: 60, values: 3000, rows: 1000, cells: 24, text: 2_000_000, name: 200, picks: 60 };

/** @param {unknown} value @returns {value is string} */
const isText = (value) => typeof value === "string" && value.length <= MOST.text;
/** @param {unknown} value @returns {value is Value} */
const isValue = (value) => isText(value) || (Array.isArray(value) && value.length <= MOST.picks && value.every(isId));
/** `isId` knows the names that mean something to JavaScript. @param {string} name */
const isPath = (name) => name.length <= 200 && name.split(".").length <= 3 && name.split(".").every(isId);

/** @returns {string} */
export const newId = () => `c${[...crypto.getRandomValues(new Uint8Array(6))].map((one) => one.toString(16).padStart(2, "0")).join("")}`;

/** @param {string} name @param {string} [id] @returns {Copy} */
export const emptyCopy = (name, id = newId()) => ({ id, name, rev: 0, values: {}, rows: {} });

/** @template T @param {unknown} value @param {number} most @param {(key: string, one: unknown) => T | null} read @returns {Record<string, T> | null} */
function recordFrom(value, most, read) {
  if (!isRecord(value)) return null;
  const all = Object.entries(value).map(([key, one]) => /** @type {[string, T | null]} */ ([key, read(key, one)]));
  return all.length <= most && all.every(([, one]) => one !== null) ? /** @type {any} */ (Object.fromEntries(all)) : null;
}

/** @param {unknown} value @returns {Record<string, Value> | null} */
export const valuesFrom = (value) => recordFrom(value, MOST.values, (key, one) => (isPath(key) && isValue(one) ? one : null));

/** @param {unknown} value @returns {Row | null} */
function rowFrom(value) {
  if (!isRecord(value) || !isId(value.id)) return null;
  const cells = recordFrom(value.cells, MOST.cells, (key, one) => (isId(key) && isText(one) ? one : null));
  return cells && { id: value.id, cells };
}

/** @param {unknown} value @returns {Row[] | null} */
function rowListFrom(value) {
  if (!Array.isArray(value) || value.length > MOST.rows) return null;
  const rows = value.map(rowFrom);
  const ids = new Set(rows.map((row) => row?.id));
  return rows.includes(null) || ids.size < rows.length ? null : /** @type {Row[]} */ (rows);
}

/** @param {unknown} value @returns {Record<string, Row[]> | null} */
export const rowsFrom = (value) => recordFrom(value, 40, (key, one) => (isId(key) ? rowListFrom(one) : null));

/** @param {unknown} value @returns {Copy | null} */
export function copyFrom(value) {
  if (!isRecord(value) || !isId(value.id) || typeof value.name !== "string") return null;
  const [values, rows, rev] = [valuesFrom(value.values), rowsFrom(value.rows), Number(value.rev)];
  if (!values || !rows || !Number.isInteger(rev) || rev < 0) return null;
  return { id: value.id, name: value.name.slice(0, MOST.name), rev, values, rows };
}

/** A record from anything; copies that cannot be read are left out and counted. @param {unknown} value @returns {{value: SheetRecord, lost: number} | null} */
export function sheetFrom(value) {
  if (!isRecord(value) || value.v !== VERSION || !Array.isArray(value.copies) || value.copies.length > MOST.copies) return null;
  const copies = /** @type {Copy[]} */ (value.copies.map(copyFrom).filter(Boolean));
  const open = isId(value.open) ? value.open : "";
  return { value: { v: VERSION, open, copies }, lost: value.copies.length - copies.length };
}

/** Of two versions of one copy the newer, `b` when they are equal; copies that only one side has are kept. @param {SheetRecord} a @param {SheetRecord} b @returns {SheetRecord} */
export function mergedSheets(a, b) {
  const mine = new Map(b.copies.map((copy) => [copy.id, copy]));
  const both = a.copies.map((copy) => {
    const other = mine.get(copy.id);
    mine.delete(copy.id);
    return other && other.rev >= copy.rev ? other : copy;
  });
  return { v: VERSION, open: b.open || a.open, copies: [...both, ...mine.values()] };
}

/** True when everything filled in in `b` is in `a` as well. @param {Copy} a @param {Copy} b */
export function holds(a, b) {
  const same = (/** @type {any} */ x, /** @type {any} */ y) => JSON.stringify(x ?? "") === JSON.stringify(y);
  const values = Object.entries(b.values).every(([key, one]) => !one.length || same(a.values[key], one));
  const cellsOf = (/** @type {Row[]} */ rows) => new Map((rows ?? []).map(({ id, cells }) => [id, cells]));
  const rows = Object.entries(b.rows).every(([section, list]) => {
    const mine = cellsOf(a.rows[section]);
    return list.every(({ id, cells }) => Object.entries(cells).every(([key, one]) => !one || same(mine.get(id)?.[key], one)));
  });
  return values && rows;
}

/** Bring in a file: nothing that is here is lost; where both sides wrote, both copies stay. @param {SheetRecord} file @param {SheetRecord} here @returns {SheetRecord} */
export function joinedSheets(file, here) {
  const copies = [...here.copies];
  for (const more of file.copies) {
    const n = copies.findIndex(({ id }) => id === more.id);
    if (n < 0) copies.push(more);
    else if (holds(more, copies[n])) copies[n] = more;
    else if (!holds(copies[n], more)) copies.push({ ...more, id: newId(), name: `${more.name} (2)` });
  }
  return { v: VERSION, open: here.open, copies };
}

ROOMS.worksheet = { read: sheetFrom, merge: mergedSheets, join: joinedSheets };
