// @ts-check
/** @import {Kind} from "./logic-model" */
/** @import {Lab} from "./fields.js" */
// The selected card: its words, its place, what it leads to and why, its indicators.

import { icon, node } from "../shared/node.js";
import { say } from "../shared/say.js";
import { Fields, Rows, button, hide } from "./fields.js";
import { indicatorForm } from "./indicator-form.js";
import { incoming, linkRow, targetPicker } from "./link-rows.js";
import { KINDS, addIndicator, column, editNode, goesWith, nodeOf, placeNode, removeNode } from "./model.js";

/** ms; longer than a frame takes. */
const AFTER = 40;

export class Inspector {
  #id = "";
  #timer = 0;
  #resting = 0;
  #frame = 0;
  /** The rows of the card that is shown. @type {Array<() => void>} */
  #lists = [];

  /** @param {Lab} lab @param {(id: string) => void} back to the card on the board @param {(id: string) => Node} findings what the rules say of a card */
  constructor(lab, back, findings) {
    this.lab = lab;
    this.back = back;
    this.findings = findings;
    this.fields = new Fields(lab);
    this.said = node("div", { class: "amat-card-findings" });
    this.none = node("p", { class: "amat-small" }, lab.t.nothing_selected);
    this.words = new Fields(lab);
    // Kept from card to card: a field built anew would hold up every choice of a card.
    this.head = node("div", { hidden: true }, this.#words(), this.said);
    this.rest = node("div");
    this.root = node("div", { class: "amat-inspector", role: "group", "aria-label": lab.t.inspector }, this.none, this.head, this.rest);
  }

  /** @param {string} id "" for none */
  show(id) {
    clearTimeout(this.#timer);
    if (id !== this.#id) this.#build(id);
  }

  /** After the board was shown: nobody is waiting for the fields yet. @param {string} id */
  later(id) {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.show(id), 60);
  }

  /** After any change of the model. */
  update() {
    if (this.#id && !nodeOf(this.lab.model, this.#id)) this.#build("");
    const focused = this.root.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement).dataset.key : undefined;
    this.words.sync();
    this.fields.sync();
    for (const one of this.#lists) one();
    // What was pressed went with its row: the next thing to do is the link or indicator beside it.
    if (focused !== undefined && document.activeElement === document.body) (this.root.querySelector(focused.startsWith("unlink") ? "[data-key=target]" : "[data-key='add indicator']") ?? this.text())?.focus();
  }

  /** @param {string} id */
  #build(id) {
    this.#id = id;
    this.#lists = [];
    this.fields.clear();
    this.words.sync();
    this.said.replaceChildren();
    this.rest.replaceChildren();
    hide(this.none, Boolean(id));
    hide(this.head, !id);
    clearTimeout(this.#resting);
    cancelAnimationFrame(this.#frame);
    // The card's words and the focus come first; what the rules say, links and indicators right after they are on the screen.
    if (id) this.#frame = requestAnimationFrame(() => (this.#resting = window.setTimeout(() => id === this.#id && this.#fill(), AFTER)));
  }

  #fill() {
    this.showFindings();
    this.rest.replaceChildren(...this.#rest(this.#id));
  }

  /** @returns {HTMLElement | null} */
  text = () => this.root.querySelector("textarea");

  #words() {
    const { lab } = this;
    return this.words.text(lab.t.card_text, () => nodeOf(lab.model, this.#id)?.text ?? "", (value) => editNode(lab.model, this.#id, value), { mark: "text", long: true, done: () => this.back(this.#id) });
  }

  /** @param {string} id */
  #rest(id) {
    const close = button(this.lab.t.back_to_card, () => this.back(id), { "data-key": "back" });
    return [this.#place(id), ...this.#links(id), ...this.#indicators(id), node("div", { class: "amat-actions" }, close, this.#remover(id))];
  }

  /** @param {Rows} rows @param {() => string[]} keys @param {(key: string, fields: Fields) => HTMLElement} make */
  #rows(rows, keys, make) {
    const show = () => rows.show(keys(), make);
    this.#lists.push(show);
    show();
    return rows.root;
  }

  /** @param {string} id */
  #place(id) {
    const { lab, fields } = this;
    const { t } = lab;
    const kind = () => nodeOf(lab.model, id)?.kind ?? "input";
    const place = () => column(lab.model, kind()).findIndex((one) => one.id === id);
    const move = (/** @type {Kind} */ to, /** @type {number} */ at) => lab.commit(placeNode(lab.model, id, to, at), say(t.moved, { kind: t.kinds[to], n: at + 1, of: column(lab.model, to).length + (to === kind() ? 0 : 1) }));
    const stage = fields.choice(t.stage, KINDS.map((one) => [one, t.kinds[one]]), kind, (to) => move(/** @type {Kind} */ (to), column(lab.model, to).length), "stage");
    const up = node("button", { type: "button", class: "amat-move", "data-key": "up", "aria-label": t.up, click: () => move(kind(), place() - 1) }, icon("up"));
    const down = node("button", { type: "button", class: "amat-move", "data-key": "down", "aria-label": t.down, click: () => move(kind(), place() + 1) }, icon("down"));
    fields.bind(() => {
      const last = column(lab.model, kind()).length - 1;
      [up.disabled, down.disabled] = [place() <= 0, place() >= last];
      // A button that has just become useless must not swallow the focus.
      if (document.activeElement === document.body && (up.disabled || down.disabled)) (up.disabled ? down : up).focus();
    });
    return node("div", { class: "amat-place" }, stage, up, down);
  }

  /** @param {string} id */
  #links(id) {
    const { lab } = this;
    const { t } = lab;
    const list = () => node("ul", { role: "list", class: "amat-link-rows" });
    const out = this.#rows(new Rows(lab, list()), () => lab.model.links.filter(({ from }) => from === id).map(({ to }) => to), (to, fields) => linkRow(fields, id, to));
    const into = this.#rows(new Rows(lab, list()), () => lab.model.links.filter(({ to }) => to === id).map(({ from }) => from), (from, fields) => incoming(fields, from, id));
    const [none, title] = [node("p", { class: "amat-small" }, t.leads_nowhere), node("p", { class: "amat-part-title" }, t.comes_from)];
    const show = () => {
      hide(none, out.childElementCount > 0);
      hide(title, !into.childElementCount);
    };
    this.#lists.push(show);
    show();
    return [node("p", { class: "amat-part-title" }, t.leads_to), none, out, targetPicker(this.fields, id), title, into];
  }

  /** @param {string} id */
  #indicators(id) {
    const { lab } = this;
    const list = this.#rows(new Rows(lab, node("div")), () => lab.model.indicators.filter(({ measures }) => measures === id).map((one) => one.id), (name, fields) => indicatorForm(fields, name));
    const add = () => {
      lab.commit(addIndicator(lab.model, id), lab.t.indicator_added);
      const form = list.lastElementChild;
      if (form instanceof HTMLDetailsElement) form.open = true;
      form?.querySelector("input")?.focus();
    };
    return [node("p", { class: "amat-part-title" }, lab.t.part_many.indicators), list, node("div", { class: "amat-actions" }, button(lab.t.add_indicator, add, { "data-key": "add indicator" }))];
  }

  /** A card that stands alone goes at once; a linked one says first what goes along. @param {string} id */
  #remover(id) {
    const { lab } = this;
    const { t } = lab;
    const remove = () => {
      const { kind = "input", text = "" } = nodeOf(lab.model, id) ?? {};
      const stack = column(lab.model, kind);
      const place = stack.findIndex((one) => one.id === id);
      const next = stack[place + 1] ?? stack[place - 1];
      // The focus goes to the next card before anything changes: each step of a focus asks for a layout.
      this.back(next?.id ?? "");
      lab.select(next?.id ?? "");
      this.show(next?.id ?? "");
      lab.commit(removeNode(lab.model, id), say(t.removed, { text: text || t.empty }));
    };
    const words = node("p", {});
    const cancel = button(t.cancel, () => ((question.hidden = true), opener.focus()));
    const question = node("div", { class: "amat-confirm", role: "group", "aria-label": t.remove_card, hidden: true }, words, button(t.remove_do, remove, { class: "amat-button is-danger" }), cancel);
    question.addEventListener("keydown", (event) => event.key === "Escape" && cancel.click());
    const ask = () => {
      const { links, conditions, indicators } = goesWith(lab.model, id);
      if (!links && !indicators) return remove();
      const parts = [links && say(t.n_links, { n: links }), conditions && say(t.n_conditions, { n: conditions }), indicators && say(t.n_indicators, { n: indicators })];
      words.textContent = say(t.remove_ask, { parts: parts.filter(Boolean).join(", ") });
      question.hidden = false;
      cancel.focus();
    };
    const opener = button(t.remove_card, ask, { class: "amat-button is-danger", "data-key": "remove" });
    return node("div", { class: "amat-ask-once" }, opener, question);
  }

  /** Findings of the card, beside its words. */
  showFindings() {
    this.said.replaceChildren(...(this.#id ? [this.findings(this.#id)] : []));
  }
}
