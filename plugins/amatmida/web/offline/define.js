// @ts-check
import { AmatOffline } from "./element.js";

if (!customElements.get("amat-offline")) customElements.define("amat-offline", AmatOffline);
