// Keeps the progress page up to date while work goes on, and loads the result when it is done. Without
// JavaScript the page asks the browser to load it again every few seconds.
"use strict";

const plek = document.querySelector("[data-voortgang]");
const bron = new EventSource(plek.dataset.voortgang);
bron.addEventListener("stand", (nieuws) => {
  plek.querySelector("[data-stand]").textContent = JSON.parse(nieuws.data);
});
bron.addEventListener("deel", (nieuws) => {
  const [klaar, aantal] = JSON.parse(nieuws.data);
  const balk = plek.querySelector("progress");
  balk.max = aantal;
  balk.value = klaar;
});
bron.addEventListener("klaar", () => {
  bron.close();
  location.reload();
});
bron.addEventListener("error", () => {
  // A stream that ended is asked for again by the browser itself. This one was refused: the page tells why.
  if (bron.readyState === EventSource.CLOSED) {
    setTimeout(() => location.reload(), 5000);
  }
});
