// @ts-check
/** @import {Kind, SavedAnswer} from "../quiz" */
/** @typedef {{id: string, was?: string[]}} Named */
// Saved answers under today's ids.

/** @param {readonly Named[]} parts @returns {Map<string, string>} */
function todays(parts) {
  const known = new Map(parts.flatMap(({ id, was = [] }) => was.map((old) => /** @type {[string, string]} */ ([old, id]))));
  for (const { id } of parts) known.set(id, id);
  return known;
}

/** A list of ids. @param {SavedAnswer} answer @param {readonly Named[]} parts @returns {ReturnType<Kind["fit"]>} */
export function fitList(answer, parts) {
  const known = todays(parts);
  const ids = Array.isArray(answer) ? answer : [];
  const kept = ids.filter((id) => known.has(id)).map((id) => /** @type {string} */ (known.get(id)));
  return { answer: kept.length ? kept : null, lost: !Array.isArray(answer) || kept.length < ids.length };
}

/** A target for each card. @param {SavedAnswer} answer @param {readonly Named[]} cards @param {readonly Named[]} targets @returns {ReturnType<Kind["fit"]>} */
export function fitMap(answer, cards, targets) {
  const from = todays(cards);
  const to = todays(targets);
  const pairs = Array.isArray(answer) ? [] : Object.entries(answer);
  const kept = pairs.filter(([card, target]) => from.has(card) && to.has(target));
  const all = kept.map(([card, target]) => [from.get(card), to.get(target)]);
  return { answer: all.length ? Object.fromEntries(all) : null, lost: Array.isArray(answer) || kept.length < pairs.length };
}
