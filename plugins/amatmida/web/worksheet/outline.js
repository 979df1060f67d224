// @ts-check
/** @import {Copy, Field, Row, Section, SheetData} from "./worksheet" */
// Answers as files: the blocks of a Word document, the rows of a table, the JSON to go on with.

import { VERSION, own } from "../shared/records.js";
import { say } from "../shared/say.js";
import { lines, lookup, noteOf, rowWords, wordsOf } from "./compose.js";
import { bandOf, filledRows, formatted, rowsOf, scored, totals, way } from "./logic.js";

export const FORMAT = "amatmida-worksheet";

/** @param {{label: string, unit?: string}} column */
const headed = ({ label, unit }) => (unit ? `${label} (${unit})` : label);

/** @param {SheetData} data @param {Copy} copy @param {string} today @returns {any} see shared/word.js */
export function wordDocument(data, copy, today) {
  const blocks = data.sections.flatMap((section) => [{ kind: "heading", level: 1, text: section.title }, ...sectionBlocks(data, copy, section)]);
  return { lang: data.lang, title: data.title, subtitle: [copy.name, today].filter(Boolean).join(" · "), blocks, footer: data.strings.file_is };
}

/** A letter or a composed document by itself. @param {SheetData} data @param {Copy} copy @param {Section} section @returns {any} */
export function partDocument(data, copy, section) {
  const title = section.kind === "document" ? section.heading : section.title;
  return { lang: data.lang, title, untitled: section.kind === "letter", blocks: sectionBlocks(data, copy, section), footer: section.notice ?? "" };
}

/** @param {SheetData} data @param {Copy} copy @param {Section} section @returns {any[]} */
function sectionBlocks(data, copy, section) {
  if (section.kind === "form") return [formTable(data, copy, section)];
  if (section.kind === "table") return [rowTable(data, copy, section)];
  if (section.kind === "scored") return scoredBlocks(data, copy, section);
  if (section.kind === "tree") return treeBlocks(data, copy, section);
  if (section.kind === "letter") return textBlocks(data, copy, section.text);
  const notice = section.notice ? [{ kind: "text", text: section.notice, strong: true }] : [];
  return [...notice, ...section.blocks.flatMap((block) => documentBlock(data, copy, block))];
}

/** @param {SheetData} data @param {Copy} copy @param {Section} section */
function formTable(data, copy, section) {
  const rows = section.fields.map((field) => [headed(field), wordsOf(field, own(copy.values, `${section.id}.${field.id}`), data.lang)]);
  return { kind: "table", head: [], rows };
}

/** @param {SheetData} data @param {Copy} copy @param {Section} section @param {string[]} [only] ids of columns */
function rowTable(data, copy, section, only = []) {
  const all = [...section.columns, ...(section.compute ?? [])];
  const columns = only.length ? only.flatMap((id) => all.find((column) => column.id === id) ?? []) : all;
  const filled = filledRows(rowsOf(section, copy));
  const rows = filled.map((row) => rowWords(section, row, data.lang)).map((words) => columns.map(({ id }) => words[id]));
  const blank = rows.length ? [] : Array(section.rows).fill(columns.map(() => ""));
  return { kind: "table", head: columns.map(headed), rows: [...rows, ...blank, ...totalRow(data, section, filled, columns)] };
}

/** @param {SheetData} data @param {Section} section @param {Row[]} rows @param {Array<{id: string}>} columns */
function totalRow(data, section, rows, columns) {
  const sums = totals(section, rows).filter(({ sum }) => sum !== null);
  if (!sums.length) return [];
  const words = columns.map(({ id }, n) => {
    const found = sums.find(({ column }) => column.id === id);
    if (found) return formatted(Number(found.sum), data.lang, "decimals" in found.column ? found.column.decimals : 2);
    return n ? "" : data.strings.total_row;
  });
  return [words];
}

/** @param {SheetData} data @param {Copy} copy @param {Section} section @param {{id: string, text: string, code?: string}} item @returns {string[]} */
function judged({ sections: _, ...data }, copy, section, item) {
  const step = section.scale.find(({ id }) => id === own(copy.values, `${section.id}.${item.id}`));
  const note = section.evidence ? [noteOf(copy, `${section.id}.${item.id}`)] : [];
  return [item.code ?? "", item.text, step?.label ?? "", ...note];
}

/** @param {SheetData} data @param {Copy} copy @param {Section} section */
function scoredBlocks(data, copy, section) {
  const { strings } = data;
  const head = [strings.code, strings.statement, strings.judgement, ...(section.evidence ? [strings.evidence] : [])];
  const groups = [...new Set(section.items.map(({ group }) => group ?? ""))];
  const tables = groups.flatMap((group) => {
    const items = section.items.filter((item) => (item.group ?? "") === group);
    const table = { kind: "table", head, rows: items.map((item) => judged(data, copy, section, item)) };
    return group ? [{ kind: "heading", level: 2, text: group }, table] : [table];
  });
  return [...tables, { kind: "heading", level: 2, text: strings.summary }, ...summaryBlocks(data, copy, section)];
}

/** @param {SheetData} data @param {Copy} copy @param {Section} section */
function summaryBlocks({ strings }, copy, section) {
  const { all, group, stage } = scored(section, copy);
  const line = (/** @type {import("./logic.js").Sum} */ sum) => {
    const percent = sum.percent === null ? strings.summary_none : say(strings.summary_line, { percent: sum.percent, n: sum.n, of: sum.of });
    return [sum.name || strings.summary_all, percent, bandOf(section, sum.percent)];
  };
  const rows = [all, ...group, ...stage].map(line);
  return [{ kind: "table", head: [strings.subject, strings.result, strings.summary_what], rows }, { kind: "text", text: strings.summary_note }];
}

/** @param {SheetData} data @param {Copy} copy @param {Section} section */
function treeBlocks({ strings }, copy, section) {
  const { path, at } = way(section, copy);
  const items = path.map(({ node, answer }) => say(strings.answered, { ask: node.ask ?? "", answer: answer.label }));
  const list = items.length ? [{ kind: "list", ordered: true, items }] : [];
  if (!at.end) return [...list, { kind: "text", text: strings.open_question }];
  const todo = at.do?.length ? [{ kind: "text", text: strings.do }, { kind: "list", items: at.do }] : [];
  return [...list, { kind: "text", strong: true, text: `${strings.end}: ${at.end}` }, ...todo];
}

/** @param {SheetData} data @param {Copy} copy @param {string} text */
function textBlocks(data, copy, text) {
  return lines(text, (name) => lookup(data, copy, name), data.strings.not_filled).map((line) => ({ kind: "text", text: line }));
}

/** @param {SheetData} data @param {Copy} copy @param {import("./worksheet").Block} block @returns {any[]} */
function documentBlock(data, copy, block) {
  if (block.heading) return [{ kind: "heading", level: block.level ?? 1, text: block.heading }];
  if (block.text) return textBlocks(data, copy, block.text).filter(({ text }) => text);
  const table = block.table && data.sections.find(({ id }) => id === block.table);
  if (table) return [rowTable(data, copy, table, block.columns)];
  const answer = (/** @type {string} */ name) => lookup(data, copy, name);
  const items = (block.list ?? []).map((one) => lines(one, answer, data.strings.not_filled).join(" "));
  return [{ kind: "list", ordered: Boolean(block.ordered), items }];
}

/** The rows of one table or scored section, head first. @param {SheetData} data @param {Copy} copy @param {Section} section @returns {string[][]} */
export function csvRows(data, copy, section) {
  if (section.kind === "table") {
    const columns = [...section.columns, ...(section.compute ?? [])];
    const rows = filledRows(rowsOf(section, copy)).map((row) => csvRow(data, section, row));
    return [columns.map(headed), ...rows];
  }
  const { strings } = data;
  const head = [strings.code, strings.statement, strings.judgement, strings.score, ...(section.evidence ? [strings.evidence] : [])];
  const rows = section.items.map((item) => {
    const [code, text, label, ...note] = judged(data, copy, section, item);
    const step = section.scale.find(({ id }) => id === own(copy.values, `${section.id}.${item.id}`));
    return [code, text, label, String(step?.score ?? ""), ...note];
  });
  return [head, ...rows];
}

/** Numbers without separators, days as they are saved: for a spreadsheet. @param {SheetData} data @param {Section} section @param {Row} row */
function csvRow(data, section, row) {
  const words = rowWords(section, row, "en");
  const day = (/** @type {Field} */ { id, type }) => (type === "date" ? (own(row.cells, id) ?? "") : words[id]);
  return [...section.columns.map(day), ...(section.compute ?? []).map(({ id }) => words[id].replaceAll(",", ""))];
}

/** The file to go on with later, here or on another device. @param {SheetData} data @param {Copy} copy @param {string} saved date */
export function sheetFile(data, copy, saved) {
  const { worksheet, lang, title } = data;
  return JSON.stringify({ format: FORMAT, v: VERSION, worksheet, title, lang, name: copy.name, saved, values: copy.values, rows: copy.rows }, null, 1);
}
