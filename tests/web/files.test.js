import assert from "node:assert/strict";
import { test } from "node:test";

import { csvText } from "../../plugins/amatmida/web/shared/csv.js";
import { parts } from "../../plugins/amatmida/web/shared/ooxml-parts.js";
import { body, escaped, runs } from "../../plugins/amatmida/web/shared/ooxml.js";
import { wordBlob } from "../../plugins/amatmida/web/shared/word.js";

const cell = (value) => csvText([[value]]).slice(1, -2);
const CELLS = [
  ["plain", "plain"], ["a,b", '"a,b"'], ['say "x"', '"say ""x"""'], ["two\nlines", '"two\nlines"'], ["=1+1", "'=1+1"], ["+1", "'+1"], ["@SUM(A1)", "'@SUM(A1)"],
  ["-3", "-3"], ["-3.5", "-3.5"], ["-3+cmd|' /C calc'!A0", "'-3+cmd|' /C calc'!A0"], ["\tx", '"\'\tx"'], ["\r=1", '"\'\r=1"'], [12, "12"], ["", ""], [null, ""], ["שלום", "שלום"], ["😀", "😀"],
  ["--1", "'--1"], ["=\"a\"", `"'=""a"""`],
];
for (const [value, text] of CELLS) test(`CSV cell ${JSON.stringify(value)}`, () => assert.equal(cell(value), text));

test("CSV has its mark and line ends", () => assert.equal(csvText([["a", "b"], ["c"]]), "\ufeffa,b\r\nc\r\n"));

test("XML holds any text", () => {
  assert.equal(escaped('<a href="x">&\u0000\ud800 😀'), "&lt;a href=&quot;x&quot;&gt;&amp;\ufffd\ufffd 😀");
});

test("words in Latin letters stand apart in right-to-left runs", () => {
  const found = [...runs("מדד KPI 2.0 (beta) טוב", true).matchAll(/<w:r>(.*?)<\/w:r>/g)].map(([, inside]) => [inside.includes("<w:rtl/>"), inside.replace(/<.*?>/g, "")]);
  assert.deepEqual(found, [[true, "מדד "], [false, "KPI 2.0 (beta)"], [true, " טוב"]]);
});

const DOC = { lang: "he", title: "כותרת", blocks: [
  { kind: "heading", level: 1, text: "פרק" }, { kind: "table", head: ["א", "ב"], rows: [["1", "x\ny"]] }, { kind: "list", items: ["א"], ordered: true }, { kind: "list", items: ["ב"] },
  { kind: "picture", png: new Uint8Array([137, 80, 78, 71]), width: 2000, height: 100, alt: 'גרף "א"' }, { kind: "break" }, { kind: "text", text: "English" }] };

test("right-to-left parts of a Hebrew document", () => {
  const xml = body(DOC);
  assert.match(xml, /<w:bidiVisual\/>/);
  assert.match(xml, /<w:tblHeader\/>/);
  assert.match(xml, /<w:pgSz w:w="11906" w:h="16838"\/>.*<w:bidi\/><\/w:sectPr>$/);
  assert.match(xml, /<w:pStyle w:val="Heading1"\/><w:bidi w:val="1"\/>/);
  assert.match(xml, /<w:bidi w:val="0"\/><\/w:pPr><w:r><w:t xml:space="preserve">English/);
  assert.match(xml, /descr="גרף &quot;א&quot;"/);
  assert.doesNotMatch(body({ ...DOC, lang: "en", title: "T", blocks: [{ kind: "table", head: ["a"], rows: [] }] }), /bidiVisual|w:rtl|<w:bidi\/>/);
});

test("a table of many columns turns the page", () => {
  const wide = { kind: "table", head: Array(7).fill("ע"), rows: [] };
  assert.match(body({ ...DOC, blocks: [wide] }), /w:orient="landscape"/);
});

test("every list starts at one, every file is listed", () => {
  const files = parts(DOC, "2026-11-21T00:00:00Z");
  assert.equal(files["word/numbering.xml"].match(/<w:num /g).length, 2);
  for (const path of Object.keys(files).filter((path) => /^word\/\w+\.xml$/.test(path))) assert.ok(files["[Content_Types].xml"].includes(`/${path}`), path);
  assert.match(files["docProps/core.xml"], /<dc:title>כותרת<\/dc:title><dc:language>he-IL/);
});

test("a text of 100,000 characters is written in reasonable time and whole", async () => {
  const blob = await wordBlob({ ...DOC, blocks: [{ kind: "text", text: "שלום abc ".repeat(11_200) }] });
  assert.ok(blob.size > 500 && blob.type.includes("wordprocessingml"));
});
