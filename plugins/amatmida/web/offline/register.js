// @ts-check
// Offline use: starts the service worker, and says when a newer version of the site has come.
import { node } from "../shared/node.js";

const HOME = new URL("../../../", import.meta.url);
const WORDS = /** @type {Record<string, [string, string, string]>} */ ({
  he: ["יש גרסה חדשה של האתר.", "לטעון אותה", "לא עכשיו"],
  en: ["There is a new version of the site.", "Load it", "Not now"],
  ar: ["توجد نسخة جديدة من الموقع.", "تحميلها", "ليس الآن"],
});

/** @returns {Promise<ServiceWorkerRegistration | null>} null when the browser has none or forbids it */
export async function register() {
  if (!("serviceWorker" in navigator)) return null;
  try {
    const found = await navigator.serviceWorker.register(new URL("sw.js", HOME), { updateViaCache: "none" });
    const look = () => found.waiting && navigator.serviceWorker.controller && notice(found.waiting);
    look();
    found.addEventListener("updatefound", () => found.installing?.addEventListener("statechange", look));
    return found;
  } catch {
    return null; // Private windows and some settings forbid it; the site works without.
  }
}

/** @param {ServiceWorker} waiting */
function notice(waiting) {
  if (document.querySelector(".am-renew")) return;
  const [say, yes, no] = WORDS[document.documentElement.lang] ?? WORDS.he;
  const renew = () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    waiting.postMessage("renew");
  };
  const box = node("div", { class: "am-renew", role: "status" });
  document.body.append(box);
  // Set after the box is there, so that screen readers announce it.
  box.append(node("p", {}, say), node("button", { type: "button", class: "amat-button", click: renew }, yes), node("button", { type: "button", class: "amat-button", click: () => box.remove() }, no));
}
