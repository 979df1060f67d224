// @ts-check
import { choice, inProportion, remarks } from "./common.js";

/** @param {import("../quiz").Item} item */
const rightIds = (item) => item.options.filter(({ correct }) => correct).map(({ id }) => id);

/** @type {import("../quiz").Kind} */
export default {
  ...choice,
  // A wrong choice takes back what a right one gave, so that ticking everything earns little.
  grade(item, /** @type {string[]} */ answer) {
    const right = rightIds(item);
    const hits = answer.filter((id) => right.includes(id));
    const score = Math.max(0, (2 * hits.length - answer.length) / right.length);
    const grade = inProportion(answer, hits, score);
    return score === 0 && hits.length ? { ...grade, outcome: "partly" } : grade;
  },
  tell(item, /** @type {string[]} */ answer, grade) {
    const missed = rightIds(item).filter((id) => !answer.includes(id)).length;
    const reasons = remarks(item.options, answer.filter((id) => grade.outcome === "right" || grade.parts[id] === "wrong"));
    return missed ? [...reasons, { say: "missed", n: missed }] : reasons;
  },
  key: (item) => ({ marks: rightIds(item) }),
};
