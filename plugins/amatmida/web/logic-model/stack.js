// @ts-check
/** @import {Rect} from "./logic-model" */
// The cards of one column, in piles of eight. On a large board a pile out of sight is neither laid out nor painted: one
// pile to watch instead of eight cards is what keeps an edit of 200 cards within a frame.

import { node } from "../shared/node.js";

const PILE = 8;

export class Stack {
  root = node("div", { role: "list", class: "amat-stack" });
  /** Ids of the cards, from the top. @type {string[]} */
  order = [];
  /** Piles that are not drawn now. @type {WeakSet<Element>} */
  #away = new WeakSet();

  /** @param {() => void} shown called when a pile comes into sight: it may turn out taller than was thought */
  constructor(shown) {
    this.root.addEventListener("contentvisibilityautostatechange", (event) => {
      const { target, skipped } = /** @type {ContentVisibilityAutoStateChangeEvent} */ (event);
      this.#away[skipped ? "add" : "delete"](/** @type {Element} */ (target));
      shown();
    }, true);
  }

  /**
   * Put the cards in this order. A card that is where it belongs is not touched: moving it would take the focus away.
   * @param {string[]} order
   * @param {(id: string) => HTMLElement} itemOf
   * @returns {boolean} whether anything was put elsewhere
   */
  put(order, itemOf) {
    if (order.length === this.order.length && order.every((id, n) => id === this.order[n])) return false;
    this.order = order;
    order.forEach((id, n) => {
      const pile = this.root.children[Math.floor(n / PILE)] ?? this.root.appendChild(node("div", { role: "presentation", class: "amat-pile" }));
      const there = pile.children[n % PILE] ?? null;
      const item = itemOf(id);
      if (there !== item) pile.insertBefore(item, there);
    });
    while (this.root.children.length > Math.ceil(order.length / PILE)) this.root.lastElementChild?.remove();
    return true;
  }

  /** Where every card stands; in a pile that is not drawn, about where. @param {(id: string) => HTMLElement | undefined} itemOf @param {DOMRect} origin @param {(id: string, place: Rect) => void} at */
  measure(itemOf, origin, at) {
    const place = (/** @type {string} */ id, /** @type {DOMRect} */ { x, width }, /** @type {number} */ y, /** @type {number} */ h) => at(id, { x: x - origin.x, y: y - origin.y, w: width, h });
    [...this.root.children].forEach((pile, n) => {
      const ids = this.order.slice(n * PILE, (n + 1) * PILE);
      const whole = this.#away.has(pile) ? pile.getBoundingClientRect() : null;
      ids.forEach((id, k) => {
        const box = whole ?? itemOf(id)?.getBoundingClientRect();
        if (whole) place(id, whole, whole.y + (k * whole.height) / ids.length, whole.height / ids.length);
        else if (box) place(id, box, box.y, box.height);
      });
    });
  }
}
