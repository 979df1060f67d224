// @ts-check
/** @import {Desk} from "./desk.js" */
/** @import {Field, Row, Section} from "./worksheet" */
// The rows of one table: filled in, added, moved, deleted and brought over, all by keyboard. A row that stays never
// leaves the page's tree, so focus stays where it is.

import { all, icon, node } from "../shared/node.js";
import { own } from "../shared/records.js";
import { say } from "../shared/say.js";
import { controlsIn, remark, show, tell, valueOf } from "./controls.js";
import { computed, filledRows, formatted, movedRow, rowsOf, totals } from "./logic.js";
import { newId } from "./saved.js";
import { offered } from "./takes.js";

/** What a view asks of the worksheet. @typedef {{desk: Desk, changed(now?: boolean): void, announce(words: string): void, offerUndo(place: Element, words: string): void}} Host */

export class TableView {
  /** @param {HTMLElement} root @param {Section} section @param {Host} host */
  constructor(root, section, host) {
    this.root = root;
    this.section = section;
    this.host = host;
    const { strings } = host.desk.data;
    [this.list] = all(root, ".amat-rows");
    [this.blank] = all(root, ".amat-row-blank");
    this.empty = node("p", { class: "amat-small" }, strings.no_rows);
    this.add = node("button", { type: "button", class: "amat-button", click: () => this.#add() }, say(strings.add_row, { row: section.row }));
    this.take = node("div", { class: "amat-actions amat-takes" });
    this.undo = node("div", { class: "amat-undo" });
    this.list.after(this.empty, node("div", { class: "amat-actions" }, this.add), this.take, this.undo);
    root.addEventListener("input", (event) => this.#typed(/** @type {HTMLElement} */ (event.target)));
    root.addEventListener("change", (event) => this.#typed(/** @type {HTMLElement} */ (event.target)));
  }

  get rows() {
    return rowsOf(this.section, this.host.desk.copy);
  }

  /** @param {(rows: Row[]) => Row[]} change @param {boolean} [typed] */
  #change(change, typed = false) {
    this.host.desk.setRows(this.section.id, change, this.rows, typed);
  }

  // --- showing

  refresh() {
    const rows = this.rows;
    const kept = new Map(all(this.list, ":scope > li").map((item) => [item.dataset.row, item]));
    for (const row of rows) if (!kept.get(row.id)?.hasAttribute("data-live")) kept.set(row.id, this.#build(row.id, kept.get(row.id)));
    this.#arrange(rows.map(({ id }) => kept.get(id)));
    for (const [n, row] of rows.entries()) this.#show(kept.get(row.id), row, n);
    this.empty.hidden = rows.length > 0;
    this.sums();
    this.#showTakes();
  }

  /** Take away what is gone and put the rest in order, moving as little as can be. @param {Element[]} items */
  #arrange(items) {
    for (const old of [...this.list.children]) if (!items.includes(old)) old.remove();
    for (const [n, item] of items.entries()) if (this.list.children[n] !== item) this.list.insertBefore(item, this.list.children[n] ?? null);
  }

  /** @param {string} id @param {HTMLElement} [old] the server's row, not used yet */
  #build(id, old) {
    old?.remove();
    const item = this.blank.content.firstElementChild.cloneNode(true);
    item.dataset.row = id;
    for (const part of [item, ...all(item, "*")]) {
      for (const name of ["id", "for", "aria-labelledby"]) {
        if (part.hasAttribute(name)) part.setAttribute(name, part.getAttribute(name).replaceAll("-ROW-", `-${id}-`));
      }
    }
    const button = (/** @type {string} */ kind, /** @type {Node | string} */ face, /** @type {() => void} */ click) =>
      node("button", { type: "button", class: `amat-move is-${kind}`, "data-does": kind, click }, face);
    const tools = node("div", { class: "amat-tools" },
      button("up", icon("up"), () => this.#move(id, -1)), button("down", icon("down"), () => this.#move(id, 1)), button("remove", "×", () => this.#remove(id)));
    item.querySelector(".amat-row-head").append(tools);
    item.setAttribute("data-live", "");
    return item;
  }

  /** @param {any} item @param {Row} row @param {number} n */
  #show(item, row, n) {
    const { data } = this.host.desk;
    const name = say(data.strings.row_n, { row: this.section.row, n: n + 1 });
    item.querySelector(".amat-row-name").textContent = name;
    for (const tool of all(item, "[data-does]")) tool.setAttribute("aria-label", say(data.strings[tool.dataset.does], { name }));
    const [up, down] = all(item, ".is-up, .is-down");
    [up.disabled, down.disabled] = [n === 0, n === this.rows.length - 1];
    for (const control of controlsIn(item)) {
      if (control === document.activeElement && this.host.desk.isPending) continue;
      show([control], own(row.cells, control.dataset.name) ?? "", data.dir);
      tell(control, remark(this.#column(control), valueOf([control]), data.strings, data.lang));
    }
  }

  /** @param {HTMLElement} control @returns {Field | undefined} */
  #column(control) {
    return this.section.columns.find(({ id }) => id === control.dataset.name);
  }

  /** Computed cells and totals. */
  sums() {
    const { lang, strings } = this.host.desk.data;
    for (const row of this.rows) {
      const numbers = computed(this.section, row);
      for (const cell of all(this.list, `[data-row="${row.id}"] [data-compute]`)) {
        const column = this.section.compute?.find(({ id }) => id === cell.dataset.compute);
        const number = numbers[cell.dataset.compute];
        cell.querySelector("output").textContent = number === null ? strings.no_total : formatted(number, lang, column?.decimals);
      }
    }
    for (const { column, sum } of totals(this.section, this.rows)) {
      const [place] = all(this.root, `[data-total="${column.id}"] output`);
      place.classList.toggle("amat-blank", sum === null);
      place.textContent = sum === null ? strings.no_total : formatted(sum, lang, "decimals" in column ? column.decimals : 2);
    }
  }

  // --- doing

  /** @param {HTMLElement} control */
  #typed(control) {
    const id = /** @type {HTMLElement | null} */ (control.closest(".amat-row"))?.dataset.row;
    const name = control.dataset.name;
    if (!id || !name) return;
    const value = String(valueOf([control]));
    const { data } = this.host.desk;
    this.#change((rows) => rows.map((row) => (row.id === id ? { ...row, cells: { ...row.cells, [name]: value } } : row)), true);
    show([control], value, data.dir);
    tell(control, remark(this.#column(control), value, data.strings, data.lang));
    this.host.changed();
  }

  /** @param {string} id */
  #item(id) {
    return /** @type {HTMLElement} */ (this.list.querySelector(`[data-row="${id}"]`));
  }

  /** @param {string} id */
  #name(id) {
    return this.#item(id).querySelector(".amat-row-name")?.textContent ?? "";
  }

  #add() {
    const row = { id: newId(), cells: {} };
    this.#change((rows) => [...rows, row]);
    this.#done();
    this.host.announce(say(this.host.desk.data.strings.added, { name: this.#name(row.id) }));
    controlsIn(this.#item(row.id))[0].focus();
  }

  /** @param {string} id @param {number} by */
  #move(id, by) {
    const name = this.#name(id);
    this.#change((rows) => movedRow(rows, id, by));
    this.#done();
    const rows = this.rows;
    const n = rows.findIndex((row) => row.id === id) + 1;
    this.host.announce(say(this.host.desk.data.strings.moved, { name, n, of: rows.length }));
    const [wanted, other] = all(this.#item(id), by < 0 ? ".is-up, .is-down" : ".is-down, .is-up").sort((a, b) => Number(a.disabled) - Number(b.disabled));
    const same = all(this.#item(id), by < 0 ? ".is-up" : ".is-down")[0];
    (same.disabled ? (wanted ?? other) : same).focus();
  }

  /** @param {string} id */
  #remove(id) {
    const { desk } = this.host;
    const rows = this.rows;
    const at = rows.findIndex((row) => row.id === id);
    const words = say(desk.data.strings.removed, { name: this.#name(id) });
    desk.removeRow(this.section.id, rows[at], at, rows);
    this.#done();
    this.host.offerUndo(this.undo, words);
  }

  #done() {
    this.refresh();
    this.host.changed(true);
  }

  // --- rows of other worksheets

  #showTakes() {
    const { data, store } = this.host.desk;
    const made = this.section.takes.map((take) => {
      const more = offered(take, store, this.rows);
      if (!more.known) return node("p", { class: "amat-small" }, say(data.strings.take_none, take));
      if (!more.rows.length) return node("p", { class: "amat-small" }, say(data.strings.taken_none, take));
      const words = say(data.strings.take, { title: take.title, n: more.rows.length });
      return node("button", { type: "button", class: "amat-button", click: () => this.#bring(more.rows) }, words);
    });
    this.take.replaceChildren(...made.filter((one, n) => made.findIndex((other) => other.textContent === one.textContent) === n));
    this.take.hidden = !made.length;
  }

  /** @param {Array<Record<string, string>>} more */
  #bring(more) {
    const added = more.map((cells) => ({ id: newId(), cells }));
    // The empty rows a table starts with make room.
    this.#change((rows) => [...filledRows(rows), ...added]);
    this.#done();
    this.host.announce(say(this.host.desk.data.strings.taken, { n: added.length }));
    controlsIn(this.#item(added[0].id))[0].focus();
  }
}
