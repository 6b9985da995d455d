// A result updated in place: filters apply when changed, links within the list replace it, Back leads back.
// What is fetched is the same page a link or form would open; where that fails, the browser opens it itself.

"use strict";

const PARTS = ["#filters", ".results", ".masthead-languages"];
const LIST = location.pathname;
let asked = new AbortController();

// The address a form asks for, without its empty fields.
function addressOf(form) {
  const address = new URL(form.action);
  const values = [...new FormData(form)].filter(([, value]) => value.trim());
  address.search = new URLSearchParams(values);
  return address.href;
}

async function go(address, { isNew = true, top = 0 } = {}) {
  asked.abort();
  asked = new AbortController();
  document.querySelector(".results").setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address, { signal: asked.signal });
    if (!answer.ok) throw new Error(answer.status);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (isNew) {
      history.replaceState({ top: scrollY }, "");
      // Dates typed in words lead to an address that has them in one form.
      history.pushState({ top }, "", answer.redirected ? answer.url : address);
    }
    show(page);
    if (top !== null) scrollTo({ top, behavior: "instant" });
  } catch (error) {
    if (error.name !== "AbortError") location.assign(address);
  }
}

function show(page) {
  const held = heldPlace();
  const opened = [...document.querySelectorAll("#filters details")].map((one) => one.open);
  for (const part of PARTS) {
    const [ours, theirs] = [document.querySelector(part), page.querySelector(part)];
    ours.replaceChildren(...theirs.childNodes);
    ours.removeAttribute("aria-busy");
  }
  document.title = page.title;
  for (const link of document.head.querySelectorAll("link[rel=canonical], link[rel=alternate]")) link.remove();
  document.head.append(...page.head.querySelectorAll("link[rel=canonical], link[rel=alternate]"));
  const field = document.getElementById("q");
  if (field !== document.activeElement) field.value = page.getElementById("q").defaultValue;
  const details = [...document.querySelectorAll("#filters details")];
  if (details.length === opened.length) details.forEach((one, place) => { one.open = opened[place]; });
  document.getElementById("told").textContent = document.querySelector(".results h1").textContent.trim();
  hideButton();
  document.dispatchEvent(new CustomEvent("archive:shown"));
  if (held) document.querySelector(held)?.focus({ preventScroll: true });
}

// A filter applies when it is changed.
function hideButton() {
  document.querySelector(".facet-apply").hidden = true;
}

// Where the keyboard is, as a selector that finds the same control in what comes.
function heldPlace() {
  const held = document.activeElement;
  if (!held || held === document.body || !held.closest(PARTS.join())) return "";
  if (held.id) return `#${CSS.escape(held.id)}`;
  if (held.name) return `[name="${CSS.escape(held.name)}"][value="${CSS.escape(held.value)}"]`;
  // Not a field to type in: “/” leads to the search.
  return held.closest("#filters") ? "#filters :is(summary, .leave-out, [type=checkbox])" : "";
}

function isPlain(event) {
  return event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  if (!link || !isPlain(event) || !link.closest(".results, #filters")) return;
  const address = new URL(link.href);
  if (address.origin !== location.origin || address.pathname !== LIST) return;
  event.preventDefault();
  go(link.href, { top: link.closest("#filters, .sorts") ? null : 0 });
});

document.addEventListener("change", (event) => {
  const form = event.target.form;
  if (form?.id === "filters" && event.target.name && event.target.name !== "q") go(addressOf(form), { top: null });
});

document.addEventListener("submit", (event) => {
  if (event.target.id !== "filters") return;
  event.preventDefault();
  go(addressOf(event.target));
});

document.addEventListener("archive:go", (event) => {
  event.preventDefault();
  go(event.detail);
});

addEventListener("popstate", (event) => go(location.href, { isNew: false, top: event.state?.top ?? 0 }));
hideButton();
history.scrollRestoration = "manual";
history.replaceState({ top: scrollY }, "");
