// @ts-check
import { AmatMethodCards } from "../method_card/list-element.js";

if (!customElements.get("amat-method-cards")) customElements.define("amat-method-cards", AmatMethodCards);
