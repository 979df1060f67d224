// @ts-check
// Words compared as a person would. The same rules as core/text.py comparable(); a test feeds both the same strings.

const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
// Marks that Unicode attaches to the letter before them, in the scripts people here write: Latin, Greek, Cyrillic,
// Hebrew (niqqud, cantillation) and Arabic.
const MARKS =
  /[\u0300-\u034e\u0350-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0898-\u089f\u08ca-\u08e1\u08e3-\u08ff\u1ab0-\u1abd\u1abf-\u1ace\u1dc0-\u1dff\u20d0-\u20dc\u20e1\u20e5-\u20f0\ufb1e\ufe20-\ufe2f]/g;
const DASHES = /[\u05be\u2010-\u2015\-_]+/g;
const QUOTES = /["'`\u05f3\u05f4\u2018\u2019\u201c\u201d]/g;
const SPACES = /[\t-\r\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
/** @type {Record<string, string>} */
const FINALS = { ך: "כ", ם: "מ", ן: "נ", ף: "פ", ץ: "צ" };

/** @param {string} word */
export function comparable(word) {
  // Up and down again is how Unicode folds case, but for the Turkish dotless i and the sharp s.
  let text = word.normalize("NFKD").replace(/[^ı]+/g, (some) => some.toUpperCase().toLowerCase());
  text = text.replace(/ß/g, "ss").replace(/ς/g, "σ");
  text = text.replace(MARKS, "").replace(BIDI, "").replace(DASHES, " ").replace(QUOTES, "");
  text = text.replace(/[ךםןףץ]/g, (letter) => FINALS[letter]);
  text = text.replace(/^[ .,;:!?]+|[ .,;:!?]+$/g, "").replace(SPACES, " ").replace(/^ | $/g, "");
  return text.length > 3 && [...text].length > 3 && text.startsWith("ה") ? text.slice(1) : text;
}
