import assert from "node:assert/strict";
import { test } from "node:test";

import { numberFrom } from "../../plugins/amatmida/web/quiz/numbers.js";

const READ = [
  ["12", 12], ["1,234.5", 1234.5], ["1,234", 1234], ["1,234,567", 1234567], ["12%", 12], ["-3", -3], ["−3.5", -3.5],
  ["1 234", 1234], ["1\u00a0234,5", 1234.5], ["1'234", 1234], ["1.234.567", 1234567], ["1.234,5", 1234.5],
  ["1.234", 1.234], ["0,5", 0.5], ["1,5", 1.5], ["0,125", 0.125], ["12,3456", 12.3456], [".5", 0.5], ["007", 7],
  ["٦٥", 65], ["۱۲٫۵", 12.5], ["١٬٢٣٤", 1234], ["12٪", 12], ["6٥", 65],
  ["כ-12 אחוזים", 12], ["12 ₪", 12], ["₪12", 12], ["\u200f12\u200e", 12], ["יחס של 0.4", 0.4], ["בערך 40 בני נוער", 40],
  ["12-", -12], ["(-4)", -4], ["5 .", 5], ["65.", 65], ["שיעור: 65.", 65], ["１２", 12],
];
const REFUSED = [
  "", " ", "לא יודע", "-", "%", "3-4", "3 עד 4", "1/2", "1e5", "2^3", "12 או 13", "1,23,4", "1,2345,678", "1.2.3", "12..5", "0,1,2",
  "01,234", "1 2", "12 345 6", "x=5", "Infinity", "NaN", "0x10", "<5", "3*4", "1,5.2",
];

for (const [typed, value] of READ) test(`reads ${JSON.stringify(typed)}`, () => assert.equal(numberFrom(typed)?.value, value));
for (const typed of REFUSED) test(`refuses ${JSON.stringify(typed)}`, () => assert.equal(numberFrom(typed), null));

test("notices a percent sign", () => {
  assert.equal(numberFrom("12%").percent, true);
  assert.equal(numberFrom("%12").percent, true);
  assert.equal(numberFrom("12").percent, false);
});
