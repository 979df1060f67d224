// @ts-check
// What is kept in this browser for reading without a network. Names as in sw.js: "amatmida <folder> <kind> <version>".

export const ROOT = new URL("../../../", import.meta.url);
const PREFIX = `amatmida ${ROOT.pathname} `;
const TOGETHER = 4;

/** @typedef {{version: string, bytes: number, pages: string[], files: string[], search: string[]}} List */

/** @param {string} kind @param {string} version */
const nameOf = (kind, version) => `${PREFIX}${kind} ${version}`;
/** @param {string} path */
const addressOf = (path) => new URL(path, ROOT).href;
/** @param {List} list */
export const allOf = (list) => [...list.pages, ...list.files, ...list.search];

/** @param {string} lang @returns {Promise<List>} rejects without a network */
export async function listOf(lang) {
  const answer = await fetch(new URL(`./${lang}.json`, import.meta.url), { cache: "no-cache" });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

/** Addresses kept, of all kinds but the frame that every reader has. @returns {Promise<Set<string>>} */
export async function addresses() {
  const kept = new Set();
  for (const name of await caches.keys()) {
    if (!name.startsWith(PREFIX) || name.startsWith(`${PREFIX}shell `)) continue;
    for (const request of await (await caches.open(name)).keys()) kept.add(request.url);
  }
  return kept;
}

/** Those of the list that are kept with the whole site. @param {string} lang @param {List} list */
export async function missing(lang, list) {
  const cache = await caches.open(nameOf(`whole-${lang}`, list.version));
  const kept = new Set((await cache.keys()).map((request) => request.url));
  return allOf(list).filter((path) => !kept.has(addressOf(path)));
}

/**
 * Keep every file of the list; what is kept already stays.
 * @param {string} lang @param {List} list @param {AbortSignal} signal @param {(left: number) => void} told
 */
export async function keepAll(lang, list, signal, told) {
  const cache = await caches.open(nameOf(`whole-${lang}`, list.version));
  const waiting = await missing(lang, list);
  let left = waiting.length;
  const take = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const answer = await fetch(addressOf(path), { signal, cache: "no-cache" });
      if (!answer.ok) throw new Error(path);
      await cache.put(addressOf(path), answer);
      told((left -= 1));
    }
  };
  try {
    await Promise.all(Array.from({ length: TOGETHER }, take));
  } catch (problem) {
    waiting.length = 0;
    throw problem;
  }
}

/** Forget all but the frame. */
export async function erase() {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX) && !name.startsWith(`${PREFIX}shell `)) await caches.delete(name);
}
