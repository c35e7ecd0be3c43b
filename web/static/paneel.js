// The assistant's panel: keeps the questions of this tab from page to page, and brings the reader to each
// answer. The questions stay in the browser, and go when one logs out.
const KEY = "thuisplek-gesprek";
const panel = document.getElementById("paneel");
const wide = matchMedia("(min-width: 80rem)");

const remembered = () => {
  try {
    return JSON.parse(sessionStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
};
const remember = (changes) => sessionStorage.setItem(KEY, JSON.stringify({ ...remembered(), ...changes }));
const before = remembered().vragen ?? [];

panel.addEventListener("toggle", () => remember({ open: panel.open }));

panel.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && panel.open) {
    panel.open = false;
    remember({ open: false });
    panel.querySelector("summary").focus();
  }
});

// What was asked on other pages goes along when the panel opens; from then on the form carries it.
panel.addEventListener("htmx:configRequest", (event) => {
  if (event.detail.elt.id === "paneel-inhoud" && before.length) event.detail.parameters.vroeger = before;
});

// Who begins to type before the panel has come in, goes on where they were.
let typed = "";
let inside = false;
panel.addEventListener("htmx:beforeSwap", () => {
  typed = panel.querySelector("#paneel-vraag").value;
  inside = panel.contains(document.activeElement);
});

panel.addEventListener("htmx:afterSettle", (event) => {
  const fields = panel.querySelectorAll("#paneel-form [name=vroeger], #paneel-form [name=eerder]");
  if (event.target.id === "paneel-inhoud") {
    panel.querySelector("#paneel-vraag").value = typed;
    panel.querySelectorAll("[data-paneel-nieuw]").forEach((button) => (button.hidden = false));
    if (inside) panel.querySelector("#paneel-vraag").focus();
  } else if (event.target.id === "paneel-beurten") {
    remember({ vragen: [...fields].map((field) => field.value) });
    panel.querySelector(".paneel__voorbeelden")?.remove();
    event.target.lastElementChild?.querySelector("h3").focus();
  }
});

panel.addEventListener("click", (event) => {
  const example = event.target.closest("[data-paneel-vraag]");
  if (example) {
    event.preventDefault();
    panel.querySelector("#paneel-vraag").value = example.textContent;
    panel.querySelector("#paneel-form").requestSubmit();
  } else if (event.target.closest("[data-paneel-nieuw]")) {
    remember({ vragen: [] });
    panel.querySelectorAll("#paneel-form [name=vroeger], #paneel-form [name=eerder]").forEach((field) => field.remove());
    panel.querySelector(".paneel__eerder")?.remove();
    panel.querySelector("#paneel-beurten").replaceChildren();
    event.target.closest("li").remove();
    panel.querySelector("#paneel-vraag").focus();
  }
});

document.querySelector("form[action='/uitloggen']")?.addEventListener("submit", () => sessionStorage.removeItem(KEY));

// On a wide screen it stands beside the page, so it may stay open.
if (remembered().open && wide.matches) panel.open = true;
