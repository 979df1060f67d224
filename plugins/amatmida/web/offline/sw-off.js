// Switches reading without a network off: built as sw.js when mkdocs.yml says `offline: false`, while serving and in
// previews. A browser that has the real worker finds this one at its next visit; it takes over without asking, erases what the
// other kept and goes. Pages that are open stay as they are. Leave it in place as long as somebody may still come back.
"use strict";

const PREFIX = `amatmida ${new URL(self.registration.scope).pathname} `;

async function leave() {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX)) await caches.delete(name);
  await self.registration.unregister();
}

self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));
// While the other one is busy a browser may let this one wait: then the notice of a new version is shown, as ever.
self.addEventListener("message", (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener("activate", (event) => event.waitUntil(leave()));
