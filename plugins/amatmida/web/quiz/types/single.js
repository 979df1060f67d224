// @ts-check
import { allOrNothing, choice, remarks } from "./common.js";

/** @param {import("../quiz").Item} item */
const rightIds = (item) => item.options.filter(({ correct }) => correct).map(({ id }) => id);

/** @type {import("../quiz").Kind} */
export default {
  ...choice,
  grade: (item, [id]) => allOrNothing(id, rightIds(item).includes(id)),
  tell: (item, answer) => remarks(item.options, answer),
  key: (item) => ({ marks: rightIds(item) }),
};
