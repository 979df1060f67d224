// @ts-check
// What radio buttons and checkboxes share. An answer is the list of chosen ids.

import { all } from "../../shared/node.js";
import { fitList } from "./fit.js";

/** @type {Pick<import("../quiz").Kind, "read" | "restore" | "lack" | "fit" | "mixed">} */
export const choice = {
  mixed: true,
  read(root) {
    const chosen = all(root, "input:checked").map((input) => input.value);
    return chosen.length ? chosen : null;
  },
  restore(root, _item, answer) {
    for (const input of all(root, "input")) input.checked = Boolean(answer?.includes(input.value));
  },
  lack: (_item, answer) => (answer ? null : { say: "lack_choice" }),
  fit: (item, answer) => fitList(answer, item.options ?? item.steps),
};

/** For items without right or wrong. @type {Pick<import("../quiz").Kind, "grade" | "key">} */
export const unscored = {
  grade: () => ({ outcome: "done", score: 0, parts: {} }),
  key: () => ({}),
};

/** What the author says to those who chose something. @param {import("../quiz").Part[]} options @param {string[]} chosen @returns {import("../quiz").Reason[]} */
export function remarks(options, chosen) {
  const said = options.filter((option) => chosen.includes(option.id) && option.feedback);
  return said.map(({ id, feedback, misconception }) => ({ part: said.length > 1 ? id : undefined, html: feedback, misconception }));
}
