// Choices that one makes by typing, each called by the label of its field.

"use strict";

function nameChoices() {
  for (const select of document.querySelectorAll("select.admin-autocomplete")) {
    const label = document.querySelector(`label[for="${select.id}"]`);
    if (!label) continue;
    label.id ||= `${select.id}-label`;
    const box = select.parentElement.querySelector('[role="combobox"]');
    const shown = box?.getAttribute("aria-labelledby") ?? "";
    if (box && !shown.includes(label.id)) box.setAttribute("aria-labelledby", `${label.id} ${shown}`.trim());
    const chosen = select.parentElement.querySelector('.select2-selection__rendered[role="textbox"]');
    if (chosen) chosen.setAttribute("aria-labelledby", label.id);
    const field = select.parentElement.querySelector(".select2-search__field");
    if (field) field.setAttribute("aria-labelledby", label.id);
  }
}

// After Django’s own script has made them.
window.addEventListener("load", () => setTimeout(nameChoices));
document.addEventListener("formset:added", () => setTimeout(nameChoices));
