// @ts-check
/** @import {Copy, Field, Piece, Row, Section, SheetData} from "./worksheet" */
// Answers as words, and texts made from them.

import { own } from "../shared/records.js";
import { computed, formatted, isFilled, textOf, way } from "./logic.js";

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/;

/** A saved day as people write it; anything else as it is. @param {string} value @param {string} lang */
export function dayOf(value, lang) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  const day = new Date(`${value}T12:00:00Z`);
  return Number.isNaN(day.getTime()) ? value : new Intl.DateTimeFormat(lang, { dateStyle: "long", timeZone: "UTC" }).format(day);
}

/** What stands in a field, as words. @param {Field} field @param {unknown} value @param {string} lang @returns {string} */
export function wordsOf(field, value, lang) {
  const ids = Array.isArray(value) ? value : [String(value ?? "")];
  if (field.options) return ids.flatMap((id) => field.options?.find((one) => one.id === id)?.label ?? (id || [])).join(", ");
  return field.type === "date" ? dayOf(ids[0], lang) : ids[0];
}

/** One row as words, by column; computed columns too. @param {Section} section @param {Row} row @param {string} lang @returns {Record<string, string>} */
export function rowWords(section, row, lang) {
  const numbers = computed(section, row);
  const given = section.columns.map((column) => [column.id, wordsOf(column, own(row.cells, column.id), lang)]);
  const made = (section.compute ?? []).map(({ id, decimals }) => [id, numbers[id] === null ? "" : formatted(Number(numbers[id]), lang, decimals ?? 0)]);
  return Object.fromEntries([...given, ...made]);
}

/** What `section.field` stands for; "" when it is not filled. @param {SheetData} data @param {Copy} copy @param {string} name */
export function lookup({ sections, lang }, copy, name) {
  const [id, part] = name.split(".");
  const section = sections.find((one) => one.id === id);
  if (section?.kind === "tree") return way(section, copy).at.end ?? "";
  const field = section?.fields?.find((one) => one.id === part);
  const value = own(copy.values, name);
  return field && isFilled(value) ? wordsOf(field, value, lang).trim() : "";
}

/** A text with answers in place of its placeholders, line by line. @param {string} text @param {(name: string) => string} answer @returns {Piece[][]} */
export function composed(text, answer) {
  return text.trim().split("\n").map((line) =>
    line.trim().split(new RegExp(PLACEHOLDER, "g")).flatMap((piece, n) => {
      if (n % 2 === 0) return piece ? [{ text: piece }] : [];
      const found = answer(piece);
      return [found ? { text: found, from: /** @type {const} */ ("answer") } : { text: "", from: /** @type {const} */ ("blank") }];
    }),
  );
}

/** The same as plain words. @param {string} text @param {(name: string) => string} answer @param {string} blank @returns {string[]} */
export const lines = (text, answer, blank) =>
  composed(text, answer).map((pieces) => pieces.map((piece) => (piece.from === "blank" ? blank : piece.text)).join(""));

/** A name for a file: no sign a file system may refuse. @param {...string} words */
export function fileName(...words) {
  const safe = words.filter(Boolean).join(" - ").replace(/[\u0000-\u001f\u007f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, " ");
  return [...safe.replace(/\s+/g, " ").replace(/^[. ]+|[. ]+$/g, "")].slice(0, 80).join("").trim() || "amatmida";
}

/** @param {Copy} copy @param {string} name */
export const noteOf = (copy, name) => textOf(copy, `${name}.note`);
