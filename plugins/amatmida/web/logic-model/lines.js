// @ts-check
/** @import {Kind, Model, Rect} from "./logic-model" */
// The arrows behind the cards. For the eye only: the same links stand in words beside the cards. All plain arrows are one
// path and the selected card's another: four elements, however many links, so that an edit stays fast.

import { arrow, arrowHead } from "./arrows.js";

const SVG = "http://www.w3.org/2000/svg";
const NAMES = ["amat-line", "amat-line-head", "amat-line is-lit", "amat-line-head is-lit"];

/** @param {string} tag @param {string} name */
function shape(tag, name) {
  const made = document.createElementNS(SVG, tag);
  made.setAttribute("class", name);
  return made;
}

export class Lines {
  /** Where cards stand, until something moves them. @type {Map<string, Rect>} */
  #rects = new Map();
  /** What was drawn between two places. @type {WeakMap<Rect, Map<Rect, {line: string, head: string}>>} */
  #arrows = new WeakMap();
  #waiting = 0;
  #paths = NAMES.map((name) => ({ path: shape("path", name), d: "" }));

  /** @param {import("./board.js").Board} board @param {() => Model} model */
  constructor(board, model) {
    this.board = board;
    this.model = model;
    this.svg = shape("svg", "amat-lines");
    this.svg.setAttribute("aria-hidden", "true");
    this.svg.append(...this.#paths.map(({ path }) => path));
    board.inner.prepend(this.svg);
    // A card that comes into sight may turn out taller than was thought.
    board.inner.addEventListener("contentvisibilityautostatechange", ({ target }) => this.#shown(/** @type {HTMLElement} */ (target)), true);
    new ResizeObserver(() => this.again()).observe(board.inner);
  }

  /** Everything may have moved. */
  again() {
    this.#rects.clear();
    this.later();
  }

  /** @param {HTMLElement} item */
  #shown(item) {
    const kind = /** @type {Kind | undefined} */ (/** @type {HTMLElement | null} */ (item.closest("[data-kind]"))?.dataset.kind);
    if (!kind) return;
    this.board.moved.add(kind);
    this.later();
  }

  /** Draw once before the next frame, however much was changed. */
  later() {
    this.#waiting ||= requestAnimationFrame(() => this.draw());
  }

  draw() {
    this.#waiting = 0;
    if (!this.svg.checkVisibility()) return;
    this.#measure();
    const rtl = this.board.dir === "rtl";
    const parts = [[], [], [], []].map(() => /** @type {string[]} */ ([]));
    for (const { from, to } of this.model().links) {
      const [a, b] = [this.#rects.get(from), this.#rects.get(to)];
      if (!a || !b) continue;
      const at = from === this.board.selected || to === this.board.selected ? 2 : 0;
      const drawn = this.#drawn(a, b, rtl);
      parts[at].push(drawn.line);
      parts[at + 1].push(drawn.head);
    }
    this.#paths.forEach((one, n) => {
      const d = parts[n].join("");
      if (one.d === d) return;
      one.d = d;
      one.path.setAttribute("d", d);
    });
  }

  /** An arrow whose cards stand where they stood is not reckoned again. @param {Rect} a @param {Rect} b @param {boolean} rtl */
  #drawn(a, b, rtl) {
    const from = this.#arrows.get(a) ?? this.#arrows.set(a, new Map()).get(a);
    const known = from?.get(b);
    if (known) return known;
    const made = { line: arrow(a, b, rtl), head: arrowHead(a, b, rtl) };
    from?.set(b, made);
    return made;
  }

  /** Only columns that changed are looked at: one column's cards do not move another's. */
  #measure() {
    const { moved } = this.board;
    const cards = this.#rects.size ? this.model().nodes.filter(({ kind }) => moved.has(kind)) : this.model().nodes;
    const origin = cards.length ? this.svg.getBoundingClientRect() : null;
    for (const { id } of cards) {
      const box = this.board.itemOf(id)?.getBoundingClientRect();
      if (!box || !origin) continue;
      const now = { x: box.x - origin.x, y: box.y - origin.y, w: box.width, h: box.height };
      const was = this.#rects.get(id);
      if (!was || was.x !== now.x || was.y !== now.y || was.w !== now.w || was.h !== now.h) this.#rects.set(id, now);
    }
    moved.clear();
  }
}
