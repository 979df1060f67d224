// The shapes of saved state. For editors and the type checker only; no browser loads this.

export type Outcome = "right" | "partly" | "wrong" | "done";

/** Ids only: what people write is kept apart. */
export type SavedAnswer = string[] | Record<string, string>;

/** One item's progress. */
export interface Entry {
  tries: number;
  answer: SavedAnswer | null;
  outcome: Outcome | null;
  /** 0 to 1 */
  score: number;
  /** How many hints were opened. */
  hints: number;
  /** Grows when the item is asked anew. */
  round: number;
}

export interface Progress {
  v: 1;
  /** Grows when the quiz is started over; the next draw differs. */
  round: number;
  /** True once the quiz was complete, also while items are tried again. */
  complete: boolean;
  items: Record<string, Entry>;
}

/** Words a person wrote in one item, by field. */
export interface Written {
  v: 1;
  values: Record<string, string>;
}

/** Anything that keeps strings; a learning-management system can stand in for localStorage. */
export interface Backend {
  get(key: string): string | null;
  /** Throws when it cannot. */
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(): string[];
}

export type Notice = "forbidden" | "full" | "damaged" | "newer";

/** Makes a record of anything; `lost` counts parts that could not be read, null means none of it could. */
export type Reader<T> = (value: unknown) => { value: T; lost: number } | null;

export type Template = string | { one: string; other: string };

export interface Room<T> {
  read: Reader<T>;
  /** One record of two; in doubt the second. */
  merge(first: T, second: T): T;
  /** Bring a record of a file to the one that is here; `merge` when there is nothing more to say. */
  join?(file: T, here: T): T;
}
