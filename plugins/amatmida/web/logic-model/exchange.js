// @ts-check
/** @import {Model} from "./logic-model" */
/** @import {Lab} from "./fields.js" */
// Out to files, links and paper, and in from files and outlines. What comes in becomes a model of its own: the one that is
// open is never touched. The code that makes each thing is loaded when it is asked for.

import { node } from "../shared/node.js";
import { say, turn } from "../shared/say.js";
import { button, labelled } from "./fields.js";
import { Refusal, readModel, soundModel } from "./guard.js";
import { KINDS, MOST } from "./model.js";

/** @typedef {Lab & {take(model: Model, words: string): void}} Doors */

/** A name for files that every system takes. @param {string} title */
const fileName = (title) => title.replace(/[\\/:*?"<>|\u0000-\u001f.]/g, " ").replace(/\s+/g, " ").trim().slice(0, 60) || "logic-model";

/** What each button makes. @type {Record<string, (model: Model, t: Record<string, any>) => Promise<{blob: Blob, end: string}>>} */
const MAKERS = {
  json: async (model) => ({ blob: new Blob([(await import("./formats.js")).asJson(model)], { type: "application/json" }), end: "json" }),
  csv: async (model, t) => {
    const [{ asRows }, { csvText }] = await Promise.all([import("./formats.js"), import("../shared/csv.js")]);
    return { blob: new Blob([csvText(asRows(model, t))], { type: "text/csv" }), end: "csv" };
  },
  mermaid: async (model, t) => ({ blob: new Blob([(await import("./formats.js")).asMermaid(model, t)], { type: "text/plain" }), end: "mmd" }),
  svg: async (model, t) => ({ blob: new Blob([(await (await import("./export.js")).svgOf(model, t)).svg], { type: "image/svg+xml" }), end: "svg" }),
  png: async (model, t) => ({ blob: (await (await import("./export.js")).pngOf(model, t)).blob, end: "png" }),
  word: async (model, t) => ({ blob: await (await import("./export.js")).wordOf(model, t), end: "docx" }),
};

/** @param {Lab} lab @param {string} kind */
async function download(lab, kind) {
  try {
    const { blob, end } = await MAKERS[kind](lab.model, lab.t);
    const name = `${fileName(lab.model.title)}.${end}`;
    (await import("../shared/download.js")).download(blob, name);
    lab.tell(say(lab.t.exported, { file: name }));
  } catch {
    lab.tell(lab.t.export_failed);
  }
}

/** Say why something was refused. @param {Lab} lab @param {unknown} problem */
export function explain({ t, tell }, problem) {
  const { code, values } = problem instanceof Refusal ? problem : { code: "not_json", values: {} };
  tell(`${say(t.refused[code], values)} ${t.untouched}`);
}

/** @param {Lab} lab @param {number} hidden */
export const cleaned = ({ t }, hidden) => (hidden ? ` ${say(t.cleaned, { n: hidden })}` : "");

/** @param {Doors} lab */
export function exchange(lab) {
  const { t } = lab;
  const files = Object.keys(MAKERS).map((kind) => button(t.export_as[kind], () => void download(lab, kind)));
  return node(
    "div",
    {},
    node("p", { class: "amat-part-title" }, t.export),
    node("div", { class: "amat-actions" }, ...files),
    ...printing(lab),
    ...sharing(lab),
    node("p", { class: "amat-part-title" }, t.import),
    ...opening(lab),
  );
}

/** @param {Lab} lab */
function printing(lab) {
  const { t } = lab;
  const paper = node("select", {}, ...["A4", "A3"].map((size) => node("option", {}, size)));
  const print = async () => (await import("./print.js")).printModel(lab.model, t, paper.value);
  return [node("div", { class: "amat-row-of-fields" }, labelled(t.paper, paper), button(t.print, () => void print()))];
}

/** @param {Lab} lab */
function sharing(lab) {
  const { t } = lab;
  const link = node("input", { type: "text", readonly: true, dir: "ltr" });
  const result = node("div", { hidden: true }, labelled(t.share_link, link));
  const note = node("p", { class: "amat-small" });
  result.append(note);
  const share = async () => {
    const { LONG, toFragment } = await import("./share.js");
    // A copy in a folder sends people to the site itself, where it knows it.
    const home = location.protocol === "file:" ? /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"))?.href : "";
    link.value = (home || location.href.split("#")[0]) + (await toFragment(lab.model));
    note.textContent = link.value.length > LONG ? t.share_long : "";
    result.hidden = false;
    link.select();
    await navigator.clipboard?.writeText(link.value).then(() => lab.tell(t.share_copied), () => lab.tell(t.share_ready));
  };
  return [node("p", { class: "amat-part-title" }, t.share), node("p", { class: "amat-small" }, t.share_warning), node("div", { class: "amat-actions" }, button(t.share_do, () => void share())), result];
}

/** @param {Lab} lab @param {File} file JSON, or a table */
async function readFile({ model, t }, file) {
  const text = await file.text();
  if (!/\.csv$/i.test(file.name)) return readModel(text);
  const title = file.name.replace(/\.csv$/i, "");
  return (await import("./table.js")).readTable(text, { id: "model", title, lang: model.lang, t });
}

/** @param {Doors} lab */
function opening(lab) {
  const { t, take } = lab;
  const read = async () => {
    const file = picker.files?.[0];
    if (!file) return;
    try {
      if (file.size > MOST.bytes) throw new Refusal("too_big");
      const { model, hidden } = await readFile(lab, file);
      take(model, say(t.imported, { n: model.nodes.length }) + cleaned(lab, hidden));
    } catch (problem) {
      explain(lab, problem);
    }
    picker.value = "";
  };
  const picker = node("input", { type: "file", accept: ".json,.csv,application/json,text/csv", hidden: true, "aria-label": t.import_json, change: () => void read() });
  const text = node("textarea", { rows: 6, placeholder: t.outline_hint });
  text.addEventListener("input", () => turn(text, text.value, lab.dir));
  const outline = async () => {
    const { fromOutline } = await import("./outline.js");
    try {
      const { model, hidden } = soundModel(fromOutline(text.value, { id: "model", title: "", lang: lab.model.lang, kinds: t.kinds }));
      if (!model.nodes.length) return lab.tell(t.outline_empty);
      take(model, say(t.imported, { n: model.nodes.length }) + cleaned(lab, hidden));
      text.value = "";
    } catch (problem) {
      explain(lab, problem);
    }
  };
  const columns = KINDS.map((kind) => t.kinds[kind]).join(", ");
  return [
    node("div", { class: "amat-actions" }, button(t.import_json, () => picker.click()), picker),
    node("div", {}, labelled(t.outline, text, "is-long"), node("p", { class: "amat-small" }, say(t.outline_help, { kinds: columns })), button(t.outline_do, () => void outline())),
  ];
}
