// Buttons that copy the text of another element. Without scripts they stay hidden: select the text instead.
for (const button of document.querySelectorAll("[data-kopieer]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
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
}
