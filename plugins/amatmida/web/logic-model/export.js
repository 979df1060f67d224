// @ts-check
/** @import {Model} from "./logic-model" */
// Pictures and documents of a model; loaded when somebody asks for one.

import { asDocument } from "./formats.js";
import { picture } from "./figure.js";

const FONTS = ["../vendor/assistant-hebrew-wght.woff2", "../vendor/assistant-latin-wght.woff2"];
const RANGES = ["U+0590-05FF, U+20AA, U+FB1D-FB4F", "U+0000-00FF, U+2000-206F"];

/** How wide a text is at 14 px in the site's font. @returns {(text: string) => number} */
function ruler() {
  const pen = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  pen.font = "14px 'Amat Mida', Assistant, Arial, sans-serif";
  return (text) => pen.measureText(text).width;
}

/** The site's font as rules that need no other file; a picture that is opened alone finds it nowhere else. @returns {Promise<string>} "" when it cannot be had */
async function fontRules() {
  try {
    const files = await Promise.all(FONTS.map(async (name) => dataOf(await (await fetch(new URL(name, import.meta.url))).blob())));
    return files.map((data, n) => `@font-face{font-family:"Amat Mida";font-weight:200 800;src:url(${data}) format("woff2");unicode-range:${RANGES[n]}}`).join("");
  } catch {
    return "";
  }
}

/** @param {Blob} blob @returns {Promise<string>} a data: address */
function dataOf(blob) {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(blob);
  });
}

/** @param {Model} model @param {Record<string, any>} t @param {boolean} [font] put the font into the picture */
export async function svgOf(model, t, font = true) {
  return picture(model, t, { measure: ruler(), css: font ? await fontRules() : "" });
}

/** @param {Model} model @param {Record<string, any>} t @returns {Promise<{blob: Blob, width: number, height: number}>} sizes in px of the picture; the image has twice as many */
export async function pngOf(model, t) {
  const { svg, width, height } = await svgOf(model, t);
  const image = new Image();
  // As data and not as a blob: the content policy allows no other.
  image.src = await dataOf(new Blob([svg], { type: "image/svg+xml" }));
  await image.decode();
  const canvas = document.createElement("canvas");
  // Browsers refuse canvases above about 16,000 px a side.
  const scale = Math.min(2, 14_000 / Math.max(width, height));
  [canvas.width, canvas.height] = [width, height].map((side) => Math.round(side * scale));
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
  if (!blob) throw new Error("no picture");
  return { blob, width, height };
}

/** @param {Model} model @param {Record<string, any>} t @returns {Promise<Blob>} */
export async function wordOf(model, t) {
  const { wordBlob } = await import("../shared/word.js");
  const { blob, width, height } = await pngOf(model, t);
  const png = new Uint8Array(await blob.arrayBuffer());
  return wordBlob(asDocument(model, t, { kind: "picture", png, width, height, alt: model.title || t.untitled }));
}
