// The shapes of a quiz's data and of an item type's module. For editors and the type checker only; no browser loads this.

import type { Outcome, SavedAnswer } from "../shared/state";
export type { Entry, Progress, SavedAnswer } from "../shared/state";

/** An option, step, card, pair, group, blank … as authored; texts are markup. */
export interface Part {
  id: string;
  was?: string[];
  text: string;
  /** A pair's partner. */
  right: string;
  feedback?: string;
  misconception?: string;
  correct?: boolean;
  group: string;
  /** A blank's words, by language. */
  accept: Record<string, string[]>;
  value: number;
  tolerance?: number;
}

/** An item as authored. Every type has some of the fields after `read`. */
export interface Item {
  id: string;
  type: string;
  was?: string[];
  bank?: string;
  hints?: string[];
  explain?: string;
  read: { href: string; label: string };

  options: Part[];
  steps: Part[];
  cards: Part[];
  groups: Part[];
  pairs: Part[];
  extras?: Part[];
  /** Ids in the order shown. */
  partners: string[];
  blanks: Part[];
  answer: boolean;
  feedback: any;
  misconception?: string;
  value: number;
  tolerance?: number;
  unit?: string;
  wrong?: Part[];
  model: string;
  rubric: Part[];
  /** Order's first arrangement. */
  start?: string[];
}

export interface Behaviour {
  feedback: "immediate" | "end";
  tries: number;
  retry: "wrong-only" | "all" | "none";
  shuffle: { options: boolean; items: boolean };
  draw: Array<{ bank: string; take: number }>;
  complete: { rule: "all-attempted" | "min-score" | "pass-or-exhausted"; score: number };
}

export interface QuizData {
  quiz: string;
  was: string[];
  lang: string;
  behaviour: Behaviour;
  items: Item[];
  misconceptions: Record<string, string>;
  strings: Record<string, any>;
}

/** Not tried; wrong with tries left; right, or no tries left, or not scored. */
export type Phase = "open" | "again" | "done";

export interface Grade {
  outcome: Outcome;
  score: number;
  parts: Record<string, "right" | "wrong">;
}

/** Why an answer is as it is: markup, or the name of a sentence. */
export interface Reason {
  part?: string;
  html?: string;
  misconception?: string;
  say?: string;
  n?: number;
}

/** What may be shown of the key. */
export interface Key {
  /** Right choices. */
  marks?: string[];
  /** Markup beside a part. */
  cards?: Record<string, string>;
  /** Plain words beside a part. */
  words?: Record<string, string>;
  /** Markup, in order. */
  list?: string[];
  number?: string;
  unit?: string;
}

/** What `read` gives; only the module of the type looks inside. */
export type Answer = any;

/** The doors of an item type's module. */
export interface Kind {
  /** Nothing is right or wrong. */
  unscored?: boolean;
  /** The parts are shown in the learner's own order. */
  mixed?: boolean;
  /** The answer holds words a person wrote. */
  writes?: boolean;
  /** The answer in the page; null when there is none. */
  read(root: Element, item: Item): Answer | null;
  /** Put an answer into the page. */
  restore(root: Element, item: Item, answer: Answer | null): void;
  /** What is missing before it can be checked: the name of a sentence, and the parts it names. */
  lack(item: Item, answer: Answer | null): { say: string; parts?: string[] } | null;
  grade(item: Item, answer: Answer): Grade;
  tell(item: Item, answer: Answer, grade: Grade): Reason[];
  key(item: Item, strings: Record<string, any>, lang: string): Key;
  /** A saved answer under today's ids. */
  fit(item: Item, answer: SavedAnswer): { answer: SavedAnswer | null; lost: boolean };
}
