// @ts-check
/** @import {Card, Kind, Model, Rect} from "./logic-model" */
// The columns of cards. Every card is one button; arrow keys go from card to card as the eye sees them. An edit touches
// only the cards that changed.

import { node } from "../shared/node.js";
import { say, turn } from "../shared/say.js";
import { write } from "./fields.js";
import { KINDS } from "./model.js";
import { SEVERITIES, SIGNS } from "./signs.js";
import { Stack } from "./stack.js";

/** @typedef {{select(id: string, focus?: boolean): void, add(kind: Kind, text: string): boolean, place(id: string, kind: Kind, place: number): void, link(from: string, to: string): void, stage(kind: Kind): void}} Doors */
/** What is said on a card: severity → how many. @typedef {Map<string, Record<string, number>>} Marks */

const STEPS = /** @type {Record<string, [number, number]>} */ ({ ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0], Home: [0, -999], End: [0, 999] });

/** From here on the names of the columns stay in sight, piles of cards out of sight are not drawn, and arrows follow with the next frame. */
const MANY = 60;

/** The card around something, "" for none. @param {EventTarget | null} target */
const idOf = (target) => /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest(".amat-node"))?.dataset.node ?? "";

let boards = 0;

export class Board {
  #n = (boards += 1);
  /** @type {Map<string, {item: HTMLElement, face: HTMLButtonElement, text: HTMLSpanElement, marks: HTMLSpanElement, card: Card | null, said: string}>} */
  #cards = new Map();
  /** @type {Map<Kind, {root: HTMLElement, stack: Stack, count: HTMLElement, name: HTMLElement}>} */
  #columns = new Map();
  /** @type {Kind} */
  stage = "input";
  selected = "";
  /** Columns whose cards may stand elsewhere since the arrows were drawn. @type {Set<Kind>} */
  moved = new Set();
  isMany = false;
  /** Called when cards turn out to stand elsewhere. */
  shown = () => {};

  /** @param {Record<string, any>} t @param {string} dir @param {Doors} doors */
  constructor(t, dir, doors) {
    this.t = t;
    this.dir = dir;
    this.doors = doors;
    this.inner = node("div", { class: "amat-columns" }, ...KINDS.map((kind) => this.#column(kind)));
    // For the eye, over the columns' own names; one row of them, because six things that stay in sight make every frame dear.
    const names = node("div", { class: "amat-names", "aria-hidden": "true" }, ...[...this.#columns.values()].map(({ name }) => name));
    this.root = node("div", { class: "amat-board", role: "group", "aria-label": t.board, tabindex: "0" }, names, this.inner);
    this.inner.addEventListener("keydown", (event) => this.#key(event));
    this.inner.addEventListener("focusin", ({ target }) => this.#rove(idOf(target)));
    // Dragging is an extra for those with a mouse.
    this.inner.addEventListener("pointerenter", async () => (await import("./drag.js")).dragCards(this.inner, doors), { once: true });
    this.show(this.stage);
  }

  /** @param {Kind} kind */
  #column(kind) {
    const { t } = this;
    const id = `amat-column-${kind}-${this.#n}`;
    const stack = new Stack(() => (this.moved.add(kind), this.shown()));
    const count = node("span", { class: "amat-column-count" });
    const title = node("p", { class: "amat-column-title", id }, t.kinds[kind], " ", count);
    const field = node("input", { type: "text", class: "amat-add-field", maxlength: 600, autocomplete: "off", placeholder: t.add_hint, "aria-label": say(t.add_label, { kind: t.kinds[kind] }) });
    const add = () => {
      if (!this.doors.add(kind, field.value)) return;
      field.value = "";
      field.focus();
    };
    field.addEventListener("keydown", (event) => event.key === "Enter" && !event.isComposing && (event.preventDefault(), add()));
    field.addEventListener("input", () => turn(field, field.value, this.dir));
    const button = node("button", { type: "button", class: "amat-button", click: add, "aria-label": say(t.add_to, { kind: t.kinds[kind] }) }, "+");
    const root = node("div", { class: `amat-column is-${kind}`, role: "group", "aria-labelledby": id, "data-kind": kind }, title, stack.root, node("div", { class: "amat-add" }, field, button));
    this.#columns.set(kind, { root, stack, count, name: node("p", { class: `amat-column-title is-${kind}` }) });
    return root;
  }

  // --- showing

  /** @param {Model} model */
  update(model) {
    /** @type {Map<Kind, string[]>} */
    const byKind = new Map(KINDS.map((kind) => [kind, []]));
    for (const { id, kind } of model.nodes) byKind.get(kind)?.push(id);
    const focused = /** @type {HTMLElement | null} */ (this.inner.contains(document.activeElement) ? document.activeElement : null);
    if (model.nodes.filter(({ id }) => this.#cards.has(id)).length < this.#cards.size) this.#drop(model);
    for (const [kind, ids] of byKind) this.#stack(kind, ids);
    for (const card of model.nodes) this.#face(card);
    this.isMany = model.nodes.length > MANY;
    this.root.classList.toggle("is-many", this.isMany);
    // The stop stays where it is while its card does: moving it costs a layout.
    if (!this.stop?.isConnected) this.#rove();
    // A card that was moved loses the focus on the way.
    if (focused && focused !== document.activeElement) (focused.isConnected ? focused : this.stop)?.focus();
  }

  /** @param {Kind} kind @param {string[]} ids */
  #stack(kind, ids) {
    const column = this.#columns.get(kind);
    if (!column?.stack.put(ids, (id) => (this.#cards.get(id) ?? this.#make(id)).item)) return;
    this.moved.add(kind);
    write(column.count, ids.length ? `(${ids.length})` : "");
    write(column.name, column.root.children[0].textContent ?? "");
  }

  /** @param {string} id */
  #make(id) {
    const text = node("span", { class: "amat-node-text" });
    const marks = node("span", { class: "amat-node-marks" });
    const face = node("button", { type: "button", class: "amat-node-face", tabindex: "-1", "aria-pressed": "false" }, text, marks);
    const item = node("div", { role: "listitem", class: "amat-node", draggable: "true", "data-node": id }, face, node("span", { class: "amat-port", draggable: "true", "aria-hidden": "true" }));
    face.addEventListener("click", () => this.doors.select(id, true));
    const made = { item, face, text, marks, card: null, said: "" };
    this.#cards.set(id, made);
    return made;
  }

  /** @param {Model} model */
  #drop({ nodes }) {
    const kept = new Set(nodes.map(({ id }) => id));
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
    turn(made.face, card.text, this.dir);
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

  /** Not by class: the theme has rules for `[class]`, which make every change of a class dear. @param {string} id @param {boolean} pressed */
  #pressed(id, pressed) {
    const card = this.#cards.get(id);
    card?.face.setAttribute("aria-pressed", String(pressed));
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
        ...names.map((name) => node("span", { class: `amat-sign is-${name}`, role: "img", "aria-label": say(this.t.count_of[name], { n: found[name] }) }, SIGNS[name])),
      );
    }
  }

  /** The stage that is alone on a narrow screen. @param {Kind} kind */
  show(kind) {
    this.stage = kind;
    for (const [one, { root, name }] of this.#columns) for (const part of [root, name]) part.toggleAttribute("data-now", one === kind);
    this.doors.stage(kind);
  }

  /** Where the cards of some columns stand. @param {Iterable<Kind>} kinds @param {DOMRect} origin @param {(id: string, place: Rect) => void} at */
  measure(kinds, origin, at) {
    for (const kind of kinds) this.#columns.get(kind)?.stack.measure((id) => this.#cards.get(id)?.item, origin, at);
  }

  /** @param {string} id */
  kindOf = (id) => this.#cards.get(id)?.card?.kind;

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
  #rove(id = "") {
    const first = this.#columns.get(this.stage)?.stack.root.querySelector("button") ?? this.inner.querySelector(".amat-node-face");
    const stop = (this.#cards.get(id) ?? this.#cards.get(this.selected))?.face ?? first;
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
    const card = this.#cards.get(idOf(face))?.card;
    if (!card) return;
    // Left and right as seen: the next column is on the left in Hebrew.
    const forward = this.dir === "rtl" ? -1 : 1;
    event.preventDefault();
    if (event.altKey) return this.#carry(card, step[0] * forward, step[1]);
    const next = this.#near(card, step[0] * forward, step[1]);
    if (next) this.focus(next);
  }

  /** The card so many columns and places away; empty columns are passed over. @param {Card} card @param {number} across @param {number} down */
  #near({ id, kind }, across, down) {
    const stacks = KINDS.map((one) => /** @type {Stack} */ (this.#columns.get(one)?.stack));
    let at = KINDS.indexOf(kind);
    const place = stacks[at].order.indexOf(id) + down;
    if (across) do at += across; while (stacks[at] && !(stacks[at].order.length && stacks[at].root.checkVisibility()));
    const there = stacks[at]?.order;
    return there?.[Math.max(0, Math.min(there.length - 1, place))];
  }

  /** Alt with an arrow takes the card along. @param {Card} card @param {number} across @param {number} down */
  #carry({ id, kind }, across, down) {
    const to = KINDS[KINDS.indexOf(kind) + across];
    if (!to) return;
    const order = this.#columns.get(to)?.stack.order ?? [];
    this.doors.place(id, to, across ? order.length : Math.max(0, Math.min(order.length - 1, order.indexOf(id) + down)));
    this.focus(id);
  }
}
