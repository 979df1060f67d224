// @ts-check
import { AmatLogicModel } from "./element.js";

if (!customElements.get("amat-logic-model")) customElements.define("amat-logic-model", AmatLogicModel);
