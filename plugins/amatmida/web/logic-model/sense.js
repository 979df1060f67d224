/**
 * What a card's text seems to be: weights for outcome, output, activity and input. The same sums as
 * logic_model/sense.py; a test holds them together.
 * @typedef {import("./reading.js").Token} Token
 * @typedef {{outcome: number, output: number, activity: number, input: number}} Weights
 * @typedef {{lang: string, tokens: Token[], codes: string, counted: boolean, head: string, peopleAct: boolean,
 *   weights: Weights}} Sense
 */
import { inContext } from "./context.js";
import { has, LANGUAGES, read } from "./reading.js";

export { has };

/** @type {Map<string, Sense>} */
const known = new Map();

/** What a text seems to be; texts seen lately are not weighed again. @param {string} text @returns {Sense} */
export function sense(text) {
  const before = known.get(text);
  if (before) return before;
  if (known.size > 2000) known.clear();
  const found = weigh(text);
  if (found.tokens.length) known.set(text, found);
  return found;
}

/** @param {string} text @returns {Sense} */
function weigh(text) {
  const { lang, tokens } = read(text);
  const language = LANGUAGES[lang];
  if (language) inContext(tokens, language);
  const codes = tokens.map((t) => t.codes).join("");
  const s = {
    lang,
    tokens,
    codes,
    counted: has(codes, "NCR"),
    head: language?.head(tokens) ?? "",
    peopleAct: peopleAct(tokens),
    weights: { outcome: 0, output: 0, activity: 0, input: 0 },
  };
  s.weights = { outcome: outcome(s), output: output(s), activity: activity(s), input: input(s) };
  return s;
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
  if (found("T") && !found("LVM")) return 0;
  let weight = found("L") && found("HM") ? 3 : found("L") ? 2 : found("HM") ? 1 : 0;
  weight += 2 * one(found("V")) + one(found("M"));
  weight += one(found("P") && found("VL"));
  weight += one(found("P") && found("HM"));
  weight += 1.5 * one(has(s.head, "HLVM"));
  weight += one(s.peopleAct && has(s.head, "P"));
  const damp = has(s.head, "AUDXSQ") && !found("M") && !s.peopleAct;
  return damp ? weight * 0.35 : weight;
}

/** @param {Sense} s */
function output(s) {
  const found = (/** @type {string} */ letters) => has(s.codes, letters);
  const life = found("LV");
  let weight = 2.5 * one(found("C")) + one(found("N")) + 0.5 * one(found("R"));
  weight += found("U") ? (s.counted ? 2 : 0.5) : 0;
  weight += s.counted && has(s.head, "U") ? 2 : 0;
  const orders = s.lang === "en" && s.tokens.length > 0 && !/(?:ion|ment|ery|al)$/.test(s.tokens[0].word);
  weight += has(s.head, "A") && found("N") && found("U") && !orders ? 2 : 0;
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
  weight += has(s.head, "U") && !s.counted && !s.head.includes("X") ? 2.5 : 0;
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
