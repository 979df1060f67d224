import { Explorer } from "./explorer.js";

if (!customElements.get("amat-explorer")) customElements.define("amat-explorer", Explorer);
