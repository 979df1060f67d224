// @ts-check
import { aboutWrong, chooser, fitMap } from "./common.js";

/** @type {import("../quiz").Kind} */
export default {
  // In the page a partner is known by its place in the list (counted from 1), so that the markup names no pairs.
  ...chooser(
    (item) => item.pairs,
    (item, value) => item.partners[Number(value) - 1],
    (item, target) => String(item.partners.indexOf(target) + 1),
    (pair) => pair.id,
  ),
  fit: (item, answer) => fitMap(answer, item.pairs, [...item.pairs, ...(item.extras ?? [])]),
  // A partner that belongs nowhere says so itself; otherwise the card says what it belongs with.
  tell(item, answer, grade) {
    const strays = new Map(item.extras?.map(({ id, feedback }) => [id, feedback]));
    return aboutWrong(item.pairs, grade).map((one) => ({ ...one, html: strays.get(answer[one.part ?? ""]) ?? one.html }));
  },
  key: (item) => ({ cards: Object.fromEntries(item.pairs.map(({ id, right }) => [id, right])) }),
};
