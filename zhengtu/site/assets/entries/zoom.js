// Zoom and pan for every figure.picture: buttons, keys, drag, pinch, double click, and the wheel with Ctrl or ⌘ (without it the page scrolls).
// A map (data-first) is fitted to any screen, for its names keep their size: --k on the svg is one over the scale in pixels, --s that
// of the picture as it comes; data-level counts doublings of the scale, data-first is its value where a unit of the picture is a pixel.
// "far" is a scale at which little fits.  Degrees stay on the edge, the scale bar (data-km: kilometres of a unit) tells a round figure.
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
  const fits = Boolean(svg.dataset.first);
  svg.classList.toggle("fitted", fits);
  const degrees = [...svg.querySelectorAll(".graticule [data-x], .graticule [data-y]")];
  const bar = svg.querySelector(".scale .still");
  let at = zoomIdentity;
  const pixels = () => (fits ? Math.min(svg.clientWidth / frame[2], svg.clientHeight / frame[3]) || 1 : 1);

  function edge(k) {
    for (const one of degrees) {
      const { x, y } = one.dataset;
      const [place, from, to] = x ? [at.applyX(x), frame[0], frame[0] + frame[2]] : [at.applyY(y), frame[1], frame[1] + frame[3]];
      one.classList.toggle("away", place < from || place > to);
      one.setAttribute("transform", x ? `translate(${x} ${at.invertY(frame[1] + frame[3])})` : `translate(${at.invertX(frame[0])} ${y})`);
    }
    if (!bar) return;
    const km = Number(svg.dataset.km) / k;
    const power = 10 ** Math.floor(Math.log10(150 * km));
    const length = [5, 2, 1].map((figure) => figure * power).find((figure) => figure <= 150 * km);
    bar.querySelector("path").setAttribute("d", `M${-length / km} -29V-24H0V-29`);
    const text = bar.querySelector("text");
    text.setAttribute("x", String(-length / km / 2));
    text.textContent = text.textContent.replace(/^\S+/, String(Number(length.toPrecision(1))));
  }
  function draw() {
    const unit = pixels();
    const k = at.k * unit;
    view.attr("transform", at.toString());
    svg.style.setProperty("--k", String(1 / k));
    svg.style.setProperty("--s", String(1 / unit));
    svg.classList.toggle("far", at.k < 0.7);
    svg.classList.toggle("zoomed", at.k > 1.01);
    const level = Math.max(0, first + Math.floor(Math.log2(k) + 0.01));
    svg.dataset.level = String(level);
    svg.classList.toggle("small", level < first);
    edge(k);
  }
  const behaviour = zoom()
    .scaleExtent([least, MOST])
    .extent(corners(frame))
    .translateExtent([[left, top], [right, bottom]])
    .filter((event) => !event.button && (event.type !== "wheel" || event.ctrlKey || event.metaKey))
    .on("zoom", ({ transform }) => {
      at = transform;
      draw();
    });
  target.call(behaviour);
  draw();
  if (fits) new ResizeObserver(draw).observe(svg);
  const scroll = svg.parentElement;
  scroll.scrollLeft = (scroll.scrollWidth - scroll.clientWidth) / 2;
  // What a mouse drags, the arrow keys move; "+", "-" and "0" are the buttons.
  const steps = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
  scroll.addEventListener("keydown", (event) => {
    const step = steps[event.key];
    if (event.target !== scroll || event.ctrlKey || event.metaKey || event.altKey) return;
    if (step && at.k > 1.01) behaviour.translateBy(target, (step[0] * frame[2]) / 8 / at.k, (step[1] * frame[3]) / 8 / at.k);
    else if (event.key === "+" || event.key === "=") behaviour.scaleBy(target, 1.6);
    else if (event.key === "-") behaviour.scaleBy(target, 1 / 1.6);
    else if (event.key === "0") behaviour.transform(target, zoomIdentity);
    else return;
    event.preventDefault();
  });
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
