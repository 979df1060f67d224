// @ts-check
/** @import {Model} from "./logic-model" */
// A model inside a link's fragment, which browsers never send to a server: 1.<length>.<deflated JSON in base64url>.

import { Refusal, readModel } from "./guard.js";
import { MOST } from "./model.js";

export const MARK = "#model=";
/** Longer links are cut by some mail and message programs. */
export const LONG = 8000;

/** @param {Model} model @returns {Promise<string>} the fragment */
export async function toFragment(model) {
  const bytes = await through(new TextEncoder().encode(JSON.stringify(model)), new CompressionStream("deflate-raw"));
  const data = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  return `${MARK}1.${data.length.toString(36)}.${data}`;
}

/** @param {string} fragment @returns {Promise<{model: Model, hidden: number}>} throws Refusal */
export async function fromFragment(fragment) {
  const [, version, length, data] = /^#model=(\d+)\.([0-9a-z]+)\.([\w-]*)/.exec(fragment) ?? [];
  if (!version) throw new Refusal("bad_link");
  if (version !== "1") throw new Refusal("newer_model");
  if (data.length !== parseInt(length, 36)) throw new Refusal("cut_link");
  let text;
  try {
    const bytes = Uint8Array.from(atob(data.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
    text = new TextDecoder("utf-8", { fatal: true }).decode(await through(bytes, new DecompressionStream("deflate-raw")));
  } catch (problem) {
    throw problem instanceof Refusal ? problem : new Refusal("bad_link");
  }
  return readModel(text);
}

/** Never more than a model may have: a few bytes can unpack to gigabytes. @param {Uint8Array<ArrayBuffer>} bytes @param {CompressionStream | DecompressionStream} stream */
async function through(bytes, stream) {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  /** @type {number[]} */
  const all = [];
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    for (const byte of part.value) all.push(byte);
    if (all.length > MOST.bytes) {
      await reader.cancel();
      throw new Refusal("too_big");
    }
  }
  return Uint8Array.from(all);
}
