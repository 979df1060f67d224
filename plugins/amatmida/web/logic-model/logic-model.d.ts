// The shapes of a logic model and its findings. For editors and the type checker only; no browser loads this.

export type Kind = "input" | "activity" | "output" | "outcome-short" | "outcome-mid" | "outcome-long";

export interface Card {
  id: string;
  kind: Kind;
  text: string;
}

export interface Link {
  from: string;
  to: string;
  /** "" when nobody said why yet. */
  because: string;
}

/** An assumption or an external factor; null: about the whole model. */
export interface Condition {
  id: string;
  on: [string, string] | null;
  text: string;
}

export interface Indicator {
  id: string;
  measures: string;
  kind: string;
  name: string;
  numerator: string;
  denominator: string;
  source: string;
  every: string;
  baseline: string;
  target: string;
  by: string;
}

/** A finding that a person leaves as it is. */
export interface Argued {
  rule: string;
  at: string[];
  because: string;
}

/** One language, plain strings; what is stored, exported and shared. */
export interface Model {
  v: 1;
  id: string;
  title: string;
  lang: string;
  nodes: Card[];
  links: Link[];
  assumptions: Condition[];
  external: Condition[];
  indicators: Indicator[];
  argued: Argued[];
}

export interface Finding {
  rule: string;
  severity: "mistake" | "question" | "praise";
  at: string[];
  argued: string;
  [param: string]: unknown;
}

export interface Explained {
  message: string;
  page: string;
}

/** One saved model. */
export interface Saved {
  v: 1;
  /** Grows with every save: two tabs tell by it who was first. */
  rev: number;
  /** Milliseconds since 1970. */
  at: number;
  model: Model;
}

export interface LabData {
  lang: string;
  strings: Record<string, any>;
  /** A rule's page reference → its link from this page. */
  pages: Record<string, string>;
  scenarios: Model[];
  /** The exercise that is done in this builder. */
  exercise?: { id: string; start: Model | null; mend?: Array<{ rule: string; at: string[] }> };
}

export interface Rect {
  x: number;
  y: number;
  w: number;
  h: number;
}
