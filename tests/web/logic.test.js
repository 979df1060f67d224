// Phases, draws, orders, results, and progress that follows renamed ids.
import assert from "node:assert/strict";
import { test } from "node:test";

import { anew, drawn, migrated, phaseOf, summary, tried } from "../../plugins/amatmida/web/quiz/logic.js";
import { TYPES, kindOf, load } from "../../plugins/amatmida/web/quiz/types/index.js";
import { emptyEntry, emptyProgress } from "../../plugins/amatmida/web/shared/records.js";
import { directionOf, say } from "../../plugins/amatmida/web/shared/say.js";
import { hash, newSeed, shuffled } from "../../plugins/amatmida/web/shared/seed.js";
import { behaviour, items } from "./fixture.js";

await load(TYPES);

const entry = (more) => ({ ...emptyEntry(), ...more });
const right = { outcome: "right", score: 1, parts: {} };
const wrong = { outcome: "wrong", score: 0, parts: {} };

test("an item is open, then asked again, then done", () => {
  let now = entry();
  assert.equal(phaseOf(now, 2), "open");
  now = tried(now, ["a"], wrong);
  assert.equal(phaseOf(now, 2), "again");
  now = tried(now, ["a"], wrong);
  assert.equal(phaseOf(now, 2), "done");
  assert.equal(phaseOf(tried(entry(), ["b"], right), 2), "done");
  assert.equal(phaseOf(tried(entry(), ["b"], wrong), 1), "done");
  assert.deepEqual(anew(now), entry({ round: 1 }));
});

test("an unscored item is one try however often it is saved", () => {
  const done = { outcome: "done", score: 0, parts: {} };
  assert.equal(tried(tried(entry(), ["a"], done), ["b"], done).tries, 1);
});

test("orders: stable, and an added option moves no other", () => {
  const ids = ["a", "b", "c", "d", "e"];
  const first = shuffled(ids, "seed/q-1");
  assert.deepEqual(shuffled([...ids].reverse(), "seed/q-1"), first);
  const more = shuffled([...ids, "f"], "seed/q-1").filter((id) => id !== "f");
  assert.deepEqual(more, first);
  const orders = new Set(Array.from({ length: 200 }, (_, n) => shuffled(ids, `seed${n}/q-1`).join("")));
  assert.ok(orders.size > 80, `${orders.size} of 120 orders seen`);
});

test("orders are fair: every option comes first about equally often", () => {
  const first = { a: 0, b: 0, c: 0, d: 0 };
  for (let n = 0; n < 4000; n += 1) first[shuffled(["a", "b", "c", "d"], `${n.toString(16)}/q-pol-01`)[0]] += 1;
  for (const [id, count] of Object.entries(first)) assert.ok(count > 880 && count < 1120, `${id} first ${count} times`);
});

test("seeds differ and hash spreads", () => {
  assert.match(newSeed(), /^[0-9a-f]{16}$/);
  assert.notEqual(newSeed(), newSeed());
  assert.notEqual(hash("a/b"), hash("a/c"));
});

const bank = Array.from({ length: 6 }, (_, n) => ({ id: `q-b-${n}`, type: "single", bank: "b", options: [] }));
const own = [{ id: "q-own", type: "single", options: [] }];
const taking = (take, more = {}) => ({ ...behaviour, draw: [{ bank: "b", take }], ...more });
const ids = (list) => list.map(({ id }) => id);

test("draws: own items all, of the bank only as many as asked, the same on every load", () => {
  const one = drawn([...own, ...bank], taking(2), "seed/quiz/0", emptyProgress());
  assert.equal(one.length, 3);
  assert.equal(one[0].id, "q-own");
  assert.deepEqual(ids(drawn([...own, ...bank], taking(2), "seed/quiz/0", emptyProgress())), ids(one));
  const draws = new Set(Array.from({ length: 60 }, (_, n) => ids(drawn(bank, taking(2), `${n}/quiz/0`, emptyProgress())).join()));
  assert.ok(draws.size > 10, `${draws.size} of 15 draws seen`);
});

test("draws: file order does not matter to who is drawn, and answered items stay when the bank grows", () => {
  const before = ids(drawn(bank, taking(2), "s/q/0", emptyProgress())).sort();
  assert.deepEqual(ids(drawn([...bank].reverse(), taking(2), "s/q/0", emptyProgress())).sort(), before);
  const progress = { ...emptyProgress(), items: Object.fromEntries(before.map((id) => [id, entry({ tries: 1 })])) };
  const grown = [...bank, ...Array.from({ length: 40 }, (_, n) => ({ id: `q-new-${n}`, type: "single", bank: "b", options: [] }))];
  assert.deepEqual(ids(drawn(grown, taking(2), "s/q/0", progress)).sort(), before);
});

test("draws: a bank smaller than asked is taken whole; items in the learner's order when the author says so", () => {
  assert.equal(drawn(bank, taking(50), "s", emptyProgress()).length, 6);
  const mixed = ids(drawn(bank, taking(6, { shuffle: { options: true, items: true } }), "s", emptyProgress()));
  assert.notDeepEqual(mixed, ids(bank));
  assert.deepEqual([...mixed].sort(), ids(bank));
});

const three = [items.single, items.multiple, items.poll];
const scored = (item) => !kindOf(item).unscored;
const result = (entries, complete = { rule: "all-attempted", score: 70 }) =>
  summary(three, (item) => entries[item.id] ?? entry(), { ...behaviour, complete }, scored);

test("results: score over scored items only, missed ones named", () => {
  const all = { "q-1": entry({ tries: 1, outcome: "right", score: 1 }), "q-2": entry({ tries: 2, outcome: "partly", score: 0.5 }), "q-11": entry({ tries: 1, outcome: "done" }) };
  const now = result(all);
  assert.deepEqual([now.percent, now.answered, now.finished, now.complete], [75, 3, true, true]);
  assert.deepEqual(ids(now.missed), ["q-2"]);
});

test("results: rules of completion", () => {
  const low = { "q-1": entry({ tries: 1, outcome: "wrong", score: 0 }), "q-2": entry({ tries: 1, outcome: "right", score: 1 }), "q-11": entry({ tries: 1, outcome: "done" }) };
  assert.equal(result(low).complete, true);
  assert.equal(result(low, { rule: "min-score", score: 70 }).complete, false);
  assert.equal(result(low, { rule: "min-score", score: 50 }).complete, true);
  assert.equal(result(low, { rule: "pass-or-exhausted", score: 70 }).complete, false);
  low["q-1"].tries = 2;
  assert.equal(result(low, { rule: "pass-or-exhausted", score: 70 }).complete, true);
  assert.equal(result(low, { rule: "min-score", score: 70 }).complete, false);
  assert.equal(result({}).complete, false);
});

test("results: a quiz of polls has no score", () => {
  const now = summary([items.poll], () => entry({ tries: 1, outcome: "done" }), { ...behaviour, complete: { rule: "min-score", score: 70 } }, scored);
  assert.deepEqual([now.percent, now.complete], [null, true]);
});

const progressOf = (entries) => ({ ...emptyProgress(), items: entries });

test("migration: a renamed item takes its answer along", () => {
  const item = { ...items.single, id: "q-new", was: ["q-old", "q-older"] };
  const { progress, renamed } = migrated(progressOf({ "q-older": entry({ tries: 1, answer: ["b"], outcome: "right", score: 1 }), other: entry({ tries: 1 }) }), [item], kindOf);
  assert.deepEqual(Object.keys(progress.items).sort(), ["other", "q-new"]);
  assert.equal(progress.items["q-new"].outcome, "right");
  assert.deepEqual(renamed, [["q-older", "q-new"]]);
});

test("migration: an unknown option drops that answer and keeps the rest", () => {
  const before = progressOf({ "q-1": entry({ tries: 2, answer: ["gone"], outcome: "wrong", hints: 1, round: 3 }), "q-2": entry({ tries: 1, answer: ["a", "c"], outcome: "right", score: 1 }) });
  const { progress } = migrated(before, three, kindOf);
  assert.deepEqual(progress.items["q-1"], entry({ hints: 1, round: 3 }));
  assert.deepEqual(progress.items["q-2"], before.items["q-2"]);
});

test("migration: answers are judged by today's key", () => {
  const { progress } = migrated(progressOf({ "q-1": entry({ tries: 1, answer: ["b"], outcome: "wrong", score: 0 }) }), three, kindOf);
  assert.deepEqual([progress.items["q-1"].outcome, progress.items["q-1"].score], ["right", 1]);
});

test("migration changes nothing when nothing changed, and never the object it was given", () => {
  const before = progressOf({ "q-1": entry({ tries: 1, answer: ["b"], outcome: "right", score: 1 }), "q-7": entry({ tries: 1, answer: [], outcome: "wrong" }), "q-2": entry({ answer: ["a"] }) });
  const copy = structuredClone(before);
  assert.deepEqual(migrated(before, Object.values(items), kindOf).progress, copy);
  assert.deepEqual(before, copy);
});

test("sentences: values, forms by number, and unknown names stay", () => {
  assert.equal(say("{n} of {of} {x}", { n: 1, of: 2 }), "1 of 2 {x}");
  assert.equal(say({ one: "one", other: "{n}" }, { n: 1 }), "one");
  assert.equal(say({ one: "one", other: "{n}" }, { n: 5 }), "5");
  assert.equal(say("{toString}", {}), "{toString}");
  assert.equal(say("{card}", { card: "$& {n}" }), "$& {n}");
});

test("direction of typed text: one Hebrew or Arabic letter decides", () => {
  assert.equal(directionOf("KPI של 40 מפגשים", "ltr"), "rtl");
  assert.equal(directionOf("KPI", "rtl"), "ltr");
  assert.equal(directionOf("", "rtl"), "rtl");
  assert.equal(directionOf("مؤشر", "ltr"), "rtl");
});
