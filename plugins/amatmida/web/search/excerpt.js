// @ts-check
// The sections of a page where something was found, with an excerpt in the reader's own words.

/** @typedef {Record<string, any>} Table */
/** @typedef {{text: string, mark: boolean}} Word */
/** @typedef {{title: string, url: string, words: Word[]}} Section */

const LENGTH = 26;
const MOST_SECTIONS = 3;

/**
 * The sections of a page where something was found, the best first.
 * @param {Table} page a text of the index
 * @param {import("./rank.js").Place[]} places
 * @returns {{title: string, sections: Section[]}}
 */
export function sections(page, places) {
  const tokens = page.content.split(/\s+/);
  const starts = [{ id: "", text: "", location: 0 }, ...page.heads];
  const parts = starts.map((start, n) => {
    const end = starts[n + 1]?.location ?? tokens.length;
    const inside = places.filter(({ at }) => at >= start.location && at < end);
    return { start, end, inside, units: new Set(inside.map(({ unit, whole }) => unit + (whole ? 0 : 0.5))).size + new Set(inside.filter(({ whole }) => whole).map(({ unit }) => unit)).size, heads: headHits(start, inside) };
  });
  const best = parts.filter(({ inside }) => inside.length).sort((a, b) => b.units - a.units || b.heads - a.heads || b.inside.length - a.inside.length);
  const chosen = best.length ? best.slice(0, MOST_SECTIONS) : parts.slice(0, 1);
  return {
    title: page.title,
    sections: chosen.map(({ start, end, inside }) => ({
      title: start.text ?? "",
      url: page.url + (start.id ? `#${start.id}` : ""),
      words: excerpt(tokens, start.location + headLength(start), end, new Set(inside.map(({ at }) => at))),
    })),
  };
}

/** @param {Table} start */
const headLength = (start) => (start.text ? start.text.split(/\s+/).length : 0);
/** @param {Table} start @param {{at: number, unit: number}[]} inside */
const headHits = (start, inside) => new Set(inside.filter(({ at }) => at < start.location + headLength(start)).map(({ unit }) => unit)).size;

/** The stretch with the most marked words. @param {string[]} tokens @param {number} from @param {number} to @param {Set<number>} marked @returns {Word[]} */
function excerpt(tokens, from, to, marked) {
  const places = [...marked].filter((at) => at >= from && at < to).sort((a, b) => a - b);
  let start = from;
  let most = 0;
  for (const at of places) {
    const count = places.filter((one) => one >= at && one < at + LENGTH).length;
    if (count > most) [most, start] = [count, Math.max(from, at - 6)];
  }
  const end = Math.min(to, start + LENGTH);
  return tokens.slice(start, end).map((token, n) => ({ text: token, mark: marked.has(start + n) }));
}
