// @ts-check
import { AmatChooser } from "./element.js";

if (!customElements.get("amat-chooser")) customElements.define("amat-chooser", AmatChooser);
