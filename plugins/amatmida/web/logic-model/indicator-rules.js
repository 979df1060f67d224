/**
 * Rules about indicators and whose voice is heard. The same as logic_model/indicator_rules.py; a test holds them
 * together.
 * @typedef {import("./rules.js").Model} Model
 * @typedef {import("./text-rules.js").Finding} Finding
 * @typedef {typeof import("./sides.js").side} Side what a text tells beside what it counts; asked only about indicators
 */
import { told } from "./learned.js";
import { has, sense } from "./sense.js";
import { finding, telling, written } from "./text-rules.js";

const MOST = 8;
const COUNTS = 0.7;
const NEEDED = /** @type {["denominator" | "source" | "every", string][]} */ ([
  ["denominator", "indicator-no-denominator"],
  ["source", "indicator-no-source"],
  ["every", "indicator-no-frequency"],
]);

/** @param {Model} model @param {Side} side @returns {Finding[]} */
export function checkIndicators(model, side) {
  const kinds = new Map(model.nodes.map((n) => [n.id, n.kind]));
  const measured = new Set(model.indicators.map((i) => i.measures));
  const found = model.nodes
    .filter((n) => n.kind.startsWith("outcome") && !measured.has(n.id))
    .map((n) => finding("outcome-no-indicator", [n.id]));
  for (const card of model.indicators) found.push(...checkCard(card, kinds.get(card.measures) ?? "", side));
  found.push(...checkSet(model, new Set([...measured].map((id) => kinds.get(id) ?? "")), side));
  return [...found, ...checkVoice(model)];
}

/** @param {Model["indicators"][number]} card @param {string} measures @param {Side} side */
function checkCard(card, measures, side) {
  const at = [card.id];
  const found = NEEDED.filter(([field]) => !written(card[field])).map(([, rule]) => finding(rule, at));
  if (written(card.target) && !written(card.baseline)) found.push(finding("target-without-baseline", at));
  const word = side(card.denominator, "leaver");
  if (word && !side(card.denominator, "joined")) found.push(finding("leavers-out", at, "", { word }));
  const name = sense(card.name);
  const { output, outcome } = name.weights;
  const what = told(card.name, name);
  const counts = output - outcome >= 1 && what?.kind === "output" && what.sure >= COUNTS;
  if (card.kind === "outcome" && measures.startsWith("outcome") && counts)
    found.push(finding("indicator-counts-output", at, "", { word: telling(name.tokens, "CNRUTDP") }));
  return found;
}

/** @param {Model} model @param {Set<string>} measured @param {Side} side */
function checkSet(model, measured, side) {
  const cards = model.indicators;
  if (!cards.length) return [];
  const found = [];
  if (cards.length > MOST) found.push(finding("too-many-indicators", [], "", { count: cards.length }));
  const balancing = cards.some((c) => c.kind === "balancing" || side(c.name, "balancing"));
  const equity = cards.some((c) => c.kind === "equity" || written(c.by) || side(c.name, "equity"));
  if (!balancing) found.push(finding("no-balancing-indicator"));
  if (!equity) found.push(finding("no-equity-indicator"));
  if (balancing && equity) found.push(finding("balanced-set"));
  if (measured.has("outcome-short") && measured.has("outcome-long")) found.push(finding("early-and-late"));
  return found;
}

/** @param {Model} model */
function checkVoice(model) {
  if (model.nodes.length < 5) return [];
  const cards = model.indicators;
  const texts = [...model.nodes.map((n) => n.text), ...cards.flatMap((c) => [c.name, c.numerator, c.source])];
  const heard = cards.some((c) => c.kind === "experience") || texts.some((text) => has(sense(text).codes, "O"));
  return [finding(heard ? "voice-present" : "no-recipient-voice")];
}
