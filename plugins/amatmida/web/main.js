// @ts-check
// On every page: load an element's code only where the page holds the element.

// <amat-x> is defined by x/define.js.
for (const { localName: name } of document.querySelectorAll(":not(:defined)")) if (name.startsWith("amat-")) void import(`./${name.slice(5)}/define.js`);

let pointer = "";

/**
 * The definitions of terms wait until somebody comes near one, or takes to the keyboard.
 * @param {any} event
 */
function approach(event) {
  const term = event.target.closest?.("a.amat-term");
  // Not every browser says with a click what clicked; the pointer came over the word before it did.
  pointer = event.pointerType ?? pointer;
  const tap = term && event.detail && pointer === "touch";
  if (tap) event.preventDefault();
  if (term || event.key) import("./glossary/terms.js").then((code) => code.approach(event.type, term, pointer), () => tap && location.assign(term.href));
}

if (document.getElementById("amat-terms")) for (const type of ["keydown", "pointerover", "focusin", "click"]) document.addEventListener(type, approach);

// Reading without a network. The link is there only where the build made a worker (offline/worker.py).
const worker = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=amat-worker]"));
const workers = navigator.serviceWorker;

async function register() {
  // What came before the worker did, it has not seen: the page and its files, by address.
  if (!workers.controller) void workers.ready.then(({ active }) => active?.postMessage({ seen: performance.getEntries().map(({ name }) => name) }));
  const found = await workers.register(worker?.href ?? "");
  const look = () => found.waiting && workers.controller && import("./offline/notice.js").then((code) => code.show(found));
  found.onupdatefound = () => found.installing?.addEventListener("statechange", look);
  void look();
}

// Where the browser forbids it, the site works as before.
if (worker && workers) addEventListener("load", () => register().catch(() => {}));
