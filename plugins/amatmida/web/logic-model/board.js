// @ts-check
/** @import {Card, Kind, Model} from "./logic-model" */
// The columns of cards. Every card is one button; arrow keys go from card to card as the eye sees them. An edit touches
// only the cards that changed.

import { node } from "../shared/node.js";
import { directionOf, say } from "../shared/say.js";
import { KINDS } from "./model.js";
import { SEVERITIES, sign } from "./signs.js";

/** @typedef {{select(id: string, focus?: boolean): void, add(kind: Kind, text: string): boolean, place(id: string, kind: Kind, place: number): void, link(from: string, to: string): void, stage(kind: Kind): void}} Doors */
/** What is said on a card: severity → how many. @typedef {Map<string, Record<string, number>>} Marks */

const STEPS = /** @type {Record<string, [number, number]>} */ ({ ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0], Home: [0, -999], End: [0, 999] });

/** From here on cards out of sight are not drawn. */
const MANY = 60;

let boards = 0;

export class Board {
  #n = (boards += 1);
  /** @type {Map<string, {item: HTMLLIElement, face: HTMLButtonElement, text: HTMLSpanElement, marks: HTMLSpanElement, card: Card | null, said: string}>} */
  #cards = new Map();
  /** @type {Map<Kind, {root: HTMLElement, list: HTMLUListElement, count: HTMLElement, ids: string}>} */
  #columns = new Map();
  /** @type {Kind} */
  stage = "input";
  selected = "";
  /** Columns whose cards may stand elsewhere since the arrows were drawn. @type {Set<Kind>} */
  moved = new Set();

  /** @param {Record<string, any>} t @param {string} dir @param {Doors} doors */
  constructor(t, dir, doors) {
    this.t = t;
    this.dir = dir;
    this.doors = doors;
    this.inner = node("div", { class: "amat-columns" }, ...KINDS.map((kind) => this.#column(kind)));
    this.root = node("div", { class: "amat-board", role: "region", "aria-label": t.board, tabindex: "0" }, this.inner);
    this.inner.addEventListener("keydown", (event) => this.#key(event));
    // Dragging is an extra for those with a mouse.
    this.inner.addEventListener("pointerenter", async () => (await import("./drag.js")).dragCards(this.inner, doors), { once: true });
    this.show(this.stage);
  }

  /** @param {Kind} kind */
  #column(kind) {
    const { t } = this;
    const id = `amat-column-${kind}-${this.#n}`;
    const list = node("ul", { role: "list", class: "amat-stack" });
    const count = node("span", { class: "amat-column-count" });
    const title = node("p", { class: "amat-column-title", id }, t.kinds[kind], " ", count);
    const field = node("input", { type: "text", class: "amat-add-field", maxlength: 600, autocomplete: "off", placeholder: t.add_hint, "aria-label": say(t.add_label, { kind: t.kinds[kind] }) });
    const add = () => {
      if (!this.doors.add(kind, field.value)) return;
      field.value = "";
      field.focus();
    };
    field.addEventListener("keydown", (event) => event.key === "Enter" && !event.isComposing && (event.preventDefault(), add()));
    field.addEventListener("input", () => (field.dir = directionOf(field.value, this.dir)));
    const button = node("button", { type: "button", class: "amat-button", click: add, "aria-label": say(t.add_to, { kind: t.kinds[kind] }) }, "+");
    const root = node("div", { class: `amat-column is-${kind}`, role: "group", "aria-labelledby": id, "data-kind": kind }, title, list, node("div", { class: "amat-add" }, field, button));
    this.#columns.set(kind, { root, list, count, ids: "" });
    return root;
  }

  // --- showing

  /** @param {Model} model */
  update(model) {
    /** @type {Map<Kind, Card[]>} */
    const byKind = new Map(KINDS.map((kind) => [kind, []]));
    for (const card of model.nodes) byKind.get(card.kind)?.push(card);
    const focused = /** @type {HTMLElement | null} */ (this.inner.contains(document.activeElement) ? document.activeElement : null);
    for (const [kind, cards] of byKind) this.#stack(kind, cards);
    if (this.#cards.size !== model.nodes.length) this.#drop(new Set(model.nodes.map(({ id }) => id)));
    for (const card of model.nodes) this.#face(card);
    this.inner.classList.toggle("is-many", model.nodes.length > MANY);
    this.#rove();
    // A card that was moved loses the focus on the way.
    if (focused && focused !== document.activeElement) (focused.isConnected ? focused : this.stop)?.focus();
  }

  /** @param {Kind} kind @param {Card[]} cards */
  #stack(kind, cards) {
    const column = this.#columns.get(kind);
    const ids = cards.map(({ id }) => id).join(" ");
    if (!column || column.ids === ids) return;
    column.ids = ids;
    this.moved.add(kind);
    column.count.textContent = cards.length ? `(${cards.length})` : "";
    cards.forEach(({ id }, n) => {
      const { item } = this.#cards.get(id) ?? this.#make(id);
      // A card that is where it belongs is not touched: moving it would take the focus away.
      if (column.list.children[n] !== item) column.list.insertBefore(item, column.list.children[n] ?? null);
    });
  }

  /** @param {string} id */
  #make(id) {
    const text = node("span", { class: "amat-node-text" });
    const marks = node("span", { class: "amat-node-marks" });
    const face = node("button", { type: "button", class: "amat-node-face", tabindex: "-1", "aria-pressed": "false" }, text, marks);
    const item = node("li", { class: "amat-node", draggable: "true", "data-node": id }, face, node("span", { class: "amat-port", draggable: "true", "aria-hidden": "true" }));
    face.addEventListener("click", () => this.doors.select(id, true));
    const made = { item, face, text, marks, card: null, said: "" };
    this.#cards.set(id, made);
    return made;
  }

  /** @param {Set<string>} kept */
  #drop(kept) {
    for (const [id, { item }] of this.#cards) {
      if (kept.has(id)) continue;
      item.remove();
      this.#cards.delete(id);
    }
  }

  /** @param {Card} card */
  #face(card) {
    const made = this.#cards.get(card.id);
    if (!made || made.card === card) return;
    made.card = card;
    this.moved.add(card.kind);
    made.text.textContent = card.text || this.t.empty;
    made.face.classList.toggle("is-empty", !card.text);
    made.face.dir = directionOf(card.text, this.dir);
  }

  /** @param {string} id "" for none */
  select(id) {
    const now = this.#cards.get(id);
    if (now !== this.#cards.get(this.selected)) this.#pressed(this.selected, false);
    this.selected = id;
    this.#pressed(id, true);
    if (now?.card) this.show(now.card.kind);
    this.#rove();
  }

  /** @param {string} id @param {boolean} pressed */
  #pressed(id, pressed) {
    const card = this.#cards.get(id);
    card?.face.setAttribute("aria-pressed", String(pressed));
    card?.item.classList.toggle("is-selected", pressed);
  }

  /** @param {Marks} marks */
  mark(marks) {
    for (const [id, made] of this.#cards) {
      const found = marks.get(id) ?? {};
      const said = JSON.stringify(found);
      if (made.said === said) continue;
      made.said = said;
      if (made.card) this.moved.add(made.card.kind);
      const names = SEVERITIES.filter((name) => found[name]);
      made.marks.replaceChildren(
        ...names.map((name) => node("span", { class: `amat-sign is-${name}` }, sign(name), node("span", { class: "amat-hidden" }, say(this.t.count_of[name], { n: found[name] })))),
      );
    }
  }

  /** The stage that is alone on a narrow screen. @param {Kind} kind */
  show(kind) {
    this.stage = kind;
    for (const [name, { root }] of this.#columns) root.classList.toggle("is-now", name === kind);
    this.doors.stage(kind);
  }

  /** @param {string} id @returns {HTMLElement | undefined} */
  itemOf = (id) => this.#cards.get(id)?.item;

  /** @param {string} id */
  focus(id) {
    this.#rove(id);
    this.#cards.get(id)?.face.focus();
  }

  /** @param {Kind} kind */
  focusAdd(kind) {
    this.#columns.get(kind)?.root.querySelector("input")?.focus();
  }

  // --- keys

  /** One card at a time is a stop of the Tab key. @param {string} [id] */
  #rove(id = this.#cards.has(this.selected) ? this.selected : "") {
    const first = this.#columns.get(this.stage)?.list.querySelector("button") ?? this.inner.querySelector(".amat-node-face");
    const stop = this.#cards.get(id)?.face ?? first;
    if (stop === this.stop && stop?.isConnected) return;
    this.stop?.setAttribute("tabindex", "-1");
    stop?.setAttribute("tabindex", "0");
    /** @type {HTMLElement | null | undefined} */
    this.stop = /** @type {HTMLElement | null} */ (stop);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const face = /** @type {HTMLElement} */ (event.target);
    const step = STEPS[event.key];
    if (!face.matches(".amat-node-face") || !step || event.ctrlKey || event.metaKey) return;
    const item = /** @type {HTMLElement} */ (face.closest(".amat-node"));
    // Left and right as seen: the next column is on the left in Hebrew.
    const forward = getComputedStyle(this.inner).direction === "rtl" ? -1 : 1;
    event.preventDefault();
    if (event.altKey) return this.#carry(item, step[0] * forward, step[1]);
    const next = this.#near(item, step[0] * forward, step[1]);
    if (next) this.focus(next);
  }

  /** The card so many columns and places away; empty columns are passed over. @param {HTMLElement} item @param {number} across @param {number} down */
  #near(item, across, down) {
    const stack = [...(item.parentElement?.children ?? [])];
    const place = stack.indexOf(item);
    if (!across) return /** @type {HTMLElement} */ (stack[Math.max(0, Math.min(stack.length - 1, place + down))]).dataset.node;
    const lists = KINDS.map((kind) => /** @type {HTMLUListElement} */ (this.#columns.get(kind)?.list));
    let at = lists.findIndex((list) => list.contains(item)) + across;
    while (lists[at] && !(lists[at].children.length && lists[at].checkVisibility())) at += across;
    const there = lists[at]?.children;
    return there && /** @type {HTMLElement} */ (there[Math.min(place, there.length - 1)]).dataset.node;
  }

  /** Alt with an arrow takes the card along. @param {HTMLElement} item @param {number} across @param {number} down */
  #carry(item, across, down) {
    const card = this.#cards.get(item.dataset.node ?? "")?.card;
    if (!card) return;
    const place = [...(item.parentElement?.children ?? [])].indexOf(item);
    const kind = KINDS[KINDS.indexOf(card.kind) + across];
    if (!kind) return;
    const length = this.#columns.get(kind)?.list.children.length ?? 0;
    this.doors.place(card.id, kind, across ? length : Math.max(0, Math.min(length - 1, place + down)));
    this.focus(card.id);
  }
}
