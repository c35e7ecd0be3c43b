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

const raken = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const vak = (punt) => punt.getElement().getBoundingClientRect();

// Names beside their circle, where they cover no other name and as little else as can be; a name without room
// is left out until one zooms in.
function legNamen(namen, stippen) {
  const bezet = [];
  const dingen = [...namen, ...stippen].map((punt) => [punt, vak(punt)]);
  for (const punt of [...namen].sort((a, b) => b.feature.properties.straal - a.feature.properties.straal)) {
    const naam = punt.getTooltip();
    const straal = punt.feature.properties.straal;
    const zet = ([direction, offset]) => {
      Object.assign(naam.options, { direction, offset });
      naam.update();
      return vak(naam);
    };
    const kanten = [["right", [straal, 0]], ["left", [-straal, 0]], ["top", [0, -straal]], ["bottom", [0, straal]]];
    const vrij = kanten
      .map((kant) => [kant, zet(kant)])
      .filter(([, hier]) => !bezet.some((ander) => raken(ander, hier)))
      .map(([kant, hier]) => [kant, dingen.filter(([ding, daar]) => ding !== punt && raken(daar, hier)).length])
      .sort((a, b) => a[1] - b[1]);
    if (vrij.length) bezet.push(zet(vrij[0][0]));
    naam.getElement().classList.toggle("kaart-naam--weg", !vrij.length);
  }
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
  const namen = [];
  const stippen = [];
  const laag = L.geoJSON(punten, {
    style: (f) => (f.geometry.type === "Point" ? {} : { className: `kaart-${f.properties.soort}`, interactive: false, weight: 1.5 }),
    pointToLayer: (f, plek) =>
      f.properties.soort === "gemeente"
        ? L.circleMarker(plek, { radius: f.properties.straal, className: "kaart-gemeente", weight: 1, fillOpacity: 0.2 })
        : L.circleMarker(plek, { radius: 6, color: "#fff", weight: 1.5, fillColor: kleur(f.properties.woonvorm), fillOpacity: 1 }),
    onEachFeature: (f, punt) => {
      const p = f.properties;
      if (p.soort === "gemeente") {
        punt.bindTooltip(tip([p.naam]), { permanent: true, className: "kaart-naam" });
        namen.push(punt);
      } else if (p.soort === "groep") {
        stippen.push(punt);
        punt.bindTooltip(tip([p.naam, p.woonvorm, `${p.bedden} bedden, ${p.bezet} jeugdigen in dit plan`]));
      }
    },
  }).addTo(kaart);
  kaart.fitBounds(laag.getBounds().pad(0.04));
  const leg = () => legNamen(namen, stippen);
  leg();
  kaart.on("zoomend resize", leg);
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
