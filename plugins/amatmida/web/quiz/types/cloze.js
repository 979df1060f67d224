// @ts-check
import { comparable } from "../words.js";
import { aboutWrong, inProportion, written } from "./common.js";

/** Words of every language count: the key is one, whatever page it is met on. @param {import("../quiz").Part} blank */
const accepted = (blank) => Object.values(blank.accept).flat().map(comparable);

/** @type {import("../quiz").Kind} */
export default {
  ...written,
  lack(item, answer) {
    const parts = item.blanks.map(({ id }) => id).filter((id) => !answer?.text[id]?.trim());
    return parts.length ? { say: answer ? "lack_parts" : "lack_text", parts } : null;
  },
  fit: () => ({ answer: [], lost: false }),
  grade(item, { text }) {
    const right = item.blanks.filter((blank) => accepted(blank).includes(comparable(text[blank.id] ?? "")));
    return inProportion(item.blanks.map(({ id }) => id), right.map(({ id }) => id));
  },
  tell: (item, _answer, grade) => aboutWrong(item.blanks, grade),
  key: (item, _strings, lang) => ({
    words: Object.fromEntries(item.blanks.map(({ id, accept }) => [id, (accept[lang] ?? accept.he ?? Object.values(accept)[0])[0]])),
  }),
};
