// @ts-check
/** @import {Fields} from "./fields.js" */
// An indicator's card: what is measured, of whom, from where and how often.

import { node } from "../shared/node.js";
import { say } from "../shared/say.js";
import { button, write } from "./fields.js";
import { CARD, INDICATOR_KINDS, editIndicator, oneLine, removeIndicator } from "./model.js";

/** @param {Fields} fields @param {string} id */
export function indicatorForm(fields, id) {
  const { lab } = fields;
  const { t } = lab;
  const now = () => lab.model.indicators.find((one) => one.id === id);
  const field = (/** @type {"name" | typeof CARD[number]} */ name) =>
    fields.text(t.card[name], () => now()?.[name] ?? "", (value) => editIndicator(lab.model, id, { [name]: oneLine(value) }), { mark: `${id} ${name}`, hint: t.card_hint[name] });
  const title = node("span");
  fields.bind(() => write(title, now()?.name || t.new_indicator));
  const kind = fields.choice(
    t.indicator_kind,
    INDICATOR_KINDS.map((one) => [one, t.indicator_kinds[one]]),
    () => now()?.kind ?? "",
    (value) => lab.commit(editIndicator(lab.model, id, { kind: value })),
    `${id} kind`,
  );
  const remove = button(t.remove_indicator, () => lab.commit(removeIndicator(lab.model, id), say(t.removed, { text: now()?.name || t.new_indicator })), { class: "amat-button is-small" });
  return node("details", { class: "amat-indicator", "data-key": `indicator ${id}` }, node("summary", {}, title), field("name"), kind, ...CARD.map(field), remove);
}
