// Measures the pages of a running site with Lighthouse, as on a phone, and says where a page falls
// short: make lighthouse SITE=http://127.0.0.1:8000 ARGS=5
//
// Performance varies with what else the machine does, so it is the median of several runs (three
// unless said). Every run must reach the goal in the other categories.

import * as chromeLauncher from "chrome-launcher";
import lighthouse from "lighthouse";

// One page of every kind but scenarios and the page of the design, which ask not to be indexed.
const PAGES = [
  "/",
  "/kommuner",
  "/kommuner/hemne",
  "/kommuner/hemne/2018",
  "/sammenlign?e=hemne-2018&e=hareid-2019",
  "/omrader/2.1/2",
  "/sporsmal/2.1/2.1",
  "/gullstjerner",
  "/metode",
  "/kart",
  "/kommuner/oslo",
  "/kommuner/hemne/tvillinger",
  "/kommuner?sort=total&country=SE",
  "/omrader",
  "/utvikling",
  "/innsikt",
  "/innsikt/over-snittet",
  "/fylker",
  "/fylker/trondelag",
  "/grupper",
  "/grupper/size/small",
  "/om/kvalitet",
  "/data",
  "/data/api",
];
const LOWEST = { performance: 99, accessibility: 100, "best-practices": 100, seo: 100 };
const CATEGORIES = Object.keys(LOWEST);
const BROWSER_FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

// Audits of a category that did not get full marks.
function shortcomings(report, category) {
  return report.categories[category].auditRefs
    .filter(({ id, weight }) => weight > 0 && report.audits[id].score < 1)
    .map(({ id }) => report.audits[id])
    .filter((audit) => audit.scoreDisplayMode !== "notApplicable")
    .map((audit) => [audit.id, audit.displayValue].filter(Boolean).join(" "));
}

// On a busy machine the browser's own record of a page sometimes has no beginning. Then once more.
async function run(address, port, attempts = 3) {
  const { lhr } = await lighthouse(address, { port, onlyCategories: CATEGORIES, logLevel: "error" });
  if (!lhr.runtimeError) return lhr;
  if (attempts === 1) throw new Error(`${address}: ${lhr.runtimeError.message}`);
  return run(address, port, attempts - 1);
}

async function measure(address, port, runs) {
  const reports = [];
  for (let i = 0; i < runs; i += 1) reports.push(await run(address, port));
  const points = (category) =>
    reports.map((report) => Math.round(report.categories[category].score * 100));
  const scores = Object.fromEntries(
    CATEGORIES.map((category) => [
      category,
      category === "performance" ? median(points(category)) : Math.min(...points(category)),
    ]),
  );
  const missed = CATEGORIES.filter((category) => scores[category] < 100).flatMap((category) => {
    const worst = reports.toSorted(
      (a, b) => a.categories[category].score - b.categories[category].score,
    )[0];
    return shortcomings(worst, category);
  });
  return { scores, missed };
}

const [base, runs = "3"] = process.argv.slice(2);
if (!base || !(Number(runs) >= 1)) {
  console.error("Usage: measure.mjs address-of-a-running-site [runs]");
  process.exit(2);
}

const browser = await chromeLauncher.launch({ chromeFlags: BROWSER_FLAGS });
let enough = true;
try {
  const heads = ["perf.", "access.", "practice", "SEO"];
  console.log(["page".padEnd(42), ...heads.map((head) => head.padStart(9))].join(""));
  for (const page of PAGES) {
    const { scores, missed } = await measure(new URL(page, base).href, browser.port, Number(runs));
    const columns = CATEGORIES.map((category) => String(scores[category]).padStart(9));
    console.log([page.padEnd(42), ...columns].join(""));
    for (const shortcoming of missed) console.log(`    ${shortcoming}`);
    enough &&= CATEGORIES.every((category) => scores[category] >= LOWEST[category]);
  }
} finally {
  browser.kill();
}
process.exit(enough ? 0 : 1);
