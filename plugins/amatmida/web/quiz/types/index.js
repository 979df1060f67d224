// @ts-check
// The table of item types. A new type is one module of its name, with the doors of Kind (quiz.d.ts).

export const TYPES = "single multiple truefalse match order classify cloze numeric scale reflect poll".split(" ");

/** @type {Record<string, import("../quiz").Kind>} */
const KINDS = {};

/** Get the modules of these types; a page asks only for those its questions have. @param {Iterable<string>} types */
export const load = (types) =>
  Promise.all([...new Set(types)].map(async (type) => void (KINDS[type] = (await import(`./${type}.js`)).default)));

/** A type that was loaded. @param {{type: string}} item */
export const kindOf = ({ type }) => KINDS[type];
