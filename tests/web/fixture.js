// Items as they stand in a page's data, for tests of the browser's logic.

export const part = (id, more = {}) => ({ id, text: id.toUpperCase(), ...more });

export const items = {
  single: {
    id: "q-1",
    type: "single",
    options: [part("a", { feedback: "why a", misconception: "idea" }), part("b", { correct: true }), part("c", { feedback: "why c" })],
  },
  multiple: {
    id: "q-2",
    type: "multiple",
    options: [part("a", { correct: true }), part("b", { feedback: "why b" }), part("c", { correct: true }), part("d", { feedback: "why d" })],
  },
  truefalse: { id: "q-3", type: "truefalse", answer: false, feedback: { right: "yes", wrong: "no" }, misconception: "idea" },
  match: {
    id: "q-4",
    type: "match",
    pairs: [part("p", { right: "P!", feedback: "p with P" }), part("r", { right: "R!", feedback: "r with R" })],
    extras: [part("x", { right: "X!", feedback: "x with none" })],
    partners: ["x", "r", "p"],
  },
  order: { id: "q-5", type: "order", cards: ["one", "two", "three", "four"].map((id) => part(id, { feedback: `place of ${id}` })) },
  classify: {
    id: "q-6",
    type: "classify",
    groups: [part("g"), part("h")],
    cards: [part("k", { group: "g", feedback: "k in g" }), part("l", { group: "h", feedback: "l in h", misconception: "idea" }), part("m", { group: "none", feedback: "m nowhere" })],
  },
  cloze: {
    id: "q-7",
    type: "cloze",
    blanks: [
      { id: "s", accept: { he: ["תפוקה"], en: ["output", "Out-put"] }, feedback: "count it" },
      { id: "t", accept: { he: ["תוצאה"], en: ["outcome"] }, feedback: "change" },
    ],
  },
  numeric: {
    id: "q-8",
    type: "numeric",
    value: 65,
    tolerance: 0.5,
    unit: "אחוזים (%)",
    wrong: [{ value: 153.8, tolerance: 0.1, feedback: "swapped", misconception: "idea" }],
    feedback: "divide",
  },
  scale: { id: "q-9", type: "scale", steps: [part("low", { feedback: "start" }), part("mid"), part("high")] },
  reflect: { id: "q-10", type: "reflect", model: "model", rubric: [part("who"), part("when")] },
  poll: { id: "q-11", type: "poll", many: true, options: [part("yes"), part("no", { feedback: "so" })] },
};

export const behaviour = {
  feedback: "immediate",
  tries: 2,
  retry: "wrong-only",
  shuffle: { options: true, items: false },
  draw: [],
  complete: { rule: "all-attempted", score: 70 },
};

/** A place for strings that can be told to refuse. */
export function backend(initial = {}) {
  const kept = new Map(Object.entries(initial));
  const state = { kept, full: false, forbidden: false };
  const guard = (name) => {
    if (state.forbidden) throw Object.assign(new Error(name), { name: "SecurityError" });
  };
  state.open = () => ({
    get: (key) => (guard("get"), kept.get(key) ?? null),
    set(key, value) {
      guard("set");
      if (state.full) throw Object.assign(new Error("full"), { name: "QuotaExceededError" });
      kept.set(key, value);
    },
    remove: (key) => (guard("remove"), void kept.delete(key)),
    keys: () => (guard("keys"), [...kept.keys()]),
  });
  state.json = (key) => JSON.parse(kept.get(key) ?? "null");
  return state;
}
