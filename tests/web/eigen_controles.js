// Own checks of the page that is open, as a function of "breed" (a wide screen: all of them) or "smal" (what a
// small screen or large letters could break). Gives what is wrong, in words.
(scherm) => {
  const fout = [];
  const naam = (e) => e.outerHTML.replace(/\s+/g, " ").slice(0, 140);
  const zichtbaar = (e) => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0;
  const bereikbaar = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
    .filter((e) => !e.matches(":disabled") && e.type !== "hidden" && e.tabIndex >= 0 && zichtbaar(e));

  // Reflow (1.4.10, 1.4.4): the page itself never scrolls sideways.
  const breedte = document.scrollingElement.clientWidth;
  if (document.scrollingElement.scrollWidth > breedte) {
    const ver = [...document.body.querySelectorAll("*")]
      .filter((e) => zichtbaar(e) && e.getBoundingClientRect().right > breedte + 1 && !e.closest(".breed, .schuif, pre"))
      .slice(-2);
    fout.push(`schuift opzij bij ${innerWidth}: ${ver.map(naam).join(" | ")}`);
  }
  // Nothing that one can use falls off the screen.
  for (const e of bereikbaar) {
    const vak = e.getBoundingClientRect();
    if (!e.closest(".breed, .schuif, .sla-over, .nl-skip-link, .leaflet-container, svg, [role=region]") && (vak.right > innerWidth + 1 || vak.left < -1)) {
      fout.push(`valt weg bij ${innerWidth}: ${naam(e)}`);
    }
  }
  if (scherm === "smal") return fout;

  // Headings: one h1, and no level is skipped.
  const koppen = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter(zichtbaar);
  if (koppen.filter((k) => k.tagName === "H1").length !== 1) fout.push("er is niet precies één h1");
  koppen.reduce((vorige, kop) => {
    const niveau = Number(kop.tagName[1]);
    if (niveau > vorige + 1) fout.push(`kop slaat een niveau over: ${naam(kop)}`);
    return niveau;
  }, 0);

  // Landmarks: one of each, and a way past them.
  for (const gebied of ["body > header", "body > main", "body > footer"]) {
    if (document.querySelectorAll(gebied).length !== 1) fout.push(`er is niet precies één ${gebied}`);
  }
  if (!/\S+ · Thuisplek$/.test(document.title)) fout.push(`titel: ${document.title}`);
  const eerste = bereikbaar[0];
  if (eerste?.getAttribute("href") !== "#inhoud") fout.push("het eerste onderdeel gaat niet naar de inhoud");

  // Keyboard: the order is that of the page, focus lands and shows, and nothing needs a mouse.
  for (const e of document.querySelectorAll("[tabindex]")) {
    if (e.tabIndex > 0) fout.push(`eigen volgorde: ${naam(e)}`);
  }
  const lijn = (e) => {
    const stijl = getComputedStyle(e);
    return `${stijl.outlineStyle} ${stijl.outlineWidth} ${stijl.boxShadow} ${stijl.backgroundColor}`;
  };
  for (const e of bereikbaar) {
    document.activeElement.blur();
    const voor = lijn(e);
    e.focus({ preventScroll: true });
    if (document.activeElement !== e) fout.push(`krijgt geen focus: ${naam(e)}`);
    else if (lijn(e) === voor) fout.push(`toont geen focus: ${naam(e)}`);
    e.blur();
  }
  const gezien = new Set(bereikbaar);
  for (const e of document.querySelectorAll("main *")) {
    if (getComputedStyle(e).cursor !== "pointer" || !zichtbaar(e)) continue;
    const kan = e.closest("a[href], button, summary, label, select, input, .leaflet-container");
    if (!kan || (kan.tagName !== "LABEL" && !gezien.has(kan) && !kan.disabled && !kan.matches(".leaflet-container, [tabindex='-1']"))) fout.push(`alleen met de muis: ${naam(e)}`);
  }
  return fout;
}
