// @ts-check
import { allOrNothing, choice, fitList } from "./common.js";

/** @type {import("../quiz").Kind} */
export default {
  ...choice,
  mixed: false,
  fit: (_item, answer) => fitList(answer, [{ id: "true" }, { id: "false" }]),
  grade: (item, [id]) => allOrNothing(id, id === String(item.answer)),
  tell: ({ feedback, misconception }, _answer, { outcome }) =>
    outcome === "right" ? [{ html: feedback.right }] : [{ html: feedback.wrong, misconception }],
  key: (item) => ({ marks: [String(item.answer)] }),
};
