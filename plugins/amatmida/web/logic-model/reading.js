/**
 * A card's text as the rules read it: tokens with categories. The same as logic_model/reading.py; a test holds them
 * together.
 * @typedef {{word: string, codes: string, joined: boolean, future: boolean}} Token
 * @typedef {{codes: string, joined: boolean, future: boolean, forms: string[]}} Parsed
 * @typedef {{words: Map<string, string>, exact: Map<string, string>, phrases: Map<string, [string[], string][]>,
 *   loose: Map<string, string>}} Table
 */

const HIDDEN =
  /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const TOKEN = /[א-ת]+(?:["'][א-ת]+)*'?|[a-z]+(?:'[a-z]+)?|[0-9]+(?:[.,:/][0-9]+)*|[%₪$€£;,.:()\n•–—+]/g;
/** @type {Record<string, string>} */
const FOLD = { "״": '"', "“": '"', "”": '"', "׳": "'", "’": "'", "‘": "'", "\u05be": " ", "-": " " };
/** @type {Record<string, string>} */
const FINALS = { ך: "כ", ם: "מ", ן: "נ", ף: "פ", ץ: "צ" };
/** @type {Set<string>} */
const SUFFIXES = new Set();
let longest = 0;
/** @type {string[]} */
let prefixes = [];
export const SEPARATORS = new Set([";", ",", ".", ":", "(", ")", "\n", "•", "–", "—", "+"]);
/** @type {Set<string>} */
export const STOP_WORDS = new Set();

/** @param {Map<string, string>} map @param {string} key @param {string} code */
function add(map, key, code) {
  const codes = map.get(key) ?? "";
  if (!codes.includes(code)) map.set(key, codes + code);
}

/** @param {string} key */
function lemmaKeys(key) {
  const end = ["יה", "ית", "ות", "ה", "ת"].find((e) => key.endsWith(e) && key.length - e.length >= 3);
  return end ? [key, key.slice(0, key.length - end.length)] : [key];
}

/** @param {Record<string, string[]>} lists @param {(word: string) => string[]} keys @returns {Table} */
function tableOf(lists, keys) {
  const table = { words: new Map(), exact: new Map(), phrases: new Map(), loose: new Map() };
  const joined = new Map();
  for (const [code, [words, exact, phrases]] of Object.entries(lists)) {
    for (const word of words.split(" ")) for (const key of keys(word)) add(table.words, key, code);
    for (const form of exact.split(" ")) add(table.exact, form, code);
    for (const phrase of phrases.split("|")) add(joined, phrase, code);
  }
  for (const phrase of [...joined.keys()].sort()) {
    const [first, ...rest] = phrase.split(" ");
    if (!table.phrases.has(first)) table.phrases.set(first, []);
    table.phrases.get(first).push([rest, joined.get(phrase)]);
  }
  return table;
}

/** What is known of each language; empty until its words are loaded. */
const TABLES = { he: tableOf({}, lemmaKeys), en: tableOf({}, lemmaKeys) };

/** How each language's words come, and the letters that ask for them. @type {[RegExp, () => Promise<void>][]} */
const WAITING = [
  [/[א-ת]/, loadHebrew],
  [/[A-Za-z]/, loadEnglish],
];

/** Load the words of every language whose letters stand in `text`, each once. @param {string} text */
export async function loadLanguages(text) {
  const asked = WAITING.filter(([letters]) => letters.test(text));
  await Promise.all(asked.map(([, load]) => load()));
  for (const one of asked) if (WAITING.includes(one)) WAITING.splice(WAITING.indexOf(one), 1);
}

async function loadEnglish() {
  const { WORDS, STOPS } = await import("./rule-words-en.js");
  TABLES.en = tableOf(WORDS, (word) => [word]);
  for (const word of STOPS) STOP_WORDS.add(word);
}

async function loadHebrew() {
  const { LETTERS, PREFIXES, SUFFIXES: ends, WORDS } = await import("./rule-words-he.js");
  const letters = (/** @type {string} */ text) => text.replace(/[a-v]/g, (c) => LETTERS[c.charCodeAt(0) - 97]);
  const lists = Object.entries(WORDS).map(([code, parts]) => [code, parts.map(letters)]);
  prefixes = PREFIXES.map(letters);
  for (const end of ends.map(letters)) SUFFIXES.add(end);
  longest = Math.max(...[...SUFFIXES].map((end) => end.length));
  const table = tableOf(Object.fromEntries(lists), lemmaKeys);
  for (const key of [...table.words.keys()].sort()) {
    const bare = loose(key);
    if (bare.length >= 4 && !table.loose.has(bare)) table.loose.set(bare, table.words.get(key) ?? "");
  }
  TABLES.he = table;
}

/** @param {string} key */
function loose(key) {
  return key.slice(0, 1) + key.slice(1).replace(/[וי]/g, "");
}

/** @param {string} word */
function hebrewKey(word) {
  return word
    .replace(/[ךםןףץ]/g, (c) => FINALS[c])
    .replaceAll("וו", "ו")
    .replaceAll("יי", "י");
}

/** @param {string} word */
function englishStem(word) {
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
function englishPlain(word) {
  if (word.length > 4 && word.endsWith("ies")) return word.slice(0, -3) + "y";
  const plain = word.length > 3 && word.endsWith("s") && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
  return plain.length > 3 && plain.endsWith("e") ? plain.slice(0, -1) : plain;
}

/** @param {string} key */
function hebrewForms(key) {
  const forms = [key];
  for (let size = Math.min(longest, key.length - 3); size > 0; size--)
    if (SUFFIXES.has(key.slice(-size))) forms.push(key.slice(0, -size));
  return forms;
}

/** @param {Map<string, string>} words @param {string[]} forms */
function firstOf(words, forms) {
  const form = forms.find((f) => words.has(f));
  return form === undefined ? "" : (words.get(form) ?? "");
}

/** @param {Table} table @param {string} exact @param {string[]} forms */
function codesOf(table, exact, forms) {
  const written = table.exact.get(exact) ?? "";
  return written && /[^OEKG]/.test(written) ? written : written + firstOf(table.words, forms);
}

/** @type {Map<string, Parsed>} */
const seen = new Map();

/** @param {string} word @returns {Parsed} */
function hebrew(word) {
  const known = seen.get(word);
  if (known) return known;
  if (seen.size > 4096) seen.clear();
  const parsed = parseHebrew(word);
  seen.set(word, parsed);
  return parsed;
}

/** @param {string} word @returns {Parsed} */
function parseHebrew(word) {
  const table = TABLES.he;
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
  return { ...(found ?? future(key, table) ?? looseParse(key, table)), forms };
}

/** @param {string} key @param {Table} table */
function future(key, table) {
  for (const start of ["", "ו", "ש"]) {
    const rest = key.slice(start.length);
    if (!key.startsWith(start) || !/^[יתנ]/.test(rest) || rest.length < 4) continue;
    const stems = [...hebrewForms(rest.slice(1)), ...hebrewForms("ה" + rest.slice(1))];
    const codes = firstOf(table.words, stems);
    if (/[VMAT]/.test(codes)) return { codes, joined: start === "ו", future: rest[0] === "נ" };
  }
  return null;
}

/** @param {string} key @param {Table} table */
function looseParse(key, table) {
  for (const prefix of prefixes.slice(0, 8)) {
    const rest = key.slice(prefix.length);
    if (!key.startsWith(prefix) || rest.length < 4) continue;
    for (const form of hebrewForms(rest)) {
      const codes = form.length >= 4 ? (table.loose.get(loose(form)) ?? "") : "";
      if (codes) return { codes, joined: prefix === "ו", future: false };
    }
  }
  return { codes: "", joined: key.startsWith("ו"), future: false };
}

/** @param {string} word @returns {Parsed} */
function english(word) {
  const base = word.endsWith("'s") ? word.slice(0, -2) : word;
  const stem = englishStem(base);
  const forms = base.endsWith("ing") ? [englishPlain(base)] : [englishPlain(base), stem];
  return { codes: codesOf(TABLES.en, base, [stem]), joined: false, future: false, forms };
}

/** @param {string} text */
export function script(text) {
  const counts = /** @type {[string, RegExp][]} */ ([
    ["he", /[א-ת]/g],
    ["ar", /[\u0621-\u064a]/g],
    ["en", /[A-Za-z]/g],
  ]).map(([lang, letters]) => /** @type {[string, number]} */ ([lang, (text.match(letters) ?? []).length]));
  const best = counts.reduce((a, b) => (b[1] > a[1] ? b : a));
  return best[1] ? best[0] : "";
}

/** @param {string} text @returns {string[]} */
function wordsOf(text) {
  const folded = text
    .replace(HIDDEN, "")
    .replace(/[״“”׳’‘\u05be-]/g, (c) => FOLD[c])
    .replace(/[A-Z]/g, (c) => c.toLowerCase());
  return folded.match(TOKEN) ?? [];
}

/** @param {Parsed[]} parsed @param {number} at @param {Table} table @returns {[number, string]} */
function phraseAt(parsed, at, table) {
  let best = 0;
  let codes = "";
  for (const form of parsed[at].forms)
    for (const [rest, found] of table.phrases.get(form) ?? []) {
      const length = rest.length + 1;
      const fits = length > best && at + length <= parsed.length;
      if (fits && rest.every((part, i) => parsed[at + 1 + i].forms.includes(part))) {
        best = length;
        codes = found;
      }
    }
  return [best, codes];
}

/** @param {string} word @param {string} lang @returns {Parsed} */
function parse(word, lang) {
  const plain = (/** @type {string} */ codes) => ({ codes, joined: false, future: false, forms: [] });
  if (/^[0-9]/.test(word)) return plain("N");
  if (SEPARATORS.has(word)) return plain("");
  if (word === "%") return plain("R");
  if ("₪$€£".includes(word)) return plain("X");
  return /^[א-ת]/.test(word) ? hebrew(word) : english(word);
}

/** @param {string} text @returns {{lang: string, tokens: Token[]}} */
export function read(text) {
  const lang = script(text);
  if (lang !== "he" && lang !== "en") return { lang, tokens: [] };
  const words = wordsOf(text);
  const parsed = words.map((word) => parse(word, lang));
  /** @type {Token[]} */
  const tokens = [];
  let joined = false;
  for (let at = 0; at < words.length; ) {
    const [length, codes] = phraseAt(parsed, at, TABLES[lang]);
    const size = Math.max(length, 1);
    const word = words.slice(at, at + size).join(" ");
    joined = joined || parsed[at].joined || (lang === "he" && word.startsWith("ו") && length > 1);
    tokens.push({ word, codes: length ? codes : parsed[at].codes, joined, future: parsed[at].future && !length });
    joined = word === "and" || word === "וגם";
    at += size;
  }
  return { lang, tokens: resolved(tokens) };
}

/** @param {Token[]} tokens */
function resolved(tokens) {
  let people = false;
  tokens.forEach((token, index) => {
    if (token.codes.includes("J")) token.codes = people ? "T" : "P";
    if (token.codes.includes("Z")) token.codes = people ? "V" : "S";
    people = people || token.codes.includes("P");
    const around = [tokens[index - 1], tokens[index + 1]];
    if (token.codes === "N" && around.some((t) => t?.codes.includes("W"))) token.codes = "W";
  });
  return tokens;
}
