// @ts-check
/** @import {Host} from "./table-view.js" */
/** @import {Block, Piece, Section} from "./worksheet" */
// A letter or a document made from the answers while they are written.

import { all, node } from "../shared/node.js";
import { directionOf } from "../shared/say.js";
import { composed, lines, lookup, rowWords } from "./compose.js";
import { filledRows, rowsOf } from "./logic.js";

export class ComposedView {
  /** @param {HTMLElement} root @param {Section} section @param {Host & {word(section: Section): void}} host */
  constructor(root, section, host) {
    this.section = section;
    this.host = host;
    const { strings, exports } = host.desk.data;
    [this.place] = all(root, ".amat-letter-text");
    const copy = node("button", { type: "button", class: "amat-button", click: () => this.#copy() }, strings.copy_text);
    const word = node("button", { type: "button", class: "amat-button", click: () => host.word(section) }, strings.word);
    this.place.after(node("div", { class: "amat-actions" }, exports.includes("docx") ? word : null, section.kind === "letter" ? copy : null));
  }

  #answer = (/** @type {string} */ name) => lookup(this.host.desk.data, this.host.desk.copy, name);

  refresh() {
    const { section } = this;
    if (section.kind === "letter") return this.place.replaceChildren(...this.#paragraphs(section.text));
    const draft = section.notice && node("p", { class: "amat-draft" }, node("strong", {}, section.notice));
    this.place.replaceChildren(node("p", { class: "amat-part-1" }, node("strong", {}, section.heading)), ...(draft ? [draft] : []), ...section.blocks.flatMap((block) => this.#block(block)));
  }

  /** @param {string} text */
  #paragraphs(text) {
    return composed(text, this.#answer).map((pieces) => node("p", {}, ...(pieces.length ? pieces.map((piece) => this.#piece(piece)) : ["\u00a0"])));
  }

  /** What a person wrote keeps its own direction and its lines. @param {Piece} piece */
  #piece({ text, from }) {
    const { strings, dir } = this.host.desk.data;
    if (from === "answer") return node("span", { class: "amat-given", dir: directionOf(text, dir) }, text);
    return from ? node("span", { class: "amat-gap-blank" }, node("span", { "aria-hidden": "true" }, strings.not_filled), node("span", { class: "amat-hidden" }, strings.blank_field)) : text;
  }

  /** @param {Block} block @returns {Node[]} */
  #block({ heading, level, text, table, list, ordered, columns }) {
    if (heading) return [node("p", { class: `amat-part-${level ?? 1}` }, node("strong", {}, heading))];
    if (text) return this.#paragraphs(text).filter((one) => one.textContent?.trim());
    const section = this.host.desk.data.sections.find(({ id }) => id === table);
    if (section) return [this.#rows(section, columns ?? [])];
    const items = (list ?? []).map((one) => node("li", {}, ...composed(one, this.#answer).flat().map((piece) => this.#piece(piece))));
    return [node(ordered ? "ol" : "ul", {}, ...items)];
  }

  /** A list reads well on a phone, where a table of the same rows would not. @param {Section} section @param {string[]} only */
  #rows(section, only) {
    const { data, copy } = this.host.desk;
    const columns = [...section.columns, ...(section.compute ?? [])].filter(({ id }) => !only.length || only.includes(id));
    const rows = filledRows(rowsOf(section, copy)).map((row) => rowWords(section, row, data.lang));
    if (!rows.length) return node("p", { class: "amat-small" }, `${section.title}: ${data.strings.no_rows}`);
    const one = (/** @type {Record<string, string>} */ words) => columns.filter(({ id }) => words[id]).map(({ id, label }, n) => node("span", { class: "amat-given" }, `${n ? " · " : ""}${label}: ${words[id]}`));
    return node("ol", {}, ...rows.map((words) => node("li", {}, ...one(words))));
  }

  async #copy() {
    const { strings } = this.host.desk.data;
    try {
      await navigator.clipboard.writeText(lines(this.section.text, this.#answer, strings.not_filled).join("\n"));
      this.host.announce(strings.copied);
    } catch {
      this.host.announce(strings.not_copied);
    }
  }
}
