// The shapes of a worksheet's data and of what is saved. For editors and the type checker only; no browser loads this.

import type { Template } from "../shared/state";

export interface Option {
  id: string;
  label: string;
  /** Points of a step; none when the answer does not count. */
  score?: number;
  /** The number an option stands for in a computed column. */
  value?: number;
}

export interface Field {
  id: string;
  type: "line" | "text" | "number" | "date" | "choice" | "choices";
  label: string;
  unit?: string;
  min?: number;
  max?: number;
  total?: boolean;
  options?: Option[];
}

export interface Compute {
  id: string;
  label: string;
  unit?: string;
  product: string[];
  divide: number;
  decimals: number;
  total?: boolean;
}

export interface Takes {
  worksheet: string;
  section: string;
  title: string;
  /** True: one row per saved copy of a form. */
  form: boolean;
  columns: Record<string, string>;
  labels: Record<string, Record<string, string>>;
}

export interface Item {
  id: string;
  text: string;
  code?: string;
  group?: string;
  stage?: string;
}

export interface TreeNode {
  id: string;
  ask?: string;
  end?: string;
  do?: string[];
  answers?: Array<{ id: string; label: string; to: string }>;
}

export interface Block {
  heading?: string;
  level?: number;
  text?: string;
  list?: string[];
  ordered?: boolean;
  table?: string;
  columns?: string[];
}

/** A part of a worksheet. Every kind has some of the fields after `kind`. */
export interface Section {
  id: string;
  title: string;
  kind: "form" | "table" | "scored" | "tree" | "letter" | "document";

  fields: Field[];
  row: string;
  rows: number;
  columns: Field[];
  compute?: Compute[];
  starts: Array<Record<string, string>>;
  takes: Takes[];
  scale: Option[];
  items: Item[];
  evidence?: boolean;
  bands?: Array<{ below: number; text: string }>;
  start: string;
  nodes: TreeNode[];
  text: string;
  notice?: string;
  /** The title of a composed document. */
  heading: string;
  blocks: Block[];
}

export interface SheetData {
  v: number;
  worksheet: string;
  was: string[];
  lang: string;
  dir: string;
  title: string;
  intro: string;
  exports: string[];
  sections: Section[];
  strings: Record<string, any>;
}

export interface Row {
  id: string;
  cells: Record<string, string>;
}

export type Value = string | string[];

/** What one person filled in once. */
export interface Copy {
  id: string;
  name: string;
  /** Grows with every change; of two versions of one copy the higher is the newer. */
  rev: number;
  /** By "section.field", "section.item", "section.item.note", "section.node". */
  values: Record<string, Value>;
  /** By section. A table nobody changed is not here. */
  rows: Record<string, Row[]>;
}

/** Everything saved of one worksheet. */
export interface SheetRecord {
  v: 1;
  /** The copy shown last. */
  open: string;
  copies: Copy[];
}

/** A piece of a composed text. */
export interface Piece {
  text: string;
  /** What a person wrote, or the blank for it. */
  from?: "answer" | "blank";
}

export type Strings = Record<string, Template>;
