// Zoom and pan for every figure.picture: buttons, drag, pinch, double click, and the wheel with Ctrl or ⌘ (without it the page scrolls).
// --k on the svg is one over the scale: what style scales by it keeps its size.  data-level counts doublings of the scale from the
// whole picture (data-whole) on; data-first is its value at the scale the page comes with.  "far" is a scale at which little fits.
import { select } from "d3-selection";
import { zoom, zoomIdentity } from "d3-zoom";

const MOST = 64;

for (const figure of document.querySelectorAll("figure.picture")) {
  const svg = figure.querySelector("svg");
  const view = select(svg.querySelector("g.view"));
  const target = select(svg);
  const frame = svg.getAttribute("viewBox").split(" ").map(Number);
  const whole = (svg.dataset.whole ?? svg.getAttribute("viewBox")).split(" ").map(Number);
  const corners = ([x, y, width, height]) => [[x, y], [x + width, y + height]];
  const [[left, top], [right, bottom]] = [frame, whole].map(corners)
    .reduce(([a, b], [c, d]) => [[Math.min(a[0], c[0]), Math.min(a[1], c[1])], [Math.max(b[0], d[0]), Math.max(b[1], d[1])]]);
  const least = Math.min(1, frame[2] / (right - left), frame[3] / (bottom - top));
  const first = Number(svg.dataset.first ?? 0);
  const behaviour = zoom()
    .scaleExtent([least, MOST])
    .extent(corners(frame))
    .translateExtent([[left, top], [right, bottom]])
    .filter((event) => !event.button && (event.type !== "wheel" || event.ctrlKey || event.metaKey))
    .on("zoom", ({ transform }) => {
      view.attr("transform", transform.toString());
      svg.style.setProperty("--k", String(1 / transform.k));
      svg.classList.toggle("far", transform.k < 0.7);
      svg.dataset.level = String(Math.max(0, first + Math.floor(Math.log2(transform.k) + 0.01)));
    });
  target.call(behaviour);
  const scroll = svg.parentElement;
  scroll.scrollLeft = (scroll.scrollWidth - scroll.clientWidth) / 2;
  const tools = figure.insertBefore(document.createElement("div"), figure.firstChild);
  tools.className = "tools";
  const button = (name, sign, act) => {
    const made = tools.appendChild(document.createElement("button"));
    made.type = "button";
    made.textContent = sign;
    made.title = name;
    made.setAttribute("aria-label", name);
    made.addEventListener("click", act);
  };
  button(figure.dataset.zoomIn, "＋", () => behaviour.scaleBy(target, 1.6));
  button(figure.dataset.zoomOut, "－", () => behaviour.scaleBy(target, 1 / 1.6));
  button(figure.dataset.reset, "⟲", () => behaviour.transform(target, zoomIdentity));
}
