// @ts-check
/** @import {Explained, Finding, Model} from "./logic-model" */
/** @import {Lab} from "./fields.js" */
// What the rules say: beside the cards and in one list, by word and sign. Nothing here stops anybody.

import { node } from "../shared/node.js";
import { say } from "../shared/say.js";
import { SEVERITIES, SIGNS } from "./signs.js";
import { button, fold } from "./fields.js";
import { argue, nodeOf } from "./model.js";

const SHOWN = 40;

/** The cards a finding is about. @param {Finding} finding @param {Model} model */
export function cardsOf({ at }, model) {
  const measured = (/** @type {string} */ id) => model.indicators.find((one) => one.id === id)?.measures;
  return [...new Set(at.map((id) => (nodeOf(model, id) ? id : measured(id))).filter((id) => id !== undefined))];
}

export class Findings {
  /** @type {Finding[]} */
  found = [];
  /** @type {Map<string, HTMLElement>} */
  #items = new Map();
  #all = false;
  #timer = 0;
  /** @type {{evaluate(model: Model): Finding[], explain(finding: Finding, lang: string): Explained, loadWords(lang: string, model: Model): Promise<void>, reasons(finding: Finding, lang: string): Promise<[string, string]>} | undefined} */
  #rules;

  /** @param {Lab} lab @param {string} lang @param {Record<string, string>} pages @param {() => void} changed */
  constructor(lab, lang, pages, changed) {
    this.lab = lab;
    this.lang = lang;
    this.pages = pages;
    this.changed = changed;
    this.count = node("p", { class: "amat-count", role: "status" });
    this.list = node("div");
    this.root = node("div", { class: "amat-findings", role: "group", "aria-label": lab.t.findings }, node("p", { class: "amat-part-title" }, lab.t.findings), node("p", { class: "amat-small" }, lab.t.findings_intro), this.count, this.list);
  }

  /** When the hands rest: the rules never hold up an edit. */
  later() {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.now().catch(() => (this.count.textContent = this.lab.t.findings_failed)), 300);
  }

  async now() {
    const { model } = this.lab;
    this.#rules ??= await import("./rules.js");
    await this.#rules.loadWords(this.lang, model);
    // Changed meanwhile: its own turn comes.
    if (model !== this.lab.model) return;
    this.found = model.nodes.length ? this.#rules.evaluate(model) : [];
    this.#show();
    this.changed();
  }

  /** How many of each severity stand on each card. */
  marks() {
    /** @type {Map<string, Record<string, number>>} */
    const marks = new Map();
    for (const finding of this.found.filter(({ argued }) => !argued)) {
      for (const id of cardsOf(finding, this.lab.model)) {
        const mine = marks.get(id) ?? {};
        marks.set(id, { ...mine, [finding.severity]: (mine[finding.severity] ?? 0) + 1 });
      }
    }
    return marks;
  }

  /** The findings of one card. @param {string} id */
  about = (id) => {
    const mine = this.found.filter((finding) => cardsOf(finding, this.lab.model).includes(id));
    return node("ul", { role: "list" }, ...mine.map((finding) => this.#item(finding, false)));
  };

  #show() {
    const { t } = this.lab;
    const open = this.found.filter(({ argued }) => !argued);
    const words = SEVERITIES.map((name) => say(t.count_of[name], { n: open.filter(({ severity }) => severity === name).length }));
    const said = this.found.length ? words.join(" · ") : t.no_findings;
    if (this.count.textContent !== said) this.count.textContent = said;
    const sorted = SEVERITIES.flatMap((name) => this.found.filter(({ severity }) => severity === name));
    const shown = this.#all ? sorted : sorted.slice(0, SHOWN);
    const before = this.#items;
    this.#items = new Map();
    for (const finding of shown) {
      const key = JSON.stringify([finding, ...cardsOf(finding, this.lab.model).map((id) => nodeOf(this.lab.model, id)?.text)]);
      this.#items.set(key, before.get(key) ?? this.#item(finding, true));
    }
    const more = sorted.length - shown.length;
    this.#put([...this.#items.values()], more);
  }

  /** Items that stay are not touched, so nobody's open explanation closes. @param {HTMLElement[]} items @param {number} more */
  #put(items, more) {
    const list = this.list.firstElementChild ?? this.list.appendChild(node("ul", { role: "list" }));
    const kept = new Set(items);
    for (const old of [...list.children]) if (!kept.has(/** @type {HTMLElement} */ (old))) old.remove();
    items.forEach((item, n) => list.children[n] !== item && list.insertBefore(item, list.children[n] ?? null));
    list.nextElementSibling?.remove();
    if (more) this.list.append(button(say(this.lab.t.more_findings, { n: more }), () => ((this.#all = true), this.#show())));
  }

  /** @param {Finding} finding @param {boolean} away with the way to its card */
  #item(finding, away) {
    const { t } = this.lab;
    const { message, page } = /** @type {NonNullable<typeof this.#rules>} */ (this.#rules).explain(finding, this.lang);
    const { severity, argued } = finding;
    const [card] = cardsOf(finding, this.lab.model);
    const head = node("p", {}, node("span", { class: "amat-sign", "aria-hidden": "true" }, SIGNS[severity]), " ", node("strong", {}, `${t.severity[severity]}:`), " ", message);
    const link = Object.hasOwn(this.pages, page) && node("p", {}, node("a", { href: this.pages[page] }, t.read));
    const reasons = node("details", {}, node("summary", {}, t.why_and_mend), link);
    reasons.addEventListener("toggle", () => void this.#reasons(finding, reasons), { once: true });
    const go = away && card && button(say(t.to_card, { text: nodeOf(this.lab.model, card)?.text || t.empty }), () => this.lab.select(card, true), { class: "amat-go" });
    const stay = severity !== "praise" && this.#arguing(finding);
    const left = argued && node("p", { class: "amat-argued" }, node("strong", {}, t.left_because), " ", argued);
    return node("li", { class: `amat-finding is-${severity}${argued ? " is-argued" : ""}` }, head, left, node("div", { class: "amat-actions" }, go, reasons, stay));
  }

  /** Most findings are never opened: what stands inside comes when one is. @param {Finding} finding @param {HTMLElement} box */
  async #reasons(finding, box) {
    const [why, mend] = (await this.#rules?.reasons(finding, this.lang)) ?? ["", ""];
    box.firstElementChild?.after(node("p", {}, why), ...(mend ? [node("p", {}, node("strong", {}, this.lab.t.mend), " ", mend)] : []));
  }

  /** "Leave as is, because …" @param {Finding} finding */
  #arguing({ rule, at, argued }) {
    const { lab } = this;
    const { t } = lab;
    const keep = (/** @type {string} */ because, /** @type {string} */ words) => {
      lab.commit(argue(lab.model, rule, at, because), words);
      void this.now();
    };
    if (argued) return button(t.argue_undo, () => keep("", t.argue_undone), { class: "amat-button is-small" });
    return fold(t.argue, async () => (await import("./arguing.js")).arguing(lab, keep), "amat-arguing");
  }
}
