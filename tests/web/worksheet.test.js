import assert from "node:assert/strict";
import { test } from "node:test";

import { erase, exported, imported, merge } from "../../plugins/amatmida/web/shared/portable.js";
import { Store, memoryBackend } from "../../plugins/amatmida/web/shared/store.js";
import { composed, dayOf, fileName, lines, lookup } from "../../plugins/amatmida/web/worksheet/compose.js";
import { Desk } from "../../plugins/amatmida/web/worksheet/desk.js";
import { bandOf, computed, isEmpty, movedRow, progress, rowsOf, scored, totals, way } from "../../plugins/amatmida/web/worksheet/logic.js";
import { csvRows, sheetFile, wordDocument } from "../../plugins/amatmida/web/worksheet/outline.js";
import { copyFrom, emptyCopy, holds, joinedSheets, mergedSheets, sheetFrom } from "../../plugins/amatmida/web/worksheet/saved.js";
import { offered } from "../../plugins/amatmida/web/worksheet/takes.js";
import { sheetFromFile } from "../../plugins/amatmida/web/worksheet/transfer.js";

const STRINGS = { sheet_first: "Copy 1", sheet_n: "Copy {n}", sheet_again: "{name} (2)", total_row: "Total", not_filled: "____", answered: "{ask} – {answer}" };
const DATA = {
  v: 1, worksheet: "demo", was: ["older"], lang: "en", dir: "ltr", title: "Demo", intro: "", exports: ["docx", "json", "csv"], strings: STRINGS,
  sections: [
    { id: "f", title: "Form", kind: "form", fields: [
      { id: "name", type: "line", label: "Name" }, { id: "day", type: "date", label: "Day" },
      { id: "who", type: "choices", label: "Who", options: [{ id: "a", label: "Anna's group" }, { id: "b", label: "Boards" }] }] },
    { id: "t", title: "Table", kind: "table", row: "Task", rows: 3, starts: [{ what: "Report", n: "2" }], takes: [],
      columns: [{ id: "what", type: "line", label: "What" }, { id: "n", type: "number", label: "N", total: true },
        { id: "often", type: "choice", label: "Often", options: [{ id: "weekly", label: "Weekly", value: 52 }, { id: "odd", label: "Odd" }] }],
      compute: [{ id: "year", label: "Year", product: ["n", "often"], divide: 1, decimals: 0, total: true }, { id: "half", label: "Half", product: ["year"], divide: 2, decimals: 1 }] },
    { id: "s", title: "Scale", kind: "scored", evidence: true,
      scale: [{ id: "no", label: "No", score: 0 }, { id: "yes", label: "Yes", score: 2 }, { id: "na", label: "Not relevant" }],
      bands: [{ below: 50, text: "begin" }, { below: 101, text: "go on" }],
      items: [{ id: "i1", text: "One", group: "G", stage: "S" }, { id: "i2", text: "Two", group: "G" }, { id: "i3", text: "Three", group: "H", stage: "S" }] },
    { id: "d", title: "Decide", kind: "tree", start: "q1", nodes: [
      { id: "q1", ask: "Enough?", answers: [{ id: "yes", label: "Yes", to: "q2" }, { id: "no", label: "No", to: "end" }] },
      { id: "q2", ask: "Sound?", answers: [{ id: "yes", label: "Yes", to: "end" }] }, { id: "end", end: "Done", do: ["Tell"] }] },
    { id: "l", title: "Letter", kind: "letter", text: "Dear {{f.name}},\n\non {{f.day}}: {{d.end}}" },
  ],
};
const [FORM, TABLE, SCALE, TREE] = DATA.sections;
const copy = (values = {}, rows = {}) => ({ ...emptyCopy("Copy 1", "c1"), values, rows });
const desk = (store = new Store(memoryBackend)) => new Desk(store, DATA);

// --- tables

test("a table nobody touched shows its first rows and empty ones", () => {
  const rows = rowsOf(TABLE, copy());
  assert.deepEqual(rows.map(({ id, cells }) => [id, cells.what ?? ""]), [["s1", "Report"], ["s2", ""], ["s3", ""]]);
});

test("products use choices' values, each other, and stay empty when a factor is missing", () => {
  assert.deepEqual(computed(TABLE, { id: "r", cells: { n: "1,000", often: "weekly" } }), { what: null, n: 1000, often: 52, year: 52000, half: 26000 });
  assert.equal(computed(TABLE, { id: "r", cells: { n: "3-4", often: "weekly" } }).year, null);
  assert.equal(computed(TABLE, { id: "r", cells: { n: "3", often: "odd" } }).year, null);
});

test("totals leave out what is no number", () => {
  const rows = [{ id: "a", cells: { n: "2", often: "weekly" } }, { id: "b", cells: { n: "many" } }, { id: "c", cells: { n: "0.5" } }];
  assert.deepEqual(totals(TABLE, rows).map(({ sum }) => sum), [2.5, 104]);
  assert.deepEqual(totals(TABLE, []).map(({ sum }) => sum), [null, null]);
});

test("rows move inside the table only", () => {
  const rows = ["a", "b", "c"].map((id) => ({ id, cells: {} }));
  const order = (id, by) => movedRow(rows, id, by).map((row) => row.id).join("");
  assert.deepEqual([order("a", 1), order("c", -1), order("a", -1), order("c", 1), order("x", 1)], ["bac", "acb", "abc", "abc", "abc"]);
});

// --- scales, decisions, progress

test("percentages by group and stage leave out what does not count", () => {
  const { all, group, stage } = scored(SCALE, copy({ "s.i1": "yes", "s.i2": "no", "s.i3": "na" }));
  assert.deepEqual([all.percent, all.n, all.of], [50, 3, 3]);
  assert.deepEqual(group.map(({ name, percent }) => [name, percent]), [["G", 50], ["H", null]]);
  assert.deepEqual(stage.map(({ percent }) => percent), [100]);
  assert.deepEqual([bandOf(SCALE, 49), bandOf(SCALE, 50), bandOf(SCALE, 100), bandOf(SCALE, null)], ["begin", "go on", "go on", ""]);
});

test("an answer that is not on the scale does not count", () => assert.equal(scored(SCALE, copy({ "s.i1": "toString" })).all.n, 0));

test("the way through a decision ends where it was not answered", () => {
  const at = (values) => way(TREE, copy(values)).at.id;
  assert.deepEqual([at({}), at({ "d.q1": "yes" }), at({ "d.q1": "no" }), at({ "d.q2": "yes" }), at({ "d.q1": "gone" })], ["q1", "q2", "end", "q1", "q1"]);
});

test("progress counts fields, a table once, a decision once it has ended", () => {
  assert.deepEqual(progress(DATA, copy()), { n: 0, of: 8 });
  assert.deepEqual(progress(DATA, copy({ "f.name": "x", "f.who": ["a"], "s.i1": "yes", "d.q1": "no" }, { t: [{ id: "r", cells: { n: "1" } }] })), { n: 5, of: 8 });
  assert.equal(isEmpty(copy({ "f.name": " ", "f.who": [] }, { t: [{ id: "r", cells: { n: "" } }] })), true);
});

// --- composed texts

test("letters hold answers as they are, and blanks", () => {
  const filled = copy({ "f.name": "<b>{{f.day}}</b>", "f.day": "2026-11-21", "d.q1": "no" });
  const answer = (name) => lookup(DATA, filled, name);
  assert.deepEqual(lines(DATA.sections[4].text, answer, "____"), ["Dear <b>{{f.day}}</b>,", "", "on November 21, 2026: Done"]);
  assert.deepEqual(composed("a {{f.nothing}}", answer), [[{ text: "a " }, { text: "", from: "blank" }]]);
  assert.deepEqual([lookup(DATA, filled, "constructor.name"), lookup(DATA, filled, "f.constructor")], ["", ""]);
});

test("days that are none stay words", () => assert.deepEqual([dayOf("2026-13-45", "en"), dayOf("soon", "he"), dayOf("", "he")], ["2026-13-45", "soon", ""]));

test("file names hold no sign a file system refuses", () => {
  assert.equal(fileName("a/b\\c:d*?\"<>|", "..", "ג \u202eexe"), "a b c d - .. - ג exe");
  assert.equal(fileName("..."), "amatmida");
  assert.equal([...fileName("😀".repeat(300))].length, 80);
});

// --- what is saved

const record = (...copies) => ({ v: 1, open: "c1", copies });

test("saved state is rebuilt from known properties", () => {
  const good = record(copy({ "f.name": "x", "f.who": ["a"] }, { t: [{ id: "r1", cells: { what: "y" } }] }));
  assert.deepEqual(sheetFrom({ ...good, extra: 1 }), { value: good, lost: 0 });
  const bad = [
    { ...copy(), id: "__proto__" }, { ...copy(), values: { "f.__proto__": "x" } }, { ...copy(), values: { "f.name": 3 } }, { ...copy(), rev: -1 },
    { ...copy(), rows: { t: [{ id: "r", cells: { constructor: "x" } }] } }, { ...copy(), rows: { t: [{ id: "r", cells: {} }, { id: "r", cells: {} }] } },
    { ...copy(), values: JSON.parse('{"__proto__": "x"}') }, null, "copy",
  ];
  for (const one of bad) assert.equal(copyFrom(one), null, JSON.stringify(one));
  assert.equal(sheetFrom(record(copy(), ...bad)).lost, bad.length);
  for (const value of [null, [], {}, { v: 2, copies: [] }, { v: 1, copies: {} }]) assert.equal(sheetFrom(value), null);
});

test("of two versions of a copy the newer stays, and both sides' own copies", () => {
  const [old, now] = [{ ...copy({ "f.name": "old" }), rev: 1 }, { ...copy({ "f.name": "new" }), rev: 2 }];
  const other = { ...copy(), id: "c2" };
  assert.deepEqual(mergedSheets(record(old, other), record(now)).copies, [now, other]);
  assert.deepEqual(mergedSheets(record(now), record(old)).copies, [now]);
});

test("a file brought in loses nothing on either side", () => {
  const here = copy({ "f.name": "here" });
  const more = { ...copy({ "f.name": "here", "f.day": "2026-01-01" }), rev: 9 };
  const another = { ...copy({ "f.name": "there" }), rev: 9 };
  assert.equal(holds(more, here), true);
  assert.deepEqual(joinedSheets(record(more), record(here)).copies, [more]);
  assert.deepEqual(joinedSheets(record(here), record(more)).copies, [more]);
  const both = joinedSheets(record(another), record(here)).copies;
  assert.deepEqual(both.map(({ values, name }) => [values["f.name"], name]), [["here", "Copy 1"], ["there", "Copy 1 (2)"]]);
});

test("the my-data panel exports, imports and erases worksheets", () => {
  const store = new Store(memoryBackend);
  const one = desk(store);
  one.set("f.name", "א".repeat(100_000));
  one.flush();
  const file = exported(store);
  erase(store);
  assert.deepEqual(store.keys(), []);
  merge(store, imported(file));
  assert.equal(desk(store).copy.values["f.name"].length, 100_000);
});

// --- the desk

test("two tabs that write different fields keep both", () => {
  const backend = memoryBackend();
  const [a, b] = [new Store(() => backend), new Store(() => backend)].map((store) => desk(store));
  a.set("f.name", "first");
  a.flush();
  b.refresh();
  a.set("f.name", "a");
  b.set("f.day", "2026-01-02");
  b.flush();
  a.flush();
  assert.deepEqual({ ...desk(new Store(() => backend)).copy.values }, { "f.name": "a", "f.day": "2026-01-02" });
});

test("words another tab wrote over unawares are written again, rows are not doubled", () => {
  const backend = memoryBackend();
  const one = desk(new Store(() => backend));
  one.set("f.name", "first");
  one.flush();
  const stale = backend.get("amatmida/worksheet/demo");
  one.set("f.name", "mine");
  one.setRows("t", (rows) => [...rows, { id: "ra", cells: {} }], rowsOf(TABLE, one.copy));
  one.flush();
  one.refresh();
  assert.equal(one.copy.rows.t.length, 4);
  one.set("f.name", "mine again");
  one.flush();
  backend.set("amatmida/worksheet/demo", stale);
  one.refresh();
  assert.equal(desk(new Store(() => backend)).copy.values["f.name"], "mine again");
});

test("rows added in two tabs are both there", () => {
  const backend = memoryBackend();
  const [a, b] = [0, 1].map(() => desk(new Store(() => backend)));
  a.set("f.name", "x");
  a.flush();
  b.refresh();
  const first = rowsOf(TABLE, a.copy);
  a.setRows("t", (rows) => [...rows, { id: "ra", cells: { what: "a" } }], first);
  b.setRows("t", (rows) => [...rows, { id: "rb", cells: { what: "b" } }], first);
  a.flush();
  b.flush();
  assert.deepEqual(b.copy.rows.t.map(({ id }) => id), ["s1", "s2", "s3", "ra", "rb"]);
});

test("copies are added, duplicated, renamed, deleted and brought back", () => {
  const one = desk();
  one.set("f.name", "x");
  one.duplicate();
  one.rename("  Second  ");
  one.add({});
  assert.deepEqual(one.copies.map(({ name }) => name), ["Copy 1", "Second", "Copy 3"]);
  one.open(one.copies[1].id);
  assert.equal(one.copy.values["f.name"], "x");
  one.remove();
  assert.deepEqual(one.copies.map(({ name }) => name), ["Copy 1", "Copy 3"]);
  one.undo();
  assert.deepEqual([one.copy.name, one.copy.values["f.name"], one.canUndo], ["Second", "x", false]);
  one.rename("   ");
  assert.equal(one.copy.name, "Second");
});

test("a deleted row and a cleared form come back", () => {
  const one = desk();
  one.set("f.name", "x");
  const rows = rowsOf(TABLE, one.copy);
  one.removeRow("t", rows[0], 0, rows);
  assert.equal(one.copy.rows.t.length, 2);
  one.set("f.day", "typed meanwhile");
  one.undo();
  assert.deepEqual([one.copy.rows.t[0].cells.what, one.copy.values["f.day"]], ["Report", "typed meanwhile"]);
  one.replace({ values: {}, rows: {} });
  assert.equal(isEmpty(one.copy), true);
  one.undo();
  assert.equal(one.copy.values["f.name"], "x");
});

test("what was saved under an earlier id comes along once", () => {
  const store = new Store(memoryBackend);
  store.write("worksheet/older", record(copy({ "f.name": "old" })));
  assert.equal(desk(store).copy.values["f.name"], "old");
  assert.deepEqual(store.keys(), ["worksheet/demo"]);
});

test("a full browser keeps what is typed until the page closes, deletions too", () => {
  const backend = memoryBackend();
  const full = { ...backend, set: (key, value) => { if (value.length > 400) throw new Error("quota"); backend.set(key, value); } };
  const store = new Store(() => full);
  const one = desk(store);
  one.set("f.name", "y".repeat(1000));
  one.flush();
  assert.equal(store.notices.has("full"), true);
  one.refresh();
  assert.equal(one.copy.values["f.name"].length, 1000);
  one.set("f.name", "");
  one.flush();
  assert.equal(desk(store).copy.values["f.name"], "");
});

// --- files

test("a file goes out and comes back", () => {
  const filled = copy({ "f.name": '=1+1 <b> "x" 😀 \u202e', "f.who": ["a", "b"] }, { t: [{ id: "r", cells: { what: "y" } }] });
  const read = sheetFromFile(sheetFile(DATA, filled, "2026-11-21"), DATA);
  assert.deepEqual([read.copy.values, read.copy.rows, read.saved, read.left], [filled.values, filled.rows, "2026-11-21", []]);
});

const file = (changes) => JSON.stringify({ ...JSON.parse(sheetFile(DATA, copy({ "f.name": "x" }), "2026-11-21")), ...changes });
const REFUSED = [
  ["not_json", "{"], ["not_json", ""], ["not_ours", "[]"], ["not_ours", "null"], ["not_ours", "{}"], ["not_ours", '{"format":"amatmida-progress","v":1}'],
  ["newer_file", file({ v: 2 })], ["not_ours", file({ v: 0 })], ["wrong_sheet", file({ worksheet: "other" })], ["not_ours", file({ worksheet: 5 })],
  ["bad_value", file({ values: { "f.name": { x: 1 } } })], ["bad_value", file({ values: [] })], ["bad_value", file({ rows: { t: {} } })],
  ["bad_value", file({}).replace('"f.name"', '"__proto__"')], ["bad_value", file({}).replace('"f.name"', '"f.constructor"')],
  ["too_big", " ".repeat(8 * 1024 * 1024 + 1)],
];
for (const [code, text] of REFUSED) test(`refuses ${code}: ${text.slice(0, 40).trim()}`, () => assert.throws(() => sheetFromFile(text, DATA), { code }));

test("parts of another day's form are left out by name, and earlier ids are taken", () => {
  const read = sheetFromFile(file({ worksheet: "older", values: { "f.name": "x", "f.gone": "y" }, rows: { f: [] } }), DATA);
  assert.deepEqual([read.copy.values, read.left], [{ "f.name": "x" }, ["f.gone", "f"]]);
  assert.equal({}.polluted, undefined);
});

test("tables as rows for a spreadsheet", () => {
  const filled = copy({ "s.i1": "yes", "s.i1.note": "minutes" }, { t: [{ id: "r", cells: { what: "=1+1", n: "1,000", often: "weekly" } }, { id: "e", cells: {} }] });
  assert.deepEqual(csvRows(DATA, filled, TABLE), [["What", "N", "Often", "Year", "Half"], ["=1+1", "1,000", "Weekly", "52000", "26000"]]);
  assert.deepEqual(csvRows(DATA, filled, SCALE)[1].slice(1), ["One", "Yes", "2", "minutes"]);
});

test("the Word document holds every section", () => {
  const doc = wordDocument(DATA, copy({ "f.name": "x", "d.q1": "no" }), "today");
  assert.deepEqual(doc.blocks.filter(({ level }) => level === 1).map(({ text }) => text), DATA.sections.map(({ title }) => title));
  assert.deepEqual(doc.blocks[1].rows[0], ["Name", "x"]);
});

test("rows of other worksheets are offered once, as words", () => {
  const store = new Store(memoryBackend);
  store.write("worksheet/other", record({ ...copy({ "c.name": "Wait", "c.kind": "k1" }), id: "ca" }, { ...copy({}, { l: [{ id: "r", cells: { x: "Row" } }] }), id: "cb" }));
  const take = { worksheet: "other", section: "c", title: "Other", form: true, columns: { what: "name", kind: "kind" }, labels: { kind: { k1: "Kind one" } } };
  assert.deepEqual(offered(take, store, []).rows, [{ what: "Wait", kind: "Kind one" }]);
  assert.deepEqual(offered(take, store, [{ id: "z", cells: { what: "Wait", kind: "Kind one" } }]), { known: true, rows: [] });
  assert.deepEqual(offered({ ...take, section: "l", form: false, columns: { what: "x" } }, store, []).rows, [{ what: "Row" }]);
  assert.deepEqual(offered({ ...take, worksheet: "none" }, store, []), { known: false, rows: [] });
});
void FORM;
