// Buttons that copy the text of another element, also in parts that come in later. Without scripts they stay
// hidden: select the text instead.
const show = (part) => part.querySelectorAll("[data-kopieer]").forEach((button) => (button.hidden = false));

show(document);
document.addEventListener("htmx:load", (event) => show(event.detail.elt));
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-kopieer]");
  if (!button) return;
  const source = document.getElementById(button.dataset.kopieer);
  const status = button.parentElement.querySelector("[role=status]");
  try {
    await navigator.clipboard.writeText(source.textContent.trim());
    status.textContent = "Gekopieerd.";
  } catch {
    getSelection().selectAllChildren(source);
    status.textContent = "De tekst is geselecteerd. Kopieer met Ctrl+C.";
  }
});
