/* Opens the content tab that the address points at (Material writes this inline). */
(function () {
  var target = document.getElementById(location.hash.slice(1));
  if (target && target.name && target.name.indexOf("__tabbed_") === 0) target.checked = true;
})();
