// @ts-check
import { AmatCardSheets } from "../method_card/sheets-element.js";

if (!customElements.get("amat-card-sheets")) customElements.define("amat-card-sheets", AmatCardSheets);
