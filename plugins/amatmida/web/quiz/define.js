// @ts-check
import { AmatQuiz } from "./element.js";

if (!customElements.get("amat-quiz")) customElements.define("amat-quiz", AmatQuiz);
