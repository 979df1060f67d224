// @ts-check
// Which pages answer best: how well each word fits, how many of the words are met, how near they stand to each other.
/** @import {Hit} from "./engine.js" */
/** @import {Unit, Way} from "./query.js" */

/** @typedef {{at: number, unit: number, whole: boolean}} Place a word that was found; whole: not only a part of a phrase */
/** @typedef {{hit: Hit, score: number, places: Place[]}} Found */

/** Words standing within so many words of each other (a phrase, a sentence, a paragraph), and what that is worth. */
const NEAR = /** @type {const} */ ([[5, 3], [14, 2], [45, 1]]);
/** What it is worth to have all that is asked for in the title, and in headings. */
const TITLE = 1.5;
const HEADS = 0.5;
/** What it is worth to have it in one phrase that people are known to type for the page, and how long a phrase is. */
const ASKED = 3;
const PHRASED = 6;
/** The engine's score of a word that is half of the most it can count for: a word said often does not make up for others. */
const HALF = 20;
const PHRASE = 4;

/**
 * @param {Unit[]} units
 * @param {Map<string, Hit[]>} hits by term
 * @param {(id: number) => number} worth what a page's kind is worth for this query
 * @returns {Found[]} the best first
 */
export function ranked(units, hits, worth = () => 1) {
  const met = units.map((unit) => unitScores(unit, hits));
  const most = Math.max(...met.map((pages) => pages.size), 1);
  const weights = met.map((pages) => (pages.size ? Math.log(1 + (2 * most) / pages.size) : 0));
  const all = weights.reduce((sum, one) => sum + one, 0) || 1;
  const ids = new Set(met.flatMap((pages) => [...pages.keys()]));
  const found = [...ids].map((id) => pageScore(id, met, weights, all));
  for (const one of found) one.score *= worth(one.hit.id);
  return found.sort((a, b) => b.score - a.score || (a.hit.id < b.hit.id ? -1 : 1));
}

/** @param {number} id @param {Map<number, {score: number, hit: Hit, titled: boolean, headed: boolean, asked: number[], places: Map<number, boolean>}>[]} met @param {number[]} weights @param {number} all @returns {Found} */
function pageScore(id, met, weights, all) {
  const here = met.map((pages) => pages.get(id));
  /** A rare word tells more than a common one. @param {(one: {titled: boolean, headed: boolean} | undefined) => unknown} has */
  const share = (has) => here.reduce((total, one, n) => total + (has(one) ? weights[n] : 0), 0) / all;
  const sum = here.reduce((total, one) => total + (one ? one.score / (one.score + HALF) : 0), 0);
  const places = here.flatMap((one, unit) => [...(one?.places ?? [])].map(([at, whole]) => ({ at, unit, whole }))).sort((a, b) => a.at - b.at);
  const typed = here.flatMap((one, unit) => (one?.asked ?? []).map((at) => ({ at, unit, whole: true }))).sort((a, b) => a.at - b.at);
  const hit = /** @type {Hit} */ (here.find(Boolean)?.hit);
  const worth = (1 + TITLE * share((one) => one?.titled)) * (1 + HEADS * share((one) => one?.headed)) * (1 + (ASKED * together(typed, PHRASED, weights)) / all);
  return { hit, places, score: sum * Math.sqrt(share(Boolean)) * (1 + nearness(here, places, weights, all)) * worth };
}

/** How much of the query stands together, beyond its weightiest word. @param {unknown[]} here @param {Place[]} places @param {number[]} weights @param {number} all */
function nearness(here, places, weights, all) {
  if (here.filter(Boolean).length < 2) return 0;
  const alone = Math.max(...here.map((one, n) => (one ? weights[n] : 0)));
  const rest = Math.max(all - Math.max(...weights), 0.01);
  return Math.max(...NEAR.map(([reach, worth]) => (worth * Math.max(0, together(places, reach, weights) - alone)) / rest));
}

/** The most that stands within one stretch, by weight. @param {Place[]} places @param {number} reach @param {number[]} weights */
function together(places, reach, weights) {
  const counts = new Map();
  let best = 0;
  let sum = 0;
  for (let from = 0, to = 0; to < places.length; to += 1) {
    const { unit } = places[to];
    if (!counts.get(unit)) sum += weights[unit];
    counts.set(unit, (counts.get(unit) ?? 0) + 1);
    while (places[to].at - places[from].at > reach) {
      const left = places[from].unit;
      counts.set(left, counts.get(left) - 1);
      if (!counts.get(left)) sum -= weights[left];
      from += 1;
    }
    best = Math.max(best, sum);
  }
  return best;
}

/** @param {Unit} unit @param {Map<string, Hit[]>} hits */
function unitScores(unit, hits) {
  /** @type {Map<number, {score: number, hit: Hit, titled: boolean, headed: boolean, asked: number[], places: Map<number, boolean>}>} */
  const found = new Map();
  for (const way of unit.ways) {
    for (const one of wayHits(way, hits)) {
      const before = found.get(one.hit.id);
      const places = new Map([...(before?.places ?? []), ...one.places]);
      found.set(one.hit.id, { hit: one.hit, titled: one.titled || !!before?.titled, headed: one.headed || !!before?.headed, asked: [...one.asked, ...(before?.asked ?? [])], places, score: Math.max(one.score, before?.score ?? 0) });
    }
  }
  return found;
}

/** Pages that hold all terms of a way; a phrase counts in full only where its words stand together. @param {Way} way @param {Map<string, Hit[]>} hits */
function wayHits(way, hits) {
  const [first, ...rest] = way.terms.map((term) => new Map((hits.get(term) ?? []).map((hit) => [hit.id, hit])));
  const both = [...first.values()].filter((hit) => rest.every((pages) => pages.has(hit.id)));
  return both.map((hit) => {
    const all = [hit, ...rest.map((pages) => /** @type {Hit} */ (pages.get(hit.id)))];
    const whole = new Set(rest.length ? phrase(all.map((one) => one.words)) : hit.words);
    const score = all.reduce((sum, one) => sum + one.score, 0) * way.boost * (whole.size || !hit.words.length ? 1 : 0.3);
    const titled = all.every(({ fields }) => fields.includes("title"));
    const headed = all.every(({ fields }) => fields.some((name) => name !== "asked"));
    const asked = all.every((one) => one.asked.length) ? all.flatMap((one) => one.asked) : [];
    return { hit, score, titled, headed, asked, places: new Map(all.flatMap((one) => one.words).map((at) => [at, whole.has(at)])) };
  });
}

/** Places where the lists meet. @param {number[][]} lists @returns {number[]} */
function phrase([first, ...rest]) {
  return first.flatMap((at) => {
    const others = rest.map((list) => list.find((one) => Math.abs(one - at) <= PHRASE));
    return others.every((one) => one !== undefined) ? [at, .../** @type {number[]} */ (others)] : [];
  });
}
