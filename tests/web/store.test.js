// Saved state: corrupt, full, forbidden, newer, two tabs, renamed quizzes, files in and out.
import assert from "node:assert/strict";
import { test } from "node:test";

import { MOST_BYTES, erase, exported, imported, merge, records } from "../../plugins/amatmida/web/shared/portable.js";
import { emptyEntry, entryFrom, progressFrom, writtenFrom } from "../../plugins/amatmida/web/shared/records.js";
import { Store } from "../../plugins/amatmida/web/shared/store.js";
import { backend } from "./fixture.js";

const entry = (more) => ({ ...emptyEntry(), ...more });
const KEY = "amatmida/quiz/policy";
const saved = (items, more = {}) => JSON.stringify({ v: 1, round: 0, complete: false, items, ...more });
const open = (initial) => {
  const place = backend(initial);
  return { place, store: new Store(place.open) };
};

test("what is put is there for the next page", () => {
  const { place, store } = open();
  store.put("policy", "q-1", entry({ tries: 1, answer: ["a"], outcome: "wrong" }));
  assert.deepEqual(place.json(KEY), { v: 1, round: 0, complete: false, items: { "q-1": entry({ tries: 1, answer: ["a"], outcome: "wrong" }) } });
  assert.equal(new Store(place.open).progress("policy").items["q-1"].tries, 1);
  assert.deepEqual([...store.notices], []);
});

test("the contract's short form is read: no round, no complete", () => {
  const { store } = open({ [KEY]: '{"v":1,"items":{"q-1":{"tries":1,"answer":["a"],"outcome":"right","score":1,"hints":0}}}' });
  assert.equal(store.progress("policy").items["q-1"].round, 0);
  assert.deepEqual([...store.notices], []);
});

for (const [name, raw] of [["not JSON", "{oops"], ["not a record", "[1]"], ["empty", ""], ["null", "null"], ["no items", '{"v":1}'], ["old unknown version", '{"v":0,"items":{}}'], ["too many fields", '{"v":1,"items":{},"x":1}']]) {
  test(`corrupt (${name}): kept aside whole, said, and work goes on`, () => {
    const { place, store } = open({ [KEY]: raw });
    assert.deepEqual(store.progress("policy").items, {});
    assert.equal(place.kept.get("amatmida/damaged/quiz/policy/1"), raw);
    assert.ok(store.notices.has("damaged"));
    store.put("policy", "q-1", entry({ tries: 1 }));
    assert.equal(place.json(KEY).items["q-1"].tries, 1);
  });
}

test("corrupt twice: the second copy does not overwrite the first", () => {
  const { place, store } = open({ [KEY]: "one" });
  store.progress("policy");
  place.kept.set(KEY, "two");
  store.progress("policy");
  assert.deepEqual([1, 2].map((n) => place.kept.get(`amatmida/damaged/quiz/policy/${n}`)), ["one", "two"]);
});

test("one corrupt entry: the others live, the whole is kept aside", () => {
  const raw = saved({ "q-1": entry({ tries: 1 }), "q-2": { tries: "many" }, "Bad Id": entry() });
  const { place, store } = open({ [KEY]: raw });
  assert.deepEqual(Object.keys(store.progress("policy").items), ["q-1"]);
  assert.equal(place.kept.get("amatmida/damaged/quiz/policy/1"), raw);
  assert.deepEqual(Object.keys(place.json(KEY).items), ["q-1"]);
});

test("corrupt and full: the damaged record stays where it is, work goes on in memory", () => {
  const { place, store } = open({ [KEY]: "{oops" });
  place.full = true;
  store.put("policy", "q-1", entry({ tries: 1 }));
  assert.equal(store.progress("policy").items["q-1"].tries, 1);
  assert.equal(place.kept.get(KEY), "{oops");
});

test("saved by a newer site: left as it is, said, memory only", () => {
  const raw = '{"v":2,"things":[]}';
  const { place, store } = open({ [KEY]: raw });
  store.put("policy", "q-1", entry({ tries: 1 }));
  assert.equal(store.progress("policy").items["q-1"].tries, 1);
  assert.equal(place.kept.get(KEY), raw);
  assert.deepEqual([...store.notices], ["newer"]);
});

test("full: goes on in memory, says so, and saves again when there is room", () => {
  const { place, store } = open({ [KEY]: saved({ "q-0": entry({ tries: 1 }) }) });
  place.full = true;
  store.put("policy", "q-1", entry({ tries: 1 }));
  assert.deepEqual([...store.notices], ["full"]);
  assert.deepEqual(Object.keys(store.progress("policy").items), ["q-0", "q-1"]);
  place.full = false;
  store.put("policy", "q-2", entry({ tries: 1 }));
  assert.deepEqual(Object.keys(place.json(KEY).items), ["q-0", "q-1", "q-2"]);
});

test("full here while another tab saves: its answers are not lost to our memory", () => {
  const { place, store } = open();
  place.full = true;
  store.put("policy", "q-1", entry({ tries: 1 }));
  place.full = false;
  new Store(place.open).put("policy", "q-2", entry({ tries: 2 }));
  assert.deepEqual(Object.keys(store.progress("policy").items).sort(), ["q-1", "q-2"]);
});

test("forbidden from the start: memory, one notice", () => {
  const store = new Store(() => {
    throw Object.assign(new Error("no"), { name: "SecurityError" });
  });
  store.put("policy", "q-1", entry({ tries: 1 }));
  store.putText("q-1", { value: "12" });
  assert.equal(store.progress("policy").items["q-1"].tries, 1);
  assert.equal(store.text("q-1").value, "12");
  assert.equal(store.seed(), store.seed());
  assert.deepEqual([...store.notices], ["forbidden"]);
});

test("forbidden later (the person changed a setting)", () => {
  const { place, store } = open();
  place.forbidden = true;
  store.put("policy", "q-1", entry({ tries: 1 }));
  assert.equal(store.progress("policy").items["q-1"].tries, 1);
  assert.ok(store.notices.has("forbidden"));
  assert.deepEqual(store.keys(), ["quiz/policy"]);
});

test("two tabs: each keeps what the other saved; more tries win, a fresh start wins over tries", () => {
  const { place, store: one } = open();
  const two = new Store(place.open);
  one.put("policy", "q-1", entry({ tries: 2, answer: ["a"] }));
  two.put("policy", "q-2", entry({ tries: 1 }));
  two.put("policy", "q-1", entry({ tries: 1, answer: ["b"] }));
  assert.deepEqual(Object.keys(one.progress("policy").items), ["q-1", "q-2"]);
  assert.deepEqual(one.progress("policy").items["q-1"].answer, ["a"]);
  two.put("policy", "q-1", entry({ tries: 0, round: 1 }));
  assert.equal(one.progress("policy").items["q-1"].tries, 0);
});

test("equal tries: the later write wins, so a draft can be changed", () => {
  const { store } = open();
  store.put("policy", "q-1", entry({ answer: ["a"] }));
  store.put("policy", "q-1", entry({ answer: ["b"] }));
  assert.deepEqual(store.progress("policy").items["q-1"].answer, ["b"]);
});

test("a renamed quiz takes its answers along and merges them", () => {
  const { place, store } = open({ "amatmida/quiz/old": saved({ "q-1": entry({ tries: 2 }), "q-2": entry({ tries: 1 }) }, { complete: true }), [KEY]: saved({ "q-1": entry({ tries: 1 }) }) });
  store.adopt("policy", ["older", "old"]);
  assert.deepEqual(Object.entries(store.progress("policy").items).map(([id, one]) => [id, one.tries]), [["q-1", 2], ["q-2", 1]]);
  assert.equal(store.progress("policy").complete, true);
  assert.equal(place.kept.has("amatmida/quiz/old"), false);
});

test("starting over forgets answers and texts of that quiz only, and counts", () => {
  const { store } = open();
  store.put("policy", "q-1", entry({ tries: 1 }));
  store.put("other", "q-9", entry({ tries: 1 }));
  store.putText("q-1", { text: "mine" });
  store.putText("q-9", { text: "stays" });
  store.restart("policy", ["q-1"]);
  assert.deepEqual(store.progress("policy"), { v: 1, round: 1, complete: false, items: {} });
  assert.deepEqual([store.text("q-1"), store.text("q-9").text], [{}, "stays"]);
  assert.equal(store.progress("other").items["q-9"].tries, 1);
});

test("texts live apart from progress, move with their item, and vanish when emptied", () => {
  const { place, store } = open();
  store.putText("q-1", { a: "words" });
  assert.deepEqual(place.json("amatmida/text/q-1"), { v: 1, values: { a: "words" } });
  store.moveText("q-1", "q-2");
  assert.deepEqual([store.text("q-1"), store.text("q-2")], [{}, { a: "words" }]);
  store.putText("q-2", { a: "" });
  assert.deepEqual(store.keys(), []);
});

test("the seed is made once; a damaged one is kept aside", () => {
  const { place, store } = open({ "amatmida/seed": '"<script>"' });
  const seed = store.seed();
  assert.match(seed, /^[0-9a-f]{16}$/);
  assert.equal(new Store(place.open).seed(), seed);
  assert.equal(place.kept.get("amatmida/damaged/seed/1"), '"<script>"');
});

test("listeners hear of writes and notices, and can stop", async () => {
  const { store } = open();
  const heard = [];
  const stop = store.subscribe((key) => heard.push(key));
  store.put("policy", "q-1", entry());
  await Promise.resolve();
  stop();
  store.changed(null);
  assert.deepEqual(heard, [""]);
});

// --- files

function full() {
  const { place, store } = open({ "other-site": "untouched", "amatmida-x": "not ours" });
  store.put("policy", "q-1", entry({ tries: 2, answer: { a: "b" }, outcome: "partly", score: 0.5, hints: 1 }));
  store.putText("q-1", { value: "מה שכתבתי <b>" });
  store.seed();
  return { place, store };
}

test("export → erase → import gives the same back, and erases nothing of others", () => {
  const { place, store } = full();
  const before = records(store);
  const file = exported(store);
  erase(store);
  assert.deepEqual(store.keys(), []);
  assert.deepEqual([...place.kept.keys()], ["other-site", "amatmida-x"]);
  merge(store, imported(file));
  assert.deepEqual(records(store), before);
});

test("import makes nothing poorer: more tries stay, own words stay, own seed stays", () => {
  const { store } = full();
  const seed = store.seed();
  const file = exported(full().store);
  store.put("policy", "q-1", entry({ tries: 5, answer: ["c"] }));
  store.putText("q-1", { value: "newer words" });
  merge(store, imported(file));
  assert.equal(store.progress("policy").items["q-1"].tries, 5);
  assert.equal(store.text("q-1").value, "newer words");
  assert.equal(store.seed(), seed);
});

test("import into a browser without answers brings the seed, so draws and orders stay", () => {
  const { store: old } = full();
  const { store } = open();
  store.seed();
  merge(store, imported(exported(old)));
  assert.equal(store.seed(), old.seed());
});

test("damaged and frozen records are not exported; erasing takes them too", () => {
  const { place, store } = open({ [KEY]: "{oops", "amatmida/quiz/next": '{"v":9}', "amatmida/later/x": "1" });
  assert.equal(exported(store), JSON.stringify({ format: "amatmida-progress", v: 1, records: {} }, null, 1));
  erase(store);
  assert.deepEqual([...place.kept.keys()], []);
  assert.deepEqual([...store.notices], []);
});

const file = (records, more = {}) => JSON.stringify({ format: "amatmida-progress", v: 1, records, ...more });
const progress = (items) => ({ v: 1, round: 0, complete: false, items });
const REFUSED = {
  not_json: ["", "{", "<html>", "undefined"],
  not_ours: ["null", "[]", "1", '"x"', "{}", '{"format":"other","v":1,"records":{}}', '{"format":"amatmida-progress","v":1}', '{"format":"amatmida-progress","v":"1","records":{}}', '{"format":"amatmida-progress","v":1,"records":[]}', '{"__proto__":{"format":"amatmida-progress"},"v":1,"records":{}}'],
  newer_file: ['{"format":"amatmida-progress","v":2,"records":{}}'],
  bad_key: [
    file({ "": 1 }), file({ quiz: progress({}) }), file({ "quiz/": progress({}) }), file({ "quiz/a/b": progress({}) }), file({ "quiz/../x": progress({}) }), file({ "other/x": 1 }),
    '{"format":"amatmida-progress","v":1,"records":{"__proto__":{"v":1}}}', file({ "quiz/__proto__": progress({}) }), file({ "quiz/constructor": progress({}) }), file({ "toString/x": 1 }),
    file({ "damaged/quiz/x/1": "x" }), file({ "seed/x": "abcdef012345" }), file({ "text/A": { v: 1, values: {} } }), file({}, { extra: 1 }),
  ],
  bad_value: [
    file({ "quiz/p": null }), file({ "quiz/p": [] }), file({ "quiz/p": { v: 1 } }), file({ "quiz/p": { ...progress({}), v: 2 } }), file({ "quiz/p": { ...progress({}), x: 1 } }),
    file({ "quiz/p": progress({ "q-1": { tries: -1 } }) }), file({ "quiz/p": progress({ "q-1": { tries: 1.5 } }) }), file({ "quiz/p": progress({ "q-1": { tries: 1e9 } }) }), file({ "quiz/p": progress({ "q-1": { score: 2 } }) }), file({ "quiz/p": progress({ "q-1": { score: null } }) }),
    file({ "quiz/p": progress({ "q-1": { outcome: "win" } }) }), file({ "quiz/p": progress({ "q-1": { answer: "a" } }) }), file({ "quiz/p": progress({ "q-1": { answer: ["<img onerror=1>"] } }) }), file({ "quiz/p": progress({ "q-1": { answer: [["a"]] } }) }),
    file({ "quiz/p": progress({ "q-1": { answer: { constructor: "a" } } }) }), file({ "quiz/p": progress({ "q-1": { answer: Array(100).fill("a") } }) }), file({ "quiz/p": progress({ "q-1": { extra: 1 } }) }), file({ "quiz/p": progress({ constructor: {} }) }),
    '{"format":"amatmida-progress","v":1,"records":{"quiz/p":{"v":1,"round":0,"complete":false,"items":{"__proto__":{"tries":1}}}}}',
    file({ "quiz/p": progress(Object.fromEntries(Array.from({ length: 2001 }, (_, n) => [`q-${n}`, {}]))) }),
    file({ "text/q-1": { v: 1, values: { a: 1 } } }), file({ "text/q-1": { v: 1, values: { a: "x".repeat(20001) } } }), file({ "text/q-1": { v: 1, values: [] } }), file({ "text/q-1": "words" }),
    file({ seed: 7 }), file({ seed: "nothex" }), file({ seed: "../../x" }),
  ],
  too_big: [" ".repeat(MOST_BYTES) + "{}", file({ "text/q-1": { v: 1, values: { a: "א".repeat(MOST_BYTES / 2) } } })],
};
for (const [code, files] of Object.entries(REFUSED)) {
  for (const [n, text] of files.entries()) {
    test(`import refuses (${code} ${n}) and touches nothing`, () => {
      const { place, store } = full();
      const before = new Map(place.kept);
      assert.throws(() => merge(store, imported(text)), (problem) => problem.code === code);
      assert.deepEqual(place.kept, before);
      assert.equal({}.tries, undefined);
      assert.equal({}.format, undefined);
    });
  }
}

test("readers rebuild and never pass the given object through", () => {
  const given = { v: 1, items: { "q-1": { tries: 1 } } };
  const { value } = progressFrom(given);
  given.items["q-1"].tries = 9;
  assert.equal(value.items["q-1"].tries, 1);
  assert.equal(Object.getPrototypeOf(entryFrom(JSON.parse('{"tries":1}'))), Object.prototype);
  assert.equal(entryFrom(JSON.parse('{"__proto__":{"tries":1}}')), null);
  assert.equal(writtenFrom({ v: 1, values: Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`a${n}`, "x"])) }), null);
});
