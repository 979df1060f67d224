// @ts-check
import { AmatMethodCards } from "./list-element.js";
import { AmatCardSheets } from "./sheets-element.js";

if (!customElements.get("amat-method-cards")) customElements.define("amat-method-cards", AmatMethodCards);
if (!customElements.get("amat-card-sheets")) customElements.define("amat-card-sheets", AmatCardSheets);
