// @ts-check
/** @import {Fields, Lab} from "./fields.js" */
// The links of one card: where it leads and why, what is assumed, and what could get in the way.

import { node } from "../shared/node.js";
import { say } from "../shared/say.js";
import { Rows, button, labelled, write } from "./fields.js";
import { CONDITIONS, KINDS, addCondition, addLink, column, editCondition, explainLink, linkOf, nodeOf, removeCondition, removeLink, whyNoLink } from "./model.js";

/** @param {Lab} lab @param {string} id */
const nameOf = (lab, id) => nodeOf(lab.model, id)?.text || lab.t.empty;

/** @param {Fields} fields @param {string} id */
function goTo(fields, id) {
  const { lab } = fields;
  const made = button("", () => lab.select(id, true), { class: "amat-go" });
  fields.bind(() => write(made, nameOf(lab, id)));
  return made;
}

/** @param {Fields} fields @param {string} from @param {string} to */
function unlink(fields, from, to) {
  const { lab } = fields;
  const words = () => ({ from: nameOf(lab, from), to: nameOf(lab, to) });
  const made = button(lab.t.unlink, () => lab.commit(removeLink(lab.model, from, to), say(lab.t.unlinked, words())), { "data-key": `unlink ${from} ${to}` });
  fields.bind(() => made.setAttribute("aria-label", say(lab.t.unlink_label, words())));
  return made;
}

/** @param {Fields} fields @param {string} from @param {string} to */
export function linkRow(fields, from, to) {
  const { lab } = fields;
  const because = () => linkOf(lab.model, from, to)?.because ?? "";
  const reason = fields.text(lab.t.because, because, (value) => explainLink(lab.model, from, to, value), { mark: `because ${from} ${to}`, hint: lab.t.because_hint });
  return node("li", {}, node("div", { class: "amat-link-head" }, goTo(fields, to), unlink(fields, from, to)), reason, ...CONDITIONS.map((list) => conditions(fields, list, [from, to])));
}

/** @param {Fields} fields @param {string} from @param {string} to */
export const incoming = (fields, from, to) => node("li", { class: "amat-link-head" }, goTo(fields, from), unlink(fields, from, to));

/**
 * The assumptions or external factors of one link, or of the whole model.
 * @param {Fields} fields
 * @param {"assumptions" | "external"} list
 * @param {[string, string] | null} on
 */
export function conditions(fields, list, on) {
  const { lab } = fields;
  const { t } = lab;
  const rows = new Rows(lab, node("div"));
  const mine = () => lab.model[list].filter((one) => (on ? one.on?.join(" ") === on.join(" ") : !one.on)).map(({ id }) => id);
  fields.bind(() => rows.show(mine(), (id, inside) => condition(inside, list, id)));
  const add = () => {
    lab.commit(addCondition(lab.model, list, on), t.condition_added);
    /** @type {HTMLElement | null | undefined} */ (rows.root.lastElementChild?.querySelector("input"))?.focus();
  };
  const adder = button(t.add_condition[list], add, { class: "amat-button is-small", "data-key": `add ${list} ${on ?? ""}` });
  return node("div", { class: "amat-conditions" }, rows.root, adder);
}

/** @param {Fields} fields @param {"assumptions" | "external"} list @param {string} id */
function condition(fields, list, id) {
  const { lab } = fields;
  const { t } = lab;
  const get = () => lab.model[list].find((one) => one.id === id)?.text ?? "";
  const text = fields.text(t.part[list], get, (value) => editCondition(lab.model, list, id, value), { mark: `${list} ${id}` });
  const away = () => {
    const adder = remove.closest(".amat-conditions")?.querySelector(":scope > .amat-button");
    lab.commit(removeCondition(lab.model, list, id), t.condition_removed);
    /** @type {HTMLElement | null | undefined} */ (adder)?.focus();
  };
  const remove = button(t.remove, away);
  fields.bind(() => remove.setAttribute("aria-label", say(t.remove_label, { text: get() || t.part[list] })));
  return node("div", { class: "amat-condition" }, text, remove);
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
