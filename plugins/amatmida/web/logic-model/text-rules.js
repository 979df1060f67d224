/**
 * Rules about one card's words. The same as logic_model/text_rules.py; a test holds them together.
 * @typedef {import("./reading.js").Token} Token
 * @typedef {import("./sense.js").Sense} Sense
 * @typedef {{rule: string, at: string[], severity: string, params: Record<string, string | number>}} Finding
 */
import { LANGUAGES, MAIN } from "./reading.js";
import { beside, has, kind as kindOfSense, sense } from "./sense.js";

const SURE = 2.5;
const BREAKS = new Set([";", ",", ".", "•", "\n", "+", "and", "וגם", ":"]);

/**
 * @param {string} rule @param {string[]} [at] @param {string} [severity]
 * @param {Record<string, string | number>} [params] @returns {Finding}
 */
export const finding = (rule, at = [], severity = "", params = {}) => ({ rule, at, severity, params });

/** @param {string} text */
export const written = (text) => /[^ \t\n\r]/.test(text);

/** @param {string} id @param {string} kind @param {string} text @returns {Finding[]} */
export function checkNode(id, kind, text) {
  const s = sense(text);
  if (!s.codes) return [];
  const outcome = kind.startsWith("outcome");
  const found = outcome ? outcomeCard(id, kind, s) : otherCard(id, kind, s);
  const more = kind === "input" ? [] : several(id, kind, s);
  return [...found.filter(({ rule }) => !more.length || rule !== "clear-outcome"), ...more];
}

/** @param {string} id @param {string} kind @param {Sense} s */
function outcomeCard(id, kind, s) {
  const found = [];
  const wrong = misplaced(s);
  const vague = isVague(s);
  if (isBeyond(s)) found.push(say("outcome-beyond-reach", id, "Y!", s));
  else if (has(s.codes, "F") && !(has(s.codes, "L") && has(s.codes, "HM")) && (has(s.codes, "QUS") || !does(s)))
    found.push(say("satisfaction-as-outcome", id, "F", s));
  else if (wrong && !(wrong === "activity" && vague)) found.push(notAnOutcome(id, kind, wrong, s));
  else if (vague) {
    const sure = has(s.codes, "Q") && has(s.codes, "HMB") ? "" : "question";
    found.push(say("vague-outcome", id, "HMQBI", s, sure));
  } else if (uncounted(s)) found.push(say("count-no-population", id, "NCR", s));
  else if (has(s.codes, "P") && beside(s, "outcome") >= (s.peopleAct ? 1.5 : 3)) found.push(finding("clear-outcome", [id]));
  return found;
}

/** @param {Sense} s */
function does({ tokens }) {
  const at = tokens.findIndex((t) => has(t.codes, "FV"));
  return tokens[at]?.codes.includes("V") && !tokens[at + 1]?.codes.includes("F");
}

/** @param {Sense} s @returns {"output" | "activity" | "input" | ""} */
function misplaced(s) {
  const { outcome, output, activity, input } = s.weights;
  const most = Math.max(output, activity, input);
  const name = output === most ? "output" : activity === most ? "activity" : "input";
  return most >= 2.5 && most - outcome >= 1 ? name : "";
}

/** @param {string} id @param {string} kind @param {"output" | "activity" | "input"} wrong @param {Sense} s */
function notAnOutcome(id, kind, wrong, s) {
  const severity = s.weights[wrong] - s.weights.outcome >= SURE ? "" : "question";
  if (wrong === "output") return say("output-as-outcome", id, "CNRUTDP", s, severity);
  if (wrong === "input") return say("input-misplaced", id, "XSN", s);
  return say(kind === "outcome-long" ? "activity-as-goal" : "activity-as-outcome", id, "AUS", s, severity);
}

/** @param {Sense} s @param {string} name @param {string} word */
const marked = (s, name, word) => LANGUAGES[s.lang].marked(name, word);

/** @param {Sense} s */
function isVague(s) {
  if (has(s.codes, "UTDN")) return false;
  if (has(s.codes, "B") && has(s.codes, "Q") && !has(s.codes, "LV")) return true;
  return !s.head.includes("A") && (betterService(s) || bigWords(s));
}

/** @param {Sense} s */
function bigWords(s) {
  if (s.tokens.some((t) => t.codes.includes("L") && !t.codes.includes("I"))) return false;
  if (has(s.codes, "BV")) return has(s.codes, "B");
  if (has(s.codes, "I")) return !has(s.codes, "O");
  return has(s.head, "HMQ") || (has(s.codes, "Q") && has(s.codes, "HM"));
}

/** @param {Sense} s */
function betterService(s) {
  const [first, what] = s.tokens.filter((t) => has(t.codes, MAIN));
  return what && has(first.codes, "HM") && /^A?Q$/.test(what.codes) && !marked(s, "soft", what.word) && !has(s.codes, "V");
}

/** @param {Sense} s */
function isBeyond(s) {
  if (has(s.codes, "Y")) return true;
  const society = s.tokens.some(
    ({ word }, i) =>
      marked(s, "society", word) &&
      !marked(s, "into", s.tokens[i - 1]?.word ?? "") &&
      !s.tokens[i + 1]?.codes.includes("P"),
  );
  if ((!society && !has(s.codes, "!")) || s.head.includes("A")) return false;
  return !s.peopleAct || s.tokens.some((t) => marked(s, "all", t.word));
}

/** @param {Sense} s */
const uncounted = (s) =>
  (has(s.codes, "NC") || s.tokens.some((t) => marked(s, "fraction", t.word))) && !has(s.codes, "PJ") && !s.peopleAct;

/** @param {string} id @param {string} kind @param {Sense} s */
function otherCard(id, kind, s) {
  const lead = beside(s, "outcome");
  const deed = kind === "activity" || kind === "output";
  if (s.weights.outcome >= 3.5 && lead >= 2 && !has(s.codes, "D") && !isVague(s))
    return [say("outcome-misplaced", id, "HMLV", s, lead >= 4.5 ? "mistake" : "")];
  if (deed && s.weights.input >= 3.5 && beside(s, "input") >= SURE) return [say("input-misplaced", id, "XSN", s)];
  if (kind === "output" && kindOfSense(s) === "activity" && !s.counted && !has(s.codes, "TD"))
    return [finding("output-no-amount", [id])];
  if (kind === "output" && uncounted(s) && has(s.codes, "UADT"))
    return [say("count-no-population", id, "NCRU", s)];
  return [];
}

/** @param {string} id @param {string} kind @param {Sense} s */
function several(id, kind, s) {
  const all = parts(s);
  const ideas = all.filter((part) => isIdea(part, kind)).length;
  const deeds = all.filter((part) => part.some((t) => t.codes.includes("V"))).length;
  const count = kind.startsWith("outcome") && s.peopleAct && deeds > 2 ? Math.max(ideas, deeds) : ideas;
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

/** @param {string} rule @param {string} id @param {string} letters @param {Sense} s @param {string} [severity] */
function say(rule, id, letters, s, severity = "") {
  return finding(rule, [id], severity, { word: telling(s.tokens, letters) });
}

/** @param {Token[]} tokens @param {string} letters */
export function telling(tokens, letters) {
  const words = tokens.filter((t) => has(t.codes, letters)).map((t) => t.word);
  return words.slice(0, 8).join(" ");
}
