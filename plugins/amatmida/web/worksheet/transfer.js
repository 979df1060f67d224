// @ts-check
/** @import {Copy, Section, SheetData} from "./worksheet" */
// A saved file back into a form: only when every part of it is sound, and only what belongs to the form of today.

import { VERSION, isRecord } from "../shared/records.js";
import { rowsFrom, valuesFrom } from "./saved.js";
import { FORMAT } from "./outline.js";

export const MOST_BYTES = 8 * 1024 * 1024;

/** Why a file was refused; `code` is the name of the sentence to show. */
export class SheetRefusal extends Error {
  /** @param {string} code @param {string} [name] */
  constructor(code, name = "") {
    super(code);
    this.code = code;
    this.about = name.replace(/[\u0000-\u001f]/g, " ").slice(0, 80);
  }
}

/** @param {string} text @returns {unknown} */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new SheetRefusal("not_json");
  }
}

/**
 * @param {string} text the file
 * @param {SheetData} data the form of today
 * @returns {{copy: Pick<Copy, "name" | "values" | "rows">, saved: string, left: string[]}} throws SheetRefusal
 */
export function sheetFromFile(text, data) {
  if (text.length > MOST_BYTES) throw new SheetRefusal("too_big");
  const file = parsed(text.replace(/^\ufeff/, ""));
  if (!isRecord(file) || !Object.hasOwn(file, "format") || file.format !== FORMAT) throw new SheetRefusal("not_ours");
  if (Number(file.v) > VERSION) throw new SheetRefusal("newer_file");
  if (file.v !== VERSION || typeof file.worksheet !== "string") throw new SheetRefusal("not_ours");
  if (file.worksheet !== data.worksheet && !data.was.includes(file.worksheet)) throw new SheetRefusal("wrong_sheet", String(file.title ?? file.worksheet));
  const [values, rows] = [valuesFrom(file.values ?? {}), rowsFrom(file.rows ?? {})];
  if (!values || !rows) throw new SheetRefusal("bad_value", values ? "rows" : "values");
  const saved = /^\d{4}-\d{2}-\d{2}/.exec(String(file.saved ?? ""))?.[0] ?? "";
  const { left, ...fit } = fitted(values, rows, data);
  return { copy: { name: typeof file.name === "string" ? file.name.slice(0, 200) : "", ...fit }, saved, left };
}

/** What belongs to the form of today, and the names of what does not. @param {Copy["values"]} values @param {Copy["rows"]} rows @param {SheetData} data */
export function fitted(values, rows, data) {
  const names = new Set(data.sections.flatMap(namesOf));
  const tables = new Set(data.sections.filter(({ kind }) => kind === "table").map(({ id }) => id));
  const left = [...Object.keys(values).filter((name) => !names.has(name)), ...Object.keys(rows).filter((id) => !tables.has(id))];
  return {
    values: Object.fromEntries(Object.entries(values).filter(([name]) => names.has(name))),
    rows: Object.fromEntries(Object.entries(rows).filter(([id]) => tables.has(id))),
    left,
  };
}

/** @param {Section} section @returns {string[]} */
function namesOf(section) {
  const { id, kind } = section;
  if (kind === "form") return section.fields.map((field) => `${id}.${field.id}`);
  if (kind === "scored") return section.items.flatMap((item) => [`${id}.${item.id}`, `${id}.${item.id}.note`]);
  return kind === "tree" ? section.nodes.map((node) => `${id}.${node.id}`) : [];
}
