// @ts-check
// From what a person typed to what is asked of the index: units that each may be met in one of several ways.
/** @import {Words} from "./engine.js" */
import { isArabic, isHebrew, plain, words } from "./folding.js";
import { isKnown } from "./suggest.js";

/** @typedef {{terms: string[], boost: number}} Way all terms together */
/** @typedef {{ways: Way[]}} Unit */
/** @typedef {{units: Unit[], term: Record<string, any> | null, words: string[], cut: boolean}} Query */

const MOST_LETTERS = 300;
const MOST_WORDS = 12;

/** @param {string} text @param {Words} site @param {string} lang language of the index @param {boolean} [typing] the last word may be unfinished @returns {Query} */
export function parse(text, site, lang, typing = false) {
  const all = words(text.slice(0, MOST_LETTERS));
  const telling = all.filter((word) => !site.stopwords.has(word) && (word.length > 1 || /\d/.test(word) || all.length === 1));
  const asked = (telling.length ? telling : all).slice(0, MOST_WORDS);
  const cut = text.length > MOST_LETTERS || (telling.length || all.length) > MOST_WORDS;
  const found = matched(asked, site);
  /** @type {Unit[]} */
  const units = [];
  for (let at = 0; at < asked.length; at += 1) {
    const span = found.find((one) => one.at === at);
    if (span) {
      units.push(spanUnit(asked.slice(at, at + span.size), span.term, site, lang));
      at += span.size - 1;
    } else {
      const last = typing && at === asked.length - 1 && /[\p{L}\p{N}]$/u.test(plain(text).trimEnd()) && !/\s$/.test(text);
      units.push({ ways: wordWays(asked[at], site, lang, last) });
    }
  }
  // A definition on top answers a query that is about a term, not one that has it among others.
  const longest = found.sort((a, b) => b.size - a.size)[0];
  return { units, term: longest?.size > asked.length / 2 ? longest.term : null, words: asked, cut };
}

/** @param {string} word @param {Words} site @param {string} lang @param {boolean} unfinished @returns {Way[]} */
function wordWays(word, site, lang, unfinished) {
  // Of a Latin word the site does not have, the engine would take any beginning.
  if (!isHebrew(word) && !isArabic(word)) return [...(isKnown(word, site) || unfinished ? [{ terms: [word], boost: 1 }] : []), ...others(word, site)];
  const keys = asked(word, site);
  const ways = keys.map((key, place) => ({ terms: [key], boost: place ? 0.85 : 1 }));
  if (unfinished && word.length > 1 && !(site.bands.get(keys[0].slice(0, -1)) ?? 0)) ways.push(...completions(word, site));
  return [...ways, ...others(word, site)];
}

/** Other words for the same thing, for a word that the site hardly uses. @param {string} word @param {Words} site @returns {Way[]} */
function others(word, site) {
  const common = isHebrew(word) ? Math.max(...site.analyser.asked(word).map((key) => site.bands.get(key.slice(0, -1)) ?? 0)) : (site.bands.get(word) ?? 0);
  const same = common > 1 ? [] : (site.synonyms.get(site.root(word)) ?? []);
  return same.map((one) => ({ terms: [isHebrew(one) ? site.analyser.keys(one)[0] : one], boost: 0.6 }));
}

/** The keys to ask for. Of the guesses about a word that no rule explains, only itself or else what the site has. @param {string} word @param {Words} site */
function asked(word, site) {
  const keys = site.analyser.asked(word);
  if (site.analyser.readings(word).length) return [...new Set([...keys.slice(0, 4), `${word}0`])];
  const onSite = keys.filter((key) => site.bands.get(key.slice(0, -1)));
  return onSite.includes(keys[0]) || !onSite.length ? [keys[0]] : onSite.slice(0, 4);
}

/** Lemmas that begin like an unfinished word, the commonest first. @param {string} word @param {Words} site @returns {Way[]} */
function completions(word, site) {
  const begun = [...site.bands].filter(([lemma, band]) => band && lemma.length > word.length && lemma.startsWith(word));
  begun.sort(([a, x], [b, y]) => y - x || a.length - b.length);
  return begun.slice(0, 3).map(([lemma]) => ({ terms: [`${lemma}0`], boost: 0.6 }));
}

/** The words as typed, and the term's name in the index's language. @param {string[]} asked @param {Record<string, any>} term @param {Words} site @param {string} lang @returns {Unit} */
function spanUnit(asked, term, site, lang) {
  const waysOf = (/** @type {string[]} */ list) => list.filter((word) => word.length > 1).map((word) => wordWays(word, site, lang, false)).filter((ways) => ways.length);
  const typed = product(waysOf(asked).map((ways) => ways.slice(0, 2))).filter(({ terms }) => terms.length);
  const named = waysOf(words(term.name).filter((word) => !site.stopwords.has(word))).map(([first]) => first.terms[0]);
  return { ways: [...typed, ...(named.length ? [{ terms: named, boost: 0.9 }] : [])] };
}

/** @param {Way[][]} lists @returns {Way[]} at most four */
function product(lists) {
  return lists.reduce((/** @type {Way[]} */ made, ways) => made.flatMap((one) => ways.map((way) => ({ terms: [...one.terms, ...way.terms], boost: one.boost * way.boost }))).slice(0, 4), [{ terms: [], boost: 1 }]);
}

/** Glossary terms in the query, the longest first, none over another. @param {string[]} asked @param {Words} site */
function matched(asked, site) {
  const index = termIndex(site);
  const keys = asked.map((word) => root(word, site));
  /** @type {{at: number, size: number, term: Record<string, any>}[]} */
  const found = [];
  for (let size = Math.min(asked.length, 6); size; size -= 1) {
    for (let at = 0; at + size <= asked.length; at += 1) {
      const term = index.get(keys.slice(at, at + size).join(" "));
      if (term && !found.some((one) => at < one.at + one.size && one.at < at + size)) found.push({ at, size, term });
    }
  }
  return found;
}

/** @param {string} word @param {Words} site */
const root = (word, site) => site.analyser.keys(word)[0].replace(/^([a-z]{3,})s$/, "$1");

/** By the list of terms, which comes late. @type {WeakMap<Record<string, any>[], Map<string, Record<string, any>>>} */
const indexes = new WeakMap();

/** Every name of every term, as keys → term. @param {Words} site */
function termIndex(site) {
  const known = indexes.get(site.terms);
  if (known) return known;
  /** @type {Map<string, Record<string, any>>} */
  const made = new Map();
  for (const place of [0, 1]) {
    for (const term of site.terms) {
      for (const name of place ? term.names : [term.name]) {
        const key = words(name).filter((word) => !site.stopwords.has(word) && word.length > 1).map((word) => root(word, site)).join(" ");
        if (key && !made.has(key)) made.set(key, term);
      }
    }
  }
  indexes.set(site.terms, made);
  return made;
}
