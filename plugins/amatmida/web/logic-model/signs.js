// @ts-check
// A sign for each severity: told apart by shape, not by colour alone.

import { icon } from "../shared/node.js";

export const SEVERITIES = /** @type {const} */ (["mistake", "question", "praise"]);
/** On cards, where every drawing would be one more layer to put together at each edit. */
export const LETTERS = { mistake: "×", question: "?", praise: "✓" };
const ASK = "M7.8 8.6a4.2 4.2 0 1 1 6.3 3.7c-1.4.8-2.1 1.5-2.1 3.2M12 19.6v.4";

/** @param {typeof SEVERITIES[number]} severity */
export function sign(severity) {
  const made = icon(severity === "praise" ? "right" : "wrong");
  if (severity === "question") made.firstElementChild?.setAttribute("d", ASK);
  return made;
}
