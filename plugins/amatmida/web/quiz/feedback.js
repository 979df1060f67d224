// @ts-check
/** @import {Entry, Grade, Item, Key, QuizData, Reason} from "./quiz" */
// What is said about an answer: words and an icon, never colour alone.

import { all, icon, node, ours, wordsOf } from "../shared/node.js";
import { own } from "../shared/records.js";
import { say } from "../shared/say.js";

/** @typedef {{item: Item, entry: Entry, grade: Grade, reasons: Reason[], key: Key, done: boolean, labelOf(part: string): string, sources: Node | null}} Said */

/** @param {string} lead @param {...(Node | string)} rest */
const line = (lead, ...rest) => node("p", {}, node("strong", {}, lead), " ", ...rest);

/**
 * The verdict, the reasons, what mends the mistaken idea, the answer once it may be known, and where to read.
 * @param {Said} said
 * @param {QuizData} quiz
 * @returns {Node[]}
 */
export function feedback(said, quiz) {
  const { item, grade, reasons, done, sources } = said;
  const { strings } = quiz;
  const right = grade.outcome === "right";
  const nodes = [outcome(said, quiz), ...why(reasons, said.labelOf, strings), ...ideas(reasons, quiz)];
  if (done && !right) nodes.push(...answer(said, strings));
  if (done && item.explain) nodes.push(line(strings.explain, ours(item.explain)));
  if (!right) nodes.push(line(strings.read, node("a", { href: item.read.href }, item.read.label)));
  return done && sources ? [...nodes, sources] : nodes;
}

/** @param {Said} said @param {QuizData} quiz */
function outcome({ entry, grade, key, done }, { strings, behaviour }) {
  // Handed in without an answer.
  const missing = entry.outcome === "wrong" && entry.answer === null;
  const { outcome: name } = grade;
  const over = name === "right" || name === "done" ? "" : strings[key.marks ?? key.cards ?? key.words ? "exhausted" : "no_tries"];
  const rest = done ? over : say(strings.tries, { n: behaviour.tries - entry.tries });
  const words = node("strong", {}, strings[missing ? "missing" : name]);
  return node("p", { class: `amat-outcome is-${name}`, tabindex: "-1" }, icon(name === "done" ? "right" : name), words, rest && ` ${rest}`);
}

/** @param {Reason[]} reasons @param {(part: string) => string} labelOf @param {Record<string, any>} strings */
function why(reasons, labelOf, strings) {
  const nodes = reasons.map(({ part, html, say: sentence, n }) => {
    const text = html ? ours(html) : say(strings[sentence ?? ""], n === undefined ? {} : { n });
    return part ? node("li", {}, node("strong", {}, labelOf(part)), ": ", text) : node("p", {}, text);
  });
  const items = nodes.filter((one) => one.tagName === "LI");
  const others = nodes.filter((one) => one.tagName !== "LI");
  return items.length ? [node("ul", {}, ...items), ...others] : others;
}

/** @param {Reason[]} reasons @param {QuizData} quiz */
function ideas(reasons, { misconceptions, strings }) {
  const names = new Set(reasons.map(({ misconception }) => misconception ?? ""));
  const known = [...names].filter((name) => Object.hasOwn(misconceptions, name));
  return known.map((name) => line(strings.idea, ours(misconceptions[name])));
}

/** @param {Said} said @param {Record<string, any>} strings */
function answer({ key, labelOf }, strings) {
  if (key.marks) return [line(strings.key_is, key.marks.map(labelOf).join("; "))];
  if (key.list) return [node("p", {}, node("strong", {}, strings.key_is)), node("ol", {}, ...key.list.map((one) => node("li", {}, ours(one))))];
  if (key.number) return [line(strings.key_is, node("bdi", { dir: "ltr" }, key.number), " ", ours(key.unit ?? ""))];
  return [];
}

/**
 * Marks beside the parts of an item.
 * @param {Element} root
 * @param {Grade["parts"]} parts
 * @param {Key} key what may be shown of the key; {} for nothing
 * @param {Record<string, any>} strings
 */
export function mark(root, parts, key, strings) {
  for (const part of all(root, "[data-part]")) {
    const id = part.dataset.part;
    unmark(part);
    const state = own(parts, id);
    if (state) put(part, state, strings[state]);
    if (state === "right") continue;
    if (key.marks?.includes(id)) put(part, "key", strings.key_mark);
    const words = key.words?.[id] ?? (key.cards && wordsOf(key.cards[id]));
    if (words) part.append(node("span", { class: "amat-part-key" }, strings.key_is, " ", node("strong", {}, words)));
  }
}

/** @param {HTMLElement} part @param {"right" | "wrong" | "key"} state @param {string} words */
function put(part, state, words) {
  part.classList.add(`is-${state}`);
  part.append(node("span", { class: `amat-mark is-${state}` }, icon(state), words));
}

/** @param {Element} part */
export function unmark(part) {
  part.classList.remove("is-right", "is-wrong", "is-key");
  for (const old of all(part, ".amat-mark, .amat-part-key")) old.remove();
}
