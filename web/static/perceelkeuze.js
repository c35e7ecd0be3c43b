// The form of the percelen comes in anew after each tick: what the reader had open stays open.
let open = [];
const details = () => [...document.querySelectorAll("#keuze details[id]")];

document.addEventListener("htmx:beforeSwap", () => (open = details().filter((d) => d.open).map((d) => d.id)));
document.addEventListener("htmx:afterSwap", () => details().forEach((d) => (d.open = d.open || open.includes(d.id))));
