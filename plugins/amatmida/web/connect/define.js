// @ts-check
import { AmatConnect } from "../logic-model/connect-view.js";

if (!customElements.get("amat-connect")) customElements.define("amat-connect", AmatConnect);
