// @ts-check
// Which cards fit what a person has. No DOM here: tests run it as it stands.

/**
 * @typedef {{time: number, group: [number, number], cost: string, stages: string[], who: string[], needs: string[]}} Facets
 * @typedef {{time?: string, people?: string, cost?: string, stage?: string, who?: string, needs?: string[]}} Wishes
 * @typedef {keyof Wishes} Name
 */

/** @type {Name[]} */
export const NAMES = ["stage", "who", "time", "people", "cost", "needs"];
const COSTS = ["low", "medium", "high"];

/** @type {Record<Name, (card: Facets, wish: any) => boolean>} */
const FITS = {
  stage: (card, wish) => card.stages.includes(wish),
  who: (card, wish) => card.who.includes(wish),
  time: (card, wish) => card.time <= Number(wish),
  people: (card, wish) => card.group[0] <= Number(wish) && Number(wish) <= card.group[1],
  cost: (card, wish) => COSTS.indexOf(card.cost) <= COSTS.indexOf(wish),
  needs: (card, wish) => wish.every((/** @type {string} */ one) => card.needs.includes(one)),
};

/**
 * The conditions a person has set.
 * @param {Wishes} wishes
 */
export function asked(wishes) {
  return NAMES.filter((name) => wishes[name]?.length);
}

/**
 * @param {Facets} card
 * @param {Wishes} wishes
 */
export function fits(card, wishes) {
  return asked(wishes).every((name) => FITS[name](card, wishes[name]));
}

/**
 * For each condition that alone stands in the way: how many cards fit without it, the most helpful first.
 * @param {Facets[]} cards
 * @param {Wishes} wishes
 * @returns {Array<{name: Name, n: number}>}
 */
export function relaxed(cards, wishes) {
  const without = asked(wishes).map((name) => {
    const rest = { ...wishes, [name]: undefined };
    return { name, n: cards.filter((card) => fits(card, rest)).length };
  });
  return without.filter((one) => one.n > 0).sort((a, b) => b.n - a.n);
}

/**
 * Wishes as they stand in an address; what no control offers is left out.
 * @param {string} query
 * @param {(name: Name, value: string) => boolean} offered
 * @returns {Wishes}
 */
export function parse(query, offered) {
  const given = new URLSearchParams(query);
  /** @type {Wishes} */
  const wishes = {};
  for (const name of NAMES) {
    const values = (given.get(name) ?? "").split(",").filter((value) => value && offered(name, value));
    if (name === "needs") wishes.needs = values;
    else if (values.length) wishes[name] = values[0];
  }
  return wishes;
}

/**
 * "?stage=before&needs=phone,remote", or "" when nothing is asked; other parts of the address stay.
 * @param {Wishes} wishes
 * @param {string} [query] what stands there now
 */
export function toQuery(wishes, query = "") {
  const all = new URLSearchParams(query);
  for (const name of NAMES) all.delete(name);
  for (const name of asked(wishes)) all.set(name, String(wishes[name]));
  const text = all.toString().replaceAll("%2C", ",");
  return text && `?${text}`;
}
