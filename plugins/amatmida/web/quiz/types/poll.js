// @ts-check
import { choice, remarks, unscored } from "./common.js";

/** @type {import("../quiz").Kind} */
export default { ...choice, ...unscored, mixed: false, unscored: true, tell: (item, answer) => remarks(item.options, answer) };
