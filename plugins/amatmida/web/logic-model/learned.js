/**
 * What a card's text is, as learned from labelled cards: its kind, and whether it names people or an amount. The same
 * sums as logic_model/learned.py; a test holds them together.
 * @typedef {import("./sense.js").Sense} Sense
 * @typedef {{kind: string, sure: number, people: number, amount: number, several: number}} Told chances
 *   from 0 to 1
 */
import { LEARNED, wordsOf } from "./reading.js";

const KINDS = ["activity", "beyond", "outcome", "experience", "input", "output", "vague"];
/** The kinds, and three things besides. */
const ANSWERS = 10;
const SCALE = 8;

/** What a text is; null for a language that was not learned, and for a text without any known word. @param {string} text @param {Sense} s @returns {Told | null} */
export function told(text, s) {
  const weights = LEARNED[s.lang];
  if (!weights) return null;
  const here = [...new Set(features(text, s))].filter((one) => weights.has(one));
  if (!s.codes && here.every((one) => /^[=^$]/.test(one))) return null;
  const sums = ["", ...here].reduce((total, one) => total.map((sum, at) => sum + (weights.get(one)?.[at] ?? 0)), new Array(ANSWERS).fill(0));
  const kinds = sums.slice(0, KINDS.length);
  const most = Math.max(...kinds);
  const each = kinds.map((sum) => Math.exp((sum - most) / SCALE));
  const best = kinds.indexOf(most);
  const [people, amount, several] = sums.slice(KINDS.length).map((sum) => 1 / (1 + Math.exp(-sum / SCALE)));
  return { kind: KINDS[best], sure: each[best] / each.reduce((a, b) => a + b, 0), people, amount, several };
}

/** Its words and pairs of words, how it begins, and (after =) what `sense` found. @param {string} text @param {Sense} s */
function features(text, s) {
  const words = wordsOf(text).map((word) => (/^\d/.test(word) ? "#" : word));
  const found = words.flatMap((word, at) => [word, ...(at < 2 ? [`${at}:${word}`] : []), ...(word.length > 3 && /^[והבלכמש]/.test(word) ? [`~${word.slice(1)}`] : [])]);
  if (words.length) found.push(`^${words[0][0]}`, `^${words[0].slice(0, 3)}`, `$${words[0].slice(-2)}`);
  for (let at = 1; at < words.length; at++) found.push(`${words[at - 1]} ${words[at]}`);
  for (const code of s.codes) found.push(`=${code}`);
  for (const code of s.head) found.push(`=head ${code}`);
  for (const [kind, weight] of Object.entries(s.weights)) found.push(`=${kind} ${Math.floor(weight)}`);
  if (s.peopleAct) found.push("=act");
  return found;
}
