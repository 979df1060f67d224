/** Filters for the list of a matrix's items. Without it the whole list is there. */

export class Explorer extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector("form");
    if (!form) return;
    form.hidden = false;
    form.addEventListener("change", () => this.filter(form));
    form.addEventListener("submit", (event) => event.preventDefault());
    this.filter(form);
  }

  /** @param {HTMLFormElement} form */
  filter(form) {
    const wanted = [...new FormData(form)].filter(([, value]) => value);
    const items = /** @type {HTMLElement[]} */ ([...this.querySelectorAll(".lm-item")]);
    for (const item of items)
      item.hidden = !wanted.every(([name, value]) => (item.dataset[name] ?? "").split(" ").includes(String(value)));
    for (const part of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll(".lm-principle")))
      part.hidden = !part.querySelector(".lm-item:not([hidden])");
    const shown = items.filter((item) => !item.hidden).length;
    const words = (this.dataset.count ?? "").replace("{n}", String(shown)).replace("{all}", String(items.length));
    const status = this.querySelector("[role=status]");
    if (status) status.textContent = words;
  }
}
