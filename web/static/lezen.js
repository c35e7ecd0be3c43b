// Keys of the page on which an assessor reads a bid: whatever says which key it goes by (data-toets) is
// clicked, or gets the focus when one writes in it. sneltoetsen.js does j and k; both are loaded only when
// shortcuts are on.
"use strict";

document.addEventListener("keydown", (toets) => {
  const schrijft = toets.target.matches("textarea, select, input:not([type=radio])");
  if (schrijft || toets.ctrlKey || toets.metaKey || toets.altKey || !/^[a-z0-9]$/.test(toets.key)) return;
  const doel = document.querySelector(`[data-toets="${toets.key}"]`);
  if (!doel) return;
  toets.preventDefault();
  if (doel.matches("textarea")) {
    doel.focus();
  } else {
    doel.click();
  }
});
