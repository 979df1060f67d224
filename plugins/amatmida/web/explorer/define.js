// @ts-check
import "../worksheet/saved.js";
import { AmatExplorer } from "./element.js";

if (!customElements.get("amat-explorer")) customElements.define("amat-explorer", AmatExplorer);
