// @ts-check
import { all } from "../../shared/node.js";
import { fitList, unscored, written } from "./common.js";

/** @type {import("../quiz").Kind} */
export default {
  ...written,
  ...unscored,
  unscored: true,
  read(root, item) {
    const words = written.read(root, item);
    const ids = all(root, ".amat-rubric :checked").map((box) => box.value);
    return words && { ...words, ids: ids.length ? ids : null };
  },
  restore(root, item, answer) {
    written.restore(root, item, answer);
    for (const box of all(root, ".amat-rubric input")) box.checked = Boolean(answer?.ids?.includes(box.value));
  },
  lack: (_item, answer) => (answer ? null : { say: "lack_text" }),
  fit: (item, answer) => ({ answer: fitList(answer, item.rubric).answer ?? [], lost: false }),
  tell: () => [],
};
