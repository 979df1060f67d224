// @ts-check
/** @import {Model, Saved} from "./logic-model" */
// The room of saved logic models: keys model/<id>. Its own file, so that pages without a builder do not load it.

import { isRecord } from "../shared/records.js";
import { ROOMS } from "../shared/store.js";
import { soundModel } from "./guard.js";

/** @param {unknown} value @returns {{value: Saved, lost: number} | null} */
export function savedFrom(value) {
  if (!isRecord(value) || value.v !== 1 || !Number.isInteger(value.rev) || typeof value.at !== "number") return null;
  try {
    return { value: { v: 1, rev: Number(value.rev), at: value.at, model: soundModel(value.model).model }, lost: 0 };
  } catch {
    return null;
  }
}

// In doubt the later one: saves count on.
ROOMS.model = { read: savedFrom, merge: (first, second) => (first.rev > second.rev ? first : second) };

/** @param {Model} model @param {number} rev @returns {Saved} */
export const saved = (model, rev) => ({ v: 1, rev, at: Date.now(), model });
