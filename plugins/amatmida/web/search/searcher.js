// @ts-check
// A query in, an answer out: what was found, what else may have been meant, and how to read more of it.
/** @import {Found} from "./rank.js" */
import { Engine, Words, unpacked } from "./engine.js";
import { sections } from "./excerpt.js";
import { words as wordsOf } from "./folding.js";
import { parse } from "./query.js";
import { ranked } from "./rank.js";
import { didYouMean, otherLayout } from "./suggest.js";

/**
 * `state`: "empty", "letters", "signs" or "asked". `instead`: the found answers `mean` or `layout`, not what was typed.
 * @typedef {{state: string, found: Found[], term: Record<string, any> | null, mean: string | null, layout: string | null, instead: boolean, cut: boolean}} Answer
 */

export class Searcher {
  /** @type {Words | null} */
  words = null;
  #turn = 0;
  #asked = false;
  /** @type {Map<string, Engine>} */
  #engines = new Map();

  /** @param {URL} home @param {string} lang */
  constructor(home, lang) {
    this.home = home;
    this.lang = lang;
  }

  /** @returns {Record<string, any>} */
  get strings() {
    return this.words?.strings ?? {};
  }

  /** @param {string} lang */
  engine(lang) {
    const found = this.#engines.get(lang) ?? new Engine(new URL(`search/${lang}/`, this.home).href, lang);
    this.#engines.set(lang, found);
    return found;
  }

  /** The words and, beside them, the engine. */
  async load() {
    const engine = this.engine(this.lang);
    // A failure of the index is said by the search that needs it.
    engine.start().catch(() => {});
    this.words ??= new Words(await unpacked(`${engine.base}words.bin`));
  }

  /** The glossary comes after the first answer, which does not wait for it. True when it has just come. */
  async loadTerms() {
    const site = this.words;
    if (!site || this.#asked) return false;
    this.#asked = true;
    try {
      site.terms = await unpacked(`${this.engine(this.lang).base}terms.bin`);
    } catch {
      this.#asked = false;
    }
    return site.terms.length > 0;
  }

  /** Fetch what the word being typed may need, before it is whole. @param {string} text @param {string} [language] */
  warm(text, language = this.lang) {
    const last = wordsOf(text.slice(0, 300)).at(-1) ?? "";
    if (last.length < 2 || !this.words || /\s$/.test(text)) return;
    const starts = this.words.analyser.keys(last).slice(0, 2).map((key) => key.replace(/[01]$/, ""));
    for (const start of starts) this.engine(language).warm(start).catch(() => {});
  }

  /**
   * @param {string} text
   * @param {Record<string, string>} chosen facet → value; "language" chooses the index
   * @param {boolean} typing
   * @returns {Promise<Answer | null>} null when a later query has overtaken this one
   */
  async answer(text, chosen, typing) {
    const turn = (this.#turn += 1);
    const site = this.words;
    const state = stateOf(text);
    const nothing = { state, found: [], term: null, mean: null, layout: null, instead: false, cut: false };
    if (!site || state !== "asked") return nothing;
    const { language = this.lang, ...filters } = chosen;
    const engine = this.engine(language);
    const ask = (/** @type {string} */ words) => this.#ask(parse(words, site, language, typing), engine, filters);
    const typed = await ask(text);
    const layout = typed.lost ? otherLayout(text.slice(0, 200), site) : null;
    const mean = typed.lost && !layout ? didYouMean(text.slice(0, 200), site) : null;
    // Better words are asked at once when all of them are found.
    const better = layout ?? mean ? await ask(layout ?? mean ?? "") : typed;
    if (turn !== this.#turn) return null;
    const instead = better !== typed && !better.lost;
    const { query, found } = instead ? better : typed;
    return { ...nothing, found, term: query.term, mean, layout, instead, cut: typed.query.cut };
  }

  /** `lost`: some of the words are found nowhere. @param {import("./query.js").Query} query @param {Engine} engine @param {Record<string, string>} filters */
  async #ask(query, engine, filters) {
    const hits = await this.#hits(engine, query.units.flatMap(({ ways }) => ways.flatMap(({ terms }) => terms)), filters);
    const found = ranked(query.units, hits, await this.#worth(engine, query));
    const lost = found.length === 0 || query.units.some(({ ways }) => ways.every(({ terms }) => terms.some((term) => !hits.get(term)?.length)));
    return { query, found, lost };
  }

  /** @param {Engine} engine @param {string[]} terms @param {Record<string, string>} filters */
  async #hits(engine, terms, filters) {
    const each = [...new Set(terms)].slice(0, 40);
    const lists = await Promise.all(each.map((term) => engine.hits(term, filters)));
    return new Map(each.map((term, n) => [term, lists[n]]));
  }

  /**
   * Questions are for practice: they stand behind what they ask about, unless they are asked for by name. The glossary
   * has every word of the field somewhere, so it stands behind the pages that explain.
   * @param {Engine} engine @param {import("./query.js").Query} query
   */
  async #worth(engine, query) {
    const keys = (/** @type {string} */ word) => this.words?.analyser.keys(word)[0];
    const wanted = new Set(wordsOf(this.strings.kind.question).map(keys));
    const named = query.words.some((word) => wanted.has(keys(word)));
    const { question, term } = await engine.kinds();
    return (/** @type {number} */ id) => (question?.has(id) ? (named ? 8 : 0.15) : term?.has(id) ? 0.2 : 1);
  }

  /** @param {Found} one @param {string} lang */
  async read(one, lang) {
    const page = await this.engine(lang).text(one.hit);
    return { ...sections(page, one.places), kind: page.kind };
  }

  /** @returns {Promise<Record<string, Record<string, Set<number>>>>} */
  facets() {
    return this.engine(this.lang).facets();
  }
}

/** @param {string} text */
function stateOf(text) {
  if (!text.trim()) return "empty";
  const found = wordsOf(text.slice(0, 300));
  if (!found.length) return "signs";
  return found.every((word) => word.length < 2 && !/\d/.test(word)) ? "letters" : "asked";
}
