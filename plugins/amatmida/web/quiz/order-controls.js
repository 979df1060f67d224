// @ts-check
// Ordering by buttons and by place: no dragging needed. The card that is moved never leaves the page's tree, its
// neighbours move around it, so focus stays where it is.

import { all, icon, node } from "../shared/node.js";
import { say } from "../shared/say.js";

/**
 * @param {HTMLElement} list
 * @param {Record<string, any>} strings
 * @param {(words: string) => void} moved
 */
export function addOrderControls(list, strings, moved) {
  const cards = () => /** @type {HTMLElement[]} */ ([...list.children]);

  const move = (/** @type {HTMLElement} */ card, /** @type {string} */ name, /** @type {number} */ place) => {
    const others = cards().filter((one) => one !== card);
    card.before(...others.slice(0, place));
    card.after(...others.slice(place));
    list.setAttribute("data-moved", "");
    numberCards(list);
    moved(say(strings.moved, { card: name, n: place + 1, of: cards().length }));
  };

  for (const card of cards()) {
    const [select] = all(card, "select");
    const name = card.querySelector("label")?.textContent?.trim() ?? "";
    const button = (/** @type {"up" | "down"} */ way, /** @type {number} */ by) => {
      const click = () => {
        move(card, name, cards().indexOf(card) + by);
        // At an end of the list the pressed button is of no more use; the next control of this card is the list of places.
        if (made.disabled) select.focus();
      };
      const made = node("button", { type: "button", class: "amat-move", "aria-label": say(strings[way], { card: name }), click }, icon(way));
      return made;
    };
    select.before(button("up", -1), button("down", 1));
    select.addEventListener("change", () => move(card, name, select.selectedIndex));
  }
}

/** Places and buttons after the cards' order. @param {HTMLElement} list */
export function numberCards(list) {
  const last = list.children.length - 1;
  for (const [n, card] of [...list.children].entries()) {
    const [select] = all(card, "select");
    const [up, down] = all(card, ".amat-move");
    select.selectedIndex = n;
    up.disabled = select.disabled || n === 0;
    down.disabled = select.disabled || n === last;
  }
}
