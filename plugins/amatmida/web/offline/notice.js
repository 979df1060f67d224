// @ts-check
// "A new version is available": says so once a visit and does nothing by itself, because somebody may be writing.

import { node } from "../shared/node.js";

const LATER = "amatmida/new-version-later";

/** @param {() => unknown} attempt @returns {any} */
const tried = (attempt) => {
  try {
    return attempt();
  } catch {
    return null;
  }
};

/** @param {ServiceWorkerRegistration} found */
export async function show(found) {
  if (document.querySelector(".amat-version") || tried(() => sessionStorage.getItem(LATER))) return;
  const answer = await fetch(new URL(`./words-${document.documentElement.lang}.json`, import.meta.url));
  if (!answer.ok || document.querySelector(".amat-version")) return;
  const words = (await answer.json()).notice;
  const style = node("link", { rel: "stylesheet", href: new URL("./offline.css", import.meta.url).href });
  await new Promise((done) => {
    style.onload = style.onerror = done;
    document.head.append(style);
  });
  put(words, found);
}

/** @param {Record<string, string>} words @param {ServiceWorkerRegistration} found */
function put(words, found) {
  const said = node("p", { role: "status" });
  const refresh = node("button", { type: "button", class: "amat-button is-main", click: () => renew(found) }, words.refresh);
  const later = node("button", { type: "button", class: "amat-button", click: () => away(box) }, words.later);
  const box = node("section", { class: "amat-my-data amat-version md-typeset", "aria-label": words.label }, said, node("div", { class: "amat-actions" }, refresh, later));
  box.addEventListener("keydown", (event) => event.key === "Escape" && away(box));
  document.body.append(box);
  // A screen reader tells of words that change in a region it already knows.
  setTimeout(() => said.append(words.text), 100);
}

/** @param {HTMLElement} box */
function away(box) {
  tried(() => sessionStorage.setItem(LATER, "1"));
  box.remove();
  document.getElementById("am-content")?.focus({ preventScroll: true });
}

/** @param {ServiceWorkerRegistration} found */
function renew(found) {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  if (found.waiting) found.waiting.postMessage({ skip: true });
  else location.reload();
}
