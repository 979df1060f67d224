// @ts-check
/** @import {Item, Kind, Part, SavedAnswer} from "../quiz" */
/** @typedef {import("../quiz").Grade} Grade */
/** @typedef {{id: string, was?: string[]}} Named */
// What item types share: grades, saved answers under today's ids, and the three ways of answering.
// One file and not five: each further file costs a reader on a poor network a request.

import { all } from "../../shared/node.js";

// --- grades

/**
 * A grade in proportion to the parts that are right.
 * @param {string[]} ids
 * @param {string[]} right
 * @param {number} [score]
 * @returns {Grade}
 */
export function inProportion(ids, right, score = right.length / ids.length) {
  /** @type {Grade["parts"]} */
  const parts = {};
  for (const id of ids) parts[id] = right.includes(id) ? "right" : "wrong";
  return { outcome: score === 1 ? "right" : score > 0 ? "partly" : "wrong", score, parts };
}

/** All or nothing, for one part. @param {string} id @param {boolean} right @returns {Grade} */
export const allOrNothing = (id, right) => inProportion([id], right ? [id] : []);

/** What the author says about the parts that are wrong. @param {import("../quiz").Part[]} parts @param {Grade} grade @returns {import("../quiz").Reason[]} */
export function aboutWrong(parts, grade) {
  const wrong = parts.filter(({ id }) => grade.parts[id] === "wrong");
  return wrong.map(({ id, feedback, misconception }) => ({ part: id, html: feedback, misconception }));
}

// --- saved answers under today's ids

/** @param {readonly Named[]} parts @returns {Map<string, string>} */
function todays(parts) {
  const known = new Map(parts.flatMap(({ id, was = [] }) => was.map((old) => /** @type {[string, string]} */ ([old, id]))));
  for (const { id } of parts) known.set(id, id);
  return known;
}

/** A list of ids. @param {SavedAnswer} answer @param {readonly Named[]} parts @returns {ReturnType<Kind["fit"]>} */
export function fitList(answer, parts) {
  const known = todays(parts);
  const ids = Array.isArray(answer) ? answer : [];
  const kept = ids.filter((id) => known.has(id)).map((id) => /** @type {string} */ (known.get(id)));
  return { answer: kept.length ? kept : null, lost: !Array.isArray(answer) || kept.length < ids.length };
}

/** A target for each card. @param {SavedAnswer} answer @param {readonly Named[]} cards @param {readonly Named[]} targets @returns {ReturnType<Kind["fit"]>} */
export function fitMap(answer, cards, targets) {
  const from = todays(cards);
  const to = todays(targets);
  const pairs = Array.isArray(answer) ? [] : Object.entries(answer);
  const kept = pairs.filter(([card, target]) => from.has(card) && to.has(target));
  const all = kept.map(([card, target]) => [from.get(card), to.get(target)]);
  return { answer: all.length ? Object.fromEntries(all) : null, lost: Array.isArray(answer) || kept.length < pairs.length };
}

// --- What radio buttons and checkboxes share. An answer is the list of chosen ids.

/** @type {Pick<import("../quiz").Kind, "read" | "restore" | "lack" | "fit" | "mixed">} */
export const choice = {
  mixed: true,
  read(root) {
    const chosen = all(root, "input:checked").map((input) => input.value);
    return chosen.length ? chosen : null;
  },
  restore(root, _item, answer) {
    for (const input of all(root, "input")) input.checked = Boolean(answer?.includes(input.value));
  },
  lack: (_item, answer) => (answer ? null : { say: "lack_choice" }),
  fit: (item, answer) => fitList(answer, item.options ?? item.steps),
};

/** For items without right or wrong. @type {Pick<import("../quiz").Kind, "grade" | "key">} */
export const unscored = {
  grade: () => ({ outcome: "done", score: 0, parts: {} }),
  key: () => ({}),
};

/** What the author says to those who chose something. @param {import("../quiz").Part[]} options @param {string[]} chosen @returns {import("../quiz").Reason[]} */
export function remarks(options, chosen) {
  const said = options.filter((option) => chosen.includes(option.id) && option.feedback);
  return said.map(({ id, feedback, misconception }) => ({ part: said.length > 1 ? id : undefined, html: feedback, misconception }));
}

// --- What items with a list beside each card share. An answer names a target for each card: {card: target}.

/** @param {Element} root @returns {Array<[string, HTMLSelectElement]>} */
const lists = (root) => all(root, "[data-part]").map((card) => [card.dataset.part, card.querySelector("select")]);

/**
 * @param {(item: Item) => Part[]} cardsOf
 * @param {(item: Item, value: string) => string | undefined} targetOf a list's value → the id of what it stands for
 * @param {(item: Item, target: string) => string} valueOf
 * @param {(card: Part) => string} rightOf the target a card belongs to
 * @returns {Pick<Kind, "read" | "restore" | "lack" | "grade" | "mixed">}
 */
export const chooser = (cardsOf, targetOf, valueOf, rightOf) => ({
  mixed: true,
  read(root, item) {
    const chosen = lists(root).map(([card, list]) => [card, targetOf(item, list.value)]).filter(([, target]) => target);
    return chosen.length ? Object.fromEntries(chosen) : null;
  },
  restore(root, item, answer) {
    for (const [card, list] of lists(root)) list.value = answer?.[card] ? valueOf(item, answer[card]) : "";
  },
  lack(item, answer) {
    const parts = cardsOf(item).map(({ id }) => id).filter((id) => !answer?.[id]);
    return parts.length ? { say: answer ? "lack_parts" : "lack_choice", parts } : null;
  },
  grade(item, answer) {
    const right = cardsOf(item).filter((card) => answer[card.id] === rightOf(card));
    return inProportion(cardsOf(item).map(({ id }) => id), right.map(({ id }) => id));
  },
});

// --- What items with written answers share. An answer is {text: {field: words}, ids?}; the words are kept apart from progress.

/** @param {Element} root @returns {Array<[string, HTMLInputElement]>} */
const fields = (root) =>
  all(root, "input[type=text], textarea").map((field) => [field.closest("[data-part]")?.dataset.part ?? "text", field]);

/** @type {Pick<import("../quiz").Kind, "writes" | "read" | "restore">} */
export const written = {
  writes: true,
  read(root) {
    const text = Object.fromEntries(fields(root).map(([name, field]) => [name, field.value]));
    return Object.values(text).some((value) => value.trim()) ? { text } : null;
  },
  restore(root, _item, answer) {
    for (const [name, field] of fields(root)) field.value = answer?.text?.[name] ?? "";
  },
};
