// Hover or focus a node: its ties and neighbours stand out.
"use strict";
for (const svg of document.querySelectorAll("svg.network")) {
  const edges = [...svg.querySelectorAll(".edges path")];
  const nodes = new Map([...svg.querySelectorAll(".node")].map((node) => [node.dataset.node, node]));
  const show = (key) => {
    svg.classList.toggle("dim", Boolean(key));
    for (const node of nodes.values()) node.classList.toggle("lit", node.dataset.node === key);
    for (const edge of edges) {
      const ours = Boolean(key) && (edge.dataset.a === key || edge.dataset.b === key);
      edge.classList.toggle("lit", ours);
      if (ours) for (const end of [edge.dataset.a, edge.dataset.b]) nodes.get(end)?.classList.add("lit");
    }
  };
  for (const [key, node] of nodes) {
    for (const name of ["pointerenter", "focusin"]) node.addEventListener(name, () => show(key));
    for (const name of ["pointerleave", "focusout"]) node.addEventListener(name, () => show(""));
  }
}
