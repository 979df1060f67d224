// The logic model without a page: edits, undoing, what may come in, what goes out, where things stand.

import assert from "node:assert/strict";
import { test } from "node:test";

import { History } from "../../plugins/amatmida/web/logic-model/history.js";
import { asDocument, asJson, asMermaid, asRows, sentence } from "../../plugins/amatmida/web/logic-model/formats.js";
import { picture } from "../../plugins/amatmida/web/logic-model/figure.js";
import { Refusal, readModel, soundModel } from "../../plugins/amatmida/web/logic-model/guard.js";
import { arrow } from "../../plugins/amatmida/web/logic-model/arrows.js";
import { layout, wrap } from "../../plugins/amatmida/web/logic-model/layout.js";
import * as m from "../../plugins/amatmida/web/logic-model/model.js";
import { fromOutline } from "../../plugins/amatmida/web/logic-model/outline.js";
import { fromFragment, toFragment } from "../../plugins/amatmida/web/logic-model/share.js";
import { Shelf } from "../../plugins/amatmida/web/logic-model/shelf.js";
import { readTable } from "../../plugins/amatmida/web/logic-model/table.js";
import { csvText } from "../../plugins/amatmida/web/shared/csv.js";
import { csvRows } from "../../plugins/amatmida/web/shared/csv-read.js";
import { Store, memoryBackend } from "../../plugins/amatmida/web/shared/store.js";

const kinds = Object.fromEntries(m.KINDS.map((kind) => [kind, `<${kind}>`]));
const T = {
  kinds, untitled: "untitled", empty: "(empty)", part: { nodes: "card", links: "link", assumptions: "assumption", external: "external", indicators: "indicator" },
  part_many: { assumptions: "A", external: "X", indicators: "I" }, head: { part: "part" }, card: {}, indicator_kinds: {}, if_then: "if {from} then {to}", if_then_because: "if {from} then {to} because {because}",
  from_to: "{from} > {to}", figure_desc: "{n} {links}", statements: "S", whole_model: "W", about_link: "L", made_here: "M", cards: "C",
};

/** Four cards in a row: a → b → c → d. */
function chain() {
  let model = m.emptyModel("m-1", "דגם", "he");
  for (const [n, kind] of ["input", "activity", "output", "outcome-short"].entries()) model = m.addNode(model, kind, `כרטיס ${n}`, "abcd"[n]);
  for (const [from, to] of ["ab", "bc", "cd"]) model = m.addLink(model, from, to);
  return model;
}

test("an edit leaves the model before it as it was", () => {
  const before = chain();
  const text = JSON.stringify(before);
  for (const after of [m.editNode(before, "a", "x"), m.placeNode(before, "a", "output", 0), m.removeNode(before, "b"), m.removeLink(before, "a", "b"), m.addIndicator(before, "d")]) assert.notEqual(JSON.stringify(after), text);
  assert.equal(JSON.stringify(before), text);
});

test("a card takes along everything that hangs on it", () => {
  let model = m.addIndicator(m.addCondition(chain(), "assumptions", ["b", "c"]), "b");
  model = m.argue(model, "dead-end", [model.indicators[0].id], "כי");
  assert.deepEqual(m.goesWith(model, "b"), { links: 2, conditions: 1, indicators: 1 });
  const after = m.removeNode(model, "b");
  assert.deepEqual([after.nodes.length, after.links.length, after.assumptions.length, after.indicators.length, after.argued.length], [3, 1, 0, 0, 0]);
});

test("a card goes to a place of another column and back", () => {
  let model = m.addNode(m.addNode(chain(), "output", "x", "x"), "output", "y", "y");
  model = m.placeNode(model, "a", "output", 1);
  assert.deepEqual(m.column(model, "output").map(({ id }) => id), ["c", "a", "x", "y"]);
  model = m.placeNode(model, "a", "output", 3);
  assert.deepEqual(m.column(model, "output").map(({ id }) => id), ["c", "x", "y", "a"]);
});

test("no link to itself, twice, or in a circle", () => {
  assert.equal(m.whyNoLink(chain(), "a", "a"), "link_self");
  assert.equal(m.whyNoLink(chain(), "a", "b"), "link_twice");
  assert.equal(m.whyNoLink(chain(), "d", "a"), "link_circle");
  assert.equal(m.whyNoLink(chain(), "a", "d"), "");
});

test("ids stay unique after deleting", () => {
  let model = m.addNode(m.addNode(m.emptyModel("m", "", "he"), "input", "1"), "input", "2");
  model = m.addNode(m.removeNode(model, "n1"), "input", "3");
  assert.equal(new Set(model.nodes.map(({ id }) => id)).size, 2);
});

test("undo and redo; typing on in one field is one step", () => {
  const history = new History(chain());
  const first = history.model;
  for (const text of ["ש", "של", "שלו"]) history.push(m.editNode(history.model, "a", text), "text a");
  history.push(m.editNode(history.model, "b", "x"), "text b");
  history.undo();
  assert.equal(history.model.nodes[0].text, "שלו");
  history.undo();
  assert.equal(history.model, first);
  assert.equal(history.undo(), null);
  history.redo();
  assert.equal(history.model.nodes[0].text, "שלו");
  history.push(m.editNode(history.model, "a", "new"), "text a");
  assert.equal(history.redo(), null, "a new edit ends what could be redone");
  history.undo();
  assert.equal(history.model.nodes[0].text, "שלו");
});

test("what goes out as JSON comes in the same", () => {
  const model = m.addIndicator(m.addCondition(chain(), "external", null), "d");
  assert.deepEqual(readModel(asJson(model)), { model, hidden: 0 });
});

/** @param {unknown} value */
const refusal = (value) => {
  try {
    typeof value === "string" ? readModel(value) : soundModel(value);
  } catch (problem) {
    assert.ok(problem instanceof Refusal, String(problem));
    return problem.code;
  }
  return "";
};
const node = (id, more = {}) => ({ id, kind: "input", text: id, ...more });

test("what cannot be a model is refused by name", () => {
  const cases = {
    not_json: ["", "{", "[1,", "<script>"],
    not_model: ["null", "[]", "7", '"x"', "{}", '{"nodes":[]}', '{"v":0,"nodes":[]}', { v: 1, nodes: {} }, { v: 1, nodes: [1] }, { v: 1, nodes: [], links: "x" }, { v: 1, nodes: [node("a")], assumptions: [{ id: "x", on: ["a"], text: "" }] }],
    newer_model: [{ v: 2, nodes: [] }, { v: "99", nodes: [] }],
    too_big: [`{"v":1,"nodes":[],"x":"${"א".repeat(600_000)}"}`],
    unknown_part: [{ v: 1, nodes: [], extra: 1 }, '{"v":1,"nodes":[],"__proto__":{"x":1}}', { v: 1, nodes: [node("a", { onclick: "x" })] }, '{"v":1,"nodes":[{"id":"a","kind":"input","text":"","constructor":{}}]}'],
    bad_id: [{ v: 1, nodes: [node("__proto__")] }, { v: 1, nodes: [node("constructor")] }, { v: 1, nodes: [node("A b")] }, { v: 1, nodes: [node("x".repeat(65))] }, { v: 1, id: "../x", nodes: [] }],
    bad_kind: [{ v: 1, nodes: [node("a", { kind: "goal" })] }, { v: 1, nodes: [node("a", { kind: "toString" })] }],
    bad_text: [{ v: 1, nodes: [node("a", { text: { toString: 1 } })] }, { v: 1, title: 7, nodes: [] }],
    long_text: [{ v: 1, nodes: [node("a", { text: "x".repeat(601) })] }],
    many_nodes: [{ v: 1, nodes: Array.from({ length: 10_000 }, (_, n) => node(`n${n}`)) }],
    twice: [{ v: 1, nodes: [node("a"), node("a")] }, { v: 1, nodes: [node("a"), node("b")], links: [{ from: "a", to: "b" }, { from: "a", to: "b" }] }],
    lost_end: [{ v: 1, nodes: [node("a")], links: [{ from: "a", to: "b" }] }, { v: 1, nodes: [], indicators: [{ id: "i", measures: "a", kind: "output" }] }],
    circle: [{ v: 1, nodes: [node("a"), node("b"), node("c")], links: [{ from: "a", to: "b" }, { from: "b", to: "c" }, { from: "c", to: "b" }] }, { v: 1, nodes: [node("a")], links: [{ from: "a", to: "a" }] }],
  };
  for (const [code, values] of Object.entries(cases)) for (const value of values) assert.equal(refusal(value), code, JSON.stringify(value)?.slice(0, 90));
});

test("script stays a text, hidden direction signs go and are counted", () => {
  const { model, hidden } = soundModel({ v: 1, title: "\u202eabc\u2066", nodes: [node("a", { text: "<img src=x onerror=alert(1)>\u202e\n\nx" })] });
  assert.equal(model.nodes[0].text, "<img src=x onerror=alert(1)> x");
  assert.equal(model.title, "abc");
  assert.equal(hidden, 3);
});

test("a figure holds no markup of a person's, and says each text's direction", () => {
  const model = m.addNode(m.addNode(chain(), "input", '<script>alert("1")</script>'), "input", "Only English");
  const { svg } = picture(model, T);
  assert.ok(!svg.includes("<script>") && svg.includes("&#60;script&#62;"));
  assert.match(svg, /<text [^>]*direction="rtl"[^>]*>כרטיס 0</);
  assert.match(svg, /<text [^>]*direction="ltr"[^>]*>Only English</);
});

test("columns run from the right in Hebrew and from the left in English", () => {
  const place = (lang) => layout({ ...chain(), lang }, { measure: (text) => text.length * 7, empty: "" });
  const xs = (lang) => place(lang).boxes.map(({ x }) => x);
  assert.deepEqual(xs("he"), [...xs("en")].reverse());
  assert.ok(xs("he")[0] > xs("he")[1]);
  const { boxes, arrows, width, height } = place("he");
  for (const box of boxes) assert.ok(box.x >= 0 && box.x + box.w <= width && box.y >= 0 && box.y + box.h <= height);
  assert.ok(arrows[0].d.startsWith(`M${boxes[0].x} `), "out of the left edge");
});

test("cards never overlap, however long their texts", () => {
  let model = m.emptyModel("m", "", "he");
  for (let n = 0; n < 60; n += 1) model = m.addNode(model, m.KINDS[n % 6], "מילה ".repeat(1 + ((n * 7) % 40)));
  const { boxes } = layout(model, { measure: (text) => text.length * 7, empty: "" });
  for (const a of boxes) for (const b of boxes) if (a !== b && a.x === b.x) assert.ok(a.y + a.h <= b.y || b.y + b.h <= a.y);
});

test("lines are no wider than the card, even of one long word", () => {
  for (const line of wrap(`${"א".repeat(100)} קצר`, 70, (text) => text.length * 7)) assert.ok(line.length <= 10);
});

test("an arrow back runs along the other edge", () => {
  const rect = (x) => ({ x, y: 0, w: 10, h: 10 });
  assert.ok(arrow(rect(0), rect(50), false).startsWith("M10 "));
  assert.ok(arrow(rect(50), rect(0), true).startsWith("M50 "));
  assert.ok(arrow(rect(50), rect(0), false).includes(" 10 5"));
});

test("an outline under the names of columns, and as a tree", () => {
  const about = { id: "m-1", title: "", lang: "he", kinds };
  const named = fromOutline("תשומות:\n- צוות\n- רכב\nתוצאות:\n1. פחות בדידות\n<outcome-long>\n* רווחה", about);
  assert.deepEqual(named.nodes.map(({ kind, text }) => [kind, text]), [["input", "צוות"], ["input", "רכב"], ["outcome-short", "פחות בדידות"], ["outcome-long", "רווחה"]]);
  const tree = fromOutline("Staff\n  Groups\n\tMeetings held\n  Visits", { ...about, lang: "en" });
  assert.deepEqual(tree.nodes.map(({ kind }) => kind), ["input", "activity", "output", "activity"]);
  assert.deepEqual(tree.links.map(({ from, to }) => from + to), ["n1n2", "n2n3", "n1n4"]);
  assert.equal(fromOutline(" \n\n", about).nodes.length, 0);
});

test("a link carries the whole model; one cut anywhere is told from one that is whole", async () => {
  const model = m.explainLink(chain(), "a", "b", "כי כך");
  const fragment = await toFragment(model);
  assert.match(fragment, /^#model=1\.[0-9a-z]+\.[\w-]+$/);
  assert.deepEqual((await fromFragment(fragment)).model, model);
  for (const end of [fragment.length - 1, fragment.length - 40, 30]) await assert.rejects(fromFragment(fragment.slice(0, end)), { code: "cut_link" });
  for (const bad of ["#model=", "#model=x", "#model=1.4", "#model=1.4.!!!!"]) await assert.rejects(fromFragment(bad), Refusal);
  await assert.rejects(fromFragment("#model=1.4.AAAA"), { code: "bad_link" });
  await assert.rejects(fromFragment(fragment.replace("=1.", "=2.")), { code: "newer_model" });
});

test("a link that unpacks to far too much is stopped", async () => {
  const many = { v: 1, title: "א".repeat(3_000_000), nodes: [] };
  await assert.rejects(fromFragment(await toFragment(many)), { code: "too_big" });
});

test("table, Mermaid, sentences, document", () => {
  const model = m.explainLink(m.addNode(chain(), "input", '=1+1 "x" #[a]'), "a", "b", "סיבה");
  const rows = asRows(model, T);
  assert.equal(rows.length, 1 + 5 + 3);
  assert.ok(rows.every((row) => row.length === rows[0].length && row.every((cell) => typeof cell === "string" || cell === undefined)));
  assert.ok(csvText(rows).includes(`"'=1+1 ""x"" #[a]"`));
  const mermaid = asMermaid(model, T);
  assert.match(mermaid, /flowchart RL/);
  assert.match(asMermaid({ ...model, lang: "en" }, T), /flowchart LR/);
  assert.ok(mermaid.includes("=1+1 #34;x#34; #35;#91;a#93;") && mermaid.includes("n1 --> n2"));
  assert.equal(sentence(model, model.links[0], T), "if כרטיס 0 then כרטיס 1 because סיבה");
  assert.equal(sentence(model, model.links[1], T), "if כרטיס 1 then כרטיס 2");
  assert.ok(asDocument(model, T).blocks.every(({ kind }) => ["heading", "list", "table", "picture", "text"].includes(kind)));
});

const HEADS = Object.fromEntries(["part", "id", "kind", "text", "from", "to", "because", "measures"].map((name) => [name, `head ${name}`]));
const NAMED = { ...T, head: HEADS, card: Object.fromEntries(m.CARD.map((name) => [name, `card ${name}`])), indicator_kinds: { outcome: "an outcome" } };

/** A model with one of everything, and texts that try a table's patience. */
function full() {
  let model = m.addNode(chain(), "input", '=1+1 "x", a;b', "e");
  model = m.addNode(model, "input", "-5", "f");
  model = m.explainLink(m.addIndicator(m.addCondition(m.addCondition(model, "assumptions", ["a", "b"]), "external", null), "d"), "a", "b", "@sum");
  return m.editIndicator(m.editCondition(model, "assumptions", "a7", 'מרכז "הדמיון", קו\u05f3'), model.indicators[0].id, { name: "-מדד", source: "=a" });
}

test("a table comes back as the model it was made from, also after a spreadsheet saved it its own way", () => {
  const model = full();
  const text = csvText(asRows(model, NAMED));
  const more = { id: "m-1", title: model.title, lang: "he", t: NAMED };
  assert.deepEqual(readTable(text, more).model, model);
  const cells = csvRows(text).map((row) => row.cells);
  const other = cells.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(";")).join("\n");
  assert.deepEqual(readTable(other, more).model, model);
  assert.deepEqual(readTable(cells.map((row) => row.join("\t")).join("\r"), more).model.nodes, model.nodes);
});

test("a table that is none is refused, with its line", () => {
  const [head, card, ...rest] = asRows(chain(), NAMED);
  const read = (/** @type {string[][]} */ ...rows) => () => readTable(csvText(rows), { id: "m", title: "", lang: "he", t: NAMED });
  assert.throws(() => readTable("", { id: "m", title: "", lang: "he", t: NAMED }), { code: "not_table" });
  assert.throws(read(["a", "b"], ["1", "2"]), { code: "not_table" });
  assert.throws(read(head.slice(0, -1), card), { code: "not_table", values: { name: `card ${m.CARD.at(-1)}` } });
  assert.throws(read(head, card, ["strange", ...card.slice(1)]), { code: "table_word", values: { n: 3, name: "strange" } });
  assert.throws(read(head, card.map((cell) => (cell === "<input>" ? "constructor" : cell))), { code: "table_word" });
  assert.throws(read(head, card, card), { code: "twice" });
  assert.throws(read(head, ...rest.filter((row) => row[0] === "link")), { code: "lost_end" });
  assert.throws(read(head, ...Array.from({ length: 500 }, (_, n) => card.map((cell) => (cell === "a" ? `n${n}` : cell)))), { code: "many_nodes" });
  assert.throws(() => readTable("\ufffd", { id: "m", title: "", lang: "he", t: NAMED }), { code: "table_letters" });
});

test("two tabs: the later save becomes a copy and nothing is lost", () => {
  const shelf = new Shelf(new Store(memoryBackend));
  const mine = chain();
  const { rev } = shelf.save(mine, 0, "copy");
  assert.equal(shelf.save(m.editNode(mine, "a", "other tab"), rev, "copy").copied, false);
  const late = shelf.save(m.editNode(mine, "a", "this tab"), rev, "copy");
  assert.equal(late.copied, true);
  const texts = shelf.list().map(({ model }) => [model.title, model.nodes[0].text]);
  assert.deepEqual(texts.sort(), [["copy", "this tab"], ["דגם", "other tab"]].sort());
});

test("a saved model that is damaged is set aside, not lost", () => {
  const backend = memoryBackend();
  const store = new Store(() => backend);
  backend.set("amatmida/model/m-1", '{"v":1,"rev":1,"at":1,"model":{"v":1,"nodes":[{"id":"__proto__"}]}}');
  assert.deepEqual(new Shelf(store).list(), []);
  assert.ok(store.notices.has("damaged") && backend.keys().some((key) => key.startsWith("amatmida/damaged/model/m-1")));
});
