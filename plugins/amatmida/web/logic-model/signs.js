// @ts-check
// A sign for each severity: told apart by shape, not by colour alone. Letters, because every drawing would be one more
// layer to put together at each edit.

export const SEVERITIES = /** @type {const} */ (["mistake", "question", "praise"]);
export const SIGNS = { mistake: "×", question: "?", praise: "✓" };
