// @ts-check
import "../logic-model/record.js";
import "../worksheet/saved.js";
import { AmatMyData } from "../shared/my-data-element.js";

if (!customElements.get("amat-my-data")) customElements.define("amat-my-data", AmatMyData);
