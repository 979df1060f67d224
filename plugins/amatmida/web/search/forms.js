// @ts-check
// Forms made from the lexicon: other spellings, and the forms of verbs. search/forms.py does the same.

/** @typedef {Record<string, any>} Table */
const NOT_NOUNS = "qnphtx";

/** @param {Map<string, string[]>} map @param {string} form @param {string} lemma */
function add(map, form, lemma) {
  const held = map.get(form);
  if (!held) map.set(form, [lemma]);
  else if (!held.includes(lemma)) held.push(lemma);
}

/** Another spelling → lemmas. @param {Map<string, string>} lexicon */
export function spellings(lexicon) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const [lemma, classes] of lexicon) {
    if (lemma.length < 4 || [...classes].every((one) => NOT_NOUNS.includes(one))) continue;
    for (const spelling of spelled(lemma)) if (!lexicon.has(spelling)) add(found, spelling, lemma);
  }
  return found;
}

/** A ו or י inside left out, double ו as one, or a י after the first letter too many. @param {string} lemma @returns {string[]} */
function spelled(lemma) {
  const without = (/** @type {string} */ word) => [...word].flatMap((c, n) => (n > 0 && n < word.length - 1 && "וי".includes(c) ? [word.slice(0, n) + word.slice(n + 1)] : []));
  const short = without(lemma);
  const more = lemma.length > 5 ? short.flatMap(without) : [];
  const long = "מתה".includes(lemma[0]) && !"וי".includes(lemma[1]) ? [`${lemma[0]}י${lemma.slice(1)}`] : [];
  return [...short, ...more, ...long];
}

/** Form → verbs. @param {Map<string, string>} lexicon @param {Table} he */
export function verbForms(lexicon, he) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const [lemma, classes] of lexicon) {
    for (const row of [...classes].flatMap((cls) => stemsOf(lemma, cls, he))) {
      for (const form of forms(row, he.verbs)) add(found, form, lemma);
    }
  }
  return found;
}

/** @param {Table} row @param {Table} ends @returns {string[]} */
function forms(row, ends) {
  const last = row.open ? "ה" : "";
  const past = (/** @type {string} */ end) => row.past + (row.open && end === "ה" ? "תה" : end || last);
  const present = (/** @type {string} */ end) => row.present + (row.open && (end === "" || end === "ת") ? last : end);
  const future = (/** @type {string} */ stem) =>
    ends.future_letters.flatMap((/** @type {string} */ letter) => ends.future.map((/** @type {string} */ end) => (letter === "י" && stem.startsWith("י") ? stem : letter + stem) + (end || last)));
  return [...ends.past.map(past), ...ends.past_first.map((/** @type {string} */ end) => row.first + end), ...ends.present.map(present), ...row.future.flatMap(future), ...row.infinitive];
}

/** The stems of a verb by the patterns of its class. @param {string} lemma @param {string} cls @param {Table} he @returns {Table[]} */
export function stemsOf(lemma, cls, he) {
  return he.stems.flatMap((/** @type {any[]} */ row) => {
    const root = row[0] === cls && rootOf(lemma, row[2], row[1]);
    return root ? [filled(row, root)] : [];
  });
}

/** The letters for 1, 2, 3; of four letters the middle two stand in the second place. @param {string} lemma @param {string} past @param {boolean} open */
function rootOf(lemma, past, open) {
  if (open !== lemma.endsWith("ה")) return null;
  const body = open ? lemma.slice(0, -1) : lemma;
  const extra = body.length - past.length;
  if (extra !== 0 && extra !== 1) return null;
  const root = ["", "", "", ""];
  let at = 0;
  for (const sign of past) {
    const place = "123".indexOf(sign) + 1;
    if (!place && body[at] !== sign) return null;
    const size = place === 2 ? 1 + extra : 1;
    if (place) root[place] = body.slice(at, at + size);
    at += size;
  }
  return at === body.length ? root : null;
}

/** @param {any[]} row @param {string[]} root @returns {Table} */
function filled(row, root) {
  const fill = (/** @type {string} */ pattern) => pattern.replace(/[123]/g, (c) => root[Number(c)]).replaceAll("יי", "י");
  const [, open, past, first, present, future, infinitive, nouns] = row;
  return { open, past: fill(past), first: fill(first), present: fill(present), future: future.map(fill), infinitive: infinitive.map(fill), nouns: nouns.map(fill) };
}
