// @ts-check
/** @import {Kind, Model} from "./logic-model" */
/** @import {AmatLogicModel} from "./element.js" */
/** @import {History} from "./history.js" */
// What surrounds the board: the title, the tools, the stages of a narrow screen, views, notices, and the one place where
// everything is said aloud.

import { node } from "../shared/node.js";
import { say, turn } from "../shared/say.js";
import { button, fold, labelled } from "./fields.js";
import { KINDS, MOST } from "./model.js";

const ZOOMS = [0.7, 0.85, 1, 1.2, 1.45, 1.8];

export class Frame {
  #zoom = 2;
  #view = "board";
  /** To be said. */
  #words = "";

  /** @type {{root: HTMLElement, refresh(): void} | undefined} */
  #library;

  /** @param {AmatLogicModel} lab @param {HTMLElement} whole what is assumed of the whole model */
  constructor(lab, whole) {
    this.lab = lab;
    this.whole = whole;
    const { t } = lab;
    this.title = node("input", { type: "text", class: "amat-model-title", maxlength: MOST.title, autocomplete: "off", placeholder: t.untitled, input: () => (this.#turn(), lab.retitle(this.title.value)) });
    this.state = node("span", { class: "amat-save-state" });
    this.live = node("div", { class: "amat-live", role: "status" });
    this.noticeBox = node("div", { class: "amat-notice", role: "status" });
    this.offerBox = node("div", { class: "amat-offer" });
    this.scoreBox = node("p", { class: "amat-count" });
    this.undo = button(t.undo, () => lab.turn("undo"), { "aria-keyshortcuts": "Control+Z" });
    this.redo = button(t.redo, () => lab.turn("redo"), { "aria-keyshortcuts": "Control+Shift+Z" });
    this.views = ["board", "statements"].map((name) => button(t.views[name], () => this.view(name), { "aria-pressed": String(name === "board") }));
    this.statements = node("div", { class: "amat-statements", hidden: true });
    this.main = node("div", { class: "amat-main" }, this.#board(), lab.inspector?.root, lab.findings?.root);
    this.root = this.#whole();
  }

  #whole() {
    const { lab } = this;
    const { t } = lab;
    const shelf = async () => {
      this.#library = (await import("./library.js")).library(lab);
      this.#library.refresh();
      return this.#library.root;
    };
    const files = async () => (await import("./exchange.js")).exchange(lab);
    return node(
      "div",
      { class: "amat-lab-inside" },
      this.noticeBox,
      this.offerBox,
      node("p", { class: "amat-small amat-hint" }, t.no_names),
      node("div", { class: "amat-model-head" }, labelled(t.model_title, this.title), this.state),
      this.scoreBox,
      !lab.exercise && fold(t.library, shelf),
      fold(t.files, files),
      this.#tools(),
      this.live,
      this.main,
      this.statements,
      fold(t.whole, async () => this.whole),
    );
  }

  #tools() {
    const { t } = this.lab;
    const out = button("−", () => this.#scale(-1), { "aria-label": t.zoom_out });
    const into = button("+", () => this.#scale(1), { "aria-label": t.zoom_in });
    this.zoomButtons = [out, into];
    const views = node("div", { class: "amat-tool-group", role: "group", "aria-label": t.view }, ...this.views);
    return node("div", { class: "amat-tools" }, this.undo, this.redo, views, node("div", { class: "amat-tool-group is-zoom", role: "group", "aria-label": t.zoom }, out, into));
  }

  #board() {
    const { lab } = this;
    const { t } = lab;
    const step = (/** @type {number} */ by) => {
      const next = KINDS[KINDS.indexOf(lab.board?.stage ?? "input") + by];
      if (next) lab.board?.show(next);
    };
    this.stageList = node("select", { change: () => lab.board?.show(/** @type {Kind} */ (this.stageList?.value)) }, ...KINDS.map((kind, n) => node("option", { value: kind }, say(t.stage_n, { n: n + 1, of: KINDS.length, kind: t.kinds[kind] }))));
    this.before = button(t.stage_before, () => step(-1));
    this.after = button(t.stage_after, () => step(1));
    const stages = node("div", { class: "amat-stages" }, labelled(t.stage, this.stageList), this.before, this.after);
    return node("div", { class: "amat-board-side" }, stages, lab.board?.root, node("p", { class: "amat-small amat-keys-hint" }, t.keys_hint));
  }

  #turn() {
    turn(this.title, this.title.value, this.lab.dir);
  }

  /** @param {number} by */
  #scale(by) {
    this.#zoom = Math.max(0, Math.min(ZOOMS.length - 1, this.#zoom + by));
    this.lab.board?.root.style.setProperty("--amat-zoom", String(ZOOMS[this.#zoom]));
    this.lab.board?.root.toggleAttribute("data-zoomed", ZOOMS[this.#zoom] > 1);
    this.tell(say(this.lab.t.zoomed, { n: Math.round(ZOOMS[this.#zoom] * 100) }));
  }

  // --- what the builder asks of it

  /** @param {Model} model @param {History} history */
  update(model, history) {
    if (this.title.value.replace(/\s+/g, " ") !== model.title) this.title.value = model.title;
    this.#turn();
    this.#usable(this.undo, history.canUndo);
    this.#usable(this.redo, history.canRedo);
    if (this.#view === "statements") void this.#sentences();
  }

  async #sentences() {
    this.statements.replaceChildren((await import("./statements.js")).statements(this.lab));
  }

  /** Stays focusable, so that the last undo does not lose the place. @param {HTMLElement} one @param {boolean} can */
  #usable(one, can) {
    if (one.getAttribute("aria-disabled") !== String(!can)) one.setAttribute("aria-disabled", String(!can));
  }

  /** @param {Kind} kind the stage shown on a narrow screen */
  stage(kind) {
    if (!this.stageList) return;
    this.stageList.value = kind;
    const n = KINDS.indexOf(kind);
    if (this.before) this.#usable(this.before, n > 0);
    if (this.after) this.#usable(this.after, n < KINDS.length - 1);
  }

  /** @param {string} name board or statements */
  view(name) {
    if (name === this.#view) return;
    this.#view = name;
    this.main.hidden = name !== "board";
    this.statements.hidden = name === "board";
    ["board", "statements"].forEach((one, n) => this.views[n].setAttribute("aria-pressed", String(one === name)));
    if (name === "statements") void this.#sentences();
    else this.lab.lines?.later();
  }

  /** Said aloud and shown, after the frame that shows what was done. The same words twice are said twice. @param {string} words */
  tell(words) {
    if (!this.#words) requestAnimationFrame(() => setTimeout(() => (this.live.replaceChildren(node("p", {}, this.#words)), (this.#words = ""))));
    this.#words = words;
  }

  /** @param {string} words */
  saved(words) {
    if (this.state.textContent !== words) this.state.textContent = words;
  }

  /** @param {string} words */
  score(words) {
    if (this.scoreBox.textContent !== words) this.scoreBox.textContent = words;
  }

  shelf() {
    this.#library?.refresh();
  }

  /** @param {Set<string>} notices */
  notices(notices) {
    const words = [...notices].map((name) => this.lab.t.notices[name]);
    if (this.noticeBox.textContent !== words.join("")) this.noticeBox.replaceChildren(...words.map((one) => node("p", {}, one)));
  }

  /** @param {string} words @param {() => void} take */
  offer(words, take) {
    const { t } = this.lab;
    const close = () => this.offerBox.replaceChildren();
    const open = button(t.received_open, () => (close(), take(), this.title.focus()), { class: "amat-button is-main" });
    this.offerBox.replaceChildren(node("div", { class: "amat-confirm", role: "group", "aria-label": t.received_title }, node("p", {}, words), open, button(t.received_leave, () => (close(), this.title.focus()))));
    open.focus();
  }
}
