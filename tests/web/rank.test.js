// The order of results, on made hits.
import assert from "node:assert/strict";
import { test } from "node:test";

import { ranked } from "../../plugins/amatmida/web/search/rank.js";

const units = ["red", "tape"].map((term) => ({ ways: [{ terms: [term], boost: 1 }] }));
const hit = (id, asked, more = {}) => ({ id, score: 10, words: [], fields: asked.length ? ["asked"] : [], asked, ...more });
/** Pages, the best first. @param {Record<string, any[]>} hits */
const order = (hits) => ranked(units, new Map(Object.entries(hits))).map((one) => one.hit.id);

test("words of one phrase that people type weigh more than the same words of two", () => {
  // Phrases stand seven places apart (search/copy.py APART).
  const hits = { red: [hit(1, [0]), hit(2, [0])], tape: [hit(1, [8]), hit(2, [1])] };
  assert.deepEqual(order(hits), [2, 1]);
  const scores = ranked(units, new Map(Object.entries(hits))).map((one) => one.score);
  assert.ok(scores[0] > 1.3 * scores[1], String(scores));
});

test("a phrase with one of the words weighs less than a phrase with both, and more than none", () => {
  const hits = { red: [hit(1, []), hit(2, [3]), hit(3, [3])], tape: [hit(1, []), hit(2, []), hit(3, [4])] };
  assert.deepEqual(order(hits), [3, 2, 1]);
});

test("what people type is not said to be a heading, and has no place in the text", () => {
  const headed = { red: [hit(1, [0]), hit(2, [0], { fields: ["asked", "heads"] })], tape: [hit(1, [1]), hit(2, [1], { fields: ["asked", "heads"] })] };
  assert.deepEqual(order(headed), [2, 1]);
  const [found] = ranked(units, new Map([["red", [hit(1, [0])]], ["tape", [hit(1, [1])]]]));
  assert.deepEqual(found.places, []);
});
