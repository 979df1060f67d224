// @ts-check
/** @import {Rect} from "./logic-model" */
// How an arrow runs between two cards, on the board and in figures. Pure numbers, in px.

/**
 * Where an arrow leaves a card and where it comes in: out at the end edge, in at the start edge, as the language runs.
 * Cards that do not stand one after the other are joined along their end edges.
 * @param {Rect} a
 * @param {Rect} b
 * @param {boolean} rtl
 */
function ends(a, b, rtl) {
  const on = rtl ? -1 : 1;
  const out = Math.round(rtl ? a.x : a.x + a.w);
  const start = rtl ? b.x + b.w : b.x;
  const forward = (start - out) * on > 0;
  const into = Math.round(forward ? start : rtl ? b.x : b.x + b.w);
  return { on, out, into, forward, ay: Math.round(a.y + a.h / 2), by: Math.round(b.y + b.h / 2) };
}

/** The path of an arrow from one card to another. @param {Rect} a @param {Rect} b @param {boolean} rtl */
export function arrow(a, b, rtl) {
  const { on, out, into, forward, ay, by } = ends(a, b, rtl);
  const bend = Math.round(forward ? Math.max(18, Math.abs(into - out) / 2) : 34) * on;
  // A long arrow bows, so that it shows beside the cards it passes.
  const bow = forward && Math.abs(into - out) > a.w ? 60 : 0;
  return `M${out} ${ay}C${out + bend} ${ay + bow} ${into + (forward ? -bend : bend)} ${by + bow} ${into} ${by}`;
}

/** Its head. @param {Rect} a @param {Rect} b @param {boolean} rtl */
export function arrowHead(a, b, rtl) {
  const { on, into, forward, by } = ends(a, b, rtl);
  const back = into - (forward ? 8 : -8) * on;
  return `M${into} ${by}L${back} ${by - 5}V${by + 5}z`;
}
