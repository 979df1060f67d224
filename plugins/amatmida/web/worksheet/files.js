// @ts-check
/** @import {Host} from "./table-view.js" */
/** @import {Section} from "./worksheet" */
// Saving to files and opening them: what is loaded only when somebody asks for it.

import { node } from "../shared/node.js";
import { say } from "../shared/say.js";
import { dayOf, fileName } from "./compose.js";
import { isEmpty } from "./logic.js";

/** @returns {string} the day here, YYYY-MM-DD */
const today = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((one) => String(one).padStart(2, "0")).join("-");
};

export class Files {
  /** @param {Host} host */
  constructor(host) {
    this.host = host;
    const { strings, exports, sections } = host.desk.data;
    const button = (/** @type {string} */ words, /** @type {() => void} */ click) => node("button", { type: "button", class: "amat-button", click }, words);
    const tables = sections.filter(({ kind }) => kind === "table" || kind === "scored");
    // The picker itself is hidden and the button opens it: a styled button can be translated, the browser's cannot.
    this.picker = node("input", { type: "file", accept: ".json,application/json", hidden: true, "aria-label": strings.open_json, change: () => this.#opened() });
    this.question = node("div", { class: "amat-confirm", role: "group", hidden: true });
    this.bar = node("div", { class: "amat-files" },
      node("p", { class: "amat-sums-title" }, strings.exports),
      node("div", { class: "amat-actions" },
        exports.includes("docx") && button(strings.word, () => this.word()),
        ...(exports.includes("csv") ? tables.map((section) => button(say(strings.csv, { title: section.title }), () => this.#csv(section))) : []),
        exports.includes("json") && button(strings.json, () => this.#json()),
        exports.includes("json") && button(strings.open_json, () => this.picker.click()),
        button(strings.print, () => window.print()),
        this.picker),
      this.question);
  }

  /** @param {string} name @param {() => Promise<Blob>} make */
  async #save(name, make) {
    const { strings } = this.host.desk.data;
    try {
      const [{ download }, blob] = await Promise.all([import("../shared/download.js"), make()]);
      download(blob, name);
      this.host.announce(say(strings.exported, { file: name }));
    } catch {
      this.host.announce(strings.export_failed);
    }
  }

  /** @param {string} end @param {string} [title] */
  #name(end, title = "") {
    const { data, copy } = this.host.desk;
    return `${fileName(title || data.title, copy.name, today())}.${end}`;
  }

  /** The whole form, or one composed part of it. @param {Section} [section] */
  word = (section) =>
    this.#save(this.#name("docx", section && (section.heading ?? section.title)), async () => {
      const [{ wordBlob }, { partDocument, wordDocument }] = await Promise.all([import("../shared/word.js"), import("./outline.js")]);
      const { data, copy } = this.host.desk;
      return wordBlob(section ? partDocument(data, copy, section) : wordDocument(data, copy, dayOf(today(), data.lang)));
    });

  /** @param {Section} section */
  #csv(section) {
    return this.#save(this.#name("csv", section.title), async () => {
      const [{ csvText }, { csvRows }] = await Promise.all([import("../shared/csv.js"), import("./outline.js")]);
      const { data, copy } = this.host.desk;
      return new Blob([csvText(csvRows(data, copy, section))], { type: "text/csv;charset=utf-8" });
    });
  }

  #json() {
    return this.#save(this.#name("json"), async () => {
      const { sheetFile } = await import("./outline.js");
      const { data, copy } = this.host.desk;
      return new Blob([sheetFile(data, copy, today())], { type: "application/json" });
    });
  }

  async #opened() {
    const file = this.picker.files?.[0];
    if (!file) return;
    const { strings } = this.host.desk.data;
    const { MOST_BYTES, SheetRefusal, sheetFromFile } = await import("./transfer.js");
    try {
      if (file.size > MOST_BYTES) throw new SheetRefusal("too_big");
      const read = sheetFromFile(await file.text(), this.host.desk.data);
      const left = read.left.length ? ` ${say(strings.import_left, { n: read.left.length, names: read.left.slice(0, 8).join(", ") })}` : "";
      this.#ask(read, left);
    } catch (problem) {
      const { code, about } = problem instanceof SheetRefusal ? problem : { code: "not_json", about: "" };
      this.host.announce(`${say(strings[code], { name: about })} ${strings.import_failed}`);
    }
    this.picker.value = "";
  }

  /** Nothing that stands here is replaced unasked. @param {{copy: Pick<import("./worksheet").Copy, "name" | "values" | "rows">, saved: string}} read @param {string} left */
  #ask({ copy, saved }, left) {
    const { desk } = this.host;
    const { strings, lang } = desk.data;
    const done = (/** @type {() => void} */ act) => () => {
      this.question.hidden = true;
      act();
      this.host.changed(true);
      this.host.announce(strings.imported + left);
    };
    if (isEmpty(desk.copy)) return done(() => desk.replace(copy))();
    const words = say(strings.import_ask, { date: saved ? dayOf(saved, lang) : "–" });
    const button = (/** @type {string} */ label, /** @type {() => void} */ click) => node("button", { type: "button", class: "amat-button", click }, label);
    const another = button(strings.import_new, done(() => desk.add(copy)));
    const close = () => void (this.question.hidden = true);
    this.question.setAttribute("aria-label", words);
    this.question.replaceChildren(node("p", {}, words), another, button(strings.import_replace, done(() => desk.replace(copy))), button(strings.cancel, close));
    this.question.hidden = false;
    another.focus();
  }
}
