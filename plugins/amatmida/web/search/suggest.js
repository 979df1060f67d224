// @ts-check
// What a person may have meant: another spelling, or another keyboard layout.
/** @import {Words} from "./engine.js" */
import { folded, isHebrew, plain, words } from "./folding.js";

const FINAL = /** @type {Record<string, string>} */ ({ כ: "ך", מ: "ם", נ: "ן", פ: "ף", צ: "ץ" });

/** A folded word as people write it: a final letter at its end. @param {string} word */
export const spelled = (word) => (word.length > 1 && FINAL[word.slice(-1)] ? word.slice(0, -1) + FINAL[word.slice(-1)] : word);

/** True when the site has the word, in some form. @param {string} word @param {Words} site */
export function isKnown(word, site) {
  if (/\d/.test(word) || site.stopwords.has(word)) return true;
  if (!isHebrew(word)) return site.hasLatin(word);
  return site.analyser.keys(word).some((key) => site.bands.get(key.slice(0, -1)));
}

/** The text in the other layout, if that gives words the site knows. @param {string} text @param {Words} site @returns {string | null} */
export function otherLayout(text, site) {
  const { en, he } = site.keyboard;
  const swap = (/** @type {string} */ from, /** @type {string} */ to) => [...text.toLowerCase()].map((c) => (from.includes(c) ? to[from.indexOf(c)] : c)).join("");
  const other = /[א-ת]/.test(text) ? swap(he, en) : swap(en, he);
  const [before, after] = [words(text), words(other)];
  const known = (/** @type {string[]} */ list) => list.filter((word) => word.length > 1 && isKnown(word, site)).length;
  return after.length && known(after) > known(before) && known(after) * 2 >= after.length ? other : null;
}

/** The text with every unknown word replaced by the nearest known one, or null. @param {string} text @param {Words} site @returns {string | null} */
export function didYouMean(text, site) {
  let changed = false;
  const better = plain(text).split(/\s+/).map((part) => {
    const [word] = words(part);
    if (!word || word.length < 3 || isKnown(word, site)) return part;
    const near = nearest(folded(word), site);
    if (near) changed = true;
    return near ?? part;
  });
  return changed ? better.join(" ") : null;
}

/** @param {string} word @param {Words} site @returns {string | null} */
function nearest(word, site) {
  const allowed = word.length < 5 ? 1 : 2;
  const fronts = isHebrew(word) ? ["", ...site.analyser.he.prefixes.map(([letters]) => letters).filter((/** @type {string} */ letters) => letters.length === 1 && word.startsWith(letters) && word.length > 4)] : [""];
  /** @type {[number, number, string] | null} */
  let best = null;
  for (const front of fronts) {
    const rest = word.slice(front.length);
    for (const [known, band] of site.bands) {
      if (!band || known.length < 3 || isHebrew(known) !== isHebrew(word) || Math.abs(known.length - rest.length) > allowed) continue;
      const away = distance(rest, known, allowed) + (front ? 0.5 : 0);
      if (away <= allowed && (!best || away < best[0] || (away === best[0] && band > best[1]))) best = [away, band, front + spelled(known)];
    }
  }
  return best && best[2];
}

// Letters that sound alike are half a mistake.
const ALIKE = ["אהע", "בו", "תט", "כקח", "סש", "צס", "ck", "sz", "iy"];
/** @param {string} a @param {string} b */
const price = (a, b) => (a === b ? 0 : ALIKE.some((group) => group.includes(a) && group.includes(b)) ? 0.5 : 1);

/** Edits between two words, swaps of neighbours as one; more than `most` counts as more. @param {string} a @param {string} b @param {number} most */
export function distance(a, b, most) {
  let before = /** @type {number[]} */ ([]);
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      let value = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + price(a[i - 1], b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, before[j - 2] + 1);
      next.push(value);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[b.length];
}
