/* The four helpers Material's bundle expects (it writes them into every page as an inline script). Loaded in <head>,
   before everything else, so it also marks the page as "script is on": rules that hide things wait for that mark. */
document.documentElement.classList.add("am-js");
window.__md_scope = new URL(document.currentScript.dataset.scope, location);
window.__md_hash = function (text) {
  return Array.from(text).reduce(function (sum, c) { return (sum << 5) - sum + c.charCodeAt(0); }, 0);
};
window.__md_get = function (key, storage, scope) {
  // Storage may be forbidden (private windows, blocked cookies) or hold something else: then there is no setting.
  try {
    return JSON.parse((storage || localStorage).getItem((scope || window.__md_scope).pathname + "." + key));
  } catch (error) {
    return null;
  }
};
window.__md_set = function (key, value, storage, scope) {
  try {
    (storage || localStorage).setItem((scope || window.__md_scope).pathname + "." + key, JSON.stringify(value));
  } catch (error) { /* full or forbidden: the choice lasts until the page is left */ }
};
