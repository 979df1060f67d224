// @ts-check
import "./saved.js";
import { AmatWorksheet } from "./element.js";

if (!customElements.get("amat-worksheet")) customElements.define("amat-worksheet", AmatWorksheet);
