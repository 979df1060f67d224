// @ts-check
/** @import {Kind} from "./logic-model" */
// The exercise of links as a board: press a card, then the card it leads to, and the arrow is drawn. The checkboxes of
// the questions stay what is answered; the board shows them and presses them.

import { all, node } from "../shared/node.js";
import { say } from "../shared/say.js";
import { arrow, arrowHead } from "./arrows.js";

const SVG = "http://www.w3.org/2000/svg";
/** @typedef {{exercise: string, strings: Record<string, any>, cards: Array<{id: string, kind: Kind, text: string}>}} ConnectData */

/** @param {string} name */
function path(name) {
  const made = document.createElementNS(SVG, "path");
  made.setAttribute("class", name);
  return made;
}

export class AmatConnect extends HTMLElement {
  #from = "";
  #lines = path("amat-line");
  #heads = path("amat-line-head");
  /** @type {Map<string, HTMLButtonElement>} */
  #faces = new Map();
  /** @type {HTMLElement | null} */
  #quiz = null;

  connectedCallback() {
    if (this.hasAttribute("data-live")) return;
    /** @type {ConnectData} */
    this.data = JSON.parse(all(this, ".amat-connect-data")[0].textContent);
    this.#quiz = document.querySelector(`amat-quiz[quiz="${this.data.exercise}"]`);
    this.#build();
    // After the quiz has put its saved answers into the page, and whenever they change.
    this.#quiz?.addEventListener("amat-progress", () => this.draw());
    this.#quiz?.addEventListener("input", () => this.draw());
    new ResizeObserver(() => this.draw()).observe(this);
    this.setAttribute("data-live", "");
    // Below the exercise's title and scenario.
    this.#quiz?.querySelector(".amat-head")?.append(this);
  }

  #build() {
    const { cards, strings } = this.data;
    const kinds = [...new Set(cards.map(({ kind }) => kind))];
    const columns = kinds.map((kind) => {
      const mine = cards.filter((card) => card.kind === kind).map((card) => node("li", { class: "amat-node" }, this.#face(card)));
      return node("div", { class: `amat-column is-${kind}` }, node("p", { class: "amat-column-title" }, strings.kinds[kind]), node("ul", { role: "list", class: "amat-stack" }, ...mine));
    });
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("class", "amat-lines");
    svg.setAttribute("aria-hidden", "true");
    svg.append(this.#lines, this.#heads);
    this.live = node("p", { class: "amat-live", role: "status" });
    this.board = node("div", { class: "amat-connect-columns" }, ...columns);
    this.board.prepend(svg);
    this.replaceChildren(node("p", { class: "amat-small" }, strings.connect_how), this.board, this.live);
    this.addEventListener("keydown", ({ key }) => key === "Escape" && this.#start(""));
  }

  /** @param {{id: string, text: string}} card */
  #face({ id, text }) {
    const face = node("button", { type: "button", class: "amat-node-face", "aria-pressed": "false", click: () => this.#press(id) }, text);
    this.#faces.set(id, face);
    return face;
  }

  /** The checkbox that stands for an arrow; none where the card leads nowhere or the target is not on offer. @param {string} from @param {string} to @returns {HTMLInputElement | undefined} */
  #box = (from, to) => all(this.#quiz, `[data-item="${this.data?.exercise}-${from}"] input[value="${to}"]`)[0];

  /** @param {string} id */
  #press(id) {
    if (!this.#from) return this.#start(id);
    const from = this.#from;
    this.#start("");
    if (from === id) return this.#say("connect_off", from, id);
    const box = this.#box(from, id);
    if (!box) return this.#say("connect_none", from, id);
    if (box.disabled) return this.#say("connect_done", from, id);
    box.click();
    this.#say(box.checked ? "linked" : "unlinked", from, id);
  }

  /** @param {string} id "" to begin anew */
  #start(id) {
    this.#faces.get(this.#from)?.setAttribute("aria-pressed", "false");
    this.#faces.get(id)?.setAttribute("aria-pressed", "true");
    this.#from = id;
    if (id) this.#say("connect_from", id, id);
  }

  /** @param {string} name @param {string} from @param {string} to */
  #say(name, from, to) {
    if (!this.live || !this.data) return;
    this.live.textContent = say(this.data.strings[name], { from: this.#faces.get(from)?.textContent ?? "", to: this.#faces.get(to)?.textContent ?? "" });
  }

  draw() {
    const origin = this.#lines.ownerSVGElement?.getBoundingClientRect();
    if (!origin || !this.data) return;
    const rtl = getComputedStyle(this).direction === "rtl";
    const rect = (/** @type {string} */ id) => {
      const box = /** @type {HTMLElement} */ (this.#faces.get(id)).getBoundingClientRect();
      return { x: box.x - origin.x, y: box.y - origin.y, w: box.width, h: box.height };
    };
    const drawn = this.data.cards.flatMap(({ id }) => this.data?.cards.filter((other) => this.#box(id, other.id)?.checked).map((other) => [rect(id), rect(other.id)]) ?? []);
    this.#lines.setAttribute("d", drawn.map(([a, b]) => arrow(a, b, rtl)).join(""));
    this.#heads.setAttribute("d", drawn.map(([a, b]) => arrowHead(a, b, rtl)).join(""));
  }
}
