// Who is measured: Satr, and rivals of the shape `draw(bytes, target)`, which may give back what ends the drawing.

export const SATR = { name: "satr", about: "Satr" };

export const RIVALS = [
  { name: "vanilla", about: "createElement, `Intl` dates", file: "vanilla.js" },
  { name: "rows", about: "createElement, cloned rows, jalaali-js", file: "rows.js" },
  { name: "lit", about: "lit-html, jalaali-js", file: "lit.js" },
  { name: "preact", about: "Preact, jalaali-js", file: "preact.jsx", jsx: "preact" },
  { name: "react", about: "React, jalaali-js", file: "react.jsx", jsx: "react" },
];
