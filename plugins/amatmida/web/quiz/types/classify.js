// @ts-check
import { aboutWrong, chooser, fitMap } from "./common.js";

const NO_GROUP = "none";

/** @type {import("../quiz").Kind} */
export default {
  ...chooser(
    (item) => item.cards,
    (_item, value) => value || undefined,
    (_item, target) => target,
    (card) => card.group,
  ),
  fit: (item, answer) => fitMap(answer, item.cards, [...item.groups, { id: NO_GROUP }]),
  tell: (item, _answer, grade) => aboutWrong(item.cards, grade),
  key(item, strings) {
    const names = new Map(item.groups.map(({ id, text }) => [id, text]));
    return { cards: Object.fromEntries(item.cards.map(({ id, group }) => [id, names.get(group) ?? strings.none])) };
  },
};
