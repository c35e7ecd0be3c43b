// Builds what the pages load into ../static/build: one style sheet (unused tokens dropped), the fonts it
// names, htmx, and Leaflet; texts packed too (web/statisch.py sends those). Run by `npm run build`; scripts/run calls it when something here changed.
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { PurgeCSS } from "purgecss";

const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.join(here, "..", "static", "build");
const modules = path.join(here, "node_modules");

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });

await build({
  entryPoints: { app: path.join(here, "src", "app.css") },
  bundle: true,
  outdir: out,
  assetNames: "fonts/[name]-[hash]",
  loader: { ".woff2": "file", ".woff": "file", ".png": "dataurl", ".svg": "dataurl" },
  logLevel: "warning",
});

// The theme defines thousands of tokens; keep those that a component on our pages uses.
const file = path.join(out, "app.css");
const [{ css }] = await new PurgeCSS().purge({
  content: [path.join(here, "..", "templates", "**", "*.html")],
  css: [{ raw: await readFile(file, "utf8") }],
  variables: true,
  // Rules stay whatever a template names: class names are put together in templates.
  safelist: { greedy: [/./] },
});
await writeFile(file, css);
await build({ entryPoints: [file], outfile: file, allowOverwrite: true, minify: true });

await copyFile(path.join(modules, "htmx.org", "dist", "htmx.min.js"), path.join(out, "htmx.min.js"));
await copyFile(path.join(modules, "leaflet", "dist", "leaflet.js"), path.join(out, "leaflet.js"));
await copyFile(path.join(modules, "leaflet", "dist", "leaflet.css"), path.join(out, "leaflet.css"));

for (const name of await readdir(out)) {
  if (!/\.(css|js)$/.test(name)) continue;
  const text = await readFile(path.join(out, name));
  const best = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  await writeFile(path.join(out, `${name}.br`), brotliCompressSync(text, best));
  await writeFile(path.join(out, `${name}.gz`), gzipSync(text, { level: 9 }));
}
