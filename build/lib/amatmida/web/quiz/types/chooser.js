// @ts-check
/** @import {Item, Kind, Part} from "../quiz" */
// What items with a list beside each card share. An answer names a target for each card: {card: target}.

import { all } from "../../shared/node.js";
import { inProportion } from "./grade.js";

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
