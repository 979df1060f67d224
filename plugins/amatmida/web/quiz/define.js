// @ts-check
import { AmatQuiz } from "./element.js";
import { load } from "./types/index.js";

/** @type {NodeListOf<HTMLElement>} */
const items = document.querySelectorAll("amat-quiz [data-type]");
await load([...items].map((item) => item.dataset.type ?? ""));
if (!customElements.get("amat-quiz")) customElements.define("amat-quiz", AmatQuiz);
