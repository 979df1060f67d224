// @ts-check
// Definitions of glossary terms, shown beside the words that link to them. The links work without this file.
// With a mouse or the keyboard the link stays a link; its definition opens on hover and on focus. A finger has no hover,
// so a tap opens the definition, which holds the way to the glossary.

import { all, node } from "../shared/node.js";

const OPEN_AFTER = 150; // ms; a mouse that only passes by opens nothing
const CLOSE_AFTER = 300; // ms; time to move from the word onto its definition
const EDGE = 8; // px between the definition and the sides of the window
const GAP = 4; // px between the word and its definition

/** @typedef {{name: string, text: string, lang?: string, dir?: string}} Definition */
/** @type {{lang: string, dir: string, more: string, terms: Record<string, Definition>}} */
const data = JSON.parse(document.getElementById("amat-terms")?.textContent ?? '{"terms":{}}');

/** @type {HTMLElement | null} */
let note = null;
/** @type {HTMLAnchorElement | null} */
let owner = null;
/** @type {HTMLAnchorElement | null} Its definition was dismissed; it stays away until the reader has left the word. */
let dismissed = null;
let timer = 0;

/** @param {() => void} act @param {number} ms */
function later(act, ms) {
  clearTimeout(timer);
  timer = window.setTimeout(act, ms);
}

/** @param {HTMLAnchorElement} term */
function made(term) {
  const found = data.terms[term.dataset.term ?? ""];
  const words = node("span", { class: "amat-term-text", lang: found.lang, dir: found.dir }, found.text);
  const name = node("strong", { class: "amat-term-name" }, found.name);
  const more = node("a", { class: "amat-term-more", href: term.href }, data.more);
  const box = { class: "amat-term-note", popover: "manual", lang: data.lang, dir: data.dir, pointerenter: keep, pointerleave: leave };
  return node("span", box, name, words, more);
}

/** @param {HTMLAnchorElement} term */
function open(term) {
  clearTimeout(timer);
  if (owner === term || dismissed === term || !data.terms[term.dataset.term ?? ""]) return;
  close();
  owner = term;
  note = made(term);
  // Right after the word: the next Tab goes from the word to the link in its definition.
  term.after(note);
  note.showPopover?.();
  place();
}

function close() {
  clearTimeout(timer);
  note?.remove();
  note = owner = null;
}

/** Below the word, above it where there is more room, and never outside the window. */
function place() {
  if (!note || !owner) return;
  const parts = [...owner.getClientRects()];
  const { width, height } = note.getBoundingClientRect();
  const above = parts[0].top - height - GAP;
  const under = parts[parts.length - 1].bottom + GAP;
  const up = under + height > innerHeight && above > 0;
  const word = up ? parts[0] : parts[parts.length - 1];
  const wanted = data.dir === "rtl" ? word.right - width : word.left;
  note.style.left = `${Math.max(EDGE, Math.min(wanted, document.documentElement.clientWidth - width - EDGE))}px`;
  note.style.top = `${up ? above : under}px`;
}

const keep = () => clearTimeout(timer);

/** @param {PointerEvent} event */
function leave(event) {
  if (event.pointerType !== "mouse") return;
  if (inside(document.activeElement)) keep();
  else later(close, CLOSE_AFTER);
}

/** @param {EventTarget | null} target */
const inside = (target) => target instanceof Node && Boolean(owner?.contains(target) || note?.contains(target));

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (event.key !== "Escape" || !owner) return;
  const [term, within] = [owner, note?.contains(document.activeElement)];
  close();
  dismissed = term;
  if (within) term.focus();
}

/** @param {PointerEvent} event */
function onPointerOut(event) {
  const term = /** @type {Element} */ (event.target).closest?.("a.amat-term");
  if (!term || (event.relatedTarget instanceof Node && term.contains(event.relatedTarget))) return;
  leave(event);
  if (term === dismissed && term !== document.activeElement) dismissed = null;
}

/** @param {FocusEvent} event */
function onFocusOut(event) {
  if (event.target === dismissed && !inside(event.relatedTarget)) dismissed = null;
  const next = event.relatedTarget;
  // A press on plain words of the definition gives the focus to the text around it.
  if (owner && next instanceof Node && !inside(next) && !next.contains(owner)) close();
}

/** @param {PointerEvent} event */
function onPointerDown(event) {
  if (!inside(event.target)) close();
}

/**
 * Somebody comes near a term: main.js passes the events on, also the first one, which loaded this file.
 * @param {string} type
 * @param {HTMLAnchorElement | null} term
 * @param {string} pointer kind of pointer; "" for the keyboard
 */
export function approach(type, term, pointer) {
  if (!term) return;
  if (type === "click") tap(term, pointer);
  else if (type === "pointerover" && pointer === "mouse") later(() => open(term), OPEN_AFTER);
  else if (type === "focusin" && term.matches(":focus-visible")) open(term);
}

/** @param {HTMLAnchorElement} term @param {string} pointer */
function tap(term, pointer) {
  if (pointer !== "touch") return;
  dismissed = null;
  if (owner === term) close();
  else open(term);
}

/** Screen readers hear the definition with the link, whether it is open or not. */
function describe() {
  const home = document.getElementById("amat-terms")?.parentElement;
  for (const [id, { text, lang, dir }] of Object.entries(data.terms)) home?.append(node("span", { id: `amat-term-${id}`, lang, dir }, text));
  for (const term of all(document, "a.amat-term")) if (data.terms[term.dataset.term]) term.setAttribute("aria-describedby", `amat-term-${term.dataset.term}`);
}

/** @returns {Promise<void>} */
function dressed() {
  const href = new URL("./glossary.css", import.meta.url).href;
  return new Promise((done) => document.head.append(node("link", { rel: "stylesheet", href, load: () => done(), error: () => done() })));
}

describe();
await dressed();
document.addEventListener("keydown", onKey);
document.addEventListener("pointerout", onPointerOut);
document.addEventListener("pointerdown", onPointerDown);
document.addEventListener("focusout", onFocusOut);
window.addEventListener("resize", place);
window.addEventListener("scroll", place, { capture: true, passive: true }); // also the scrolling of wide tables
