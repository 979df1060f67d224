// @ts-check
/** @import {Model, Saved} from "./logic-model" */
/** @import {Store} from "../shared/store.js" */
// The models saved on this device. Two tabs that edit one model never overwrite each other: the later one becomes a copy.

import { newSeed } from "../shared/seed.js";
import { MOST, emptyModel } from "./model.js";
import { saved } from "./record.js";

export const newId = () => `m-${newSeed().slice(0, 12)}`;

/** The same model under another id and title. @param {Model} model @param {string} title @returns {Model} */
export const copyOf = (model, title) => ({ ...model, id: newId(), title: title.slice(0, MOST.title) });

/** @param {string} lang */
export const blankModel = (lang) => emptyModel(newId(), "", lang);

export class Shelf {
  /** @param {Store} store */
  constructor(store) {
    this.store = store;
  }

  /** Those last changed come first. @returns {Saved[]} */
  list() {
    const keys = this.store.keys().filter((key) => key.startsWith("model/"));
    /** @type {Saved[]} */
    const all = keys.map((key) => this.store.record(key)).filter(Boolean);
    return all.sort((a, b) => b.at - a.at);
  }

  /** @param {string} id @returns {Saved | null} */
  get = (id) => this.store.record(`model/${id}`);

  /**
   * @param {Model} model
   * @param {number} rev the save that was built upon; 0 for none
   * @param {string} copyTitle what to call it when another tab saved meanwhile
   * @returns {{model: Model, rev: number, copied: boolean}} what is saved now, and under which id
   */
  save(model, rev, copyTitle) {
    const now = this.get(model.id);
    const copied = Boolean(now && now.rev !== rev && JSON.stringify(now.model) !== JSON.stringify(model));
    const kept = copied ? copyOf(model, copyTitle) : model;
    const next = copied ? 1 : Math.max(rev, now?.rev ?? 0) + 1;
    this.store.write(`model/${kept.id}`, saved(kept, next));
    return { model: kept, rev: next, copied };
  }

  /** @param {string} id */
  remove(id) {
    this.store.remove(`model/${id}`);
  }
}
