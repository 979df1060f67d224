// @ts-check
/** @import {Store} from "../shared/store.js" */
/** @import {Copy} from "../worksheet/worksheet" */
// The marks somebody saved on the worksheet, read and never written. Nothing here knows a page.

import { own } from "../shared/records.js";

/** @typedef {{id: string, label: string, score: number | null}} Step */
export const UNMARKED = "unmarked";

/** The copy of the worksheet that was open last; null when nothing is saved. @param {Store} store @param {readonly string[]} records the worksheet's id and its earlier ones @returns {Copy | null} */
export function copyIn(store, records) {
  const record = records.map((id) => store.record(`worksheet/${id}`)).find(Boolean);
  return record?.copies.find((/** @type {Copy} */ { id }) => id === record.open) ?? record?.copies[0] ?? null;
}

/** @param {Copy | null} copy @param {string | undefined} name "section.item" @param {readonly Step[]} scale @returns {string} */
export function markOf(copy, name, scale) {
  const value = copy && name && own(copy.values, name);
  return scale.some(({ id }) => id === value) ? String(value) : UNMARKED;
}

/** A sign that needs no colour. @param {string} mark @param {readonly Step[]} scale */
export function signOf(mark, scale) {
  const score = scale.find(({ id }) => id === mark)?.score ?? null;
  if (score === null) return mark === UNMARKED ? "" : "–";
  const scores = scale.map((step) => step.score ?? 0);
  return score === Math.max(...scores) ? "●" : score === 0 ? "○" : "◐";
}

/** How many of each mark, in the scale's order and then the unmarked. @param {readonly string[]} marks @param {readonly Step[]} scale @returns {Array<{id: string, n: number}>} */
export const counted = (marks, scale) =>
  [...scale.map(({ id }) => id), UNMARKED].map((id) => ({ id, n: marks.filter((mark) => mark === id).length })).filter(({ n }) => n);
