// @ts-check
/** @import {Kind} from "./logic-model" */
// Dragging with a mouse, as an extra: a card to a place, a card's port to the card it leads to. Everything can be done
// with buttons and lists too.

const CARD = "application/x-amat-card";
const PORT = "application/x-amat-port";

/** @param {EventTarget | null} target @param {string} selector @returns {HTMLElement | null} */
const around = (target, selector) => /** @type {Element | null} */ (target)?.closest?.(selector) ?? null;

/**
 * @param {HTMLElement} board
 * @param {{place(id: string, kind: Kind, place: number): void, link(from: string, to: string): void}} doors
 */
export function dragCards(board, doors) {
  /** @type {HTMLElement | null} */
  let over = null;
  const mark = (/** @type {HTMLElement | null} */ target) => {
    over?.classList.remove("is-over");
    over = target;
    over?.classList.add("is-over");
  };

  board.addEventListener("dragstart", (event) => {
    const card = around(event.target, ".amat-node");
    if (!card || !event.dataTransfer) return;
    event.dataTransfer.setData(around(event.target, ".amat-port") ? PORT : CARD, card.dataset.node ?? "");
    event.dataTransfer.effectAllowed = "all";
  });
  board.addEventListener("dragover", (event) => {
    const types = event.dataTransfer?.types ?? [];
    const target = around(event.target, types.includes(PORT) ? ".amat-node" : types.includes(CARD) ? ".amat-column" : ".none");
    mark(target);
    if (target) event.preventDefault();
  });
  board.addEventListener("dragend", () => mark(null));
  board.addEventListener("drop", (event) => {
    const column = around(event.target, ".amat-column");
    const card = around(event.target, ".amat-node");
    const [from, moved] = [PORT, CARD].map((type) => event.dataTransfer?.getData(type));
    mark(null);
    event.preventDefault();
    if (from && card) doors.link(from, card.dataset.node ?? "");
    if (moved && column) doors.place(moved, /** @type {Kind} */ (column.dataset.kind), placeAt(column, event.clientY, moved));
  });
}

/** How many other cards stand above. @param {HTMLElement} column @param {number} y @param {string} moved */
function placeAt(column, y, moved) {
  const others = [...column.querySelectorAll(".amat-node")].filter((one) => /** @type {HTMLElement} */ (one).dataset.node !== moved);
  return others.filter((one) => one.getBoundingClientRect().top + one.getBoundingClientRect().height / 2 < y).length;
}
