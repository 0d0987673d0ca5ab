// Builds what browsers fetch: sources in app/static/src become files in app/static/dist whose names
// change with their content, each with compressed copies beside it, and a manifest that maps
// logical names to file names.

import { createHash } from "node:crypto";
import { cp, mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import zlib from "node:zlib";

import esbuild from "esbuild";

import { outline } from "./outline.mjs";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const SOURCES = path.join(ROOT, "app/static/src");
const DIST = path.join(ROOT, "app/static/dist");
const STAGING = `${DIST}.new`;
const require = createRequire(import.meta.url);

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

/** Colours of the theme that no page uses; they are left out of the style sheet. */
const UNUSED_COLOURS = /^brand\d$/;

/** Most bytes the compressed files may take; a build that goes over fails. */
const BUDGETS = {
  "main.css": 24_000,
  "main.js": 20_500,
  "what-if.js": 2_000,
  "try-answer.js": 1_000,
  "editorial.css": 2_500,
  "editorial.js": 2_000,
  "plotly.js": 340_000,
};

const ENTRIES = {
  "main.css": { entry: "css/main.css", options: { plugins: [reducedTheme()] } },
  "main.js": { entry: "js/main.js", options: { format: "esm" } },
  "what-if.js": { entry: "js/what-if.js", options: { format: "esm" } },
  "try-answer.js": { entry: "js/try-answer.js", options: { format: "esm" } },
  "editorial.css": { entry: "css/editorial.css", options: {} },
  "editorial.js": { entry: "js/editorial.js", options: { format: "esm" } },
  "plotly.js": {
    entry: "js/plotly.js",
    options: {
      format: "esm",
      define: { global: "window", "define.amd": "false" },
      loader: { ".css": "empty" }, // of maps, which no figure here is
    },
  },
};

/** Letters that the server draws pictures with; no page fetches them. */
const FONTS = {
  "inter-regular.ttf": "@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf",
  "inter-bold.ttf": "@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf",
};

/** Packages that ended up in a bundle, were copied or drawn from, with their folders. */
const bundled = new Map();

function reducedTheme() {
  const kept = (text, colour) => (UNUSED_COLOURS.test(colour) ? "" : text);
  return {
    name: "reduced-theme",
    setup(build) {
      build.onLoad({ filter: /designsystemet-theme.*\.css$/ }, async ({ path: file }) => {
        const css = await readFile(file, "utf8");
        const contents = css
          .replace(/^\s*--ds-color-(\w+)-[\w-]+:.*;\n/gm, kept)
          .replace(/^\[data-color="(\w+)"\][^{]*\{[^}]*\}\n/gm, kept);
        return { contents, loader: "css" };
      });
    },
  };
}

async function bundle({ entry, options }) {
  const { metafile, outputFiles } = await esbuild.build({
    entryPoints: [path.join(SOURCES, entry)],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    legalComments: "none",
    target: ["chrome120", "firefox121", "safari17"],
    logLevel: "warning",
    ...options,
  });
  const [{ inputs }] = Object.values(metafile.outputs);
  for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
    if (bytesInOutput > 0) noteBundled(input);
  }
  return outputFiles[0].contents;
}

function noteBundled(input) {
  const match = input.match(/^.*node_modules\/((?:@[^/]+\/)?[^/]+)/);
  if (match) bundled.set(match[1], path.resolve(ROOT, match[0]));
}

/** What the bundled packages ask to be said wherever they are copied to. */
async function licences() {
  const texts = [];
  for (const [name, folder] of [...bundled].sort()) {
    const about = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
    const files = (await readdir(folder)).filter((entry) => /^licen[cs]e/i.test(entry)).sort();
    const parts = files.map((file) => readFile(path.join(folder, file), "utf8"));
    const text = (await Promise.all(parts)).map((part) => part.trim()).join("\n\n");
    texts.push(`${name} ${about.version}: ${about.license}\n\n${text}\n`);
  }
  return Buffer.from(texts.join(`\n${"-".repeat(80)}\n\n`));
}

function hashedName(name, contents) {
  const { name: stem, ext } = path.parse(name);
  const hash = createHash("sha256").update(contents).digest("hex").slice(0, 10);
  return `${stem}.${hash}${ext}`;
}

async function write(name, contents) {
  const target = path.join(STAGING, hashedName(name, contents));
  const bytes = Buffer.from(contents);
  if (name in FONTS) {
    await writeFile(target, bytes);
    return { file: path.basename(target), raw: bytes.length };
  }
  const [br, gz] = await Promise.all([
    brotli(bytes, {
      params: {
        [zlib.constants.BROTLI_PARAM_QUALITY]: 11,
        [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
    gzip(bytes, { level: 9 }),
  ]);
  await Promise.all([
    writeFile(target, bytes),
    writeFile(`${target}.br`, br),
    writeFile(`${target}.gz`, gz),
  ]);
  return { file: path.basename(target), raw: bytes.length, gzip: gz.length, brotli: br.length };
}

async function mapValues(object, change) {
  const pairs = Object.entries(object).map(async ([key, value]) => [key, await change(value, key)]);
  return Object.fromEntries(await Promise.all(pairs));
}

async function build() {
  await rm(STAGING, { recursive: true, force: true });
  await mkdir(STAGING, { recursive: true });

  const contents = await mapValues(ENTRIES, bundle);
  contents["plotly.css"] = await readFile(require.resolve("plotly.js/dist/plotly.css"));
  for (const [name, file] of Object.entries(FONTS)) {
    const found = require.resolve(file);
    contents[name] = await readFile(found);
    noteBundled(found);
  }
  contents["outline.json"] = await outline();
  noteBundled(require.resolve("world-atlas/package.json"));
  contents["licences.txt"] = await licences();
  const plain = path.join(SOURCES, "files");
  for (const name of await readdir(plain)) contents[name] = await readFile(path.join(plain, name));

  const written = await mapValues(contents, (bytes, name) => write(name, bytes));
  const manifest = await mapValues(written, ({ file }) => file);
  await writeFile(
    path.join(STAGING, "manifest.json"),
    `${JSON.stringify(manifest, null, 2)}\n`,
  );
  return written;
}

/** Puts the finished build in place, the manifest last, and takes away what it does not name. */
async function publish() {
  await mkdir(DIST, { recursive: true });
  const fresh = await readdir(STAGING);
  for (const name of fresh.filter((name) => name !== "manifest.json")) {
    await cp(path.join(STAGING, name), path.join(DIST, name));
  }
  await rename(path.join(STAGING, "manifest.json"), path.join(DIST, "manifest.json"));
  for (const name of await readdir(DIST)) {
    if (!fresh.includes(name)) await rm(path.join(DIST, name), { recursive: true });
  }
  await rm(STAGING, { recursive: true });
}

const written = await build();
console.table(await mapValues(written, ({ file, ...sizes }) => sizes));
const over = Object.entries(BUDGETS).filter(([name, most]) => written[name].brotli > most);
if (over.length > 0) {
  console.error(`Over budget: ${over.map(([name, most]) => `${name} (${most} bytes)`).join(", ")}`);
  process.exit(1);
}
await publish();
