// @ts-check
/** @import {Link, Model, Rect} from "./logic-model" */
// The arrows behind the cards. For the eye only: the same links stand in words beside the cards. All plain arrows are one
// path and the selected card's another: four elements, however many links, so that an edit stays fast.

import { arrow, arrowHead } from "./arrows.js";
import { KINDS } from "./model.js";

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
  /** @type {WeakMap<Link, {a: Rect, b: Rect, line: string, head: string}>} */
  #arrows = new WeakMap();
  /** What the arrows on the board were drawn for. @type {{links: Link[], selected: string} | null} */
  #drawn = null;
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
    board.shown = () => this.later();
    new ResizeObserver(() => this.again()).observe(board.inner);
  }

  /** Everything may have moved. */
  again() {
    for (const kind of KINDS) this.board.moved.add(kind);
    this.later();
  }

  /** Draw once before the next frame, however much was changed. */
  later() {
    this.#waiting ||= requestAnimationFrame(() => this.draw());
  }

  draw() {
    this.#waiting = 0;
    if (!this.svg.checkVisibility()) return;
    const { links } = this.model();
    const { selected } = this.board;
    // An edit of words that leaves the cards where they stand leaves the arrows too.
    if (!this.#measure() && links === this.#drawn?.links && selected === this.#drawn.selected) return;
    this.#drawn = { links, selected };
    const parts = [[], [], [], []].map(() => /** @type {string[]} */ ([]));
    for (const link of links) {
      const made = this.#arrow(link);
      if (!made) continue;
      const at = link.from === selected || link.to === selected ? 2 : 0;
      parts[at].push(made.line);
      parts[at + 1].push(made.head);
    }
    this.#paths.forEach((one, n) => {
      const d = parts[n].join("");
      if (one.d === d) return;
      one.d = d;
      one.path.setAttribute("d", d);
    });
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
    return any;
  }
}
