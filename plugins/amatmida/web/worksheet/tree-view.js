// @ts-check
/** @import {Host} from "./table-view.js" */
/** @import {Section} from "./worksheet" */
// A decision, one question at a time, with the way that led there and a way back.

import { all, node } from "../shared/node.js";
import { say } from "../shared/say.js";
import { way } from "./logic.js";

export class TreeView {
  /** @param {HTMLElement} root @param {Section} section @param {Host} host */
  constructor(root, section, host) {
    this.section = section;
    this.host = host;
    const { strings } = host.desk.data;
    [this.list] = all(root, ".amat-nodes");
    this.nodes = new Map(all(this.list, ".amat-node").map((one) => [one.dataset.node, one]));
    for (const answer of all(this.list, "[data-answer]")) this.#button(answer);
    const title = node("p", { class: "amat-sums-title", id: `${this.list.firstElementChild.id}-path` }, strings.path);
    this.path = node("ol", { class: "amat-path", "aria-labelledby": title.id });
    this.walked = node("div", { class: "amat-walked" }, title, this.path);
    this.back = node("button", { type: "button", class: "amat-button", click: () => this.#back() }, strings.back);
    this.anew = node("button", { type: "button", class: "amat-button", click: () => this.#anew() }, strings.restart_tree);
    this.list.before(this.walked);
    this.list.after(node("div", { class: "amat-actions" }, this.back, this.anew));
    root.setAttribute("data-walking", "");
  }

  /** @param {HTMLElement} place */
  #button(place) {
    const words = place.querySelector(".amat-answer-words");
    const id = /** @type {HTMLElement} */ (place.closest(".amat-node")).dataset.node ?? "";
    const made = node("button", { type: "button", class: "amat-button", click: () => this.#answer(id, place.dataset.answer ?? "") });
    words?.replaceWith(made);
    if (words) made.append(words);
  }

  refresh() {
    const { path, at } = way(this.section, this.host.desk.copy);
    const { strings } = this.host.desk.data;
    for (const [id, one] of this.nodes) one.toggleAttribute("data-off", id !== at.id);
    this.path.replaceChildren(...path.map(({ node: { ask = "" }, answer }) => node("li", {}, say(strings.answered, { ask, answer: answer.label }))));
    this.walked.hidden = !path.length;
    this.back.disabled = !path.length;
    this.anew.disabled = !path.length;
    this.list.toggleAttribute("data-begun", path.length > 0);
  }

  /** @param {string} id @param {string} answer */
  #answer(id, answer) {
    this.host.desk.set(`${this.section.id}.${id}`, answer);
    this.#go();
  }

  #back() {
    const { path } = way(this.section, this.host.desk.copy);
    const last = path.at(-1);
    if (last) this.host.desk.set(`${this.section.id}.${last.node.id}`, "");
    this.#go();
  }

  #anew() {
    for (const { id } of this.section.nodes) if (this.host.desk.copy.values[`${this.section.id}.${id}`]) this.host.desk.set(`${this.section.id}.${id}`, "");
    this.#go();
  }

  /** The next question takes the focus, so it is read out. */
  #go() {
    this.refresh();
    this.host.changed(true);
    this.nodes.get(way(this.section, this.host.desk.copy).at.id)?.querySelector(".amat-ask").focus();
  }
}
