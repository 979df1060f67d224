/**
 * A card's text as the rules read it: tokens with categories. With hebrew.js and english.js, which come when a text has
 * their letters, the same as logic_model/reading.py; a test holds them together.
 * @typedef {{word: string, codes: string, joined: boolean, future: boolean}} Token
 * @typedef {{codes: string, joined?: boolean, future?: boolean, forms?: string[]}} Parsed
 * @typedef {{words: Map<string, string>, exact: Map<string, string>, phrases: Map<string, [string[], string][]>}} Table
 * @typedef {{table: Table, parse: (word: string) => Parsed, marked: (name: string, word: string) => boolean,
 *   pairs: (tokens: Token[]) => void, first: (tokens: Token[]) => void, head: (tokens: Token[]) => string,
 *   participle: (tokens: Token[], at: number, opens: boolean) => boolean,
 *   verb: (people: string, word: string, counted: boolean, free: boolean) => string}} Language
 * @typedef {{CODES: string, WORDS: string[], EXACT: string[], PHRASES: string[], MARKS: Record<string, string>}} Lists
 */

const HIDDEN =
  /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const TOKEN = /[א-ת]+(?:["'][א-ת]+)*'?|[a-z]+(?:'[a-z]+)?|[0-9]+(?:[.,:/][0-9]+)*|[%₪$€£;,.:()\n•–—+]/g;
/** @type {Record<string, string>} */
const FOLD = { "״": '"', "“": '"', "”": '"', "׳": "'", "’": "'", "‘": "'", "\u05be": " ", "-": " " };
/** Categories that can be a phrase's head. */
export const MAIN = "UPSADTMHLVQFXBI";
export const SEPARATORS = new Set(";,.:()\n•–—+");
/** What is known of each language that was asked for. @type {Record<string, Language>} */
export const LANGUAGES = {};
/** What was learned from cards of each: feature → weights. @type {Record<string, Map<string, number[]>>} */
export const LEARNED = {};

/** @param {string} codes @param {string} letters */
export function has(codes, letters) {
  for (const letter of letters) if (codes.includes(letter)) return true;
  return false;
}

/** @param {Token[]} tokens @param {string} letters */
export const any = (tokens, letters) => tokens.some((t) => has(t.codes, letters));

/** @param {Token[]} tokens @param {(before: Token, token: Token, index: number) => void} look */
export function eachPair(tokens, look) {
  for (let i = 1; i < tokens.length; i++) look(tokens[i - 1], tokens[i], i);
}

/** Load the words of every language whose letters stand in `text`, each once. @param {string} text */
export async function loadLanguages(text) {
  const load = async (/** @type {string} */ lang, /** @type {Promise<{default: Language}>} */ module) => {
    // Data, and no program: a module of this size would hold up the page.
    const answer = await fetch(new URL(`learned-${lang}.txt`, import.meta.url));
    if (!answer.ok) throw new Error(answer.url);
    LEARNED[lang] = learned(await answer.text());
    LANGUAGES[lang] = (await module).default;
  };
  await Promise.all([
    /[א-ת]/.test(text) && !LANGUAGES.he && load("he", import("./hebrew.js")),
    /[A-Za-z]/.test(text) && !LANGUAGES.en && load("en", import("./english.js")),
  ]);
}

/** Lines of a feature, a tab and its weights, without zeros. @param {string} text */
function learned(text) {
  const rows = text.trimEnd().split("\n").map((line) => line.split("\t"));
  return new Map(rows.map(([name, row]) => [name, row.split(",").map(Number)]));
}

/** @param {Map<string, string>} map @param {string} key @param {string} code */
function add(map, key, code) {
  const codes = map.get(key) ?? "";
  if (!codes.includes(code)) map.set(key, codes + code);
}

/** Words out of "0cat3s1up": a digit says how many letters come from the word before. @param {string} text */
function unpacked(text) {
  let word = "";
  return (text.match(/\d\D*/g) ?? []).map((part) => (word = word.slice(0, Number(part[0])) + part.slice(1)));
}

/** @param {Lists} lists @param {(word: string, code: string) => string[]} keys @returns {Table} */
export function tableOf({ CODES, WORDS, EXACT, PHRASES }, keys) {
  const table = { words: new Map(), exact: new Map(), phrases: new Map() };
  const joined = new Map();
  [...CODES].forEach((code, i) => {
    for (const word of unpacked(WORDS[i])) for (const key of keys(word, code)) add(table.words, key, code);
    for (const form of unpacked(EXACT[i])) add(table.exact, form, code);
    for (const phrase of unpacked(PHRASES[i])) add(joined, phrase, code);
  });
  for (const phrase of [...joined.keys()].sort()) {
    const [first, ...rest] = phrase.split(" ");
    if (!table.phrases.has(first)) table.phrases.set(first, []);
    table.phrases.get(first).push([rest, joined.get(phrase)]);
  }
  return table;
}

/** Whether a word is one of the marks of a name. @param {Record<string, string>} marks */
export function marks(marks) {
  const patterns = Object.entries(marks).map(([name, words]) => {
    const source = words.replaceAll(" ", "|").replaceAll("_", " ").replaceAll("*", ".*");
    return /** @type {const} */ ([name, new RegExp(`^(?:${source})$`)]);
  });
  const known = new Map(patterns);
  return (/** @type {string} */ name, /** @type {string} */ word) => known.get(name)?.test(word) ?? false;
}

/** @param {Map<string, string>} words @param {string[]} forms */
export function firstOf(words, forms) {
  const form = forms.find((f) => words.has(f));
  return form === undefined ? "" : (words.get(form) ?? "");
}

/** @param {Table} table @param {string} exact @param {string[]} forms */
export function codesOf(table, exact, forms) {
  const written = table.exact.get(exact) ?? "";
  return written && written !== "O" ? written : written + firstOf(table.words, forms);
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
export function wordsOf(text) {
  const folded = text
    .replace(HIDDEN, "")
    .replace(/[״“”׳’‘\u05be-]/g, (c) => FOLD[c])
    .replace(/[A-Z]/g, (c) => c.toLowerCase());
  return folded.match(TOKEN) ?? [];
}

/** Length and codes of the longest phrase that starts here. @param {Parsed[]} parsed @param {number} at @param {Pick<Table, "phrases">} table @returns {[number, string]} */
export function phraseAt(parsed, at, table) {
  let best = 0;
  let codes = "";
  for (const form of parsed[at].forms ?? [])
    for (const [rest, found] of table.phrases.get(form) ?? []) {
      const length = rest.length + 1;
      const fits = length > best && at + length <= parsed.length;
      if (fits && rest.every((part, i) => parsed[at + 1 + i].forms?.includes(part))) {
        best = length;
        codes = found;
      }
    }
  return [best, codes];
}

/** @param {string} word @returns {Parsed} */
function parse(word) {
  if (/^[0-9]/.test(word)) return { codes: "N" };
  if (SEPARATORS.has(word)) return { codes: "" };
  if (word === "%") return { codes: "R" };
  if ("₪$€£".includes(word)) return { codes: "X" };
  return LANGUAGES[/^[א-ת]/.test(word) ? "he" : "en"]?.parse(word) ?? { codes: "" };
}

/** A text's words, and what each may be. @param {string} text */
export function parsedWords(text) {
  const words = wordsOf(text);
  return { words, parsed: words.map((word) => parse(word)) };
}

/** @param {string} text @returns {{lang: string, tokens: Token[]}} */
export function read(text) {
  const lang = script(text);
  const language = LANGUAGES[lang];
  if (!language) return { lang, tokens: [] };
  const { words, parsed } = parsedWords(text);
  /** @type {Token[]} */
  const tokens = [];
  let joined = false;
  for (let at = 0; at < words.length; ) {
    const [length, codes] = phraseAt(parsed, at, language.table);
    const size = Math.max(length, 1);
    const word = words.slice(at, at + size).join(" ");
    joined = joined || !!parsed[at].joined || (lang === "he" && word.startsWith("ו") && length > 1);
    const future = !length && !!parsed[at].future;
    tokens.push({ word, codes: length ? codes : parsed[at].codes, joined, future });
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
    if (/P.*[VX]|[VX].*P/.test(token.codes)) {
      const verb = token.codes.includes("V");
      token.codes = (verb ? people : !token.word.includes("יי")) ? (verb ? "V" : "X") : "P";
    }
    people ||= token.codes.includes("P");
    const around = [tokens[index - 1], tokens[index + 1]];
    if (token.codes === "N" && around.some((t) => t?.codes.includes("W"))) token.codes = "W";
  });
  return tokens;
}
