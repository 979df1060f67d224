// Grading of every item type: right, partly, wrong, and what is said about it.
import assert from "node:assert/strict";
import { test } from "node:test";

import { inOrder } from "../../plugins/amatmida/web/quiz/types/order.js";
import { TYPES, kindOf, load } from "../../plugins/amatmida/web/quiz/types/index.js";
import { items } from "./fixture.js";

await load(TYPES);

const graded = (name, answer) => kindOf(items[name]).grade(items[name], answer);
const told = (name, answer) => kindOf(items[name]).tell(items[name], answer, graded(name, answer));
const score = (name, answer) => Number(graded(name, answer).score.toFixed(3));

test("every type of the contract has all doors", () => {
  const doors = ["read", "restore", "lack", "grade", "tell", "key", "fit"];
  for (const item of Object.values(items)) {
    for (const door of doors) assert.equal(typeof kindOf(item)[door], "function", `${item.type}.${door}`);
  }
  const unscored = Object.values(items).filter((item) => kindOf(item).unscored).map(({ type }) => type);
  assert.deepEqual(unscored, ["scale", "reflect", "poll"]);
});

test("single", () => {
  assert.deepEqual(graded("single", ["b"]), { outcome: "right", score: 1, parts: { b: "right" } });
  assert.deepEqual(graded("single", ["a"]), { outcome: "wrong", score: 0, parts: { a: "wrong" } });
  assert.deepEqual(told("single", ["a"]), [{ part: undefined, html: "why a", misconception: "idea" }]);
  assert.deepEqual(told("single", ["b"]), []);
  assert.deepEqual(kindOf(items.single).key(items.single), { marks: ["b"] });
});

test("multiple gives partial credit and takes it back for wrong choices", () => {
  assert.equal(graded("multiple", ["a", "c"]).outcome, "right");
  assert.equal(score("multiple", ["a"]), 0.5);
  assert.equal(score("multiple", ["a", "b", "c"]), 0.5);
  assert.equal(score("multiple", ["a", "b", "c", "d"]), 0);
  assert.equal(score("multiple", ["b", "d"]), 0);
  assert.equal(graded("multiple", ["a", "b"]).outcome, "partly");
  assert.equal(graded("multiple", ["b"]).outcome, "wrong");
});

test("multiple tells of wrong choices and of how many are missing, never which", () => {
  const reasons = told("multiple", ["a", "b"]);
  assert.deepEqual(reasons, [{ part: undefined, html: "why b", misconception: undefined }, { say: "missed", n: 1 }]);
  assert.deepEqual(graded("multiple", ["a", "b"]).parts, { a: "right", b: "wrong" });
  assert.deepEqual(told("multiple", ["b", "d"]).map(({ part }) => part), ["b", "d", undefined]);
});

test("truefalse", () => {
  assert.equal(graded("truefalse", ["false"]).outcome, "right");
  assert.equal(graded("truefalse", ["true"]).outcome, "wrong");
  assert.deepEqual(told("truefalse", ["true"]), [{ html: "no", misconception: "idea" }]);
  assert.deepEqual(told("truefalse", ["false"]), [{ html: "yes" }]);
});

test("match: an extra explains itself, another partner is explained by the card", () => {
  assert.equal(graded("match", { p: "p", r: "r" }).outcome, "right");
  assert.deepEqual(graded("match", { p: "p", r: "x" }), { outcome: "partly", score: 0.5, parts: { p: "right", r: "wrong" } });
  assert.deepEqual(told("match", { p: "p", r: "x" }).map(({ part, html }) => [part, html]), [["r", "x with none"]]);
  assert.deepEqual(told("match", { p: "r", r: "p" }).map(({ html }) => html), ["p with P", "r with R"]);
});

test("order: the fewest cards that must move are wrong", () => {
  const key = ["one", "two", "three", "four"];
  assert.equal(graded("order", key).score, 1);
  assert.equal(score("order", ["four", "one", "two", "three"]), 0.667);
  assert.equal(score("order", [...key].reverse()), 0);
  assert.deepEqual(graded("order", ["four", "one", "two", "three"]).parts, { four: "wrong", one: "right", two: "right", three: "right" });
  assert.deepEqual(told("order", ["four", "one", "two", "three"]).map(({ html }) => html), ["place of four"]);
  assert.deepEqual(inOrder(["b", "a"], ["a", "b"]).length, 1);
});

test("classify: proportional, none is a group", () => {
  assert.equal(score("classify", { k: "g", l: "h", m: "none" }), 1);
  assert.equal(score("classify", { k: "g", l: "g", m: "none" }), 0.667);
  assert.equal(graded("classify", { k: "h", l: "g", m: "g" }).outcome, "wrong");
  assert.deepEqual(told("classify", { k: "g", l: "g", m: "none" }), [{ part: "l", html: "l in h", misconception: "idea" }]);
  assert.deepEqual(kindOf(items.classify).key(items.classify, { none: "NONE" }).cards, { k: "G", l: "H", m: "NONE" });
});

test("cloze: what does not matter does not matter; either language is accepted", () => {
  assert.equal(score("cloze", { text: { s: "הַתְּפוּקָה ", t: "Outcome." } }), 1);
  assert.equal(score("cloze", { text: { s: "out put", t: "תוצאה" } }), 1);
  assert.equal(score("cloze", { text: { s: "תפוקות", t: "תוצאה" } }), 0.5);
  assert.deepEqual(told("cloze", { text: { s: "x", t: "תוצאה" } }).map(({ part, html }) => [part, html]), [["s", "count it"]]);
  assert.equal(kindOf(items.cloze).key(items.cloze, {}, "en").words.s, "output");
  assert.equal(kindOf(items.cloze).key(items.cloze, {}, "ar").words.s, "תפוקה");
});

test("numeric: tolerance, known slips, and words around the number", () => {
  const answer = (value) => ({ text: { value } });
  for (const typed of ["65", "65%", "64.5", "65.5", "כ-65 אחוזים", "٦٥", " 65.0 "]) assert.equal(score("numeric", answer(typed)), 1, typed);
  for (const typed of ["64.4", "0.65", "-65", "650"]) assert.equal(score("numeric", answer(typed)), 0, typed);
  assert.deepEqual(told("numeric", answer("153.8")), [{ html: "swapped", misconception: "idea" }]);
  assert.deepEqual(told("numeric", answer("7")), [{ html: "divide", misconception: undefined }]);
});

test("numeric: a typed % stands for hundredths only where the item is not in percent", () => {
  const kind = kindOf(items.numeric);
  const share = { ...items.numeric, value: 0.65, tolerance: 0.001, unit: undefined, wrong: undefined };
  assert.equal(kind.grade(share, { text: { value: "65%" } }).score, 1);
  assert.equal(kind.grade(share, { text: { value: "65" } }).score, 0);
  assert.equal(kind.grade({ ...items.numeric, value: 6500 }, { text: { value: "6,500%" } }).score, 1);
});

test("a floating value needs no tolerance to be equal to itself", () => {
  const item = { ...items.numeric, value: 0.1 + 0.2, tolerance: 0, unit: "", wrong: [] };
  assert.equal(kindOf(item).grade(item, { text: { value: "0.3" } }).score, 1);
});

test("scale, reflect and poll are done, never right or wrong", () => {
  for (const name of ["scale", "reflect", "poll"]) assert.deepEqual(graded(name, ["low"]), { outcome: "done", score: 0, parts: {} });
  assert.deepEqual(told("scale", ["low"]).map(({ html }) => html), ["start"]);
  assert.deepEqual(told("poll", ["yes", "no"]).map(({ html }) => html), ["so"]);
  assert.deepEqual(kindOf(items.reflect).tell(), []);
});

test("what is missing is named", () => {
  const lack = (name, answer) => kindOf(items[name]).lack(items[name], answer);
  assert.deepEqual(lack("single", null), { say: "lack_choice" });
  assert.equal(lack("single", ["a"]), null);
  assert.deepEqual(lack("match", { p: "p" }), { say: "lack_parts", parts: ["r"] });
  assert.equal(lack("classify", null).say, "lack_choice");
  assert.deepEqual(lack("cloze", { text: { s: "x", t: " " } }), { say: "lack_parts", parts: ["t"] });
  assert.equal(lack("order", null).say, "lack_order");
  assert.equal(lack("numeric", null).say, "lack_number");
  assert.equal(lack("numeric", { text: { value: "לא יודע" } }).say, "bad_number");
  assert.equal(lack("numeric", { text: { value: "12" } }), null);
  assert.equal(lack("reflect", null).say, "lack_text");
});

test("saved answers follow renamed options and drop what is gone", () => {
  const single = { ...items.single, options: [part0("a2", ["a"]), part0("b")] };
  const fit = (item, answer) => kindOf(item).fit(item, answer);
  assert.deepEqual(fit(single, ["a"]), { answer: ["a2"], lost: false });
  assert.deepEqual(fit(single, ["gone"]), { answer: null, lost: true });
  assert.deepEqual(fit(single, { a: "b" }), { answer: null, lost: true });
  assert.deepEqual(fit(items.match, { p: "x", gone: "p", r: "gone" }), { answer: { p: "x" }, lost: true });
  assert.deepEqual(fit(items.classify, { k: "none" }), { answer: { k: "none" }, lost: false });
  assert.deepEqual(fit(items.order, ["one", "two", "three", "four"]).lost, false);
  assert.deepEqual(fit(items.order, ["one", "two", "three"]), { answer: null, lost: true });
  assert.deepEqual(fit(items.order, ["one", "one", "two", "three"]), { answer: null, lost: true });
  assert.deepEqual(fit(items.truefalse, ["maybe"]), { answer: null, lost: true });
  assert.deepEqual(fit(items.reflect, ["who", "gone"]), { answer: ["who"], lost: false });
});

const part0 = (id, was = []) => ({ id, was, text: id });
