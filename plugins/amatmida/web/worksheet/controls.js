// @ts-check
/** @import {Field, Value} from "./worksheet" */
// One field of the page: what stands in it, its direction, what is said about it, and its twin for the printed sheet.

import { numberFrom } from "../quiz/numbers.js";
import { all, node } from "../shared/node.js";
import { directionOf, say } from "../shared/say.js";
import { formatted } from "./logic.js";

/** A text that a form may hold; nothing is cut, and only near it is anything counted. */
export const LIMIT = 100_000;
const NEAR = 0.9 * LIMIT;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** @param {Element} root @returns {any[]} every control of a field, or of a form */
export const controlsIn = (root) => all(root, "[data-name]");

/** @param {any[]} controls those of one field @returns {Value} */
export function valueOf(controls) {
  const [first] = controls;
  if (first.type === "checkbox") return controls.filter((one) => one.checked).map((one) => one.value);
  return first.type === "radio" ? (controls.find((one) => one.checked)?.value ?? "") : first.value;
}

/** Put a value in; a control that shows it already is left alone. @param {any[]} controls @param {Value | undefined} value @param {string} dir the page's */
export function show(controls, value, dir) {
  const [first] = controls;
  if (first.type === "checkbox" || first.type === "radio") {
    for (const one of controls) one.checked = Array.isArray(value) ? value.includes(one.value) : one.value === value;
    return;
  }
  const text = Array.isArray(value) ? value.join(", ") : (value ?? "");
  if (first.dataset.day !== undefined || first.type === "date") showDay(first, text);
  if (first.localName === "select") showChoice(first, text);
  else if (first.value !== text) first.value = text;
  twin(first, text, dir);
}

/** A day that is none stays as the words it is. @param {HTMLInputElement} control @param {string} text */
function showDay(control, text) {
  control.dataset.day = "";
  control.type = !text || DAY.test(text) ? "date" : "text";
}

/** An answer that is no longer offered stays, by its own name. @param {HTMLSelectElement} control @param {string} id */
function showChoice(control, id) {
  for (const old of all(control, "option[data-left]")) if (old.value !== id) old.remove();
  if (![...control.options].some(({ value }) => value === id)) control.append(node("option", { value: id, "data-left": true }, id));
  control.value = id;
}

/** Paper cannot scroll: what was written stands beside the control, shown only in print. @param {any} control @param {string} text @param {string} dir */
function twin(control, text, dir) {
  const field = control.closest(".amat-field");
  let paper = field.querySelector(".amat-printed");
  if (!paper) control.after((paper = node("div", { class: "amat-printed", "aria-hidden": "true" })));
  const words = control.localName === "select" ? (text ? control.selectedOptions[0].text : "") : text;
  if (paper.textContent !== words) paper.textContent = words;
  const plain = control.localName === "select" || control.type === "date" || field.classList.contains("is-number");
  const way = directionOf(text, dir);
  paper.dir = plain ? dir : way;
  if (["text", "textarea"].includes(control.type)) control.dir = field.classList.contains("is-number") ? "ltr" : way;
  field.toggleAttribute("data-filled", Boolean(text));
}

/**
 * What there is to say about what stands in a field; "" when nothing.
 * @param {Field | undefined} field
 * @param {Value} value
 * @param {Record<string, any>} strings
 * @param {string} lang
 */
export function remark(field, value, strings, lang) {
  const text = Array.isArray(value) ? "" : value;
  const count = formatted(text.length, lang);
  if (text.length > LIMIT) return say(strings.too_long, { n: count });
  if (text.length >= NEAR) return say(strings.count, { n: count, of: formatted(LIMIT, lang) });
  return field?.type === "number" && text.trim() ? numberRemark(field, text, strings, lang) : "";
}

/** @param {Field} field @param {string} text @param {Record<string, any>} strings @param {string} lang */
function numberRemark({ min, max }, text, strings, lang) {
  const number = numberFrom(text)?.value;
  if (number === undefined) return strings.not_number;
  if (min !== undefined && number < min) return say(strings.too_low, { min: formatted(min, lang) });
  return max !== undefined && number > max ? say(strings.too_high, { max: formatted(max, lang) }) : "";
}

/** Shown below the field and tied to it; said once when it changes. @param {any} control @param {string} words */
export function tell(control, words) {
  const field = control.closest(".amat-field");
  let line = field.querySelector(".amat-remark");
  if (!line && !words) return;
  if (!line) {
    line = node("p", { class: "amat-remark", id: `${control.id}-remark`, role: "status" });
    field.append(line);
    control.setAttribute("aria-describedby", `${control.getAttribute("aria-describedby") ?? ""} ${line.id}`.trim());
  }
  if (line.textContent !== words) line.textContent = words;
}
