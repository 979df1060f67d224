// @ts-check
// A word as the search compares it. search/folding.py does the same; a test holds them together.

const FINALS = /** @type {Record<string, string>} */ ({ ך: "כ", ם: "מ", ן: "נ", ף: "פ", ץ: "צ" });
const QUOTES = /** @type {Record<string, string>} */ ({ "\u201c": '"', "\u201d": '"', "\u2018": "'", "\u2019": "'", "\u2033": '"', "\u2032": "'" });
const WORD = /[\u05d0-\u05ea]+(?:["'\u05f3\u05f4][\u05d0-\u05ea]+)*|[\u0620-\u064a\u0671-\u06d3]+|[0-9]+(?:[.,/][0-9]+)*|[a-z]+/g;

/** Small letters without niqqud, accents, controls and tatweel; quotation marks straight. @param {string} text */
export function plain(text) {
  return text
    .normalize("NFKD")
    .replace(/[\u2018\u2019\u201c\u201d\u2032\u2033]/g, (c) => QUOTES[c])
    .replace(/[\p{Mn}\p{Cf}\u0640]/gu, "")
    .toLowerCase();
}

/** A single plain word: no quotation marks, no final letters, double yod as one. @param {string} word */
export const folded = (word) =>
  word
    .replace(/["'\u05f3\u05f4]/g, "")
    .replace(/[ךםןףץ]/g, (c) => FINALS[c])
    .replace(/יי+/g, "י");

/** The words of a text, folded. @param {string} text @returns {string[]} */
export const words = (text) => (plain(text).match(WORD) ?? []).map(folded);

/** @param {string} word */
export const isHebrew = (word) => word >= "\u05d0" && word < "\u05eb";
/** @param {string} word */
export const isArabic = (word) => word >= "\u0620" && word < "\u06d4";
