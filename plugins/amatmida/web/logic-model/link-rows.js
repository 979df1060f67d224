// @ts-check
/** @import {Link} from "./logic-model" */
/** @import {Fields, Lab} from "./fields.js" */
// The links of one card: where it leads and why, what is assumed, and what could get in the way.

import { node } from "../shared/node.js";
import { say } from "../shared/say.js";
import { button, labelled } from "./fields.js";
import { CONDITIONS, KINDS, addCondition, addLink, column, editCondition, explainLink, linkOf, nodeOf, removeCondition, removeLink, whyNoLink } from "./model.js";

/** @param {Lab} lab @param {string} id */
const nameOf = (lab, id) => nodeOf(lab.model, id)?.text || lab.t.empty;

/** @param {Fields} fields @param {string} id */
function goTo(fields, id) {
  const { lab } = fields;
  const made = button("", () => lab.select(id, true), { class: "amat-go" });
  fields.bind(() => (made.textContent = nameOf(lab, id)));
  return made;
}

/** @param {Fields} fields @param {Link} link */
function unlink({ lab }, { from, to }) {
  const words = { from: nameOf(lab, from), to: nameOf(lab, to) };
  const click = () => lab.commit(removeLink(lab.model, from, to), say(lab.t.unlinked, words));
  return button(lab.t.unlink, click, { "data-key": `unlink ${from} ${to}`, "aria-label": say(lab.t.unlink_label, words) });
}

/** @param {Fields} fields @param {Link} link */
export function linkRow(fields, { from, to, because }) {
  const { lab } = fields;
  const reason = fields.text(lab.t.because, () => linkOf(lab.model, from, to)?.because ?? "", (value) => explainLink(lab.model, from, to, value), { mark: `because ${from} ${to}`, hint: lab.t.because_hint });
  const conditions = CONDITIONS.flatMap((list) => conditionRows(fields, list, [from, to]));
  return node("li", {}, node("div", { class: "amat-link-head" }, goTo(fields, to), unlink(fields, { from, to, because })), reason, ...conditions);
}

/** @param {Fields} fields @param {Link} link */
export const incoming = (fields, link) => node("li", { class: "amat-link-head" }, goTo(fields, link.from), unlink(fields, link));

/**
 * The assumptions or external factors of one link, or of the whole model.
 * @param {Fields} fields
 * @param {"assumptions" | "external"} list
 * @param {[string, string] | null} on
 */
export function conditionRows(fields, list, on) {
  const { lab } = fields;
  const { t } = lab;
  const mine = lab.model[list].filter((one) => (on ? one.on?.join(" ") === on.join(" ") : !one.on));
  const rows = mine.map(({ id }) => {
    const get = () => lab.model[list].find((one) => one.id === id)?.text ?? "";
    const text = fields.text(t.part[list], get, (value) => editCondition(lab.model, list, id, value), { mark: `${list} ${id}` });
    const remove = button(t.remove, () => lab.commit(removeCondition(lab.model, list, id), t.condition_removed), { "aria-label": say(t.remove_label, { text: get() || t.part[list] }) });
    return node("div", { class: "amat-condition" }, text, remove);
  });
  const add = () => {
    const next = addCondition(lab.model, list, on);
    lab.commit(next, t.condition_added);
    /** @type {HTMLElement | null} */ (document.querySelector(`[data-key="${list} ${next[list][next[list].length - 1].id}"]`))?.focus();
  };
  return [...rows, button(t.add_condition[list], add, { class: "amat-button is-small", "data-key": `add ${list} ${on ?? ""}` })];
}

/** Choose what a card leads to from a list, or by pressing the card on the board. @param {Fields} fields @param {string} id */
export function targetPicker(fields, id) {
  const { lab } = fields;
  const { t } = lab;
  const select = node("select", { "data-key": "target" });
  // Filled when it is needed: with 200 cards a list of all the others is long.
  const fill = () => {
    const groups = KINDS.map((kind) => {
      const cards = column(lab.model, kind).filter((one) => one.id !== id && !linkOf(lab.model, id, one.id));
      return cards.length ? node("optgroup", { label: t.kinds[kind] }, ...cards.map((one) => node("option", { value: one.id }, one.text || t.empty))) : null;
    });
    const kept = select.value;
    select.replaceChildren(node("option", { value: "" }, t.choose_card), ...groups.filter((one) => one !== null));
    select.value = kept;
    if (select.selectedIndex < 0) select.value = "";
  };
  select.append(node("option", { value: "" }, t.choose_card));
  for (const name of ["focus", "pointerdown"]) select.addEventListener(name, fill);
  const add = () => {
    if (!select.value) return lab.tell(t.choose_first);
    link(lab, id, select.value);
  };
  const pick = button(t.pick_on_board, () => lab.pickTarget(id), { "data-key": "pick" });
  return node("div", { class: "amat-target" }, labelled(t.new_link, select), button(t.add_link, add, { "data-key": "add link" }), pick);
}

/** @param {Lab} lab @param {string} from @param {string} to */
export function link(lab, from, to) {
  const words = { from: nameOf(lab, from), to: nameOf(lab, to) };
  const lack = whyNoLink(lab.model, from, to);
  if (lack) lab.tell(say(lab.t[lack], words));
  else lab.commit(addLink(lab.model, from, to), say(lab.t.linked, words));
}
