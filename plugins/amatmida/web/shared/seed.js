// @ts-check
// Orders that look random and stay the same: each id gets a number from the learner's seed, and ids are sorted by it.
// Adding an option or an item later moves none of the others.

/** @param {string} text */
export function hash(text) {
  let h = 0x811c9dc5;
  for (const char of text) h = Math.imul(h ^ /** @type {number} */ (char.codePointAt(0)), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * @param {readonly string[]} ids
 * @param {string} scope the seed and what is being ordered
 * @returns {string[]}
 */
export function shuffled(ids, scope) {
  return [...ids].sort((a, b) => hash(`${scope}/${a}`) - hash(`${scope}/${b}`) || (a < b ? -1 : 1));
}

/** @returns {string} 16 hex digits */
export function newSeed() {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((n) => n.toString(16).padStart(2, "0")).join("");
}
