// @ts-check
/** @import {Model, Rect} from "./logic-model" */
// The arrows behind the cards. For the eye only: the same links stand in words in the list of links.

import { arrow } from "./layout.js";

const SVG = "http://www.w3.org/2000/svg";

/** @param {string} tag @param {Record<string, string>} given */
function shape(tag, given) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(given)) made.setAttribute(name, value);
  return made;
}

export class Lines {
  /** @type {Map<string, {path: Element, d: string, ends: [string, string]}>} */
  #paths = new Map();
  #waiting = 0;

  /** @param {import("./board.js").Board} board @param {() => Model} model */
  constructor(board, model) {
    this.board = board;
    this.model = model;
    this.svg = shape("svg", { class: "amat-lines", "aria-hidden": "true" });
    const end = shape("marker", { id: "amat-line-end", viewBox: "0 0 10 10", refX: "9", refY: "5", markerWidth: "8", markerHeight: "8", orient: "auto", markerUnits: "userSpaceOnUse" });
    end.append(shape("path", { d: "M0 0 10 5 0 10z" }));
    this.svg.append(end);
    board.inner.prepend(this.svg);
    new ResizeObserver(() => this.later()).observe(board.inner);
  }

  /** Draw once before the next frame, however much was changed. */
  later() {
    this.#waiting ||= requestAnimationFrame(() => this.draw());
  }

  draw() {
    cancelAnimationFrame(this.#waiting);
    this.#waiting = 0;
    if (!this.svg.checkVisibility()) return;
    const { nodes, links } = this.model();
    const rtl = getComputedStyle(this.board.inner).direction === "rtl";
    const rects = new Map(nodes.map(({ id }) => [id, this.#rect(id)]));
    const kept = new Set();
    for (const { from, to } of links) {
      const [a, b] = [rects.get(from), rects.get(to)];
      if (!a || !b) continue;
      kept.add(`${from} ${to}`);
      this.#line([from, to], arrow(a, b, rtl));
    }
    for (const [key, { path }] of this.#paths) if (!kept.has(key)) (path.remove(), this.#paths.delete(key));
  }

  /** @param {string} id @returns {Rect | undefined} */
  #rect(id) {
    const item = this.board.itemOf(id);
    return item && { x: item.offsetLeft, y: item.offsetTop, w: item.offsetWidth, h: item.offsetHeight };
  }

  /** @param {[string, string]} ends @param {string} d */
  #line(ends, d) {
    const key = ends.join(" ");
    let line = this.#paths.get(key);
    if (!line) {
      line = { path: shape("path", { class: "amat-line", "marker-end": "url(#amat-line-end)" }), d: "", ends };
      this.#paths.set(key, line);
      this.svg.append(line.path);
      this.#light(line);
    }
    if (line.d === d) return;
    line.d = d;
    line.path.setAttribute("d", d);
  }

  /** Make the selected card's arrows stand out. */
  light() {
    for (const line of this.#paths.values()) this.#light(line);
  }

  /** @param {{path: Element, ends: [string, string]}} line */
  #light({ path, ends }) {
    path.classList.toggle("is-lit", ends.includes(this.board.selected));
  }
}
