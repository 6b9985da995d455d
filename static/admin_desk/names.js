// Fields that search as one types, each called by the label of the choice it belongs to.

"use strict";

function nameSearchFields() {
  for (const select of document.querySelectorAll("select.admin-autocomplete")) {
    const field = select.parentElement.querySelector(".select2-search__field");
    const label = document.querySelector(`label[for="${select.id}"]`);
    if (field && label) field.setAttribute("aria-label", label.textContent.trim().replace(/ ?:$/, ""));
  }
}

window.addEventListener("load", nameSearchFields);
document.addEventListener("formset:added", () => setTimeout(nameSearchFields));
