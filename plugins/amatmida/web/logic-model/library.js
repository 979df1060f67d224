// @ts-check
/** @import {Model} from "./logic-model" */
/** @import {AmatLogicModel} from "./element.js" */
// The models on this device: open, begin, rename by the title, copy, delete.

import { confirmInline } from "../shared/confirm.js";
import { node } from "../shared/node.js";
import { say } from "../shared/say.js";
import { button, labelled } from "./fields.js";
import { blankModel, copyOf } from "./shelf.js";

/** @param {AmatLogicModel} lab @returns {{root: HTMLElement, refresh(): void}} */
export function library(lab) {
  const { t } = lab;
  const list = node("select", {});
  const open = () => {
    const saved = lab.keeper.shelf.get(list.value);
    if (saved) lab.open(saved.model, saved.rev, say(t.opened, { title: saved.model.title || t.untitled }));
  };
  const refresh = () => {
    const all = lab.keeper.shelf.list();
    list.replaceChildren(...all.map(({ model }) => node("option", { value: model.id }, say(t.shelf_row, { title: model.title || t.untitled, n: model.nodes.length }))));
    if (all.some(({ model }) => model.id === lab.model.id)) list.value = lab.model.id;
    list.disabled = !all.length;
  };
  const root = node("div", {}, node("div", { class: "amat-row-of-fields" }, labelled(t.saved_models, list), button(t.open, open)), ...beginning(lab), managing(lab, refresh));
  root.addEventListener("focusin", ({ target }) => target === list && lab.keeper.flush());
  return { root, refresh };
}

/** @param {AmatLogicModel} lab */
function beginning(lab) {
  const { t } = lab;
  const start = node("select", {}, node("option", { value: "" }, t.from_blank), ...lab.scenarios.map(({ id, title }) => node("option", { value: id }, say(t.from_scenario, { title }))));
  const begin = () => {
    const scenario = lab.scenarios.find(({ id }) => id === start.value);
    if (scenario) lab.take(scenario, say(t.imported, { n: scenario.nodes.length }));
    else lab.open(blankModel(lab.lang), 0, t.begun);
    lab.frame?.title.focus();
  };
  return [node("div", { class: "amat-row-of-fields" }, labelled(t.begin_from, start), button(t.begin, begin)), node("p", { class: "amat-small" }, t.begin_hint)];
}

/** @param {AmatLogicModel} lab @param {() => void} refresh */
function managing(lab, refresh) {
  const { t } = lab;
  const rename = () => {
    lab.frame?.title.focus();
    lab.frame?.title.select();
  };
  const copy = () => {
    const model = copyOf(lab.model, say(t.copy_of, { title: lab.model.title || t.untitled }));
    lab.take(model, say(t.copied, { title: model.title }));
    refresh();
  };
  const remove = () => {
    const { title } = lab.model;
    lab.keeper.drop();
    const [next] = lab.keeper.shelf.list();
    lab.open(next?.model ?? blankModel(lab.lang), next?.rev ?? 0, say(t.model_removed, { title: title || t.untitled }));
    refresh();
  };
  const words = { open: t.remove_model, ask: t.remove_model_ask, act: t.remove_do, cancel: t.cancel };
  return node("div", { class: "amat-actions" }, button(t.rename, rename), button(t.duplicate, copy), confirmInline(words, remove));
}
