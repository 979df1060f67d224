// @ts-check
/**
 * Build an element. A property is set as an attribute; a function listens to the event of its name; true is an empty
 * attribute, false and null none.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, unknown>} [given]
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function node(tag, given = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === "function") made.addEventListener(name, /** @type {EventListener} */ (value));
    else if (value !== false && value != null) made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...children.filter((child) => child !== false && child != null).map((child) => /** @type {Node} */ (child)));
  return made;
}

/**
 * Every element below `root` that fits.
 * @type {(root: ParentNode | null | undefined, selector: string) => any[]}
 */
export const all = (root, selector) => [...(root?.querySelectorAll(selector) ?? [])];

/**
 * The site's own markup as it came in the page's data; never for anything a person typed or imported.
 * @param {string} markup
 */
export function ours(markup) {
  const made = document.createElement("span");
  made.innerHTML = markup;
  return made;
}

/**
 * The words of the site's own markup.
 * @param {string} markup
 */
export function wordsOf(markup) {
  return ours(markup).textContent ?? "";
}

const PATHS = {
  right: "M4 12.5 9.5 18 20 6.5",
  wrong: "M5 5l14 14M19 5 5 19",
  partly: "M4 12h16",
  key: "M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9L3.5 9.7l5.9-.8z",
  up: "M12 20V5M5.5 11.5 12 5l6.5 6.5",
  down: "M12 4v15M5.5 12.5 12 19l6.5-6.5",
};

/** @param {keyof typeof PATHS} name */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  for (const [key, value] of Object.entries({ viewBox: "0 0 24 24", class: "amat-icon", "aria-hidden": "true" })) svg.setAttribute(key, value);
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}
