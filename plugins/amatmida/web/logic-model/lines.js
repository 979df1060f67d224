// @ts-check
/** @import {Kind, Link, Model, Rect} from "./logic-model" */
// The arrows behind the cards. For the eye only: the same links stand in words beside the cards. The arrows from one
// column to another are one path, so that an edit draws only what moved; the selected card's lie once more on top of them.

import { arrow, arrowHead } from "./arrows.js";
import { KINDS } from "./model.js";

/** @typedef {{a: Rect & {kind: Kind}, b: Rect & {kind: Kind}, line: string, head: string}} Arrow */
const SVG = "http://www.w3.org/2000/svg";

/** @param {string} tag @param {string} name */
function shape(tag, name) {
  const made = document.createElementNS(SVG, tag);
  made.setAttribute("class", name);
  return made;
}

/** Arrows that are drawn together. */
class Bundle {
  /** @type {Arrow[]} */
  #drawn = [];

  /** @param {string} more */
  constructor(more = "") {
    this.line = shape("path", `amat-line${more}`);
    this.head = shape("path", `amat-line-head${more}`);
  }

  /** The same arrows are not drawn again. @param {Arrow[]} arrows */
  draw(arrows) {
    if (arrows.length === this.#drawn.length && arrows.every((one, n) => one === this.#drawn[n])) return;
    this.#drawn = arrows;
    this.line.setAttribute("d", arrows.map(({ line }) => line).join(""));
    this.head.setAttribute("d", arrows.map(({ head }) => head).join(""));
  }
}

export class Lines {
  /** Where cards stand, until something moves them. @type {Map<string, Rect & {kind: Kind}>} */
  #rects = new Map();
  /** @type {WeakMap<Link, Arrow>} */
  #arrows = new WeakMap();
  /** What the arrows on the board were drawn for. @type {{links: Link[], selected: string} | null} */
  #drawn = null;
  #waiting = 0;
  /** From column to column. @type {Map<string, Bundle>} */
  #bundles = new Map();
  #lit = new Bundle(" is-lit");

  /** @param {import("./board.js").Board} board @param {() => Model} model */
  constructor(board, model) {
    this.board = board;
    this.model = model;
    this.svg = shape("svg", "amat-lines");
    this.svg.setAttribute("aria-hidden", "true");
    this.svg.append(this.#lit.line, this.#lit.head);
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
    const stay = !this.#measure() && links === this.#drawn?.links;
    if (stay && selected === this.#drawn?.selected) return;
    this.#drawn = { links, selected };
    if (!stay) this.#plain(links);
    const lit = links.filter(({ from, to }) => from === selected || to === selected);
    this.#lit.draw(lit.map((link) => this.#arrow(link)).filter((one) => one !== null));
  }

  /** @param {Link[]} links */
  #plain(links) {
    /** @type {Map<string, Arrow[]>} */
    const parts = new Map([...this.#bundles.keys()].map((key) => [key, []]));
    for (const link of links) {
      const made = this.#arrow(link);
      if (!made) continue;
      const key = `${made.a.kind} ${made.b.kind}`;
      const mine = parts.get(key) ?? [];
      mine.push(made);
      parts.set(key, mine);
    }
    for (const [key, arrows] of parts) (this.#bundles.get(key) ?? this.#bundle(key)).draw(arrows);
  }

  /** @param {string} key */
  #bundle(key) {
    const made = new Bundle();
    this.#bundles.set(key, made);
    this.svg.prepend(made.line);
    this.#lit.line.before(made.head);
    return made;
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
    this.board.measure(moved, this.svg.getBoundingClientRect(), (id, now, kind) => {
      const was = this.#rects.get(id);
      if (was?.kind === kind && was.x === now.x && was.y === now.y && was.w === now.w && was.h === now.h) return;
      this.#rects.set(id, { ...now, kind });
      any = true;
    });
    moved.clear();
    return any;
  }
}
