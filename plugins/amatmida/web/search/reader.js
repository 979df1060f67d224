// @ts-check
// Reads the index that search/index.py writes, and weighs a word as Pagefind does, which made it (pagefind_web 1.5.2:
// search.rs). Its own reader is a program of 80 KB; of that, a reader here needs only this. Tests compare the two on the
// real site.

/** @typedef {{page: number, at: number[], weight: number, fields: Map<number, number[]>}} Posting places of a word on a page, their weights in sum, and its places in each field that holds it */
/** @typedef {{from: string, to: string, number: number}} Piece the words from…to */
/** @typedef {{folder: string, words: number[], average: number, pieces: Piece[], facets: string[], fields: string[], kinds: Record<string, Set<number>>}} Contents `words`: their number on each page */
/** @typedef {Map<string, string>} Lines word → where it stands, as written */

// BM25 as Pagefind sets it, and what a word in a field is worth.
const SATURATION = 1.4;
const LENGTH = 0.75;
/** What a word is worth in a field; in others 1. @type {Record<string, number>} */
const FIELDS = { title: 5, asked: 3 };
const USUAL = 24;
const SAME = 1.8;

/** The list of contents. @param {Record<string, any>} data @returns {Contents} */
export function contents({ folder, words, pieces, facets, fields, kinds }) {
  const bounds = pieces.split(" ");
  return {
    folder,
    words,
    facets,
    fields,
    average: words.reduce((/** @type {number} */ sum, /** @type {number} */ count) => sum + count, 0) / words.length,
    pieces: Array.from({ length: bounds.length >> 1 }, (_, number) => ({ from: bounds[2 * number], to: bounds[2 * number + 1], number })),
    kinds: Object.fromEntries(Object.entries(kinds).map(([kind, pages]) => [kind, new Set(pages)])),
  };
}

/** A piece: a line for each word. @param {string} text @returns {Lines} */
export function piece(text) {
  return new Map(text.split("\n").map((line) => [line.slice(0, line.indexOf(" ")), line.slice(line.indexOf(" ") + 1)]));
}

const numbers = (/** @type {string | undefined} */ list) => (list ? list.split(",").map(Number) : []);

/** Page by page: step from the last one; places; places in fields. @param {string} line @returns {Posting[]} */
export function postings(line) {
  let page = 0;
  return line.split(" ").map((one) => {
    const [step, places, fields] = one.split(";");
    return { page: (page += Number(step)), ...locations(numbers(places)), fields: fieldsOf(numbers(fields)) };
  });
}

/** A negative number is another field; then steps from place to place in it. @param {number[]} places */
function fieldsOf(places) {
  let [field, last] = [0, 0];
  /** @type {Map<number, number[]>} */
  const found = new Map();
  for (const one of places) {
    if (one < 0) [field, last] = [-1 - one, 0];
    else found.set(field, [...(found.get(field) ?? []), (last += one)]);
  }
  return found;
}

/** Steps from place to place; a negative number is another weight, with which they begin anew. @param {number[]} places */
function locations(places) {
  let [each, last, weight, groups] = [USUAL, 0, 0, places[0] < 0 ? 0 : 1];
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

/** The words that begin with a term, or else the longest that the term begins with. @param {Lines[]} pieces @param {string} term @param {boolean} exact @returns {[string, Posting[]][]} */
export function extensions(pieces, term, exact) {
  const all = pieces.flatMap((lines) => (exact ? [term].filter((word) => lines.has(word)).map((word) => [word, lines.get(word) ?? ""]) : [...lines]));
  const longer = all.filter(([word]) => word.startsWith(term));
  const chosen = longer.length ? longer : all.filter(([word]) => term.startsWith(word)).sort(([a], [b]) => b.length - a.length).slice(0, 1);
  return chosen.map(([word, line]) => [word, postings(line)]);
}

/** How alike in length two words are, from 0 to 1. @param {number} difference */
const likeness = (difference) => Math.exp(Math.exp(-((difference + 1) ** 2) / 8) - 1);

/**
 * The pages of a term, each with its score and the places of the term.
 * @param {[string, Posting[]][]} found
 * @param {string} term
 * @param {Contents} site
 * @returns {{page: number, score: number, words: number[], fields: string[], asked: number[]}[]} `asked`: places in what people type for the page
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
  const rarity = Math.log((site.words.length - pages.size + 0.5) / (pages.size + 0.5) + 1);
  return [...pages].map(([page, words]) => {
    const length = SATURATION * (1 - LENGTH + (LENGTH * site.words[page]) / site.average);
    const body = words.map((word) => (word.weight / USUAL) * word.likeness).reduce((sum, one) => sum + ((SATURATION + 1) * one) / (length + one), 0);
    const fields = [...new Set(words.flatMap((word) => [...word.fields.keys()]))].map((n) => site.fields[n]);
    const headed = fields.reduce((sum, name) => sum + (FIELDS[name] ?? 1), 0);
    const places = words.length > 1 ? [...new Set(words.flatMap(({ at }) => at))].sort((a, b) => a - b) : words[0].at;
    const asked = words.flatMap((word) => word.fields.get(site.fields.indexOf("asked")) ?? []);
    return { page, fields, asked, words: places, score: rarity * (body * SAME + headed) };
  });
}
