import assert from "node:assert/strict";
import { test } from "node:test";

import { UNMARKED, copyIn, counted, markOf, signOf } from "../../plugins/amatmida/web/explorer/marks.js";
import { fits, searchWith, wishesFrom } from "../../plugins/amatmida/web/explorer/wishes.js";
import { comparable } from "../../plugins/amatmida/web/quiz/words.js";

const ITEM = { words: comparable("2.A3 יש תוכנית עבודה להפעלת מערך המדידה ולשימוש בממצאיו"), of: { stage: ["planning"], role: ["planner", "head"], mark: ["none"] } };
const FITTING = [
  [{}, true], [{ stage: "planning" }, true], [{ stage: "operation" }, false], [{ role: "head" }, true], [{ role: "he" }, false], [{ column: "tender" }, false],
  [{ text: "2.a3" }, true], [{ text: "תכנית" }, false], [{ text: "תוכנית" }, true], [{ text: "המדידה מערך" }, true], [{ text: "מדידה" }, true], [{ text: "ממצאים" }, false],
  [{ text: "מערך תעריף" }, false], [{ text: "  " }, true], [{ text: "״תוכנית״" }, true], [{ mark: "none", stage: "planning" }, true], [{ mark: "full" }, false], [{ view: "list" }, true],
];
for (const [wishes, expected] of FITTING) test(`fits ${JSON.stringify(wishes)}`, () => assert.equal(fits(ITEM, wishes), expected));

test("wishes go into the address and come back, and others' parameters stay", () => {
  const wishes = { ...wishesFrom(""), text: "תוכנית עבודה & more", stage: "planning", view: "list" };
  const search = searchWith("?h=word&text=old&role=x", wishes);
  assert.deepEqual(wishesFrom(search), wishes);
  assert.equal(new URLSearchParams(search).get("h"), "word");
  assert.equal(searchWith(search, wishesFrom("")), "?h=word");
  assert.equal(searchWith("", wishesFrom("")), "");
  assert.equal(wishesFrom(`?text=${"a".repeat(500)}`).text.length, 80);
});

const SCALE = [{ id: "none", label: "No", score: 0 }, { id: "partly", label: "Partly", score: 1 }, { id: "full", label: "Full", score: 2 }, { id: "na", label: "n/a", score: null }];
const storeOf = (records) => ({ record: (key) => records[key] ?? null });

test("marks come from the copy that was open last", () => {
  const copies = [{ id: "c1", values: { "items.p1-a1": "none" } }, { id: "c2", values: { "items.p1-a1": "full", "items.p1-a2": "strange", "items.p1-s1": ["full"] } }];
  const read = (open, key = "worksheet/sheet") => copyIn(storeOf({ [key]: { v: 1, open, copies } }), ["sheet", "earlier"]);
  assert.equal(markOf(read("c2"), "items.p1-a1", SCALE), "full");
  assert.equal(markOf(read("gone"), "items.p1-a1", SCALE), "none");
  assert.equal(markOf(read("c2", "worksheet/earlier"), "items.p1-a1", SCALE), "full");
  for (const name of ["items.p1-a2", "items.p9", "constructor", "", undefined]) assert.equal(markOf(read("c2"), name, SCALE), UNMARKED);
  assert.equal(copyIn(storeOf({}), ["sheet"]), null);
  assert.equal(copyIn(storeOf({ "worksheet/sheet": { v: 1, open: "", copies: [] } }), ["sheet"]), null);
  assert.equal(markOf(null, "items.p1-a1", SCALE), UNMARKED);
});

test("each mark has a sign of its own, and marks are counted in the scale's order", () => {
  assert.deepEqual(["none", "partly", "full", "na", UNMARKED].map((mark) => signOf(mark, SCALE)), ["○", "◐", "●", "–", ""]);
  assert.deepEqual(counted(["full", UNMARKED, "none", "full"], SCALE), [{ id: "none", n: 1 }, { id: "full", n: 2 }, { id: UNMARKED, n: 1 }]);
});
