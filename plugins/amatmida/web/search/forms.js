// @ts-check
// Forms made from the lexicon: other spellings, and the forms of verbs. search/forms.py does the same.

/** @typedef {Record<string, any>} Table */
/** Marks a verb in the list of a form that is one of its rarer ones. */
export const RARE = "-";
/** Marks among the classes: of an action noun that no list has, and of a noun that is a participle. */
export const ACTION = "-";
const PARTICIPLE = "T";
export const VERB_CLASSES = "qnphtri";
const NOT_NOUNS = `${VERB_CLASSES}x`;

/** @param {Map<string, string[]>} map @param {string} form @param {string} lemma */
function add(map, form, lemma) {
  const held = map.get(form);
  if (!held) map.set(form, [lemma]);
  else if (!held.includes(lemma)) held.push(lemma);
}

/** Another spelling, or a plural that loses a ו (טופס, טפסים) → lemmas. @param {Map<string, string>} lexicon @param {Table} he */
export function spellings(lexicon, he) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const [lemma, classes] of lexicon) {
    if (lemma.length < 4 || [...classes].every((one) => NOT_NOUNS.includes(one))) continue;
    const plurals = classes.includes("s") ? he.plural.map((/** @type {string} */ end) => lemma[0] + lemma.slice(2) + end) : [];
    for (const spelling of [...spelled(lemma), ...plurals]) if (!lexicon.has(spelling)) add(found, spelling, lemma);
  }
  return found;
}

/** A ו or י that may be left out, double ו as one, or a י after the first letter. @param {string} lemma @returns {string[]} */
function spelled(lemma) {
  const short = shorter(lemma);
  const more = lemma.length > 5 ? short.flatMap(shorter) : [];
  // מיכרז, קיצבה, שיחזור
  const begins = "מתה".includes(lemma[0]) || lemma.endsWith("ה") || (lemma.length === 5 && lemma[3] === "ו");
  const long = begins && !"וי".includes(lemma[0]) && !"וי".includes(lemma[1]) ? [`${lemma[0]}י${lemma.slice(1)}`] : [];
  // דוגמה, דוגמא; נישואים, נישואין
  const ends = [["ה", "א"], ["א", "ה"], ["ימ", "ינ"]].flatMap(([end, other]) => (lemma.endsWith(end) ? [lemma.slice(0, -end.length) + other] : []));
  return [...short, ...more, ...long, ...ends];
}

/** @param {string} lemma @returns {string[]} */
const shorter = (lemma) => [...lemma].flatMap((_, n) => (n > 0 && n < lemma.length - 2 && isOptional(lemma, n) ? [lemma.slice(0, n) + lemma.slice(n + 1)] : []));

/** Only a short vowel was ever written without its letter. @param {string} lemma @param {number} n */
function isOptional(lemma, n) {
  const [before, letter, after] = lemma.slice(n - 1, n + 2);
  const rest = lemma.length - n;
  if (letter === "ו") return after === "ו" || (before !== "ו" && rest > 3 && (rest > 4 || !lemma.endsWith("ת")) && !"וי".includes(lemma[n + 2]));
  return letter === "י" && rest > 3 && !"וי".includes(before) && !"וי".includes(after);
}

/** The lexicon with the action nouns of its verbs, and a mark for nouns that are participles. @param {Map<string, string>} lexicon @param {Table} he @returns {Map<string, string>} */
export function withVerbalNouns(lexicon, he) {
  const found = new Map(lexicon);
  const rows = [...lexicon].flatMap(([lemma, classes]) => [...classes].flatMap((cls) => stemsOf(lemma, cls, he)));
  for (const { nouns, present } of rows) {
    const noun = nouns[0];
    if (noun && !VERB_CLASSES.includes(noun[0]) && !found.has(noun)) found.set(noun, (/[הת]$/.test(noun) ? "f" : "m") + ACTION);
    for (const one of present) {
      const classes = found.get(one) ?? "";
      if (classes.includes("m") && !classes.includes(PARTICIPLE)) found.set(one, classes + PARTICIPLE);
    }
  }
  return found;
}

/** Form → verbs; a verb after RARE where the form is one of the rarer ones. @param {Map<string, string>} lexicon @param {Table} he */
export function verbForms(lexicon, he) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const [lemma, classes] of lexicon) {
    for (const row of [...classes].flatMap((cls) => stemsOf(lemma, cls, he))) {
      for (const form of common(row, he.verbs)) add(found, form, lemma);
      for (const form of rare(row, he.verbs)) add(found, form, RARE + lemma);
    }
  }
  return found;
}

/** The third person of the past, the present, the infinitive. @param {Table} row @param {Table} ends @returns {string[]} */
function common(row, ends) {
  const last = row.open ? "ה" : "";
  const past = (/** @type {string} */ end) => row.past + (end || last);
  const present = (/** @type {string} */ stem) => ends.present.map((/** @type {string} */ end) => stem + (last && (end === "" || end === "ת") ? last : end));
  return [...(row.past ? ends.past.map(past) : []), ...row.present.flatMap(present), ...row.infinitive];
}

/** Other persons, the future, the imperative, an infinitive with its object, and the passive. @param {Table} row @param {Table} ends @returns {string[]} */
function rare(row, ends) {
  const last = row.open ? "ה" : "";
  const she = [...(row.past ? [row.past + (last ? "תה" : ends.she)] : []), ...row.present.map((/** @type {string} */ stem) => stem + ends.she)];
  const first = row.first ? ends.past_first.map((/** @type {string} */ end) => row.first + end) : [];
  const future = (/** @type {string} */ stem) => [
    ...ends.future_letters.flatMap((/** @type {string} */ letter) => ends.future.map((/** @type {string} */ end) => (letter === "י" && stem.startsWith("י") ? stem : letter + stem) + (end || last))),
    `${stem}ו`,
  ];
  const objects = (/** @type {string} */ stem) => ends.object.map((/** @type {string} */ end) => stem + end);
  const passive = row.passive ? [...common(row.passive, ends), ...rare(row.passive, ends)] : [];
  return [...she, ...first, ...row.future.flatMap(future), ...row.infinitive.flatMap(objects), ...passive];
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
  const fill = (/** @type {string} */ pattern) => pattern.replace(/[123]/g, (c) => root[Number(c)]).replaceAll("יי", "י").replace(/ווו+/g, "וו");
  const [, open, past, first, present, future, infinitive, nouns, passive] = row;
  const stems = (/** @type {any[]} */ [past, first, present, future, infinitive = [], nouns = []]) => ({ open, past: fill(past), first: fill(first), present: present.map(fill), future: future.map(fill), infinitive: infinitive.map(fill), nouns: nouns.map(fill), passive: null });
  return { ...stems([past, first, present, future, infinitive, nouns]), passive: passive && stems([passive[0], passive[0] && passive[0] + (open ? "י" : ""), passive[1], passive[2]]) };
}
