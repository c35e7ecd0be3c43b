// The map of a plan: points only, no tiles, nothing from elsewhere. Its data are in the tables too.
const KLEUREN = ["#00568b", "#a01d23", "#105f26", "#863d15", "#5115ef", "#615117", "#001a40", "#cd262d", "#157b31", "#ac501b", "#743fff", "#586c88"];

function tip(regels) {
  const vak = document.createElement("div");
  regels.forEach((regel, nummer) => {
    const lijn = document.createElement(nummer ? "div" : "strong");
    lijn.textContent = regel;
    vak.append(lijn);
  });
  return vak;
}

async function toonKaart(vak) {
  const antwoord = await fetch(vak.dataset.bron);
  if (!antwoord.ok) return;
  const punten = await antwoord.json();
  const vormen = [...new Set(punten.features.map((f) => f.properties.woonvorm).filter(Boolean))];
  const kleur = (vorm) => KLEUREN[vormen.indexOf(vorm) % KLEUREN.length];
  const kaart = L.map(vak, { scrollWheelZoom: false, attributionControl: false, zoomSnap: 0.25 });
  kaart.zoomControl.setPosition("topright");
  vak.querySelector(".leaflet-control-zoom-in").title = "Inzoomen";
  vak.querySelector(".leaflet-control-zoom-in").setAttribute("aria-label", "Inzoomen");
  vak.querySelector(".leaflet-control-zoom-out").title = "Uitzoomen";
  vak.querySelector(".leaflet-control-zoom-out").setAttribute("aria-label", "Uitzoomen");
  const laag = L.geoJSON(punten, {
    pointToLayer: (f, plek) =>
      f.properties.soort === "gemeente"
        ? L.circleMarker(plek, { radius: f.properties.straal, color: "#8ecef6", weight: 1, fillColor: "#c7e7fa", fillOpacity: 0.7 })
        : L.circleMarker(plek, { radius: 6, color: "#fff", weight: 1.5, fillColor: kleur(f.properties.woonvorm), fillOpacity: 1 }),
    onEachFeature: (f, punt) => {
      const p = f.properties;
      if (p.soort === "gemeente") {
        punt.bindTooltip(tip([p.naam]), { permanent: true, direction: "right", offset: [p.straal, 0], className: "kaart-naam" });
      } else {
        punt.bindTooltip(tip([p.naam, p.woonvorm, `${p.bedden} bedden, ${p.bezet} jeugdigen in dit plan`]));
      }
    },
  }).addTo(kaart);
  kaart.fitBounds(laag.getBounds().pad(0.08));
  const legenda = document.getElementById("legenda");
  vormen.forEach((vorm) => {
    const regel = document.createElement("li");
    const stip = document.createElement("span");
    stip.className = "legenda__stip";
    stip.style.backgroundColor = kleur(vorm);
    regel.append(stip, vorm);
    legenda.append(regel);
  });
}

document.querySelectorAll("[data-bron]").forEach(toonKaart);
