/**
 * How English is read: stems, nouns that narrow a noun, verb forms. The same as the English in logic_model/reading.py,
 * context.py, shapes.py and sense.py.
 * @typedef {import("./reading.js").Token} Token
 * @typedef {import("./reading.js").Parsed} Parsed
 */
import { any, codesOf, eachPair, has, MAIN, marks, SEPARATORS, tableOf } from "./reading.js";
import * as LISTS from "./rule-words-en.js";

const table = tableOf(LISTS, (word) => [word]);
const marked = marks(LISTS.MARKS);
const STOPS = new Set(LISTS.STOPS.split(" "));
const PLURALS = /s$|^(?:people|women|men|children|youth|they|those)$/;
const VERB_FORM = /(?:s|ing|ed|ion)$/;
const VERB = /^[a-z]{3,}$/;
const NOT_A_VERB = /(?:ed|ing|ly|al|ous|ful|less|ity|ions?|ness|ments?|ship)$/;

/** @param {string} word */
function stemOf(word) {
  let stem = word.endsWith("'s") ? word.slice(0, -2) : word;
  if (stem.length > 4 && /ie[sd]$/.test(stem)) return stem.slice(0, -3) + "y";
  if (stem.length > 3 && stem.endsWith("s") && !/(?:ss|us|is)$/.test(stem)) stem = stem.slice(0, -1);
  const cut = stem.length > 5 && stem.endsWith("ing") ? 3 : stem.length > 4 && stem.endsWith("ed") ? 2 : 0;
  stem = stem.slice(0, stem.length - cut);
  if (cut && stem.length > 3 && stem.at(-1) === stem.at(-2) && !"ls".includes(stem.at(-1) ?? ""))
    stem = stem.slice(0, -1);
  return stem.length > 3 && stem.endsWith("e") ? stem.slice(0, -1) : stem;
}

/** @param {string} word */
function plainOf(word) {
  if (word.length > 4 && word.endsWith("ies")) return word.slice(0, -3) + "y";
  const plain = word.length > 3 && word.endsWith("s") && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
  return plain.length > 3 && plain.endsWith("e") ? plain.slice(0, -1) : plain;
}

/** @param {string} word @returns {Parsed} */
function parse(word) {
  const base = word.endsWith("'s") ? word.slice(0, -2) : word;
  const stem = stemOf(base);
  const forms = base.endsWith("ing") ? [plainOf(base)] : [plainOf(base), stem];
  return { codes: codesOf(table, base, [stem]), forms };
}

/** @param {Token[]} tokens */
function pairs(tokens) {
  for (const t of tokens) if (t.codes.includes("A") && /^\S+ed(?: |$)/.test(t.word)) t.codes = "D";
  const done = any(tokens, "D");
  eachPair(tokens, (before, token) => modifier(before, token, done));
  const thing = any(tokens.slice(0, 2), "X");
  eachPair(tokens, (before, token) => verbOfPeople(before, token, thing));
  tokens.forEach((t, i) => {
    if (/^(?:are|is)$/.test(t.word) && tokens[i + 1]?.word === "in" && any(tokens.slice(i + 2, i + 5), "L")) t.codes = "V";
  });
  lateVerb(tokens);
}

/** @param {Token} before @param {Token} token @param {boolean} done */
function modifier(before, token, done) {
  const singular = before.codes.includes("P") && !PLURALS.test(before.word);
  const deed = has(token.codes, "AS");
  const thing = has(token.codes, "UX") || (deed && !token.word.endsWith("ed"));
  const narrows =
    before.codes === "L" ||
    (before.codes === "Q" && !deed) ||
    (before.codes === "V" && before.word.endsWith("ing"));
  const system = token.codes === "Q" && /^[LUX]$/.test(before.codes);
  const place = token.word === "community" && /^(?:the|in)$/.test(before.word);
  const hours = done && before.codes === "A" && token.codes === "U";
  if ((thing && narrows) || system || hours || (singular && token.codes.includes("L"))) before.codes = "-";
  if (place) token.codes = "-";
}

/** @param {Token} before @param {Token} token @param {boolean} thing */
function verbOfPeople(before, token, thing) {
  const theirs = before.codes.includes("P") && PLURALS.test(before.word);
  if (theirs && token.codes === "A" && !VERB_FORM.test(token.word)) token.codes = "V";
  if (token.word === "own" && /^(?:their|his|her|our|your)$/.test(before.word)) token.codes = "";
  if (before.codes === "D" && (has(token.codes, "SX") || (thing && /^(?:for|with|to)$/.test(token.word))))
    before.codes = "-";
  if (before.codes.includes("H") && token.word === "use") token.codes = "-";
}

/** @param {Token[]} tokens */
function lateVerb(tokens) {
  const opens = tokens.slice(0, 2).some((t) => t.codes.includes("P") && PLURALS.test(t.word));
  if (!opens || any(tokens, "V")) return;
  const at = tokens.findIndex((token, i) => {
    const before = tokens[i - 1];
    return i && token.codes === "A" && !VERB_FORM.test(token.word) && !STOPS.has(before.word) && !before.codes && !before.word.endsWith("ed");
  });
  if (at > 0) tokens[at].codes = "V";
}

/** @param {Token[]} tokens */
function first(tokens) {
  const [first, second = first] = tokens;
  if (first.codes === "W" && !second.codes && second.word.endsWith("ing")) second.codes = "A";
  if (/...ing$/.test(first.word)) {
    const people = tokens.some((t, i) => t.codes.includes("P") && tokens[i - 1]?.word === "with");
    if ((people && first.codes === "V" && first.word !== "living") || /^[UCPT]?$/.test(first.codes)) first.codes = "A";
  } else if (first.codes === "V" && second.word === "with" && tokens[2]?.codes.includes("P")) first.codes = "A";
  else if (/^(?:keep|continue)$/.test(first.word) && second.word.endsWith("ing") && any(tokens, "UA")) {
    first.codes = "A";
    if (second.codes.includes("V")) second.codes = "-";
  } else if (!first.codes && /(?:er|or|ee|ant|ent|ist|ian)s$/.test(first.word) && any(tokens, "V")) first.codes = "P";
}

/** @param {string} people @param {string} word @param {boolean} _counted @param {boolean} free */
function verb(people, word, _counted, free) {
  if ((!free && people !== "who") || STOPS.has(word) || !VERB.test(word) || NOT_A_VERB.test(word)) return "";
  return people === "who" || PLURALS.test(people) !== word.endsWith("s") ? "V" : "";
}

/** @param {Token[]} tokens */
function head(tokens) {
  const mains = [];
  for (const token of tokens) {
    const stop = STOPS.has(token.word.split(" ").at(-1) ?? "") || SEPARATORS.has(token.word);
    if (stop && mains.length) break;
    if (has(token.codes, MAIN)) mains.push(token.codes);
    if (stop && mains.length) break;
  }
  if (!mains.length) return "";
  const last = mains[mains.length - 1];
  if (mains[0].includes("H") && has(last, "QPA")) return mains[0];
  const verbs = mains.slice(1).some((codes) => has(codes, "VMT"));
  return verbs || "AVS".includes(mains[0][0]) || last === "D" ? mains[0] : last;
}

/** An unknown verb after "and", with what it is about. @param {Token[]} tokens @param {number} at */
const participle = (tokens, at) =>
  VERB.test(tokens[at].word) && !NOT_A_VERB.test(tokens[at].word) && /^(?:and|,)$/.test(tokens[at - 1].word) && has(tokens[at + 1]?.codes ?? "", "LP");

export default { table, marked, parse, pairs, first, verb, participle, head };
