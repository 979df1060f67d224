// @ts-check
/** @import {Store} from "../shared/store.js" */
/** @import {Copy, Row, SheetRecord, Takes} from "./worksheet" */
// Rows that other worksheets on this device can give.

import { own } from "../shared/records.js";
import { isFilled } from "./logic.js";

/** @param {Takes} take @param {Copy} copy @returns {Array<Record<string, unknown>>} */
function sources({ section, form, columns }, copy) {
  if (!form) return (own(copy.rows, section) ?? []).map(({ cells }) => cells);
  return [Object.fromEntries(Object.values(columns).map((id) => [id, own(copy.values, `${section}.${id}`)]))];
}

/** @param {Takes} take @param {Record<string, unknown>} from @returns {Record<string, string>} */
function cellsOf({ columns, labels }, from) {
  const words = (/** @type {string} */ id) => {
    const ids = [/** @type {any} */ (own(from, id) ?? "")].flat();
    return ids.map((one) => own(own(labels, id) ?? {}, one) ?? one).join(", ");
  };
  return Object.fromEntries(Object.entries(columns).map(([column, id]) => [column, words(id)]));
}

/**
 * Rows that are not here yet.
 * @param {Takes} take
 * @param {Store} store
 * @param {Row[]} here
 * @returns {{known: boolean, rows: Array<Record<string, string>>}} known: the other worksheet holds anything
 */
export function offered(take, store, here) {
  const record = /** @type {SheetRecord | null} */ (store.record(`worksheet/${take.worksheet}`));
  const all = (record?.copies ?? []).flatMap((copy) => sources(take, copy)).map((from) => cellsOf(take, from));
  const filled = all.filter((cells) => Object.values(cells).some(isFilled));
  const names = Object.keys(take.columns);
  const key = (/** @type {Record<string, string>} */ cells) => JSON.stringify(names.map((name) => own(cells, name) ?? ""));
  const have = new Set(here.map(({ cells }) => key(cells)));
  return { known: filled.length > 0, rows: filled.filter((cells) => !have.has(key(cells)) && have.add(key(cells))) };
}
