// @ts-check
/** @typedef {import("../quiz").Grade} Grade */

/**
 * A grade in proportion to the parts that are right.
 * @param {string[]} all
 * @param {string[]} right
 * @param {number} [score]
 * @returns {Grade}
 */
export function inProportion(all, right, score = right.length / all.length) {
  /** @type {Grade["parts"]} */
  const parts = {};
  for (const id of all) parts[id] = right.includes(id) ? "right" : "wrong";
  return { outcome: score === 1 ? "right" : score > 0 ? "partly" : "wrong", score, parts };
}

/** All or nothing, for one part. @param {string} id @param {boolean} right @returns {Grade} */
export const allOrNothing = (id, right) => inProportion([id], right ? [id] : []);

/** What the author says about the parts that are wrong. @param {import("../quiz").Part[]} parts @param {Grade} grade @returns {import("../quiz").Reason[]} */
export function aboutWrong(parts, grade) {
  const wrong = parts.filter(({ id }) => grade.parts[id] === "wrong");
  return wrong.map(({ id, feedback, misconception }) => ({ part: id, html: feedback, misconception }));
}
