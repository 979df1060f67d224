/**
 * What a card's text seems to be: weights for outcome, output, activity and input. The same sums as
 * logic_model/sense.py; a test holds them together.
 * @typedef {import("./reading.js").Token} Token
 * @typedef {{outcome: number, output: number, activity: number, input: number}} Weights
 * @typedef {{lang: string, tokens: Token[], codes: string, counted: boolean, head: string, peopleAct: boolean,
 *   weights: Weights}} Sense
 */
import { read, SEPARATORS, STOP_WORDS } from "./reading.js";

const MAIN = "UPSADTMHLVQFXB";
const HEBREW_VERB = /^(?:[א-ת]ו[א-ת][א-ת]|מ(?!ו)[א-ת]{3,5})(?:ים|ות)$/;
const ENGLISH_VERB = /^[a-z]{3,}$/;
const NOT_A_VERB = /(?:ed|ing|ly|al|ous|ful|less|ity|ion|ness|ment|ship|[^s]s)$/;
const PLURALS = new Set(["people", "women", "men", "children"]);

/** @param {string} codes @param {string} letters */
export function has(codes, letters) {
  for (const letter of letters) if (codes.includes(letter)) return true;
  return false;
}

/** @type {Map<string, Sense>} */
const known = new Map();

/** What a text seems to be; texts seen lately are not weighed again. @param {string} text @returns {Sense} */
export function sense(text) {
  const before = known.get(text);
  if (before) return before;
  if (known.size > 2000) known.clear();
  const found = weigh(text);
  known.set(text, found);
  return found;
}

/** @param {string} text @returns {Sense} */
function weigh(text) {
  const { lang, tokens } = read(text);
  if (lang === "en") verbsOfPeople(tokens);
  guessVerbs(tokens, lang);
  const codes = tokens.map((t) => t.codes).join("");
  const s = {
    lang,
    tokens,
    codes,
    counted: has(codes, "NCR"),
    head: headOf(tokens, lang),
    peopleAct: peopleAct(tokens),
    weights: { outcome: 0, output: 0, activity: 0, input: 0 },
  };
  s.weights = { outcome: outcome(s), output: output(s), activity: activity(s), input: input(s) };
  return s;
}

/** The kind that leads, or "" when the weights are too close. @param {Sense} s */
export function kind(s) {
  const ranked = Object.entries(s.weights).sort((a, b) => b[1] - a[1]);
  return ranked[0][1] >= 2 && ranked[0][1] - ranked[1][1] >= 1 ? ranked[0][0] : "";
}

/** How far `name` leads the best of the others. @param {Sense} s @param {keyof Weights} name */
export function beside(s, name) {
  const others = Object.entries(s.weights).filter(([other]) => other !== name);
  return s.weights[name] - Math.max(...others.map(([, weight]) => weight));
}

/** @param {Token[]} tokens */
function verbsOfPeople(tokens) {
  for (const token of tokens) if (token.codes.includes("A") && token.word.endsWith("ed")) token.codes = "D";
  for (let i = 1; i < tokens.length; i++) {
    const before = tokens[i - 1];
    const plural = before.codes.includes("P") && (before.word.endsWith("s") || PLURALS.has(before.word));
    if (plural && tokens[i].codes === "A" && !/(?:s|ing|ed|ion)$/.test(tokens[i].word)) tokens[i].codes = "V";
    if (before.codes === "D" && has(tokens[i].codes, "SX")) before.codes = "";
  }
}

/** @param {Token[]} tokens @param {string} lang */
function guessVerbs(tokens, lang) {
  if (tokens.some((t) => has(t.codes, "NC"))) return;
  for (let i = 1; i < tokens.length; i++) {
    const people = tokens[i - 1].codes.includes("P") && !tokens[i - 1].word.startsWith("the");
    if (people && !tokens[i].codes && verbLike(tokens[i].word, lang)) tokens[i].codes = "V";
  }
}

/** @param {string} word @param {string} lang */
function verbLike(word, lang) {
  if (lang === "he") return HEBREW_VERB.test(word);
  return !STOP_WORDS.has(word) && ENGLISH_VERB.test(word) && !NOT_A_VERB.test(word);
}

/** @param {Token[]} tokens @param {string} lang */
function headOf(tokens, lang) {
  if (lang === "he") return tokens.find((t) => has(t.codes, MAIN))?.codes ?? "";
  const mains = [];
  for (const token of tokens) {
    const stop = STOP_WORDS.has(token.word.split(" ").at(-1) ?? "") || SEPARATORS.has(token.word);
    if (stop && mains.length) break;
    if (has(token.codes, MAIN)) mains.push(token.codes);
    if (stop && mains.length) break;
  }
  if (!mains.length) return "";
  const verbs = mains.slice(1).some((codes) => has(codes, "VMT"));
  return verbs || "AVS".includes(mains[0][0]) || mains[mains.length - 1] === "D" ? mains[0] : mains[mains.length - 1];
}

/** @param {Token[]} tokens */
function peopleAct(tokens) {
  let people = false;
  for (const token of tokens) {
    if (people && token.codes.includes("V")) return true;
    people = people || token.codes.includes("P");
  }
  return false;
}

/** @param {boolean} yes */
const one = (yes) => (yes ? 1 : 0);

/** @param {Sense} s */
function outcome(s) {
  const found = (/** @type {string} */ letters) => has(s.codes, letters);
  let weight = found("L") && found("HM") ? 3 : found("L") ? 2 : found("HM") ? 1 : 0;
  weight += 2 * one(found("V")) + one(found("M"));
  weight += one(found("P") && found("VL"));
  weight += one(found("P") && found("HM"));
  weight += 1.5 * one(has(s.head, "HLVM"));
  weight += one(s.peopleAct && has(s.head, "P"));
  const damp = has(s.head, "AUDXS") && !found("M") && !s.peopleAct;
  return damp ? weight * 0.35 : weight;
}

/** @param {Sense} s */
function output(s) {
  const found = (/** @type {string} */ letters) => has(s.codes, letters);
  const life = found("LV");
  let weight = 2.5 * one(found("C")) + one(found("N")) + 0.5 * one(found("R"));
  weight += found("U") ? (s.counted ? 2 : 0.5) : 0;
  weight += s.counted && has(s.head, "U") ? 2 : 0;
  weight += has(s.head, "A") && found("N") && found("U") ? 2 : 0;
  weight += 2 * one(found("T")) + one(found("T") && found("P"));
  weight += 2.5 * one(found("D")) + one(found("D") && s.counted);
  weight += found("C") && found("P") && !life ? 2 : 0;
  weight += found("N") && found("P") && !life && !found("HM") ? 1 : 0;
  return weight - (found("C") && (found("V") || (found("L") && found("HM"))) ? 1.5 : 0);
}

/** @param {Sense} s */
function activity(s) {
  const acts = has(s.codes, "A");
  let weight = has(s.head, "A") ? (has(s.codes, "C") ? 1 : 4) : one(acts);
  weight += has(s.head, "U") && !s.counted ? 2.5 : 0;
  weight += has(s.head, "S") && !has(s.codes, "T") && has(s.codes, s.lang === "en" ? "AU" : "A") ? 3.5 : 0;
  weight += s.tokens.some((t) => t.future) ? 3 : 0;
  return weight + (acts && has(s.codes, "S") ? 0.5 : 0);
}

/** @param {Sense} s */
function input(s) {
  const weight = has(s.head, "X") ? 4 : 0.5 * one(has(s.codes, "X"));
  const bare = has(s.head, "S") && !has(s.codes, s.lang === "en" ? "AVTUDM" : "AVTDM");
  return weight + (bare ? 3.5 : 0) + (bare && s.counted ? 1 : 0);
}
