// @ts-check
// What somebody wants to see, in the address of the page and against an item. Nothing here knows a page.

import { comparable } from "../quiz/words.js";

/** @typedef {Record<string, string>} Wishes by name; "" is no wish */
/** @typedef {{words: string, of: Record<string, string[]>}} Searched words as `comparable` gives them; `of`: what the item has of each list */

/** Not `q`: the theme takes that for a search of the whole site. */
export const NAMES = ["text", "principle", "stage", "role", "column", "mark", "view"];
const MOST = 80;

/** @param {string} search the query of an address @returns {Wishes} */
export function wishesFrom(search) {
  const given = new URLSearchParams(search);
  return Object.fromEntries(NAMES.map((name) => [name, (given.get(name) ?? "").slice(0, MOST)]));
}

/** The query with these wishes; what others put there stays. @param {string} search @param {Wishes} wishes */
export function searchWith(search, wishes) {
  const params = new URLSearchParams(search);
  for (const name of NAMES) {
    if (wishes[name]) params.set(name, wishes[name]);
    else params.delete(name);
  }
  const text = params.toString();
  return text && `?${text}`;
}

/** True when all wishes are met, and each word of the text stands somewhere. @param {Searched} item @param {Wishes} wishes */
export function fits(item, wishes) {
  const { text = "", view, ...lists } = wishes;
  const words = text.split(/\s+/).map(comparable);
  return words.every((word) => item.words.includes(word)) && Object.entries(lists).every(([name, id]) => !id || item.of[name]?.includes(id));
}
