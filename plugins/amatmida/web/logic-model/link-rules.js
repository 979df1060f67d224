/**
 * Rules about how the cards are linked. The same as logic_model/link_rules.py; a test holds them together.
 * @typedef {import("./rules.js").Model} Model
 * @typedef {import("./text-rules.js").Finding} Finding
 * @typedef {{rank: Map<string, number>, links: Model["links"], out: Map<string, string[]>, into: Map<string, string[]>}} Graph
 */
import { finding, written } from "./text-rules.js";

const KINDS = ["input", "activity", "output", "outcome-short", "outcome-mid", "outcome-long"];
const [OUTPUT, SHORT, LONG] = [2, 3, 5];
const COLUMNS = ["input", "activity", "output", "outcome"];

/** @param {Model} model @returns {Graph} */
function graphOf(model) {
  const rank = new Map(model.nodes.map((n) => [n.id, Math.max(KINDS.indexOf(n.kind), 0)]));
  const known = new Map();
  for (const link of model.links) {
    const pair = JSON.stringify([link.from, link.to]);
    if (!known.has(pair) && rank.has(link.from) && rank.has(link.to)) known.set(pair, link);
  }
  const links = [...known.values()];
  const out = new Map([...rank.keys()].map((id) => [id, /** @type {string[]} */ ([])]));
  const into = new Map([...rank.keys()].map((id) => [id, /** @type {string[]} */ ([])]));
  for (const { from, to } of links) {
    out.get(from)?.push(to);
    into.get(to)?.push(from);
  }
  return { rank, links, out, into };
}

/** @param {Model} model @returns {Finding[]} */
export function checkLinks(model) {
  const graph = graphOf(model);
  const found = columns(model);
  if (!graph.links.length) return found;
  const circle = inCircle(graph);
  const assumed = new Set(model.assumptions.filter((c) => c.on).map((c) => JSON.stringify(c.on)));
  for (const link of graph.links) found.push(...checkLink(link, graph, assumed, circle));
  return [...found, ...ends(model, graph), ...whole(model, graph)];
}

/** @param {Model["links"][number]} link @param {Graph} graph @param {Set<string>} assumed @param {Set<string>} circle */
function checkLink(link, graph, assumed, circle) {
  const found = [];
  const at = [link.from, link.to];
  const [first, last] = at.map((id) => graph.rank.get(id) ?? 0);
  const step = last - first;
  if (circle.has(at[0]) && circle.has(at[1])) found.push(finding("cycle", at));
  else if (last < first) found.push(finding("backward-link", at));
  const known = assumed.has(JSON.stringify(at));
  if (step >= 3 || (step === 2 && first !== 1 && !known && !written(link.because)))
    found.push(finding("skipped-level", at, step >= 3 ? "" : "question"));
  if (step >= 2 && !known) found.push(finding("long-step-no-assumption", at));
  return found;
}

/** @param {Graph} graph */
function inCircle(graph) {
  const left = new Set(graph.rank.keys());
  for (const ways of [graph.into, graph.out]) {
    const waiting = new Map([...left].map((id) => [id, (ways.get(id) ?? []).filter((w) => left.has(w)).length]));
    const queue = [...left].filter((id) => !waiting.get(id));
    const after = ways === graph.into ? graph.out : graph.into;
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      left.delete(id);
      for (const next of after.get(id) ?? []) {
        const more = (waiting.get(next) ?? 0) - 1;
        waiting.set(next, more);
        if (more === 0 && left.has(next)) queue.push(next);
      }
    }
  }
  return left;
}

/** @param {Model} model @param {Graph} graph */
function ends(model, graph) {
  const found = [];
  const last = Math.max(...graph.rank.values());
  const final = last >= SHORT ? last : LONG;
  for (const { id } of model.nodes) {
    const rank = graph.rank.get(id) ?? 0;
    const out = graph.out.get(id)?.length;
    const into = graph.into.get(id)?.length;
    if (!out && !into) found.push(finding("orphan", [id]));
    else {
      if (!out && rank < final) found.push(finding("dead-end", [id]));
      if (!into && rank >= OUTPUT) found.push(finding("no-cause", [id]));
    }
  }
  return found;
}

/** @param {Model} model */
function columns(model) {
  if (model.nodes.length < 5) return [];
  const empty = COLUMNS.filter((column) => !model.nodes.some((n) => n.kind.startsWith(column)));
  return empty.map((missing) => finding("empty-column", [], "", { missing }));
}

/** @param {Graph} graph @param {string[]} starts */
function reach(graph, starts) {
  const found = new Set(starts);
  const queue = [...starts];
  for (let id = queue.pop(); id !== undefined; id = queue.pop())
    for (const after of graph.out.get(id) ?? [])
      if (!found.has(after)) {
        found.add(after);
        queue.push(after);
      }
  return found;
}

/** @param {Model} model @param {Graph} graph */
function whole(model, graph) {
  const found = [];
  if (!model.assumptions.length) found.push(finding("no-assumptions"));
  const inputs = [...graph.rank].filter(([, rank]) => rank === 0).map(([id]) => id);
  if ([...reach(graph, inputs)].some((id) => graph.rank.get(id) === LONG)) found.push(finding("full-chain"));
  const reasons = graph.links.filter((link) => written(link.because)).length;
  if (graph.links.length >= 3 && reasons * 2 > graph.links.length) found.push(finding("reasons-given"));
  return found;
}
