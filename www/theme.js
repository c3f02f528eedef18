// The colours of the page: before its first paint those chosen on an earlier visit, then those chosen now.
{
  const root = document.documentElement;
  const KEY = "satr-theme";

  // Where nothing may be kept, asking for the storage throws; a choice then holds for this page alone.
  const recall = () => {
    try {
      const kept = localStorage.getItem(KEY);
      return kept === "light" || kept === "dark" ? kept : "auto";
    } catch {
      return root.dataset.theme ?? "auto";
    }
  };
  const keep = (theme) => {
    try {
      localStorage.setItem(KEY, theme);
    } catch {}
  };
  const radio = () => document.querySelector(`[name="theme"][value="${recall()}"]`);

  root.dataset.theme = recall();
  addEventListener("DOMContentLoaded", () => {
    radio().checked = true;
  });
  // A page that one comes back to may have been left in other colours.
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) radio().click();
  });
  addEventListener("change", ({ target: { name, value } }) => {
    if (name !== "theme") return;
    root.dataset.theme = value;
    keep(value);
  });
}
