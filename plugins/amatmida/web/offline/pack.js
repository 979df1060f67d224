/* Only in the offline pack (offline/pack.py), as a plain script: pages opened from a file may load neither modules nor
   data. Modules come as text in this file and get an address each; data come as scripts that call `amatPack.file`. */
(function () {
  "use strict";
  const root = new URL("../../../", document.currentScript.src);
  const modules = {/* modules */};
  const files = {};
  const usual = window.fetch;

  const addresses = {};
  for (const name in modules) addresses[name] = URL.createObjectURL(new Blob([modules[name]], { type: "text/javascript" }));
  const map = document.createElement("script");
  map.type = "importmap";
  map.textContent = JSON.stringify({ imports: addresses });
  document.head.append(map);

  /* A file of the pack, as if it had come from a server. Never kept: whoever asks keeps what it needs. */
  function read(path) {
    return new Promise(function (done, fail) {
      const script = document.createElement("script");
      script.src = new URL(path + ".js", root).href;
      script.onload = script.onerror = function () {
        script.remove();
        const text = files[path];
        delete files[path];
        if (text === undefined) fail(new TypeError(path + ": not in this pack"));
        else done(new Response(Uint8Array.from(atob(text), function (sign) { return sign.charCodeAt(0); })));
      };
      document.head.append(script);
    });
  }

  window.fetch = function (asked, options) {
    const address = String(asked instanceof Request ? asked.url : new URL(asked, location.href));
    return address.startsWith(root.href) ? read(decodeURI(address.slice(root.href.length))) : usual.call(window, asked, options);
  };

  window.amatPack = {
    at: function (path) { return new URL("assets/amatmida/" + path, root).href; },
    file: function (path, text) { files[path] = text; },
    /* Modules begin when the whole page is there. */
    start: function (name) {
      const begin = function () { import(name); };
      if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
      else begin();
    },
  };
})();
