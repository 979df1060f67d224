// @ts-check
/** @import {Kind, LabData, Model} from "./logic-model" */
// <amat-logic-model>: a person's own logic model. Data comes in with the page, models live on the device.

import { all, node } from "../shared/node.js";
import { say } from "../shared/say.js";
import { sharedStore } from "../shared/store.js";
import { Board } from "./board.js";
import { Fields } from "./fields.js";
import { Findings } from "./findings.js";
import { Frame } from "./frame.js";
import { History } from "./history.js";
import { Inspector } from "./inspector.js";
import { Lines } from "./lines.js";
import { conditions, link } from "./link-rows.js";
import { CONDITIONS, KINDS, MOST, addNode, nodeOf, oneLine, placeNode } from "./model.js";
import { Keeper } from "./keeper.js";
import { copyOf } from "./shelf.js";

export class AmatLogicModel extends HTMLElement {
  /** @type {LabData} */ // @ts-ignore set before anything else
  #data;
  /** @type {History} */ // @ts-ignore
  #history;
  /** @type {Keeper} */ // @ts-ignore
  keeper;
  #picking = "";

  connectedCallback() {
    if (!this.#data) this.#start(JSON.parse(all(this, ":scope > .amat-data")[0].textContent));
    this.keeper.listen();
    // A link pasted into a page that is open already.
    window.addEventListener("hashchange", this.#received);
  }

  disconnectedCallback() {
    this.keeper.stop();
    window.removeEventListener("hashchange", this.#received);
  }

  get t() {
    return this.#data.strings;
  }

  get lang() {
    return this.#data.lang;
  }

  get exercise() {
    return this.#data.exercise;
  }

  get scenarios() {
    return this.#data.scenarios;
  }

  get model() {
    return this.#history.model;
  }

  /** @param {LabData} data */
  #start(data) {
    this.#data = data;
    const { t } = this;
    for (const one of all(this, ".amat-nojs")) one.remove();
    this.keeper = new Keeper(sharedStore(), this);
    this.#history = new History(this.keeper.first());
    this.board = new Board(t, this.dir, { select: this.select, add: this.#add, place: this.#place, link: (from, to) => link(this, from, to), stage: (kind) => this.frame?.stage(kind) });
    this.lines = new Lines(this.board, () => this.model);
    this.inspector = new Inspector(this, this.#back, (id) => this.findings.about(id));
    this.findings = new Findings(this, data.lang, data.pages, () => this.#judged());
    this.whole = new Fields(this);
    this.frame = new Frame(this, node("div", {}, ...CONDITIONS.map((list) => conditions(/** @type {Fields} */ (this.whole), list, null))));
    this.append(this.frame.root);
    this.addEventListener("keydown", (event) => this.#key(event));
    this.board.show(KINDS[0]);
    this.#refresh();
    this.setAttribute("data-live", "");
    void this.#received();
  }

  // --- showing

  #refresh() {
    this.board?.update(this.model);
    this.lines?.later();
    this.inspector?.update();
    this.whole?.sync();
    this.frame?.update(this.model, this.#history);
    this.findings?.later();
  }

  #judged() {
    this.board?.mark(this.findings?.marks() ?? new Map());
    this.lines?.later();
    this.inspector?.showFindings();
    if (this.exercise) this.keeper.score(this.findings?.found ?? []);
  }

  /** @param {string} words */
  tell = (words) => this.frame?.tell(words);

  // --- what a person does

  /**
   * @param {Model} model
   * @param {string} [words] what was done, said aloud
   * @param {string} [mark] see History.push
   */
  commit = (model, words = "", mark = "") => {
    if (model === this.model) return;
    this.#history.push(model, mark, words);
    this.keeper.later();
    this.#refresh();
    if (words) this.tell(words);
  };

  /** @param {"undo" | "redo"} way */
  turn(way) {
    const words = this.#history[way]();
    if (words === null) return this.tell(this.t[`no_${way}`]);
    this.keeper.later();
    this.select(nodeOf(this.model, this.board?.selected ?? "") ? (this.board?.selected ?? "") : "");
    this.#refresh();
    this.tell(words ? say(this.t[`${way}ne`], { words }) : this.t[`${way}ne_plain`]);
  }

  /** @param {string} id "" for none @param {boolean} [focus] go to the card's fields */
  select = (id, focus = false) => {
    if (this.#picking && id) return this.#picked(id);
    this.frame?.view("board");
    this.board?.select(id);
    this.lines?.later();
    this.#history.seal();
    if (!focus) return this.inspector?.later(id);
    this.inspector?.show(id);
    this.inspector?.text()?.focus();
  };

  /** From the fields back to the card. @param {string} id */
  #back = (id) => {
    if (id) this.board?.focus(id);
    else this.board?.focusAdd(this.board.stage);
  };

  /** The next card that is pressed is the target. @param {string} id */
  pickTarget(id) {
    this.#picking = id;
    this.classList.add("is-picking");
    this.tell(say(this.t.picking, { text: nodeOf(this.model, id)?.text || this.t.empty }));
    this.board?.focus(id);
  }

  /** @param {string} id */
  #picked(id) {
    const from = this.#picking;
    this.#stopPicking();
    if (id !== from) link(this, from, id);
    this.inspector?.text()?.focus();
  }

  #stopPicking() {
    this.#picking = "";
    this.classList.remove("is-picking");
  }

  /** @param {Kind} kind @param {string} text */
  #add = (kind, text) => {
    const words = oneLine(text).trim();
    if (!words) return this.tell(this.t.add_lack), false;
    if (this.model.nodes.length >= MOST.nodes) return this.tell(say(this.t.too_many, { most: MOST.nodes })), false;
    const next = addNode(this.model, kind, words);
    this.commit(next, say(this.t.added, { text: words, kind: this.t.kinds[kind] }));
    this.select(next.nodes[next.nodes.length - 1].id);
    return true;
  };

  /** @param {string} id @param {Kind} kind @param {number} place */
  #place = (id, kind, place) => {
    this.commit(placeNode(this.model, id, kind, place), say(this.t.placed, { text: nodeOf(this.model, id)?.text ?? "", kind: this.t.kinds[kind], n: place + 1 }));
  };

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === "Escape" && this.#picking) return this.#stopPicking(), this.tell(this.t.picking_off);
    const typing = /** @type {Element} */ (event.target).matches("input, textarea");
    if (typing || event.altKey || !(event.ctrlKey || event.metaKey)) return;
    const way = { KeyZ: event.shiftKey ? "redo" : "undo", KeyY: "redo" }[event.code];
    if (!way) return;
    event.preventDefault();
    this.turn(/** @type {"undo" | "redo"} */ (way));
  }

  // --- models come and go

  /** Another model in the builder; the one before it is saved. @param {Model} model @param {number} rev 0 when it is not saved yet @param {string} [words] */
  open(model, rev, words = "") {
    this.keeper.flush();
    this.keeper.rev = rev;
    this.#history = new History(model);
    this.select("");
    this.#refresh();
    this.frame?.shelf();
    if (words) this.tell(words);
  }

  /** A model from outside: a new one on the shelf, and open. @param {Model} model @param {string} words */
  take = (model, words) => {
    this.open({ ...copyOf(model, model.title || this.t.untitled), lang: model.lang }, 0);
    this.keeper.later();
    this.keeper.flush();
    this.frame?.shelf();
    this.tell(words);
  };

  /** Another tab's words, as one more step that can be undone. @param {Model} model */
  adopt(model) {
    this.#history.push(model, "", this.t.other_tab_step);
    this.#refresh();
  }

  /** The same model goes on under a copy's name. @param {Model} model */
  rename(model) {
    this.#history.push(model);
    this.#refresh();
  }

  /** @param {string} title */
  retitle(title) {
    this.commit({ ...this.model, title: title.replace(/\s+/g, " ").slice(0, MOST.title) }, "", "title");
  }

  /** A model that came in the link. Nothing is taken before the person says so. */
  #received = async () => {
    if (!location.hash.startsWith("#model=")) return;
    const { fromFragment } = await import("./share.js");
    const { cleaned, explain } = await import("./exchange.js");
    try {
      const { model, hidden } = await fromFragment(location.hash);
      const take = () => this.take(model, say(this.t.imported, { n: model.nodes.length }) + cleaned(this, hidden));
      this.frame?.offer(say(this.t.received, { title: model.title || this.t.untitled, n: model.nodes.length }), take);
    } catch (problem) {
      explain(this, problem);
    }
    history.replaceState(null, "", location.pathname + location.search);
  };
}

