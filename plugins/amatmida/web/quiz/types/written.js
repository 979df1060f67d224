// @ts-check
// What items with written answers share. An answer is {text: {field: words}, ids?}; the words are kept apart from progress.

import { all } from "../../shared/node.js";

/** @param {Element} root @returns {Array<[string, HTMLInputElement]>} */
const fields = (root) =>
  all(root, "input[type=text], textarea").map((field) => [field.closest("[data-part]")?.dataset.part ?? "text", field]);

/** @type {Pick<import("../quiz").Kind, "writes" | "read" | "restore">} */
export const written = {
  writes: true,
  read(root) {
    const text = Object.fromEntries(fields(root).map(([name, field]) => [name, field.value]));
    return Object.values(text).some((value) => value.trim()) ? { text } : null;
  },
  restore(root, _item, answer) {
    for (const [name, field] of fields(root)) field.value = answer?.text?.[name] ?? "";
  },
};
