// @ts-check
/** @import {Compute, Copy, Field, Item, Row, Section, SheetData, TreeNode, Value} from "./worksheet" */
// What follows from the answers: rows, products, totals, percentages, the way through a decision. Nothing here knows a page.

import { numberFrom } from "../quiz/numbers.js";
import { own } from "../shared/records.js";

/** @param {Value | undefined} value */
export const isFilled = (value) => (Array.isArray(value) ? value.length > 0 : Boolean(value?.trim()));

/** @param {Copy} copy @param {string} name @returns {string} */
export const textOf = (copy, name) => String(own(copy.values, name) ?? "");

// --- tables

/** The rows of a table: those saved, else those it starts with. @param {Section} section @param {Copy} copy @returns {Row[]} */
export function rowsOf(section, copy) {
  const saved = own(copy.rows, section.id);
  if (saved) return saved;
  const blank = Math.max(section.rows - section.starts.length, 0);
  return [...section.starts, ...Array(blank).fill({})].map((cells, n) => ({ id: `s${n + 1}`, cells: { ...cells } }));
}

/** Only rows in which something stands. @param {Row[]} rows */
export const filledRows = (rows) => rows.filter(({ cells }) => Object.values(cells).some(isFilled));

/** What a cell counts for. @param {Field} column @param {string} typed @returns {number | null} */
export function cellNumber(column, typed) {
  if (column.type === "choice") return column.options?.find(({ id }) => id === typed)?.value ?? null;
  return numberFrom(typed)?.value ?? null;
}

/** Computed columns of one row. @param {Section} section @param {Row} row @returns {Record<string, number | null>} */
export function computed(section, row) {
  /** @type {Record<string, number | null>} */
  const known = {};
  for (const column of section.columns) known[column.id] = cellNumber(column, own(row.cells, column.id) ?? "");
  for (const { id, product, divide } of section.compute ?? []) {
    const factors = product.map((name) => known[name]);
    known[id] = factors.includes(null) ? null : factors.reduce((a, b) => Number(a) * Number(b), 1) / divide;
  }
  return known;
}

/** Sums of the columns that ask for one; null while no row has a number. @param {Section} section @param {Row[]} rows @returns {Array<{column: Field | Compute, sum: number | null}>} */
export function totals(section, rows) {
  const all = rows.map((row) => computed(section, row));
  return [...section.columns, ...(section.compute ?? [])]
    .filter(({ total }) => total)
    .map((column) => {
      const numbers = all.map((known) => known[column.id]).filter((one) => one !== null);
      return { column, sum: numbers.length ? numbers.reduce((a, b) => a + b, 0) : null };
    });
}

/** @param {number} n @param {string} lang @param {number} [decimals] */
export const formatted = (n, lang, decimals = 2) => new Intl.NumberFormat(lang, { maximumFractionDigits: decimals }).format(n);

/** @param {Row[]} rows @param {string} id @param {number} by @returns {Row[]} */
export function movedRow(rows, id, by) {
  const from = rows.findIndex((row) => row.id === id);
  const to = Math.min(Math.max(from + by, 0), rows.length - 1);
  const rest = rows.filter((row) => row.id !== id);
  return from < 0 ? rows : [...rest.slice(0, to), rows[from], ...rest.slice(to)];
}

// --- scales

/** @typedef {{name: string, percent: number | null, n: number, of: number}} Sum */

/** @param {Section} section @param {Item[]} items @param {Copy} copy @param {string} name @returns {Sum} */
function summed(section, items, copy, name) {
  const most = Math.max(...section.scale.map(({ score }) => score ?? 0));
  const picked = items.map((item) => section.scale.find(({ id }) => id === own(copy.values, `${section.id}.${item.id}`)));
  const scores = picked.flatMap((step) => (step?.score === undefined ? [] : [step.score]));
  const sum = scores.reduce((a, b) => a + b, 0);
  const percent = scores.length ? Math.round((100 * sum) / (most * scores.length)) : null;
  return { name, percent, n: picked.filter(Boolean).length, of: items.length };
}

/** All together, by group and by stage; answers that do not count are left out of the percentage. @param {Section} section @param {Copy} copy @returns {{all: Sum, group: Sum[], stage: Sum[]}} */
export function scored(section, copy) {
  const by = (/** @type {"group" | "stage"} */ key) => {
    const names = [...new Set(section.items.flatMap((item) => item[key] ?? []))];
    return names.map((name) => summed(section, section.items.filter((item) => item[key] === name), copy, name));
  };
  return { all: summed(section, section.items, copy, ""), group: by("group"), stage: by("stage") };
}

/** What a percentage suggests. @param {Section} section @param {number | null} percent @returns {string} */
export const bandOf = (section, percent) => (percent === null ? "" : (section.bands?.find(({ below }) => percent < below)?.text ?? ""));

// --- decisions

/** The way from the start as far as it has been answered, and where it stands. @param {Section} section @param {Copy} copy @returns {{path: Array<{node: TreeNode, answer: {id: string, label: string}}>, at: TreeNode}} */
export function way(section, copy) {
  const nodes = new Map(section.nodes.map((node) => [node.id, node]));
  const path = [];
  let at = /** @type {TreeNode} */ (nodes.get(section.start));
  while (path.length < section.nodes.length) {
    const answer = at.answers?.find(({ id }) => id === own(copy.values, `${section.id}.${at.id}`));
    const next = answer && nodes.get(answer.to);
    if (!answer || !next) break;
    path.push({ node: at, answer });
    at = next;
  }
  return { path, at };
}

// --- how far

/** Everything one can fill in; a table or a decision counts once. @param {SheetData} data @param {Copy} copy @returns {{n: number, of: number}} */
export function progress({ sections }, copy) {
  const filled = sections.flatMap((section) => {
    if (section.kind === "form") return section.fields.map(({ id }) => isFilled(own(copy.values, `${section.id}.${id}`)));
    if (section.kind === "scored") return section.items.map(({ id }) => isFilled(own(copy.values, `${section.id}.${id}`)));
    if (section.kind === "table") return [Boolean(own(copy.rows, section.id) && filledRows(rowsOf(section, copy)).length)];
    return section.kind === "tree" ? [Boolean(way(section, copy).at.end)] : [];
  });
  return { n: filled.filter(Boolean).length, of: filled.length };
}

/** True when nothing was filled in. @param {Copy} copy */
export const isEmpty = (copy) => !Object.values(copy.values).some(isFilled) && !Object.values(copy.rows).some((rows) => filledRows(rows).length);
