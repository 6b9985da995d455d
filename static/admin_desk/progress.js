/* Renews the figures of a batch while its texts come in; without it the page reloads itself. */
"use strict";

(() => {
  const page = document.querySelector("[data-progress]");
  const bar = page.querySelector("progress");

  const renew = async () => {
    try {
      const response = await fetch(page.dataset.progress, { headers: { Accept: "application/json" } });
      if (!response.ok) {
        throw new Error(response.statusText);
      }
      const figures = await response.json();
      for (const place of page.querySelectorAll("[data-figure]")) {
        place.textContent = figures[place.dataset.figure];
      }
      bar.max = figures.expected || 1;
      bar.value = figures.done;
      if (!figures.is_open) {
        window.location.reload();
        return;
      }
    } catch {
      // The server is being restarted, or the editor has signed out: the next try will tell.
    }
    window.setTimeout(renew, 2000);
  };

  window.setTimeout(renew, 1000);
})();
