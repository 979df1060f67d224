// @ts-check
// Reads the index that Pagefind writes, and weighs a word as Pagefind does (pagefind_web 1.5.2: index.rs, metadata.rs,
// filter_index.rs, search.rs). Its own reader is a program of 80 KB; of that, a reader here needs only this. Tests
// compare the two on the real site.

/** @typedef {{page: number, at: number[], weight: number, fields: Set<number>}} Posting places of a word on a page, their weights in sum, and the numbers of the fields that hold it */
/** @typedef {{hash: string, count: number}} Page a page's name and its number of words */
/** @typedef {{from: string, to: string, hash: string}} Piece the words from…to lie in the piece `hash` */
/** @typedef {{pages: Page[], average: number, pieces: Piece[], filters: Map<string, string>, fields: string[]}} Contents */

const SIGN = 12; // "pagefind_dcd"
// BM25 as Pagefind sets it, and what a word in a field is worth.
const SATURATION = 1.4;
const LENGTH = 0.75;
/** What a word is worth in a field; in others 1. @type {Record<string, number>} */
const FIELDS = { title: 5 };
const USUAL = 25;
const SAME = 1.8;

/** CBOR of arrays, strings and whole numbers (RFC 8949). @param {Uint8Array} bytes @returns {any} */
export function decoded(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const text = new TextDecoder();
  let at = SIGN;
  const number = (/** @type {number} */ info) => {
    if (info < 24) return info;
    const size = 1 << (info - 24);
    if (size > 4) throw new Error("index");
    at += size;
    return size === 1 ? view.getUint8(at - 1) : size === 2 ? view.getUint16(at - 2) : view.getUint32(at - 4);
  };
  const list = (/** @type {number} */ count) => {
    const made = new Array(count);
    for (let n = 0; n < count; n += 1) made[n] = value();
    return made;
  };
  /** @returns {any} */
  const value = () => {
    const first = bytes[(at += 1) - 1];
    const count = number(first & 31);
    switch (first >> 5) {
      case 0:
        return count;
      case 1:
        return -1 - count;
      case 3:
        return text.decode(bytes.subarray(at, (at += count)));
      case 4:
        return list(count);
      default:
        throw new Error("index");
    }
  };
  return value();
}

/** The list of contents. @param {Uint8Array} bytes @returns {Contents} */
export function contents(bytes) {
  const [, pages, pieces, filters, , fields] = decoded(bytes);
  return {
    pages: pages.map(([hash, count]) => ({ hash, count })),
    average: pages.reduce((/** @type {number} */ sum, [, count]) => sum + count, 0) / pages.length,
    pieces: pieces.map(([from, to, hash]) => ({ from, to, hash })),
    filters: new Map(filters),
    fields: fields ?? [],
  };
}

/** A piece: word → where it stands, page by page. @param {Uint8Array} bytes @returns {Map<string, Posting[]>} */
export function piece(bytes) {
  return new Map(decoded(bytes)[0].map(([word, pages, variants = []]) => [word, [pages, ...variants.map((/** @type {any[]} */ one) => one[1])].flatMap(postings)]));
}

/** @param {any[]} list @returns {Posting[]} */
function postings(list) {
  let page = 0;
  return list.map(([step, places, fields = []]) => ({ page: (page += step), ...locations(places), fields: fieldsOf(fields) }));
}

/** A negative number is another field; the rest are places in it. @param {number[]} places */
function fieldsOf(places) {
  let field = 0;
  /** @type {Set<number>} */
  const found = new Set();
  for (const one of places) {
    if (one < 0) field = -1 - one;
    else found.add(field);
  }
  return found;
}

/** Steps from place to place; a negative number is a new weight, which begins anew. @param {number[]} places */
function locations(places) {
  let [each, last, weight, groups] = [USUAL, 0, 0, 0];
  /** @type {number[]} */
  const at = [];
  for (const one of places) {
    if (one < 0) {
      [each, last] = [-1 - one, 0];
      groups += 1;
      continue;
    }
    last += one;
    // Two parts of one word may be the same word (tender/tenders).
    if (last === at.at(-1) || (groups > 1 && at.includes(last))) continue;
    at.push(last);
    weight += each;
  }
  return { at: groups > 1 ? at.sort((a, b) => a - b) : at, weight };
}

/** A facet: value → numbers of pages. @param {Uint8Array} bytes @returns {Map<string, number[]>} */
export const facet = (bytes) => new Map(decoded(bytes)[1]);

/**
 * Pieces where a term, or a longer word that begins with it, may stand. `from` and `to` are only beginnings of words, as
 * long as it takes to tell a piece from its neighbours.
 * @param {Piece[]} pieces @param {string} term @param {boolean} exact @returns {Piece[]}
 */
export function holding(pieces, term, exact) {
  const at = Math.max(pieces.findLastIndex(({ from }) => from <= term), 0);
  const near = pieces.slice(at, exact ? at + 1 : at + 2);
  return near.filter(({ from, to }, n) => (exact ? from <= term && term.slice(0, to.length) <= to : !n || from.startsWith(term)));
}

/** What the words that begin with a term, or else the longest that the term begins with. @param {Map<string, Posting[]>[]} maps @param {string} term @param {boolean} exact @returns {[string, Posting[]][]} */
export function extensions(maps, term, exact) {
  if (exact) return maps.flatMap((map) => (map.has(term) ? [/** @type {[string, Posting[]]} */ ([term, map.get(term)])] : []));
  const all = maps.flatMap((map) => [...map]);
  const longer = all.filter(([word]) => word.startsWith(term));
  if (longer.length) return longer;
  return all.filter(([word]) => term.startsWith(word)).sort(([a], [b]) => b.length - a.length).slice(0, 1);
}

/** How alike in length two words are, from 0 to 1. @param {number} difference */
const likeness = (difference) => Math.exp(Math.exp(-((difference + 1) ** 2) / 8) - 1);

/**
 * The pages of a term, each with its score and the places of the term.
 * @param {[string, Posting[]][]} found
 * @param {string} term
 * @param {Contents} site
 * @returns {{page: number, score: number, words: number[], fields: string[]}[]}
 */
export function weighed(found, term, site) {
  /** @type {Map<number, (Posting & {likeness: number})[]>} */
  const pages = new Map();
  for (const [word, list] of found) {
    const like = likeness(Math.abs(word.length - term.length));
    for (const one of list) {
      const held = pages.get(one.page);
      if (held) held.push({ ...one, likeness: like });
      else pages.set(one.page, [{ ...one, likeness: like }]);
    }
  }
  const rarity = Math.log((site.pages.length - pages.size + 0.5) / (pages.size + 0.5) + 1);
  return [...pages].map(([page, words]) => {
    const length = SATURATION * (1 - LENGTH + (LENGTH * site.pages[page].count) / site.average);
    const body = words.map((word) => (word.weight / 24) * word.likeness).reduce((sum, one) => sum + ((SATURATION + 1) * one) / (length + one), 0);
    const fields = [...new Set(words.flatMap((word) => [...word.fields]))].map((n) => site.fields[n]);
    const headed = fields.reduce((sum, name) => sum + (FIELDS[name] ?? 1), 0);
    const places = words.length > 1 ? [...new Set(words.flatMap(({ at }) => at))].sort((a, b) => a - b) : words[0].at;
    return { page, fields, words: places, score: rarity * (body * SAME + headed) };
  });
}
