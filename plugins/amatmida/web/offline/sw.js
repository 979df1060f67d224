// The service worker: pages that were visited open without a network. The build fills BUILT in (offline/worker.py) and
// writes the result to the root of the site. Why it asks the network first: docs/about/decisions/offline.md.
"use strict";

const BUILT = {/* built */};
const SCOPE = self.registration.scope;
const PREFIX = `amatmida ${new URL(SCOPE).pathname} `;
const PATIENCE = 3000;
const MOST = { pages: 200, files: 400 };
const RENEWAL = 60_000;
const STORED = new Set(["script", "style", "image", "font", "worker", "manifest"]);

/** Pages shown from the store: their scripts come from the store too, so that both are of one version. */
const fromStore = new Set();

const nameOf = (kind) => `${PREFIX}${kind} ${BUILT.version}`;
const pause = (time) => new Promise((done) => setTimeout(done, time));
const isOurs = (name) => name.startsWith(PREFIX);
const isOld = (name) => isOurs(name) && !name.endsWith(` ${BUILT.version}`);
const kindOf = (name) => name.slice(PREFIX.length).split(" ")[0];
const isPage = (address) => /(\/|\/[^./]+|\.html)$/.test(new URL(address).pathname);
const isSearch = (address) => address.startsWith(`${SCOPE}search/`);
/** The name holds a hash of the content, so the content never changes. */
const isSteady = (address) => /[._-](?=[a-f]*\d)[0-9a-f]{7,}\.[\w.]+$/.test(new URL(address).pathname);

/** One key for all addresses of one thing. */
function keyOf(address) {
  const url = new URL(address);
  url.hash = "";
  // The search engine adds the time to an address, which would make it another one each time.
  if (isPage(address) || isSearch(address)) url.search = "";
  url.pathname = url.pathname.replace(/\/index\.html$/, "/");
  return url.href;
}

async function find(key) {
  try {
    const names = (await caches.keys()).filter((name) => isOurs(name) && !isOld(name));
    for (const name of names.sort()) {
      const kept = await (await caches.open(name)).match(key, { ignoreVary: true });
      if (kept) return kept;
    }
  } catch {
    // A browser may take its storage away at any time; then there is the network alone.
  }
  return undefined;
}

/** A newer version is on its way: what the network gives now belongs to it and would not fit the scripts kept here. */
const outdated = () => Boolean(self.registration.waiting || self.registration.installing) && self.registration.active?.state === "activated";

async function keep(kind, key, answer) {
  if (answer.status !== 200 || answer.type !== "basic" || answer.redirected) return;
  try {
    const cache = await caches.open(nameOf(kind));
    await cache.delete(key);
    await cache.put(key, answer).catch(() => shorten(cache, 20));
    const many = (await cache.keys()).length;
    if (many > MOST[kind]) await shorten(cache, many - MOST[kind]);
  } catch {
    // No room, or no storage at all: the reader still gets the page.
  }
}

/** Entries stand in the order of their last visit. */
async function shorten(cache, many) {
  for (const request of (await cache.keys()).slice(0, many)) await cache.delete(request);
}

// --- answers

/** The network's answer, or what is kept when it fails or is slow. Throws when there is neither. */
async function newest(event, kind, key) {
  const asked = fetch(event.request);
  event.waitUntil(asked.then((answer) => kind && !outdated() && keep(kind, key, answer.clone()), () => {}));
  const answer = await Promise.race([asked.catch(() => null), pause(PATIENCE)]);
  if (answer && answer.status < 500) return { answer, old: false };
  const kept = await find(key);
  return kept ? { answer: kept, old: true } : { answer: answer ?? (await asked), old: false };
}

async function page(event) {
  const key = keyOf(event.request.url);
  try {
    const { answer, old } = await newest(event, isPage(key) ? "pages" : "", key);
    if (old) fromStore.add(event.resultingClientId);
    return answer;
  } catch {
    fromStore.add(event.resultingClientId);
    if (!key.endsWith("/") && (await find(`${key}/`))) return Response.redirect(`${key}/`);
    return lost(key);
  }
}

async function asset(event) {
  const { clientId, request } = event;
  const key = keyOf(request.url);
  const kind = STORED.has(request.destination) || isSteady(key) ? "files" : "";
  try {
    const steady = isSteady(key) || request.destination === "font" || fromStore.has(clientId);
    const kept = steady && (await find(key));
    return kept || (await newest(event, kind, key)).answer;
  } catch {
    return Response.error();
  }
}

/** The page that says there is no network, in the language of the address. Its links are made to fit any address. */
async function lost(address) {
  const path = address.slice(SCOPE.length);
  const [first, ...others] = Object.keys(BUILT.offline);
  const lang = others.find((one) => path.startsWith(`${one}/`)) ?? first;
  const at = new URL(BUILT.offline[lang], SCOPE).href;
  const kept = await find(at);
  if (!kept) return Response.error();
  const links = /( (?:href|src|data-scope)="|"(?:base|search)":\s*")([^"#][^"]*)"/g;
  const html = (await kept.text()).replace(links, (_, start, link) => `${start}${new URL(link, at)}"`);
  return new Response(html, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const partial = request.headers.has("range") || (request.cache === "only-if-cached" && request.mode !== "same-origin");
  if (request.method !== "GET" || partial || !request.url.startsWith(SCOPE)) return;
  event.respondWith(request.mode === "navigate" ? page(event) : asset(event));
});

// --- versions

const fresh = (address) => fetch(new Request(new URL(address, SCOPE), { cache: "no-cache" }));

async function install() {
  const cache = await caches.open(nameOf("shell"));
  await cache.addAll(BUILT.shell.map((path) => new Request(new URL(path, SCOPE), { cache: "no-cache" })));
  await Promise.race([renew().catch(() => {}), pause(RENEWAL)]);
}

/** What the reader had of the last version, in this one. */
async function renew() {
  for (const name of (await caches.keys()).filter(isOld)) {
    const kind = kindOf(name);
    const lang = kind.split("-")[1];
    const keys = (await (await caches.open(name)).keys()).map((request) => request.url);
    if (kind.startsWith("whole-")) await fill(kind, (await list(lang)).flatMap((part) => part));
    else if (kind.startsWith("search-")) await fill(kind, (await list(lang))[2]);
    else if (kind !== "shell") await fill(kind, keys);
  }
}

/** Pages, files and search index of a language. */
async function list(lang) {
  const answer = await fresh(`${BUILT.lists}${lang}.json`);
  const { pages, files, search } = await answer.json();
  return [pages, files, search];
}

async function fill(kind, addresses) {
  const waiting = addresses.map((address) => new URL(address, SCOPE).href);
  const take = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const answer = await fresh(next).catch(() => null);
      if (answer) await keep(kind, keyOf(next), answer);
    }
  };
  await Promise.all([take(), take(), take(), take()]);
}

async function activate() {
  for (const name of (await caches.keys()).filter(isOld)) await caches.delete(name);
  await self.clients.claim();
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));

// --- wishes of pages

/** What a page loaded before the worker was there. */
async function seen(addresses) {
  for (const address of addresses.slice(0, 200)) {
    if (!String(address).startsWith(SCOPE) || (await find(keyOf(address)))) continue;
    const answer = await fetch(address).catch(() => null);
    const kind = isPage(address) ? "pages" : STORED.has(kindOfFile(address)) ? "files" : "";
    if (answer && kind) await keep(kind, keyOf(address), answer);
  }
}

function kindOfFile(address) {
  const ending = new URL(address).pathname.split(".").pop();
  return { js: "script", css: "style", woff2: "font", svg: "image", png: "image", jpg: "image", webp: "image" }[ending];
}

self.addEventListener("message", (event) => {
  const wish = event.data ?? {};
  if (wish.skip) void self.skipWaiting();
  if (Array.isArray(wish.seen)) event.waitUntil(seen(wish.seen));
  // The search sends its language when it is opened first: from then on it also answers without a network.
  if (wish.search in BUILT.offline) event.waitUntil(list(wish.search).then((parts) => fill(`search-${wish.search}`, parts[2]), () => {}));
});
