// @ts-check
// English words to their stems, as the index holds them: the algorithm "English" (Porter2) of Snowball 3.0. Loaded for
// the English index only. A test compares it, word by word, with the engine that writes the index.

const EXCEPTIONS = new Map(Object.entries({ skis: "ski", skies: "sky", idly: "idl", gently: "gentl", ugly: "ugli", early: "earli", only: "onli", singly: "singl", sky: "sky", news: "news", howe: "howe", atlas: "atlas", cosmos: "cosmos", bias: "bias", andes: "andes" }));
const VOWEL = /[aeiouy]/;
const SHORT = /(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy]|past)$/;
const FIRST = /^(?:arsen|commun|emerg|gener|inter|later|organ|past|univers)/;

/** @typedef {[string, string][]} Table end and what stands instead, longer ends before their own ends */
/** @type {Table} */
const SECOND = [["ational", "ate"], ["ization", "ize"], ["iveness", "ive"], ["fulness", "ful"], ["ousness", "ous"], ["tional", "tion"], ["biliti", "ble"], ["lessli", "less"], ["entli", "ent"], ["ation", "ate"], ["alism", "al"], ["aliti", "al"], ["ousli", "ous"], ["iviti", "ive"], ["fulli", "ful"], ["ogist", "og"], ["enci", "ence"], ["anci", "ance"], ["abli", "able"], ["izer", "ize"], ["ator", "ate"], ["alli", "al"], ["bli", "ble"], ["ogi", "og"], ["li", ""]];
/** @type {Table} */
const THIRD = [["ational", "ate"], ["tional", "tion"], ["alize", "al"], ["icate", "ic"], ["iciti", "ic"], ["ative", ""], ["ical", "ic"], ["ness", ""], ["ful", ""]];
/** @type {Table} */
const FOURTH = ["ement", "ment", "ance", "ence", "able", "ible", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion", "al", "er", "ic"].map((end) => [end, ""]);

/** Where the parts that may be taken off begin. @param {string} word @returns {[number, number]} */
function regions(word) {
  const after = (/** @type {number} */ from) => {
    const found = /[aeiouy][^aeiouy]/.exec(word.slice(from));
    return found ? from + found.index + 2 : word.length;
  };
  const one = FIRST.exec(word)?.[0].length ?? after(0);
  return [one, after(one)];
}

/** The first end that fits, and what is before it. @param {string} word @param {Table} table */
function endOf(word, table) {
  const found = table.find(([end]) => word.endsWith(end));
  return found && { end: found[0], instead: found[1], rest: word.slice(0, word.length - found[0].length) };
}

/** @param {string} word */
function plural(word) {
  if (word.endsWith("sses")) return word.slice(0, -2);
  if (/ie[ds]$/.test(word)) return word.slice(0, word.length > 4 ? -2 : -1);
  if (/[us]s$/.test(word) || !word.endsWith("s")) return word;
  return VOWEL.test(word.slice(0, -2)) ? word.slice(0, -1) : word;
}

/** @param {string} word @param {number} one */
function tense(word, one) {
  const long = /(eed)(?:ly)?$/.exec(word);
  if (long) return long.index < one || /^(?:succ|proc|exc)$/.test(word.slice(0, long.index)) ? word : `${word.slice(0, long.index)}ee`;
  const found = /(?:ed|ing)(?:ly)?$/.exec(word);
  if (!found) return word;
  const rest = word.slice(0, found.index);
  if (found[0] === "ing" && /^[^aeiouy]y$/.test(rest)) return `${rest[0]}ie`;
  if (found[0] === "ing" && /^(?:even|cann|inn|earr|herr|out)$/.test(rest)) return word;
  return VOWEL.test(rest) ? mended(rest, one) : word;
}

/** What is left of a verb, as it is written without its end. @param {string} rest @param {number} one */
function mended(rest, one) {
  if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`;
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(rest)) return /^[aeo]..$/.test(rest) ? rest : rest.slice(0, -1);
  return rest.length === one && SHORT.test(rest) ? `${rest}e` : rest;
}

/** @param {string} word @param {number} one */
function second(word, one) {
  const found = endOf(word, SECOND);
  if (!found || found.rest.length < one) return word;
  if (found.end === "ogi" && !found.rest.endsWith("l")) return word;
  if (found.end === "li" && !/[cdeghkmnrt]$/.test(found.rest)) return word;
  return found.rest + found.instead;
}

/** @param {string} word @param {number} one @param {number} two */
function third(word, one, two) {
  const found = endOf(word, THIRD);
  return found && found.rest.length >= (found.end === "ative" ? two : one) ? found.rest + found.instead : word;
}

/** @param {string} word @param {number} two */
function fourth(word, two) {
  const found = endOf(word, FOURTH);
  if (!found || found.rest.length < two) return word;
  return found.end === "ion" && !/[st]$/.test(found.rest) ? word : found.rest;
}

/** @param {string} word @param {number} one @param {number} two */
function last(word, one, two) {
  const rest = word.slice(0, -1);
  if (word.endsWith("e")) return rest.length >= two || (rest.length >= one && !SHORT.test(rest)) ? rest : word;
  return word.endsWith("ll") && rest.length >= two ? rest : word;
}

/** @param {string} word small letters */
export function englishStem(word) {
  const known = EXCEPTIONS.get(word);
  if (known || word.length < 3) return known ?? word;
  // A y that is a consonant is written large until the end.
  const marked = word.replace(/^y/, "Y").replace(/(?<=[aeiouy])y/g, "Y");
  const [one, two] = regions(marked);
  let stem = tense(plural(marked), one);
  stem = stem.replace(/(?<=.[^aeiouy])[yY]$/, "i");
  stem = fourth(third(second(stem, one), one, two), two);
  return last(stem, one, two).toLowerCase();
}
