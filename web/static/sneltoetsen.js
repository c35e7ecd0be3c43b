// Keyboard shortcuts. The page /sneltoetsen lists them and switches them off; then this file is not loaded.
"use strict";

const NAAR = { "?": () => location.assign("/sneltoetsen"), j: () => volg("next"), k: () => volg("prev") };

// A link that says it leads to the next or the previous one of a list.
function volg(kant) {
  document.querySelector(`a[rel~="${kant}"]`)?.click();
}

function naarVraag() {
  const veld = document.getElementById("vraag");
  if (veld) {
    veld.focus();
    veld.select();
  } else {
    location.assign("/assistent");
  }
}

NAAR["/"] = naarVraag;

document.addEventListener("keydown", (toets) => {
  const doel = toets.target;
  const schrijft = doel.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(doel.tagName);
  if (schrijft || toets.ctrlKey || toets.metaKey || toets.altKey || !(toets.key in NAAR)) return;
  toets.preventDefault();
  NAAR[toets.key]();
});
