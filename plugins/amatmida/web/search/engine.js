// @ts-check
// One index of the site, piece by piece as it is asked for, and the words' file. A request that cannot be served ends
// in Unreachable, and the next one starts anew.

import { Analyser } from "./analysis.js";
import { contents, extensions, holding, piece, weighed } from "./reader.js";

/** @typedef {import("./reader.js").Contents & {stem: (word: string) => string}} Site */
/** @typedef {{id: number, score: number, words: number[], fields: string[], asked: number[]}} Hit */
/** @typedef {Record<string, any>} Table */
export class Unreachable extends Error {
  /** A file is no longer there: the site was built anew since its list of contents came. */
  gone = false;
}

const PATIENCE = 12_000;
const MOST_WARM = 3;

/** A word without the commonest ends; only for telling whether a word is known. @param {string} word */
export const stem = (word) => (word.length > 4 ? word.replace(/(?:ations?|ings?|ments?|ers?|ed|es|s|e|ly|y)$/, "").slice(0, 7) : word.replace(/s$/, ""));

/** What the browser needs to know of the site's words. */
export class Words {
  /** @param {Table} data */
  constructor(data) {
    /** The glossary, once it has come. @type {Table[]} */
    this.terms = [];
    this.strings = data.strings;
    this.stopwords = new Set([data.rules.he, data.rules.ar, data.rules.en].flatMap((rules) => rules.stopwords));
    this.keyboard = data.rules.keyboard;
    /** @type {Map<string, string>} */
    const lexicon = new Map();
    /** How often a word or lemma stands on the site: 0 not at all, 3 very often. @type {Map<string, number>} */
    this.bands = new Map();
    for (const [group, lemmas] of Object.entries(data.lexicon)) {
      const [classes, band] = group.split("|");
      for (const lemma of lemmas.split(" ")) {
        if (classes) lexicon.set(lemma, classes);
        this.bands.set(lemma, Number(band));
      }
    }
    this.analyser = new Analyser(data.rules, lexicon);
    /** Beginnings of the site's Latin words, so that another form of one is known too. */
    this.latin = new Set([...this.bands].filter(([word, band]) => band && /^[a-z]/.test(word)).map(([word]) => stem(word)));
    /** Dictionary form → words for the same thing. @type {Map<string, string[]>} */
    this.synonyms = new Map();
    for (const group of (data.synonyms ?? []).map((/** @type {string} */ line) => line.split(" "))) for (const word of group) this.synonyms.set(this.root(word), group.filter((/** @type {string} */ one) => one !== word));
  }

  /** What forms of a word share. @param {string} word */
  root(word) {
    return /^[a-z]/.test(word) ? stem(word) : this.analyser.keys(word)[0];
  }

  /** @param {string} word */
  hasLatin(word) {
    return !/^[a-z]/.test(word) || this.latin.has(stem(word));
  }
}

/** A file of the search. What is named after its content need not be asked for again. @param {string} address @returns {Promise<Response>} */
async function file(address) {
  const cache = /\/[0-9a-f]{16}\//.test(address) ? "default" : "no-cache";
  const answer = await fetch(address, { cache, signal: AbortSignal.timeout(PATIENCE) }).catch(() => null);
  if (answer?.ok && answer.body) return answer;
  throw Object.assign(new Unreachable(address), { gone: answer?.status === 404 });
}

/** A compressed text; what cannot be read did not come whole. @param {string} address @returns {Promise<string>} */
async function text(address) {
  const answer = await file(address);
  try {
    return await new Response(/** @type {ReadableStream} */ (answer.body).pipeThrough(new DecompressionStream("gzip"))).text();
  } catch {
    throw new Unreachable(address);
  }
}

/** A compressed JSON file. @param {string} address @returns {Promise<any>} */
export const unpacked = async (address) => JSON.parse(await text(address));

/** Of these no longer word is meant: our keys, and numbers. */
const EXACT = /[\u0590-\u06ff]|^\d/;

/** One index. */
export class Engine {
  /** Everything asked for, by address or term; what failed is forgotten. @type {Map<string, Promise<any>>} */
  #kept = new Map();

  /** @param {string} base absolute address of search/<language>/ @param {string} lang */
  constructor(base, lang) {
    this.base = base;
    this.lang = lang;
  }

  /** @template T @param {string} key @param {() => Promise<T>} make @returns {Promise<T>} */
  #once(key, make) {
    const found = this.#kept.get(key) ?? make();
    this.#kept.set(key, found);
    found.catch((problem) => {
      if (problem.gone) this.#kept.clear();
      this.#kept.delete(key);
    });
    return found;
  }

  /** What the index holds, and where. @returns {Promise<Site>} */
  start() {
    return this.#once("site", async () => {
      const [site, stem] = await Promise.all([
        unpacked(`${this.base}pages.bin`),
        this.lang === "en" ? import("./english.js").then((code) => code.englishStem) : (/** @type {string} */ word) => word,
      ]);
      return { ...contents(site), stem };
    });
  }

  /** The pages of the kinds that bear on the order. */
  async kinds() {
    return (await this.start()).kinds;
  }

  /** @param {Site} site @param {import("./reader.js").Piece} one */
  #piece({ folder }, { number }) {
    return this.#once(`piece ${number}`, async () => piece(await text(`${this.base}${folder}/index/${number}.bin`)));
  }

  /** Pages that hold a term. @param {string} term @param {Record<string, string>} filters @returns {Promise<Hit[]>} */
  hits(term, filters) {
    return this.#once(JSON.stringify([term, filters]), async () => {
      const site = await this.start();
      const exact = EXACT.test(term);
      const stem = exact ? term : site.stem(term);
      const [allowed, ...maps] = await Promise.all([this.#allowed(site, filters), ...holding(site.pieces, stem, exact).map((one) => this.#piece(site, one))]);
      const pages = weighed(extensions(maps, stem, exact), stem, site).filter(({ page }) => !allowed || allowed.has(page));
      return pages.map(({ page, ...rest }) => ({ id: page, ...rest }));
    });
  }

  /** Fetch the pieces that an unfinished word will need, unless they are many. @param {string} start */
  async warm(start) {
    const site = await this.start();
    const wanted = site.pieces.filter(({ from, to }) => from.startsWith(start) || (from <= start && start.slice(0, to.length) <= to));
    if (wanted.length <= MOST_WARM) await Promise.all(wanted.map((one) => this.#piece(site, one)));
  }

  /** Numbers of the pages that have all the values. @param {Site} site @param {Record<string, string>} filters @returns {Promise<Set<number> | null>} */
  async #allowed(site, filters) {
    const lists = await Promise.all(Object.entries(filters).map(async ([name, value]) => (await this.#facet(site, name)).get(value) ?? []));
    return lists.length ? new Set(lists[0].filter((page) => lists.every((list) => list.includes(page)))) : null;
  }

  /** @param {Site} site @param {string} name @returns {Promise<Map<string, number[]>>} */
  async #facet({ folder, facets }, name) {
    return facets.includes(name) ? this.#once(`facet ${name}`, async () => new Map(Object.entries(await unpacked(`${this.base}${folder}/facet/${name}.bin`)))) : new Map();
  }

  /** The text of a page that was hit. @param {Hit} hit @returns {Promise<Table>} */
  text(hit) {
    return this.#once(`text ${hit.id}`, async () => unpacked(`${this.base}${(await this.start()).folder}/text/${hit.id}.bin`));
  }

  /** Values of every facet, with the numbers of their pages. @returns {Promise<Record<string, Record<string, Set<number>>>>} */
  async facets() {
    const site = await this.start();
    const each = site.facets.map(async (name) => {
      const values = [...(await this.#facet(site, name))].map(([value, pages]) => [value, new Set(pages)]);
      return [name, Object.fromEntries(values)];
    });
    return Object.fromEntries(await Promise.all(each));
  }
}
