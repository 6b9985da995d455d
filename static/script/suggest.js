// Names on record below a search field as one types (a combobox, WAI-ARIA 1.2), and “/” to go to the search field.

"use strict";

const WAIT = 140; // milliseconds without a key before the archive is asked
const SHORTEST = 2;

class Suggestions {
  constructor(field) {
    this.field = field;
    this.only = field.dataset.suggestOnly || "";
    const { kindPerson: person, kindInstitution: institution, kindTag: tag, kindSource: source } = field.dataset;
    this.kinds = { person, institution, tag, source };
    this.active = -1;
    this.found = [];
    this.asked = new AbortController();
    this.list = document.createElement("ul");
    this.list.className = "suggestions";
    this.list.id = `${field.id}-suggestions`;
    this.list.hidden = true;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", field.dataset.suggestLabel);
    const frame = document.createElement("span");
    frame.className = "field-with-list";
    field.before(frame);
    frame.append(field, this.list);
    for (const [name, value] of [
      ["role", "combobox"],
      ["aria-autocomplete", "list"],
      ["aria-expanded", "false"],
      ["aria-controls", this.list.id],
    ]) field.setAttribute(name, value);
    field.addEventListener("input", () => this.ask());
    field.addEventListener("keydown", (event) => this.key(event));
    field.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const place = [...this.list.children].indexOf(event.target.closest("li"));
      if (place >= 0) this.choose(place);
    });
  }

  ask() {
    clearTimeout(this.timer);
    this.asked.abort();
    const text = this.field.value.trim();
    if (text.length < SHORTEST) return this.close();
    this.timer = setTimeout(async () => {
      this.asked = new AbortController();
      try {
        const address = `${this.field.dataset.suggest}?${new URLSearchParams({ q: text, only: this.only })}`;
        const answer = await fetch(address, { signal: this.asked.signal });
        if (answer.ok) this.show((await answer.json()).suggestions);
      } catch {
        this.close(); // asked anew, or no connection: the field works as it is
      }
    }, WAIT);
  }

  show(suggestions) {
    this.found = suggestions;
    this.active = -1;
    this.list.replaceChildren(...this.found.map((one, place) => {
      const item = document.createElement("li");
      item.id = `${this.list.id}-${place}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      const name = document.createElement("bdi");
      name.textContent = one.label;
      item.append(name);
      if (!this.only) {
        const kind = document.createElement("span");
        kind.className = "note";
        kind.textContent = this.kinds[one.parameter];
        item.append(kind);
      }
      return item;
    }));
    const open = this.found.length > 0 && document.activeElement === this.field;
    this.list.hidden = !open;
    this.field.setAttribute("aria-expanded", String(open));
    this.field.removeAttribute("aria-activedescendant");
  }

  close() {
    clearTimeout(this.timer);
    this.asked.abort();
    this.show([]);
  }

  key(event) {
    if (event.isComposing) return;
    const open = !this.list.hidden;
    if (event.key === "Escape" && open) {
      event.preventDefault();
      this.close();
    } else if (open && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      this.point(this.active + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter" && open && this.active >= 0) {
      event.preventDefault();
      this.choose(this.active);
    } else if (event.key === "Enter" && this.only) {
      event.preventDefault(); // this field is no part of its form
    }
  }

  // One past either end is the field itself.
  point(place) {
    const items = [...this.list.children];
    this.active = place >= items.length ? -1 : place < -1 ? items.length - 1 : place;
    items.forEach((item, other) => item.setAttribute("aria-selected", String(other === this.active)));
    if (this.active < 0) return this.field.removeAttribute("aria-activedescendant");
    this.field.setAttribute("aria-activedescendant", items[this.active].id);
    items[this.active].scrollIntoView({ block: "nearest" });
  }

  // In a list that is open already, its other filters are kept.
  choose(place) {
    const one = this.found[place];
    const address = new URL(one.url, location.href);
    if (address.pathname === location.pathname) {
      const asked = new URLSearchParams(location.search);
      ["page", "after"].forEach((name) => asked.delete(name));
      if (!this.only) asked.delete("q");
      if (!asked.getAll(one.parameter).includes(one.slug)) asked.append(one.parameter, one.slug);
      address.search = asked;
    }
    this.field.value = "";
    this.close();
    const go = new CustomEvent("archive:go", { detail: address.href, cancelable: true });
    if (document.dispatchEvent(go)) location.assign(address);
  }
}

function attend(root) {
  for (const field of root.querySelectorAll("input[data-suggest]:not([role])")) {
    field.closest("[hidden]")?.removeAttribute("hidden");
    new Suggestions(field);
  }
}

attend(document);
document.addEventListener("archive:shown", () => attend(document));
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const field = document.getElementById("q");
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});
