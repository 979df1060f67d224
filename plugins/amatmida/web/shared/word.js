// @ts-check
/** @import {Doc} from "./ooxml.js" */
// A Word document made in the browser. The zip library is loaded only when somebody asks for a file.

import { parts } from "./ooxml-parts.js";

const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/**
 * @param {Doc} doc blocks: heading (level 1 to 3), text (strong?), list (ordered?), table (head may be empty: the first
 *   column is then the labels), picture (png bytes, width and height in CSS pixels, alt), break
 * @returns {Promise<Blob>} a .docx, right-to-left unless the language is English
 */
export async function wordBlob(doc) {
  const { strToU8, zipSync } = await import("../vendor/fflate.js");
  const date = new Date();
  const files = Object.entries(parts(doc, `${date.toISOString().slice(0, 19)}Z`)).map(([path, content]) => [path, typeof content === "string" ? strToU8(content) : content]);
  return new Blob([zipSync(Object.fromEntries(files), { level: 6, mtime: date })], { type: TYPE });
}
