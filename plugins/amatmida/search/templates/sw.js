// The site without a network: pages from the network first, all else from this build's store first. Written by
// adapters/offline.py, which puts in the name of the build and the list of files to keep from the start.
const STORE = "amatmida-" + /*VERSION*/ "";
const FIRST = /*FILES*/ [];
const PATIENCE = 3000;
const HOME = new URL("./", self.location).href;

self.addEventListener("install", (event) => {
  // Not skipWaiting: a page keeps the files it was opened with until its reader asks for the new ones.
  event.waitUntil(caches.open(STORE).then((store) => store.addAll(FIRST.map((path) => new Request(HOME + path, { cache: "reload" })))));
});

self.addEventListener("activate", (event) => {
  const old = (name) => name.startsWith("amatmida-") && name !== STORE;
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name)))).then(() => self.clients.claim()));
});

self.addEventListener("message", ({ data }) => {
  if (data === "renew") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(HOME)) return;
  event.respondWith(request.mode === "navigate" ? page(request) : file(request));
});

// A query in an address (?q=, ?ts=) asks for the same file.
const stored = (request) => caches.match(request, { ignoreSearch: true, cacheName: STORE });

async function kept(request, answer) {
  if (answer.ok && answer.type === "basic") await (await caches.open(STORE)).put(request.url.split("?")[0], answer.clone());
  return answer;
}

async function page(request) {
  const slow = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const network = fetch(request).then((answer) => kept(request, answer));
  network.catch(() => {});
  const first = await Promise.race([network.catch(() => null), slow]);
  if (first) return first;
  return (await stored(request)) ?? network.catch(() => without());
}

async function file(request) {
  return (await stored(request)) ?? fetch(request).then((answer) => kept(request, answer));
}

function without() {
  const line = (lang, dir, words, link) => `<p lang="${lang}" dir="${dir}">${words} <a href="${HOME}${lang === "en" ? "en/" : ""}">${link}</a></p>`;
  const body = line("he", "rtl", "אין חיבור לרשת, והעמוד הזה עוד לא נשמר במכשיר.", "לדף הבית") + line("en", "ltr", "There is no network, and this page is not kept on the device yet.", "Home page") + line("ar", "rtl", "لا يوجد اتصال بالشبكة، وهذه الصفحة لم تُحفظ بعد.", "الصفحة الرئيسية");
  return new Response(`<!doctype html><html lang="he" dir="rtl"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>אמת מידה</title><main>${body}</main></html>`, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}
