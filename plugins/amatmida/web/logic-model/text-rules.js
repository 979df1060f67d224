/**
 * Rules about one card's words. The same as logic_model/text_rules.py; a test holds them together.
 * @typedef {import("./reading.js").Token} Token
 * @typedef {import("./sense.js").Sense} Sense
 * @typedef {{id: string, column: string, found: Sense, what: import("./learned.js").Told}} Card
 * @typedef {{rule: string, at: string[], severity: string, params: Record<string, string | number>}} Finding
 */
import { told } from "./learned.js";
import { LANGUAGES } from "./reading.js";
import { has, sense } from "./sense.js";

const SURE = 0.8;
const CERTAIN = 0.95;
const UNNAMED = 0.35;
/** The least chance at which a rule speaks of a kind. @type {Record<string, number>} */
const LIKELY = { beyond: 0.4, experience: 0.4, vague: 0.45, output: 0.55, activity: 0.6, input: 0.65, outcome: 0.75 };
/** @type {Record<string, string>} */
const INSTEAD = { output: "output-as-outcome", activity: "activity-as-outcome", input: "input-misplaced" };
/** Categories of the words that a rule points at. @type {Record<string, string>} */
const LETTERS = {
  "outcome-beyond-reach": "Y!",
  "satisfaction-as-outcome": "F",
  "vague-outcome": "HMQBI",
  "output-as-outcome": "CNRUTDP",
  "activity-as-outcome": "AUS",
  "activity-as-goal": "AUS",
  "input-misplaced": "XSN",
  "outcome-misplaced": "HMLV",
  "count-no-population": "NCRU",
};
const BREAKS = new Set([";", ",", ".", "•", "\n", "+", "and", "וגם", ":"]);

/**
 * @param {string} rule @param {string[]} [at] @param {string} [severity]
 * @param {Record<string, string | number>} [params] @returns {Finding}
 */
export const finding = (rule, at = [], severity = "", params = {}) => ({ rule, at, severity, params });

/** @param {string} text */
export const written = (text) => /[^ \t\n\r]/.test(text);

/** @param {string} id @param {string} column @param {string} text @returns {Finding[]} */
export function checkNode(id, column, text) {
  const found = sense(text);
  const what = told(text, found);
  if (!what) return [];
  const card = { id, column, found, what };
  const said = column.startsWith("outcome") ? outcomeCard(card) : otherCard(card);
  const more = column === "input" ? [] : several(card);
  return [...said.filter(({ rule }) => !more.length || rule !== "clear-outcome"), ...more];
}

/** It is likely enough to be one of these kinds. @param {Card} card @param {string[]} kinds */
const is = ({ what }, ...kinds) => kinds.includes(what.kind) && what.sure >= LIKELY[what.kind];

/** Quotes the words that tell, or the whole card. @param {Card} card @param {string} rule @param {string} [severity] */
function say({ id, found }, rule, severity = "") {
  return finding(rule, [id], severity, { word: telling(found.tokens, LETTERS[rule]) || telling(found.tokens) });
}

/** The rule's own severity when it is sure, else a question. @param {Card} card @param {string} rule */
const ask = (card, rule) => say(card, rule, card.what.sure >= SURE ? "" : "question");

/** @param {Card} card */
function outcomeCard(card) {
  const { what } = card;
  if (is(card, "beyond")) return [say(card, "outcome-beyond-reach")];
  if (is(card, "experience")) return [say(card, "satisfaction-as-outcome")];
  if (is(card, "vague")) return [ask(card, "vague-outcome")];
  if (is(card, ...Object.keys(INSTEAD))) return [ask(card, what.kind === "activity" && card.column === "outcome-long" ? "activity-as-goal" : INSTEAD[what.kind])];
  if (what.kind !== "outcome") return [];
  // A real change: of whom?
  if (what.amount > 0.5 && what.people < UNNAMED) return [say(card, "count-no-population")];
  return what.people > 0.5 && what.sure > 0.5 ? [finding("clear-outcome", [card.id])] : [];
}

/** @param {Card} card */
function otherCard(card) {
  const { column, what } = card;
  if (is(card, "outcome")) return [say(card, "outcome-misplaced", what.sure >= CERTAIN ? "mistake" : "")];
  if (column !== "input" && is(card, "input")) return [say(card, "input-misplaced")];
  if (column === "output" && is(card, "activity") && what.amount < 0.5) return [finding("output-no-amount", [card.id])];
  if (column === "output" && what.kind in INSTEAD && what.amount > 0.5 && what.people < UNNAMED) return [say(card, "count-no-population")];
  return [];
}

/** @param {Sense} s @param {string} name @param {string} word */
const marked = (s, name, word) => LANGUAGES[s.lang].marked(name, word);

/** Two full ideas joined by "and", a comma or a semicolon. @param {Card} card */
function several({ id, column, found, what }) {
  const all = parts(found);
  let count = all.filter((part) => isIdea(part, column)).length;
  if (count < 2 && what.several > (all.length > 1 ? 0.5 : SURE)) count = Math.max(2, all.length);
  return count > 1 ? [finding("several-ideas", [id], "", { count })] : [];
}

/** @param {Sense} s */
function parts(s) {
  /** @type {Token[][]} */
  const found = [[]];
  for (const token of s.tokens) {
    if (BREAKS.has(token.word) || token.joined) found.push([]);
    found[found.length - 1].push(token);
  }
  return found.filter((part) => !part.slice(0, 2).some((t) => marked(s, "nay", t.word)) && part.every((t) => t.word !== "each"));
}

/** @param {Token[]} part @param {string} kind */
function isIdea(part, kind) {
  const codes = part.map((t) => t.codes).join("");
  const is = (/** @type {string} */ letters) => has(codes, letters);
  const either = part.some((t) => /^(?:or|או)$/.test(t.word)) && part.filter((t) => has(t.codes, "HMVL")).length < 2;
  if (kind.startsWith("outcome"))
    return !either && (
      (is("HMV") && is("L")) ||
      (is("U") && is("NC")) ||
      (is("P") && has(codes.slice(codes.indexOf("P")), "VHM")) ||
      part.some((t) => t.codes.includes("V") && t.word.includes(" "))
    );
  if (kind === "output") return (is("U") && is("ND")) || (is("N") && is("P") && is("DT"));
  const deeds = part.filter((t) => has(t.codes, "AU")).length;
  return deeds > 1 || (deeds === 1 && part.some((t) => has(t.codes, "PSX") && !has(t.codes, "AU")));
}

/** The words that gave it away, up to eight; without letters, all of them. @param {Token[]} tokens @param {string} [letters] */
export function telling(tokens, letters) {
  const words = tokens.filter((t) => !letters || has(t.codes, letters)).map((t) => t.word);
  return words.slice(0, 8).join(" ");
}
