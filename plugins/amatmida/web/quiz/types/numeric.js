// @ts-check
import { numberFrom } from "../numbers.js";
import { allOrNothing, written } from "./common.js";

/**
 * Does what was typed mean `value`? A typed % also stands for hundredths where the item itself is not in percent.
 * @param {import("../quiz").Item} item
 * @param {{value: number, percent: boolean}} typed
 * @param {{value: number, tolerance?: number}} target
 */
function means(item, typed, { value, tolerance = 0 }) {
  const slack = tolerance + 1e-9 * Math.max(1, Math.abs(value));
  const readings = typed.percent && !/%|אחוז|percent/i.test(item.unit ?? "") ? [typed.value, typed.value / 100] : [typed.value];
  return readings.some((reading) => Math.abs(reading - value) <= slack);
}

/** @param {any} answer */
const typedIn = (answer) => numberFrom(answer?.text.value ?? "");

/** @type {import("../quiz").Kind} */
export default {
  ...written,
  lack(_item, answer) {
    if (!answer) return { say: "lack_number" };
    return typedIn(answer) ? null : { say: "bad_number" };
  },
  fit: () => ({ answer: [], lost: false }),
  grade(item, answer) {
    const typed = typedIn(answer);
    return allOrNothing("value", Boolean(typed && means(item, typed, item)));
  },
  tell(item, answer, { outcome }) {
    const typed = typedIn(answer);
    if (outcome === "right" || !typed) return [];
    const slip = item.wrong?.find((one) => means(item, typed, one));
    return [{ html: (slip ?? item).feedback, misconception: slip?.misconception }];
  },
  key: ({ value, unit }) => ({ number: value.toLocaleString("en", { maximumFractionDigits: 10 }), unit }),
};
