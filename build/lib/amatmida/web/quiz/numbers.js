// @ts-check
// A number as people type it: 1,234.5 · 12% · כ-12 אחוזים · −3 · ١٢ · 0,5. Anything that could mean two things is refused,
// except 1,234, which here is always one thousand two hundred and thirty-four.

const ARABIC = /[\u0660-\u0669\u06f0-\u06f9]/g;
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const FORMS = [
  [/^\d+(\.\d+)?$|^\.\d+$/, /** @param {string} n */ (n) => n],
  [/^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/, /** @param {string} n */ (n) => n.replace(/,/g, "")],
  [/^[1-9]\d{0,2}(['\u2019 ]\d{3})+([.,]\d+)?$/, /** @param {string} n */ (n) => n.replace(/['\u2019 ]/g, "").replace(",", ".")],
  [/^[1-9]\d{0,2}(\.\d{3})+,\d+$|^[1-9]\d{0,2}(\.\d{3}){2,}$/, /** @param {string} n */ (n) => n.replace(/\./g, "").replace(",", ".")],
  [/^\d+,\d{1,2}$|^\d+,\d{4,}$|^0,\d+$/, /** @param {string} n */ (n) => n.replace(",", ".")],
];

/**
 * @param {string} typed
 * @returns {{value: number, percent: boolean} | null} null when it is not one clear number
 */
export function numberFrom(typed) {
  const text = typed
    .replace(BIDI, "")
    .normalize("NFKC")
    .replace(ARABIC, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/\u066b/g, ".")
    .replace(/\u066c/g, ",")
    .replace(/\u066a/g, "%")
    .replace(/[\u2212\u2010-\u2013\ufe63\uff0d]/g, "-");
  const found = text.match(/(?:\d|\.\d)(?:[\d.,'\u2019 ]*\d)?/);
  if (!found || found.index === undefined) return null;
  const before = text.slice(0, found.index);
  const after = text.slice(found.index + found[0].length);
  // A hyphen after a letter joins a word to the number (כ-12); alone before it, it is a minus.
  const minus = /(?:^|[\s(])-\s?$/.test(before) || /^-$/.test(after.trim());
  if (/\d/.test(after) || /[*/^=<>]/.test(before + after) || /^e/i.test(after)) return null;
  const form = FORMS.find(([pattern]) => /** @type {RegExp} */ (pattern).test(found[0]));
  if (!form) return null;
  const value = Number(/** @type {(n: string) => string} */ (form[1])(found[0]));
  return { value: minus ? -value : value, percent: (before + after).includes("%") };
}
