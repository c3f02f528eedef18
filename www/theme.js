// The colours of the page: before its first paint those chosen on an earlier visit, then those chosen now.
{
  const root = document.documentElement;
  const KEY = "satr-theme";

  // Where nothing may be kept, as in some private windows, asking for the storage throws.
  const recall = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };
  const keep = (theme) => {
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      // It then holds for this page alone.
    }
  };

  const kept = recall();
  root.dataset.theme = kept === "light" || kept === "dark" ? kept : "auto";

  addEventListener("DOMContentLoaded", () => {
    document.querySelector(`[name="theme"][value="${root.dataset.theme}"]`).checked = true;
  });
  addEventListener("change", ({ target: { name, value } }) => {
    if (name !== "theme") return;
    root.dataset.theme = value;
    keep(value);
  });
}
