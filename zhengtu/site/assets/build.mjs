// Bundle every file of entries/ into ../static/vendor: one script each, no loader at run time, nothing fetched from elsewhere.
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const out = `${here}../static/vendor`;
const entries = readdirSync(`${here}entries`).filter((name) => /\.(js|css)$/.test(name)).map((name) => `${here}entries/${name}`);
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
if (entries.length)
  await build({
    entryPoints: entries, outdir: out, bundle: true, minify: true, format: "iife", target: "es2020", charset: "utf8",
    legalComments: "eof", logLevel: "info",
    loader: { ".wasm": "file" }, assetNames: "[name]-[hash]", define: { "import.meta.url": "self.location.href" },
  });
