// @ts-check
// The search engine in its worker, and the words' file. The engine's own page script is left out: it holds a second
// copy of what the worker holds. A request that cannot be served ends in Unreachable, and the next one starts anew.

import { Analyser } from "./analysis.js";

/** @typedef {{id: string, score: number, words: number[], data: string, matchedMetaFields?: string[]}} Hit */
/** @typedef {Record<string, any>} Table */
export class Unreachable extends Error {}

const PATIENCE = 12_000;

/** A word without the commonest ends; only for telling whether a word is known. @param {string} word */
export const stem = (word) => (word.length > 4 ? word.replace(/(?:ations?|ings?|ments?|ers?|ed|es|s|e|ly|y)$/, "").slice(0, 7) : word.replace(/s$/, ""));

/** @param {Promise<any>} promise @param {string} what */
function inTime(promise, what) {
  return Promise.race([promise, new Promise((_, reject) => setTimeout(() => reject(new Unreachable(what)), PATIENCE))]);
}

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

/** A compressed JSON file. @param {string} address @returns {Promise<any>} */
export async function unpacked(address) {
  const answer = await fetch(address, { cache: "no-cache" }).catch(() => null);
  if (!answer?.ok || !answer.body) throw new Unreachable(address);
  return JSON.parse(await new Response(answer.body.pipeThrough(new DecompressionStream("gzip"))).text());
}

/** One index. */
export class Engine {
  /** @type {Worker | null} */
  #worker = null;
  /** @type {Map<string, {resolve: (value: any) => void, reject: (problem: Error) => void}>} */
  #waiting = new Map();
  #count = 0;
  /** @type {Map<string, Promise<Hit[]>>} */
  #hits = new Map();
  /** @type {Map<string, Promise<Table>>} */
  #texts = new Map();
  /** @type {Promise<Record<string, Set<string>>> | null} */
  #kinds = null;

  /** @param {string} base absolute address of search/<language>/ @param {string} lang */
  constructor(base, lang) {
    this.base = base;
    this.lang = lang;
  }

  start() {
    if (this.#worker) return;
    const worker = new Worker(`${this.base}pagefind-worker.js`);
    worker.addEventListener("message", ({ data }) => {
      const one = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if (data.error) one?.reject(new Unreachable(data.error));
      else one?.resolve(data.result);
    });
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.stop();
    });
    this.#worker = worker;
    void this.#ask("init", { basePath: new URL(this.base).pathname, baseUrl: "/", language: this.lang }).catch(() => this.stop());
  }

  /** Forget everything; the next request begins again. */
  stop() {
    this.#worker?.terminate();
    this.#worker = null;
    for (const one of this.#waiting.values()) one.reject(new Unreachable("stopped"));
    this.#waiting.clear();
    this.#hits.clear();
    this.#texts.clear();
  }

  /** @param {string} method @param {...any} args @returns {Promise<any>} */
  #ask(method, ...args) {
    const id = `m${(this.#count += 1)}`;
    const answer = new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.#worker?.postMessage({ id, instanceId: this.lang, method, args });
    return inTime(answer, method);
  }

  /** Pages that hold a term. @param {string} term @param {Record<string, string>} filters @returns {Promise<Hit[]>} */
  hits(term, filters) {
    this.start();
    const key = JSON.stringify([term, filters]);
    const found = this.#hits.get(key) ?? this.#ask("search", term, { filters }).then((answer) => answer?.results ?? []);
    this.#hits.set(key, found);
    found.catch(() => this.#hits.delete(key));
    return found;
  }

  /** The engine's names of pages by kind, for the kinds that bear on the order. @returns {Promise<Record<string, Set<string>>>} */
  kinds() {
    this.#kinds ??= fetch(`${this.base}kinds.json`, { cache: "no-cache" })
      .then(async (answer) => Object.fromEntries(Object.entries(await answer.json()).map(([kind, ids]) => [kind, new Set(ids)])))
      .catch(() => ((this.#kinds = null), {}));
    return this.#kinds;
  }

  /** The text of a page that was hit. @param {Hit} hit @returns {Promise<Table>} */
  text(hit) {
    const found = this.#texts.get(hit.id) ?? this.#ask("getData", hit.data);
    this.#texts.set(hit.id, found);
    found.catch(() => this.#texts.delete(hit.id));
    return found;
  }

  /** Values of every facet, with counts. @returns {Promise<Record<string, Record<string, number>>>} */
  facets() {
    this.start();
    return this.#ask("filters");
  }

  /** Throws Unreachable when the index cannot be reached now (the engine takes a lost piece for an empty one). */
  async probe() {
    try {
      const answer = await fetch(`${this.base}pagefind-entry.json`, { cache: "no-store" });
      if (answer.ok) return;
    } catch {
      // Said below.
    }
    this.stop();
    throw new Unreachable("probe");
  }
}
