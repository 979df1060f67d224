/**
 * How Hebrew is read: prefixes, endings, full and defective spelling, and unknown words by their shape. The same as the
 * Hebrew in logic_model/reading.py, context.py and shapes.py.
 * @typedef {import("./reading.js").Token} Token
 * @typedef {import("./reading.js").Parsed} Parsed
 */
import { codesOf, eachPair, firstOf, has, MAIN, marks, tableOf } from "./reading.js";
import * as LISTS from "./rule-words-he.js";

const turned = (/** @type {string} */ text) => text.replace(/[a-{]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 1391));
const all = (/** @type {string[]} */ texts) => texts.map(turned);
const prefixes = turned(LISTS.PREFIXES).split(" ");
const SUFFIXES = new Set(turned(LISTS.SUFFIXES).split(" "));
const longest = Math.max(...[...SUFFIXES].map((end) => end.length));
const marked = marks(Object.fromEntries(Object.entries(LISTS.MARKS).map(([name, words]) => [name, turned(words)])));
const table = tableOf(
  { ...LISTS, WORDS: all(LISTS.WORDS), EXACT: all(LISTS.EXACT), PHRASES: all(LISTS.PHRASES) },
  keysOf,
);
/** @type {Map<string, string>} */
const loosely = new Map();
for (const key of [...table.words.keys()].sort()) {
  const bare = loose(key);
  if (bare.length >= 4 && !loosely.has(bare)) loosely.set(bare, table.words.get(key) ?? "");
}
const DOING = /^מ[א-ת]+(?:ים|ות)$/;
const OPERATES = /^מ[א-ת]+ים$/;
const PASSIVE = /^ו?(?:הו[א-ת]{3}|[א-ת]ו[א-ת]{2}|נ[א-ת]{3})ו$/;
const DEED = /^(?!.*ות$)(?:ה[א-ת]{3,4}[הת]|[א-ת]י[א-ת]{1,2}ו[א-ת]|[א-ת]{2}י[א-ת][הת]|ל[א-ת]{3,6})$/;
const PARTICIPLE = /^ו?(?:[א-ת]ו[א-ת]{1,2}|מ(?!ו)[א-ת]{3,5}|נ[א-ת]{3})(?:ים|ות)$/;
const PAST = /^(?:ש?[א-ת]{3,5}ו|מת[א-ת]{3,4}[תה]?)$/;

/** @param {string} key */
function lemmaKeys(key) {
  const end = ["יה", "ית", "ות", "ה", "ת"].find((e) => key.endsWith(e) && key.length - e.length >= 3);
  return end ? [key, key.slice(0, key.length - end.length)] : [key];
}

/** @param {string} word @param {string} code */
function keysOf(word, code) {
  const keys = lemmaKeys(word);
  if (!"AV".includes(code) || !/^מ.{1,2}י.$/.test(word)) return keys;
  const past = "ה" + word.slice(1);
  return code === "A" ? [...keys, past, past.slice(0, -2) + past.slice(-1)] : [...keys, past];
}

/** @param {string} key */
function loose(key) {
  return key.slice(0, 1) + key.slice(1).replace(/[וי]/g, "");
}

/** @param {string} word */
function hebrewKey(word) {
  return word
    .replace(/[ךםןףץ]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 1))
    .replaceAll("וו", "ו")
    .replaceAll("יי", "י");
}

/** @param {string} key */
function hebrewForms(key) {
  const forms = [key];
  for (let size = Math.min(longest, key.length - 3); size > 0; size--)
    if (SUFFIXES.has(key.slice(-size))) forms.push(key.slice(0, -size));
  return forms;
}

/** @type {Map<string, Parsed>} */
const seen = new Map();

/** @param {string} word @returns {Parsed} */
function parse(word) {
  const known = seen.get(word);
  if (known) return known;
  if (seen.size > 4096) seen.clear();
  const parsed = parseAnew(word);
  seen.set(word, parsed);
  return parsed;
}

/** @param {string} word @returns {Parsed} */
function parseAnew(word) {
  const key = hebrewKey(word);
  /** @type {string[]} */
  const forms = [];
  let found = null;
  for (const prefix of prefixes) {
    const rest = key.slice(prefix.length);
    if (!key.startsWith(prefix) || rest.length < 2) continue;
    const own = hebrewForms(rest);
    forms.push(...own);
    if (found) continue;
    const codes = codesOf(table, rest, own);
    if (codes) found = { codes, joined: prefix.startsWith("ו"), future: false };
  }
  return { ...(found ?? future(key) ?? looseParse(key)), forms };
}

/** @param {string} key */
function future(key) {
  for (const start of ["", "ו", "ש"]) {
    const rest = key.slice(start.length);
    if (!key.startsWith(start) || !/^[יתנ]/.test(rest) || rest.length < 4) continue;
    const stems = [...hebrewForms(rest.slice(1)), ...hebrewForms("ה" + rest.slice(1))];
    const codes = firstOf(table.words, stems);
    if (has(codes, rest[0] === "נ" ? "VMAT" : "VMATD")) return { codes, joined: start === "ו", future: rest[0] === "נ" };
  }
  return null;
}

/** @param {string} key */
function looseParse(key) {
  for (const prefix of prefixes.slice(0, 8)) {
    const rest = key.slice(prefix.length);
    if (!key.startsWith(prefix) || rest.length < 4) continue;
    for (const form of hebrewForms(rest)) {
      const codes = form.length >= 4 ? (loosely.get(loose(form)) ?? "") : "";
      if (codes) return { codes, joined: prefix === "ו", future: false };
    }
  }
  return { codes: "", joined: key.startsWith("ו"), future: false };
}

/** @param {Token[]} tokens */
function pairs(tokens) {
  eachPair(tokens, (before, token, at) => {
    if (before.codes.includes("S") && token.codes.includes("S")) {
      const after = tokens[at + 1] ?? token;
      const acts = marked("we", before.word) || after.word === "את" || after.codes.includes("P");
      token.codes = !token.joined && acts ? "A" : "S";
    }
    if (before.codes === "P" && before.word.endsWith("מי") && token.word[0] !== "ש") before.codes = "-";
    if (at === 1 && /S.*A|A.*S/.test(before.codes) && !before.word.endsWith("ות") && token.word !== "את" && !has(token.codes, "PU")) before.codes = "S";
    if (before.codes.includes("P") && token.codes === "A" && DOING.test(token.word)) token.codes = "V";
    if (token.codes.includes("N") && /^ב[ןת]$/.test(before.word)) [before.codes, token.codes] = ["-", "W"];
    if (before.codes === "L" && token.codes === "Q" && token.word[0] === "ה") before.codes = "Q";
    if (token.word === "בקהילה") token.codes = "-";
  });
}

/** @param {Token[]} tokens */
function first([first, second = first]) {
  if (first.codes === "S" && OPERATES.test(first.word)) {
    if (second.word === "את" || (second.codes === "U" && !/^[לב]/.test(second.word))) first.codes = "A";
  } else if ((!first.codes || first.future) && PASSIVE.test(first.word)) {
    first.codes = "D";
    first.future = false;
  } else if (!first.codes && second.codes.includes("V") && /^ה[א-ת]{3,}(?:ים|ות)$/.test(first.word)) first.codes = "P";
  else if (first.codes === "Q" && /^לה[א-ת]{2}י[א-ת]$/.test(first.word)) first.codes = "A";
  else if (!first.codes && DEED.test(first.word)) first.codes = "A";
}

/** @param {string} people @param {string} word @param {boolean} counted @param {boolean} free */
function verb(people, word, counted, free) {
  if (PASSIVE.test(word.replace(/^ש/, "")) && (counted || !word.slice(0, 2).includes("נ"))) return "D";
  if (!free && people !== "who" && !word.startsWith("ש")) return "";
  return PARTICIPLE.test(word) || PAST.test(word) ? "V" : "";
}

/** @param {Token[]} tokens @param {number} at @param {boolean} opens */
const participle = (tokens, at, opens) => (opens || tokens[at].joined) && PARTICIPLE.test(tokens[at].word);

/** @param {Token[]} tokens */
const head = (tokens) => tokens.find((t) => has(t.codes, MAIN))?.codes ?? "";

export default { table, marked, parse, pairs, first, verb, participle, head };
