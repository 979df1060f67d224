// @ts-check
/** @import {Host} from "./table-view.js" */
// Several copies of one form: which is shown, its name, and what can be done with it.

import { confirmInline } from "../shared/confirm.js";
import { node } from "../shared/node.js";
import { say } from "../shared/say.js";

export class CopiesView {
  /** @param {Host} host @param {string} id of the form, for ids of controls */
  constructor(host, id) {
    this.host = host;
    const { strings } = host.desk.data;
    const button = (/** @type {string} */ words, /** @type {() => void} */ click) => node("button", { type: "button", class: "amat-button", click }, words);
    this.list = node("select", { id: `${id}-copies`, change: () => this.#open() });
    this.name = node("input", { id: `${id}-copy-name`, type: "text", maxlength: 200, autocomplete: "off", change: () => this.#rename() });
    const words = { open: strings.sheet_delete, ask: "", act: strings.sheet_delete_do, cancel: strings.cancel };
    this.remove = confirmInline(words, () => this.#remove());
    const clear = { open: strings.clear, ask: strings.clear_ask, act: strings.clear_do, cancel: strings.cancel };
    this.undo = node("div", { class: "amat-undo" });
    const many = node("div", { class: "amat-field" }, node("label", { for: this.list.id }, strings.sheet), this.list);
    const named = node("div", { class: "amat-field" }, node("label", { for: this.name.id }, strings.sheet_name), this.name);
    const more = node("details", { class: "amat-copies" }, node("summary", {}, strings.sheets), node("div", { class: "amat-copies-fields" }, many, named),
      node("div", { class: "amat-actions" }, button(strings.sheet_new, () => this.#add()), button(strings.sheet_duplicate, () => this.#duplicate())), this.remove);
    this.many = many;
    this.bar = node("div", { class: "amat-desk" }, more, confirmInline(clear, () => this.#clear()), this.undo);
  }

  refresh() {
    const { copies, copy, data } = this.host.desk;
    this.list.replaceChildren(...copies.map(({ id, name }) => node("option", { value: id, selected: id === copy.id }, name)));
    this.list.value = copy.id;
    this.many.hidden = copies.length < 2;
    if (this.name !== document.activeElement) this.name.value = copy.name;
    const ask = say(data.strings.sheet_delete_ask, { name: copy.name });
    const question = this.remove.querySelector(".amat-confirm");
    question?.setAttribute("aria-label", ask);
    question?.querySelector("p")?.replaceChildren(ask);
  }

  #shown() {
    const { data, copy } = this.host.desk;
    this.host.changed(true);
    this.host.announce(say(data.strings.sheet_shown, { name: copy.name }));
  }

  #open() {
    this.host.desk.open(this.list.value);
    this.#shown();
  }

  #add() {
    this.host.desk.add({});
    this.#shown();
    this.name.focus();
  }

  #duplicate() {
    this.host.desk.duplicate();
    this.#shown();
    this.name.focus();
  }

  #rename() {
    this.host.desk.rename(this.name.value);
    this.host.changed(true);
  }

  #remove() {
    const { desk } = this.host;
    const words = say(desk.data.strings.sheet_deleted, { name: desk.copy.name });
    desk.remove();
    this.host.changed(true);
    this.host.offerUndo(this.undo, words);
  }

  #clear() {
    this.host.desk.replace({ values: {}, rows: {} });
    this.host.changed(true);
    this.host.offerUndo(this.undo, this.host.desk.data.strings.cleared);
  }
}
