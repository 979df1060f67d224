// @ts-check
// The table of item types. A new type is one module with the doors of Kind (quiz.d.ts), and one line here.

import classify from "./classify.js";
import cloze from "./cloze.js";
import match from "./match.js";
import multiple from "./multiple.js";
import numeric from "./numeric.js";
import order from "./order.js";
import poll from "./poll.js";
import reflect from "./reflect.js";
import scale from "./scale.js";
import single from "./single.js";
import truefalse from "./truefalse.js";

/** @type {Record<string, import("../quiz").Kind>} */
const KINDS = { single, multiple, truefalse, match, order, classify, cloze, numeric, scale, reflect, poll };

/** @param {{type: string}} item */
export const kindOf = (item) => KINDS[item.type];
