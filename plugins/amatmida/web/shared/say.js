// @ts-check

/**
 * Put values into {names}; a template with two forms is chosen by `n`.
 * @param {import("./state").Template} template
 * @param {Record<string, string | number>} [values]
 */
export function say(template, values = {}) {
  const text = typeof template === "string" ? template : values.n === 1 ? template.one : template.other;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
}

/**
 * The direction of what a person wrote. One Hebrew or Arabic letter decides: dir=auto would take "KPI של" for English.
 * @param {string} value
 * @param {string} pageDir
 */
export function directionOf(value, pageDir) {
  return /[\u0590-\u08ff]/.test(value) ? "rtl" : value ? "ltr" : pageDir;
}

/**
 * Turn a field as its words run. The same direction is not set again: that would cost a layout at every key.
 * @param {HTMLElement} one
 * @param {string} words
 * @param {string} pageDir
 */
export function turn(one, words, pageDir) {
  const dir = directionOf(words, pageDir);
  if (one.dir !== dir) one.dir = dir;
}
