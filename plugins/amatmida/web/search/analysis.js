// @ts-check
// From a word to the keys it is searched by. search/analysis.py does the same with the same table and lexicon.
import { isArabic, isHebrew } from "./folding.js";
import { ACTION, RARE, spellings, stemsOf, VERB_CLASSES, verbForms, withVerbalNouns } from "./forms.js";

/** @typedef {Record<string, any>} Table */
/** @typedef {[number, string]} Reading cost and key */

/** @param {number} cost */
const round = (cost) => Math.round(cost * 100) / 100;

/** The rules applied to one lexicon. */
export class Analyser {
  /** @param {Table} rules @param {Map<string, string>} lexicon folded lemma → classes */
  constructor(rules, lexicon) {
    this.he = rules.he;
    this.ar = rules.ar;
    this.lexicon = withVerbalNouns(lexicon, this.he);
    this.variants = spellings(this.lexicon, this.he);
    this.verbs = verbForms(lexicon, this.he);
  }

  /** Keys of a folded word, the best first. @param {string} word @returns {string[]} */
  keys(word) {
    if (isHebrew(word)) return this.#hebrew(word);
    return [isArabic(word) ? `${lightStem(word, this.ar)}0` : word];
  }

  /** @param {string} word @returns {string[]} */
  #hebrew(word) {
    const known = own(this.he.exceptions, word);
    if (known) return unique([`${known}0`, ...this.#kin(`${known}0`)]);
    const found = this.#sorted(word);
    if (!found.length) return unique(guesses(word, this.he).filter((lemma) => lemma === word || !this.lexicon.has(lemma)).map((lemma) => `${lemma}0`));
    const kept = [...this.#best(found, found[0][0] ? this.he.keep_within : this.he.exact_within), ...this.#other(found)];
    // What looks like a verb may be a noun the lexicon does not know.
    if (found.every(([, key]) => key.endsWith("1"))) kept.push(...bare(word, this.he).filter((lemma) => !this.lexicon.has(lemma)).map((lemma) => `${lemma}0`));
    return unique(kept);
  }

  /** Keys a query asks for: a dictionary form is meant as such, be it of a noun or of a verb. @param {string} word @returns {string[]} */
  asked(word) {
    const found = isHebrew(word) && !own(this.he.exceptions, word) ? this.#sorted(word) : [];
    if (!found.length) return this.keys(word);
    return unique([...this.#best(found, found[0][0] ? this.he.ask_within : 0, false), ...this.#other(found).filter((key) => key.slice(0, -1) === word)]);
  }

  /** @param {string} word */
  #sorted(word) {
    return [...this.readings(word)].sort(([a, x], [b, y]) => a - b || (x < y ? -1 : x > y ? 1 : 0));
  }

  /** The cheapest readings, and the words they lead to. @param {Reading[]} found sorted @param {number} within @param {boolean} [active] @returns {string[]} */
  #best(found, within, active = true) {
    const best = found.filter(([cost]) => cost <= found[0][0] + within).map(([, key]) => key);
    return [...best, ...best.flatMap((key) => this.#kin(key, active))];
  }

  /** The best as a verb beside a noun, and as a noun beside a verb: which is meant, only the sentence tells. @param {Reading[]} found sorted @returns {string[]} */
  #other(found) {
    return ["0", "1"].flatMap((mark) => {
      const such = found.filter(([, key]) => key.endsWith(mark));
      return such.length && such[0][0] <= found[0][0] + this.he.keep_other ? such.filter(([cost]) => cost <= such[0][0]).map(([, key]) => key) : [];
    });
  }

  /** Every way to read the word by the lexicon. @param {string} word @returns {Reading[]} */
  readings(word) {
    const found = [...this.#whole(word)];
    if (word.startsWith("ה") && this.lexicon.has(word) && shares("mfF", this.lexicon.get(word.slice(1)))) found.push([this.he.article_cost, `${word.slice(1)}0`]);
    for (const [letters, cost] of this.he.prefixes) {
      const rest = word.slice(letters.length);
      if (!word.startsWith(letters) || rest.length < this.he.shortest) continue;
      // A first ו is doubled after another letter: ועדה, הוועדה.
      for (const core of rest.startsWith("וו") ? [rest, rest.slice(1)] : [rest]) {
        // A participle may stand as a noun: למתחרים.
        const verbs = core.startsWith("מ") || this.he.verb_prefixes.includes(letters);
        for (const [more, key] of this.#whole(core)) if (verbs || !key.endsWith("1")) found.push([round(cost + more), key]);
        const known = own(this.he.exceptions, core);
        if (known) found.push([cost, `${known}0`]);
      }
    }
    return found;
  }

  /** Readings without letters in front. @param {string} word @returns {Generator<Reading>} */
  *#whole(word) {
    if (word.length < this.he.shortest) return;
    if (this.lexicon.get(word)?.includes("x")) yield [0, `${word}0`];
    const price = word.startsWith("ל") ? this.he.infinitive_cost : this.he.verb_cost;
    for (const lemma of this.verbs.get(word) ?? []) yield lemma[0] === RARE ? [this.he.rare_cost, `${lemma.slice(1)}1`] : [price, `${lemma}1`];
    for (let size = 0; size <= Math.min(word.length - 1, this.he.longest_end); size += 1) {
      const stem = word.slice(0, word.length - size);
      for (const rule of own(this.he.suffixes, word.slice(word.length - size)) ?? []) {
        if (rule.length < 4 || (stem.endsWith(rule[3]) && stem.length >= (rule[4] ?? 0))) yield* this.#lemma(rule.length > 3 ? stem : stem + rule[1], rule);
      }
    }
  }

  /** @param {string} lemma @param {any[]} rule @returns {Generator<Reading>} */
  *#lemma(lemma, rule) {
    if (lemma.length < this.he.shortest) return;
    const classes = this.lexicon.get(lemma);
    if (shares(rule[0], classes)) yield [round(rule[2] + (classes?.includes(ACTION) ? this.he.action_cost : 0)), `${lemma}0`];
    const base = own(this.he.bases, lemma);
    if (base && shares(rule[0], this.lexicon.get(base))) yield [rule[2], `${base}0`];
    for (const other of this.variants.get(lemma) ?? []) {
      if (shares(rule[0], this.lexicon.get(other))) yield [round(rule[2] + this.he.variant_cost), `${other}0`];
    }
  }

  /** What a word leads to, where the lexicon knows it; search/analysis.py `kin` says what. @param {string} key @param {boolean} [active] @returns {string[]} */
  #kin(key, active = true) {
    const lemma = key.slice(0, -1);
    const classes = this.lexicon.get(lemma) ?? "";
    const table = own(this.he.kin, key);
    const named = (table ?? []).map((/** @type {string} */ noun) => `${noun}0`);
    if (key.endsWith("1")) {
      const nouns = [...classes].flatMap((cls) => stemsOf(lemma, cls, this.he)).flatMap((row) => row.nouns);
      return [...(named.length ? named : this.#nouns(nouns)), ...this.#actives(nouns).filter((one) => active || one.endsWith("0"))];
    }
    if (table || !classes.includes("a")) return named;
    return [...this.#nouns(this.#bases(lemma)).slice(0, 1), ...this.#nouns([`${lemma.replace(/אי$/, "א")}ות`])];
  }

  /** Of a passive, the table names the active verb too: its class before its pattern. @param {string[]} nouns @returns {string[]} */
  #actives(nouns) {
    const verbs = nouns.filter((noun) => VERB_CLASSES.includes(noun[0]) && this.lexicon.get(noun.slice(1))?.includes(noun[0]));
    return verbs.map((noun) => `${noun.slice(1)}1`).flatMap((key) => [key, ...this.#kin(key)]);
  }

  /** Keys of those that are nouns. @param {string[]} lemmas @returns {string[]} */
  #nouns(lemmas) {
    return lemmas.filter((lemma) => shares("mfF", this.lexicon.get(lemma))).map((lemma) => `${lemma}0`);
  }

  /** @param {string} lemma @returns {string[]} */
  #bases(lemma) {
    const fits = (/** @type {string[]} */ [end, noun]) => lemma.endsWith(end) && (lemma.length > 3 || !noun);
    return this.he.relational.filter(fits).map(([/** @type {string} */ end, /** @type {string} */ noun]) => lemma.slice(0, lemma.length - end.length) + noun);
  }
}

/** @param {string} some @param {string | undefined} others */
const shares = (some, others = "") => [...some].some((one) => others.includes(one));
/** @param {string[]} list */
const unique = (list) => [...new Set(list)];
/** @param {Table} record @param {string} name */
const own = (record, name) => (Object.hasOwn(record, name) ? record[name] : undefined);

/** Lemmas of a word that no rule explains: itself first, then what is left without letters in front and ends. @param {string} word @param {Table} he @returns {string[]} */
export function guesses(word, he) {
  const rests = bare(word, he);
  const cut = rests.flatMap((rest) => he.guess_ends.filter(([/** @type {string} */ end]) => rest.endsWith(end) && rest.length - end.length > 2).map(([/** @type {string} */ end, /** @type {string} */ instead]) => rest.slice(0, rest.length - end.length) + instead));
  return [word, ...rests, ...cut];
}

/** The word, and what is left of it without letters in front. @param {string} word @param {Table} he @returns {string[]} */
function bare(word, he) {
  return he.guess_fronts.filter((/** @type {string} */ front) => word.startsWith(front) && word.length - front.length > 2).map((/** @type {string} */ front) => word.slice(front.length));
}

/** An Arabic word without article, conjunction and the commonest ends. @param {string} word @param {Table} ar */
export function lightStem(word, ar) {
  let stem = [...word].map((c) => own(ar.fold, c) ?? c).join("");
  const fits = (/** @type {string} */ part) => stem.length - part.length >= ar.shortest;
  const front = [...ar.prefixes, ...ar.single].find((letters) => stem.startsWith(letters) && fits(letters));
  if (front) stem = stem.slice(front.length);
  const end = ar.suffixes.find((/** @type {string} */ letters) => stem.endsWith(letters) && fits(letters));
  return end ? stem.slice(0, -end.length) : stem;
}
