/* Keeps an announcement hidden that the reader has dismissed (Material writes this inline). */
(function () {
  var box = document.querySelector("[data-md-component=announce]");
  var text = box && box.querySelector(".md-typeset");
  if (text && window.__md_hash(text.innerHTML) === window.__md_get("__announce")) box.hidden = true;
})();
