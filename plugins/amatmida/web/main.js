// @ts-check
// On every page: load an element's code only where the page holds the element.

/** @type {Array<[string, string]>} */
const ELEMENTS = [
  ["amat-quiz", "./quiz/define.js"],
  ["amat-my-data", "./shared/my-data-define.js"],
  ["amat-method-cards", "./method_card/define.js"],
  ["amat-card-sheets", "./method_card/define.js"],
  ["amat-chooser", "./chooser/define.js"],
];

for (const [name, module] of ELEMENTS) if (document.querySelector(name)) void import(module);
