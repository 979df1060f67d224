/**
 * Rules about one card's words. The same as logic_model/text_rules.py; a test holds them together.
 * @typedef {import("./reading.js").Token} Token
 * @typedef {import("./sense.js").Sense} Sense
 * @typedef {{rule: string, at: string[], severity: string, params: Record<string, string | number>}} Finding
 */
import { beside, has, kind as kindOfSense, sense } from "./sense.js";

const SURE = 2.5;
const BREAKS = new Set([";", ",", ".", "•", "\n", "+", "and", "וגם", ":"]);

/**
 * @param {string} rule @param {string[]} [at] @param {string} [severity]
 * @param {Record<string, string | number>} [params] @returns {Finding}
 */
export const finding = (rule, at = [], severity = "", params = {}) => ({ rule, at, severity, params });

/** @param {string} id @param {string} kind @param {string} text @returns {Finding[]} */
export function checkNode(id, kind, text) {
  const s = sense(text);
  if (!s.codes) return [];
  const outcome = kind.startsWith("outcome");
  const found = outcome ? outcomeCard(id, kind, s) : otherCard(id, kind, s);
  if (kind === "output" || kind === "activity" || outcome) found.push(...several(id, kind, s));
  return found;
}

/** @param {string} id @param {string} kind @param {Sense} s */
function outcomeCard(id, kind, s) {
  const found = [];
  const wrong = misplaced(s);
  const vague = isVague(s);
  if (has(s.codes, "Y")) found.push(say("outcome-beyond-reach", id, "Y", s));
  else if (has(s.codes, "F") && !has(s.codes, "V") && !(has(s.codes, "L") && has(s.codes, "HM")))
    found.push(say("satisfaction-as-outcome", id, "F", s));
  else if (wrong && !(wrong === "activity" && vague)) found.push(notAnOutcome(id, kind, wrong, s));
  else if (vague) {
    const sure = has(s.codes, "Q") && has(s.codes, "HMB") ? "" : "question";
    found.push(say("vague-outcome", id, "HMQB", s, sure));
  } else if (uncounted(s)) found.push(say("count-no-population", id, "NCR", s));
  else if (has(s.codes, "P") && beside(s, "outcome") >= (s.peopleAct ? 1.5 : 3)) found.push(finding("clear-outcome", [id]));
  return found;
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

/** @param {Sense} s */
function isVague(s) {
  if (has(s.codes, "B") && !has(s.codes, "LUTDN") && !s.head.includes("A")) return true;
  if (has(s.codes, "LV") || has(s.codes, "UTDN")) return false;
  if (has(s.codes, "Q") && has(s.codes, "HMB")) return !s.head.includes("A");
  return has(s.head, "HMQB") && !has(s.codes, "A") && !(has(s.codes, "P") && has(s.codes, "HM"));
}

/** @param {Sense} s */
const uncounted = (s) => has(s.codes, "NC") && !has(s.codes, "PJ") && !s.peopleAct;

/** @param {string} id @param {string} kind @param {Sense} s */
function otherCard(id, kind, s) {
  const lead = beside(s, "outcome");
  const deed = kind === "activity" || kind === "output";
  if (s.weights.outcome >= 3.5 && lead >= 2 && !has(s.codes, "D"))
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
  const ideas = parts(s.tokens).filter((part) => isIdea(part, kind));
  return ideas.length > 1 ? [finding("several-ideas", [id], "", { count: ideas.length })] : [];
}

/** @param {Token[]} tokens */
function parts(tokens) {
  /** @type {Token[][]} */
  const found = [[]];
  for (const token of tokens) {
    if (BREAKS.has(token.word) || token.joined) found.push([]);
    found[found.length - 1].push(token);
  }
  return found;
}

/** @param {Token[]} part @param {string} kind */
function isIdea(part, kind) {
  const codes = part.map((t) => t.codes).join("");
  const is = (/** @type {string} */ letters) => has(codes, letters);
  if (kind.startsWith("outcome"))
    return (is("HMV") && is("L")) || (is("U") && (is("N") || is("C"))) || (is("P") && codes.slice(codes.indexOf("P")).includes("V")) || part.some((t) => t.codes.includes("V") && t.word.includes(" "));
  return kind === "output" ? is("U") && (is("N") || is("D")) : is("A") && (is("U") || is("P"));
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
