// @ts-check
// The authored order of the cards is the key. An answer is the list of card ids; null until a card was moved.

import { all } from "../../shared/node.js";
import { aboutWrong, fitList, inProportion } from "./common.js";

/**
 * The longest run of cards that already stand in the right order among themselves; the others are the fewest that
 * have to move. One card at the wrong end therefore costs one card, not all of them.
 * @param {string[]} answer
 * @param {string[]} key
 * @returns {string[]}
 */
export function inOrder(answer, key) {
  /** @type {string[][]} */
  const best = [];
  for (const [n, id] of answer.entries()) {
    const before = best.slice(0, n).filter((run) => key.indexOf(run[run.length - 1]) < key.indexOf(id));
    best.push([...before.reduce((a, b) => (b.length > a.length ? b : a), /** @type {string[]} */ ([])), id]);
  }
  return best.reduce((a, b) => (b.length > a.length ? b : a), []);
}

/** @type {import("../quiz").Kind} */
export default {
  mixed: true,
  read: (root) => (root.querySelector("[data-moved]") ? all(root, "[data-part]").map(({ dataset }) => dataset.part) : null),
  restore(root, item, answer) {
    const [list] = all(root, ".amat-order");
    const now = new Map(all(root, "[data-part]").map((card) => [card.dataset.part, card]));
    list.append(...(answer ?? item.start ?? [...now.keys()]).map((/** @type {string} */ id) => now.get(id)));
    list.toggleAttribute("data-moved", Boolean(answer));
  },
  lack: (_item, answer) => (answer ? null : { say: "lack_order" }),
  fit(item, answer) {
    const fitted = fitList(answer, item.cards);
    const whole = Array.isArray(fitted.answer) && new Set(fitted.answer).size === item.cards.length;
    return whole ? fitted : { answer: null, lost: true };
  },
  grade(item, answer) {
    const run = inOrder(answer, item.cards.map(({ id }) => id));
    return inProportion(answer, run, (run.length - 1) / (answer.length - 1));
  },
  tell: (item, _answer, grade) => aboutWrong(item.cards, grade),
  key: (item) => ({ list: item.cards.map(({ text }) => text) }),
};
