// @ts-check
/** @import {Link, Model, Rect} from "./logic-model" */
// The arrows behind the cards. For the eye only: the same links stand in words beside the cards. The arrows from one
// column to another are one path, so that an edit draws only what moved; the selected card's lie once more on top of them.

import { arrow, arrowHead } from "./arrows.js";
import { KINDS } from "./model.js";

/** @typedef {{a: Rect, b: Rect, line: string, head: string}} Arrow */
const SVG = "http://www.w3.org/2000/svg";
const LIT = "is-lit";

/** @param {string} tag @param {string} name */
function shape(tag, name) {
  const made = document.createElementNS(SVG, tag);
  made.setAttribute("class", name);
  return made;
}

export class Lines {
  /** Where cards stand, until something moves them. @type {Map<string, Rect>} */
  #rects = new Map();
  /** @type {WeakMap<Link, Arrow>} */
  #arrows = new WeakMap();
  /** What the arrows on the board were drawn for. @type {{links: Link[], selected: string} | null} */
  #drawn = null;
  #waiting = false;
  /** Of the board, when the arrows were drawn. */
  #size = "";
  /** Line and heads from one column to another, and of the selected card. @type {Map<string, {line: Element, head: Element, made: Array<Arrow | null>}>} */
  #bundles = new Map();

  /** @param {import("./board.js").Board} board @param {() => Model} model */
  constructor(board, model) {
    this.board = board;
    this.model = model;
    this.svg = shape("svg", "amat-lines");
    this.svg.setAttribute("aria-hidden", "true");
    this.#bundle(LIT);
    board.inner.prepend(this.svg);
    board.shown = () => this.later();
    new ResizeObserver(() => this.#size !== this.#sized() && this.again()).observe(board.inner);
  }

  #sized = () => `${this.board.inner.offsetWidth} ${this.board.inner.offsetHeight}`;

  /** Everything may have moved. */
  again() {
    for (const kind of KINDS) this.board.moved.add(kind);
    this.later();
  }

  /**
   * Draw once when what was done is done, however much was changed. Not in the frame to come: by then the page would be
   * laid out and looked through twice. On a large board arrows whose cards moved follow right after the frame: where cards
   * stand is known then, and nobody's card waits for the arrows of others.
   */
  later() {
    if (this.#waiting) return;
    this.#waiting = true;
    queueMicrotask(() => (this.board.isMany && this.board.moved.size ? requestAnimationFrame(() => setTimeout(() => this.#draw())) : this.#draw()));
  }

  #draw() {
    this.#waiting = false;
    // Asking whether it is seen lays the page out: only where cards are looked at anyway.
    if (this.board.moved.size && !this.svg.checkVisibility()) return;
    const { links } = this.model();
    const { selected } = this.board;
    // An edit of words that leaves the cards where they stand leaves the arrows too.
    const stay = !this.#measure() && links === this.#drawn?.links;
    if (stay && selected === this.#drawn?.selected) return;
    this.#drawn = { links, selected };
    this.#show(LIT, links.filter(({ from, to }) => from === selected || to === selected));
    if (stay) return;
    /** @type {Map<string, Link[]>} */
    const parts = new Map();
    for (const one of links) {
      const key = `${this.board.kindOf(one.from)} ${this.board.kindOf(one.to)}`;
      if (!parts.get(key)?.push(one)) parts.set(key, [one]);
    }
    for (const key of new Set([...parts.keys(), ...this.#bundles.keys()])) if (key !== LIT) this.#show(key, parts.get(key) ?? []);
  }

  /** @param {string} key @param {Link[]} links */
  #show(key, links) {
    const made = links.map((link) => this.#arrow(link));
    const bundle = this.#bundles.get(key) ?? this.#bundle(key);
    if (made.length === bundle.made.length && made.every((one, n) => one === bundle.made[n])) return;
    bundle.made = made;
    bundle.line.setAttribute("d", made.map((one) => one?.line).join(""));
    bundle.head.setAttribute("d", made.map((one) => one?.head).join(""));
  }

  /** Behind those that are there. @param {string} key */
  #bundle(key) {
    const [line, head] = ["amat-line", "amat-line-head"].map((name) => shape("path", key === LIT ? `${name} ${LIT}` : name));
    const bundle = { line, head, made: /** @type {Array<Arrow | null>} */ ([]) };
    this.svg.prepend(line, head);
    this.#bundles.set(key, bundle);
    return bundle;
  }

  /** An arrow whose cards stand where they stood is not reckoned again. @param {Link} link */
  #arrow(link) {
    const [a, b] = [this.#rects.get(link.from), this.#rects.get(link.to)];
    if (!a || !b) return null;
    const known = this.#arrows.get(link);
    if (known?.a === a && known.b === b) return known;
    const rtl = this.board.dir === "rtl";
    const made = { a, b, line: arrow(a, b, rtl), head: arrowHead(a, b, rtl) };
    this.#arrows.set(link, made);
    return made;
  }

  /** Only columns that changed are looked at: one column's cards do not move another's. @returns {boolean} whether any card stands elsewhere */
  #measure() {
    const { moved } = this.board;
    let any = false;
    if (!moved.size) return any;
    this.board.measure(moved, this.svg.getBoundingClientRect(), (id, now) => {
      const was = this.#rects.get(id);
      if (was && was.x === now.x && was.y === now.y && was.w === now.w && was.h === now.h) return;
      this.#rects.set(id, now);
      any = true;
    });
    moved.clear();
    this.#size = this.#sized();
    return any;
  }
}
