/* A table wider than its column scrolls by itself. Only then it becomes a named region that the keyboard can reach
   (and stops being one when there is room again: needless tab stops are a burden too). */
(function () {
  "use strict";
  var word = (document.querySelector("[data-am-table]") || { dataset: {} }).dataset.amTable || "";

  // Two tables under one heading get a number, so that no two regions of a page have the same name.
  function nameOf(box) {
    var name = baseName(box);
    var boxes = Array.from(document.querySelectorAll(".md-typeset__scrollwrap"));
    var same = boxes.filter(function (other) { return baseName(other) === name; });
    return same.length > 1 ? name + " (" + (same.indexOf(box) + 1) + ")" : name;
  }

  function baseName(box) {
    var caption = box.querySelector("caption");
    if (caption) return caption.textContent.trim();
    var before = Array.from(document.querySelectorAll(".md-content :is(h1, h2, h3, h4)")).filter(function (heading) {
      return heading.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING;
    }).pop();
    if (!before) return word;
    var copy = before.cloneNode(true);
    copy.querySelectorAll(".headerlink").forEach(function (link) { link.remove(); });
    return word + ": " + copy.textContent.trim();
  }

  function mark(box) {
    var wide = box.scrollWidth > box.clientWidth + 1;
    if (wide === box.hasAttribute("tabindex")) return;
    if (wide) {
      box.setAttribute("tabindex", "0");
      box.setAttribute("role", "region");
      box.setAttribute("aria-label", nameOf(box));
    } else {
      ["tabindex", "role", "aria-label"].forEach(function (name) { box.removeAttribute(name); });
    }
  }

  // Material wraps tables when the document is ready, which may be after this script ran.
  window.addEventListener("load", function () {
    var seen = new Map();
    var watcher = new ResizeObserver(function (entries) {
      new Set(entries.map(function (entry) { return seen.get(entry.target); })).forEach(mark);
    });
    document.querySelectorAll(".md-typeset__scrollwrap").forEach(function (box) {
      [box, box.querySelector("table")].forEach(function (part) {
        if (!part) return;
        seen.set(part, box);
        watcher.observe(part);
      });
    });
  });
})();
