/* Keyboard and screen-reader behaviour of the frame: menu drawer, way to the search, folding navigation, list of languages,
   colour buttons. Loaded after Material's bundle. Material keeps the state of the drawer in a hidden
   checkbox (#__drawer); everything here follows its "change" events, whoever caused them. */
(function () {
  "use strict";

  var $ = function (selector, root) { return (root || document).querySelector(selector); };
  var $$ = function (selector, root) { return Array.from((root || document).querySelectorAll(selector)); };
  var inside = function (event, selector) {
    return event.target instanceof Element ? event.target.closest(selector) : null;
  };

  /* Makes all but `element` unreachable (focus, clicks, screen reader) and returns the way back. */
  function isolate(element) {
    var silenced = [];
    for (var node = element; node && node !== document.body; node = node.parentElement) {
      Array.from(node.parentElement.children).forEach(function (other) {
        if (other === node || other.inert || other.matches("script, input, .md-overlay, .md-dialog")) return;
        other.inert = true;
        silenced.push(other);
      });
    }
    return function () { silenced.forEach(function (other) { other.inert = false; }); };
  }

  /* A part that covers the page: focus goes in, stays in, and returns to what opened it. */
  function overlay(name, element, first) {
    var box = $("[data-md-toggle=" + name + "]");
    if (!box || !element) return null;
    var openers = $$("[data-am-open=" + name + "]");
    var release = null;
    var back = null;

    function show() {
      if (release) return;
      back = document.activeElement;
      if (!back || back === document.body || element.contains(back)) back = openers[0];
      release = isolate(element);
      var target = first();
      if (target && !element.contains(document.activeElement)) target.focus();
    }
    function hide() {
      if (!release) return;
      release();
      release = null;
      var lost = document.activeElement === document.body || element.contains(document.activeElement);
      // A hidden opener (the window has grown meanwhile) cannot take the focus.
      if (lost && back && back.isConnected && back.getClientRects().length) back.focus({ preventScroll: true });
    }
    function follow() {
      openers.forEach(function (button) { button.setAttribute("aria-expanded", String(box.checked)); });
      if (box.checked) show(); else hide();
    }
    function set(open) { if (box.checked !== open) box.click(); }

    box.addEventListener("change", follow);
    document.addEventListener("click", function (event) {
      if (inside(event, "[data-am-open=" + name + "]")) set(true);
      if (inside(event, "[data-am-close=" + name + "]")) set(false);
    });
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && box.checked) set(false);
    });
    follow();
    return { isOpen: function () { return box.checked; }, set: set };
  }

  var drawer = overlay("drawer", $(".md-sidebar--primary"), function () { return $("[data-am-close=drawer]"); });
  if (drawer) {
    matchMedia("(min-width: 76.25em)").addEventListener("change", function (wide) {
      if (wide.matches) drawer.set(false);
    });
  }

  /* The search box is loaded when somebody asks for it: its button, Ctrl+K or Cmd+K, the slash, or ?q= in the address.
     Letters typed while it is on its way are its first words. */
  var opener = $("[data-am-open=search]");
  var early = null;
  function search(query) {
    if (!opener) return;
    var words = Object.assign({ label: opener.getAttribute("aria-label") }, opener.dataset);
    function taken() { var typed = early; early = null; return query || typed; }
    early = "";
    import("../search/box.js").then(function (box) { return box.open(words, taken); }).catch(function () {
      taken();
      opener.title = words.failed;
    });
  }
  /* A key that opens something on its own can be switched off (WCAG 2.1.4): people who speak to their computer set it
     off by accident. */
  function slashIsOff() {
    try {
      return JSON.parse(localStorage.getItem("amatmida/search/box")).slash === false;
    } catch (error) {
      return false;
    }
  }
  document.addEventListener("click", function (event) { if (inside(event, "[data-am-open=search]")) search(); });
  document.addEventListener("keydown", function (event) {
    var plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    var writing = inside(event, "input, textarea, select, [contenteditable], dialog");
    if (early !== null && plain && !writing && event.key.length === 1) {
      event.preventDefault();
      early += event.key;
    } else if ((event.ctrlKey || event.metaKey) && !event.altKey && (event.key.toLowerCase() === "k" || event.code === "KeyK")) {
      event.preventDefault();
      search();
    } else if (event.key === "/" && plain && !writing && !slashIsOff()) {
      event.preventDefault();
      search();
    }
    // Material gives single letters a meaning everywhere (p, n, comma and full stop turn the page).
    if (event.key.length === 1) event.stopPropagation();
  });
  var asked = new URLSearchParams(location.search).get("q");
  if (asked) search(asked);

  /* Folding parts of the navigation. */
  document.addEventListener("click", function (event) {
    var button = inside(event, "[data-am-fold]");
    var list = button && document.getElementById(button.dataset.amFold);
    if (!list) return;
    var folded = list.toggleAttribute("data-am-folded");
    button.setAttribute("aria-expanded", String(!folded));
  });

  /* The list of languages: opens by press, closes by Esc, by a press elsewhere and when the focus leaves. */
  $$("[data-am-menu]").forEach(function (button) {
    var list = document.getElementById(button.dataset.amMenu);
    var root = button.parentElement;
    function set(open) { button.setAttribute("aria-expanded", String(open)); list.hidden = !open; }
    set(false);
    button.addEventListener("click", function () { set(list.hidden); });
    root.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || list.hidden) return;
      set(false);
      button.focus();
    });
    root.addEventListener("focusout", function (event) {
      if (event.relatedTarget && !root.contains(event.relatedTarget)) set(false);
    });
    document.addEventListener("click", function (event) {
      if (!list.hidden && event.target instanceof Node && !root.contains(event.target)) set(false);
    });
  });

  /* Colour buttons: the press chooses the next scheme; Material then shows the next button in this one's place. */
  $$("[data-am-palette]").forEach(function (button) {
    button.addEventListener("click", function () {
      document.getElementById(button.dataset.amPalette).click();
      var next = $("[data-am-palette]:not([hidden])");
      if (next) next.focus();
    });
    // Material also acts on Enter anywhere in this form: one press would count twice.
    button.addEventListener("keydown", function (event) { event.stopPropagation(); });
  });

  /* A table wider than its column scrolls by itself. Only then it becomes a named region that the keyboard can reach
     (and stops being one when there is room again: needless tab stops are a burden too). */
  const boxes = () => $$(".md-typeset__scrollwrap");

  // Two tables under one heading get a number, so that no two regions of a page have the same name.
  function nameOf(box) {
    const name = baseName(box);
    const same = boxes().filter((other) => baseName(other) === name);
    return same[1] ? name + " (" + (same.indexOf(box) + 1) + ")" : name;
  }

  function baseName(box) {
    const caption = $("caption", box);
    if (caption) return caption.textContent.trim();
    const word = $("[data-am-table]")?.dataset.amTable || "";
    const before = $$(".md-content :is(h1, h2, h3, h4)").filter((heading) => heading.compareDocumentPosition(box) & 4).pop();
    if (!before) return word;
    const copy = before.cloneNode(true);
    $(".headerlink", copy)?.remove();
    return word + ": " + copy.textContent.trim();
  }

  function mark(box) {
    const wide = box.scrollWidth > box.clientWidth + 1;
    if (wide === box.hasAttribute("tabindex")) return;
    const given = { tabindex: 0, role: "region", "aria-label": wide && nameOf(box) };
    for (const name in given) if (wide) box.setAttribute(name, given[name]); else box.removeAttribute(name);
  }

  // Material wraps tables when the document is ready, which may be after this script ran.
  addEventListener("load", () => {
    const watcher = new ResizeObserver((seen) => new Set(seen.map(({ target }) => target.closest(".md-typeset__scrollwrap"))).forEach(mark));
    boxes().forEach((box) => [box, $("table", box)].forEach((part) => part && watcher.observe(part)));
  });
})();
