// @ts-check
/** @import {Behaviour, Entry, Grade, Item, Kind, Phase, Progress, SavedAnswer} from "./quiz" */
// What a quiz knows apart from any page: when an item is done, which items are drawn, how a whole quiz went, and how
// saved progress follows ids that changed.

import { emptyEntry, own, winner } from "../shared/records.js";
import { hash } from "../shared/seed.js";

/**
 * @param {Entry} entry
 * @param {number} tries allowed
 * @returns {Phase}
 */
export function phaseOf(entry, tries) {
  if (!entry.tries) return "open";
  return entry.outcome === "right" || entry.outcome === "done" || entry.tries >= tries ? "done" : "again";
}

/**
 * @param {Entry} entry
 * @param {SavedAnswer | null} answer
 * @param {Grade} grade
 * @returns {Entry}
 */
export function tried(entry, answer, grade) {
  // An item without right or wrong is done once; saying it again is no further try.
  const tries = grade.outcome === "done" ? 1 : entry.tries + 1;
  return { ...entry, tries, answer, outcome: grade.outcome, score: grade.score };
}

/** The same item asked anew. @param {Entry} entry @returns {Entry} */
export const anew = (entry) => ({ ...emptyEntry(), round: entry.round + 1 });

/**
 * Which items this learner meets, in file order or, when the author wants it, in the learner's own. Items already
 * answered stay drawn, so a bank can grow under a learner's feet.
 * @param {readonly Item[]} items
 * @param {Behaviour} behaviour
 * @param {string} scope seed, quiz and round
 * @param {Progress} progress
 * @returns {Item[]}
 */
export function drawn(items, behaviour, scope, progress) {
  const chance = (/** @type {Item} */ item) => hash(`${scope}/${item.id}`);
  const started = (/** @type {Item} */ item) => Number(Boolean(entryOf(progress, item.id).tries));
  /** @type {Set<Item>} */
  const out = new Set();
  for (const { bank, take } of behaviour.draw) {
    const all = items.filter((item) => item.bank === bank);
    all.sort((a, b) => started(b) - started(a) || chance(a) - chance(b));
    for (const item of all.slice(take)) out.add(item);
  }
  const left = items.filter((item) => !out.has(item));
  return behaviour.shuffle.items ? left.sort((a, b) => chance(a) - chance(b)) : left;
}

/** @param {Progress} progress @param {string} id @returns {Entry} */
export function entryOf(progress, id) {
  return own(progress.items, id) ?? emptyEntry();
}

/**
 * @param {readonly Item[]} items
 * @param {(item: Item) => Entry} entry
 * @param {Behaviour} behaviour
 * @param {(item: Item) => boolean} isScored
 */
export function summary(items, entry, behaviour, isScored) {
  const scored = items.filter(isScored);
  const answered = items.filter((item) => entry(item).tries > 0);
  const percent = scored.length ? Math.round((100 * sum(scored.map((item) => entry(item).score))) / scored.length) : null;
  const finished = items.every((item) => phaseOf(entry(item), behaviour.tries) === "done");
  const passed = percent === null ? answered.length === items.length : percent >= behaviour.complete.score;
  const rules = { "all-attempted": answered.length === items.length, "min-score": passed, "pass-or-exhausted": passed || finished };
  return {
    total: items.length,
    answered: answered.length,
    percent,
    finished,
    complete: rules[behaviour.complete.rule],
    missed: scored.filter((item) => phaseOf(entry(item), behaviour.tries) === "done" && entry(item).score < 1),
  };
}

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

/**
 * Progress under today's ids: a renamed item or option takes its answers along; an answer that names something gone
 * is dropped, and that item is asked again; the rest is judged by today's key. Items this page does not know are left
 * as they are.
 * @param {Progress} progress
 * @param {readonly Item[]} items
 * @param {(item: Item) => Kind} kindOf
 * @returns {{progress: Progress, renamed: Array<[string, string]>}} `renamed`: [old, new] item ids that were moved
 */
export function migrated(progress, items, kindOf) {
  const entries = { ...progress.items };
  /** @type {Array<[string, string]>} */
  const renamed = [];
  for (const item of items) {
    for (const old of item.was ?? []) {
      const before = own(entries, old);
      if (!before) continue;
      entries[item.id] = winner(own(entries, item.id), before);
      delete entries[old];
      renamed.push([old, item.id]);
    }
    const entry = own(entries, item.id);
    if (entry) entries[item.id] = fitted(entry, item, kindOf(item));
  }
  return { progress: { ...progress, items: entries }, renamed };
}

/** @param {Entry} entry @param {Item} item @param {Kind} kind @returns {Entry} */
function fitted(entry, item, kind) {
  if (entry.answer === null) return entry;
  const { answer, lost } = kind.fit(item, entry.answer);
  if (lost) return { ...emptyEntry(), answer, hints: entry.hints, round: entry.round };
  if (!entry.tries || kind.writes) return { ...entry, answer };
  const { outcome, score } = kind.grade(item, answer);
  return { ...entry, answer, outcome, score };
}
