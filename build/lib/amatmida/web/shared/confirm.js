// @ts-check
import { node } from "./node.js";

/**
 * A button that asks once, in its place, before it acts.
 * @param {{open: string, ask: string, act: string, cancel: string}} words
 * @param {() => void} act
 */
export function confirmInline(words, act) {
  const close = () => {
    question.hidden = true;
    opener.hidden = false;
  };
  const ask = () => {
    opener.hidden = true;
    question.hidden = false;
    cancel.focus();
  };
  const opener = node("button", { type: "button", class: "amat-button", click: ask }, words.open);
  const sure = node("button", { type: "button", class: "amat-button is-danger", click: () => (close(), opener.focus(), act()) }, words.act);
  const cancel = node("button", { type: "button", class: "amat-button", click: () => (close(), opener.focus()) }, words.cancel);
  const question = node("div", { class: "amat-confirm", role: "group", "aria-label": words.ask, hidden: true }, node("p", {}, words.ask), sure, cancel);
  question.addEventListener("keydown", (event) => event.key === "Escape" && cancel.click());
  return node("div", { class: "amat-ask-once" }, opener, question);
}
