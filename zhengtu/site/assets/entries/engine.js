// A worker that answers SPARQL in the browser: Oxigraph compiled to WebAssembly.  First message {graph: URL of a TriG file}, then
// {text}; it says {ready} once the data are loaded, {json} or {turtle} for an answer, {error}.  Nobody's data leave the browser.
import init, { Store } from "oxigraph/web.js";
import wasm from "oxigraph/web_bg.wasm";

const beside = (file) => new URL(file, self.location.href).href;
const fetched = async (url) => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} ${response.status}`);
  return response;
};

async function load(graph) {
  const [code, data] = await Promise.all([
    fetched(beside(wasm)).then((response) => response.arrayBuffer()),
    fetched(graph).then((response) => response.text()),
  ]);
  await init({ module_or_path: code });
  const store = new Store();
  store.load(data, { format: "application/trig", lenient: true, no_transaction: true });
  return store;
}

const GRAPH_FORM = /^(?:\s|#[^\n]*\n|(?:PREFIX\s+\S*\s*|BASE\s*)<[^>]*>)*(?:CONSTRUCT|DESCRIBE)\b/i;
let store = null;

self.onmessage = async ({ data }) => {
  if (data.graph) {
    store = load(data.graph);
    return;
  }
  try {
    const ready = await store;
    self.postMessage({ ready: true });
    const graphs = GRAPH_FORM.test(data.text);
    const results_format = graphs ? "text/turtle" : "application/sparql-results+json";
    const answer = ready.query(data.text, { results_format, use_default_graph_as_union: true });
    self.postMessage(graphs ? { turtle: answer } : { json: answer });
  } catch (error) {
    self.postMessage({ error: error.message ?? String(error) });
  }
};
