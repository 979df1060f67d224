// @ts-check
/** @import {Lab} from "./fields.js" */
// "Leave as is, because …": loaded when somebody first wants to.

import { node } from "../shared/node.js";
import { button, labelled } from "./fields.js";

/** @param {Lab} lab @param {(because: string, words: string) => void} keep what was written, and what is then said */
export function arguing({ t, tell }, keep) {
  const field = node("input", { type: "text", maxlength: 600, autocomplete: "off" });
  const save = () => (field.value.trim() ? keep(field.value, t.argued) : tell(t.argue_lack));
  field.addEventListener("keydown", (event) => event.key === "Enter" && !event.isComposing && (event.preventDefault(), save()));
  return node("div", {}, labelled(t.argue_label, field), button(t.argue_do, save, { class: "amat-button is-small" }));
}
