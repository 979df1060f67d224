// @ts-check
// From answers to what fits. No DOM here: tests run it as it stands.

/** @typedef {{question: string, answer: string, result: string, weight: number}} Pointer */

/** A second result stands beside the best when it has at least this share of its weight. */
const NEAR = 0.6;
const FEWEST = 2;

/**
 * Results with the sum of their weights, the best first; of equals the one an earlier question points to.
 * chooser/model.py does the same.
 * @param {Pointer[]} pointers in the order of the questions
 * @param {Record<string, string>} answers question → answer
 * @returns {Array<[string, number]>}
 */
export function ranked(pointers, answers) {
  /** @type {Map<string, number>} */
  const sums = new Map();
  for (const { question, answer, result, weight } of pointers) {
    if (answers[question] === answer) sums.set(result, (sums.get(result) ?? 0) + weight);
  }
  return [...sums].sort((a, b) => b[1] - a[1]);
}

/**
 * One or two results that fit, and others that come as close as the second.
 * @param {Array<[string, number]>} rows
 * @returns {{chosen: string[], close: string[]}}
 */
export function decide(rows) {
  if (!rows.length || rows[0][1] < FEWEST) return { chosen: [], close: [] };
  const near = rows.filter(([, sum]) => sum >= FEWEST && sum >= rows[0][1] * NEAR);
  const chosen = near.slice(0, 2).map(([id]) => id);
  const last = near[chosen.length - 1][1];
  return { chosen, close: near.slice(2).filter(([, sum]) => sum === last).map(([id]) => id) };
}
