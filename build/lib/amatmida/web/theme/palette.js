/* Sets the colours before the first paint: the reader's choice, or else the device's. Runs inside the header, after the
   inputs that name the schemes. Without it dark readers see a white flash on every page. */
(function () {
  var saved = window.__md_get("__palette");
  var color = saved && saved.color;
  if (!color || color.media === "(prefers-color-scheme)") {
    var dark = matchMedia("(prefers-color-scheme: dark)").matches;
    var input = document.querySelector(
      "[data-md-color-media='(prefers-color-scheme: " + (dark ? "dark" : "light") + ")']");
    color = input && {
      scheme: input.getAttribute("data-md-color-scheme"),
      primary: input.getAttribute("data-md-color-primary"),
      accent: input.getAttribute("data-md-color-accent")
    };
  }
  ["scheme", "primary", "accent"].forEach(function (key) {
    if (color && typeof color[key] === "string") document.body.setAttribute("data-md-color-" + key, color[key]);
  });
})();
