// The outline that maps lie on: Norway and Sweden, and the shores of their neighbours.
//
// Natural Earth's borders (public domain), as world-atlas carries them, are simplified and cut to the
// frame of the map. What comes out is rings of longitude and latitude, small enough to be written
// into a page; the server projects and draws them.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

import { feature } from "topojson-client";
import { filter, filterWeight, presimplify, simplify } from "topojson-simplify";

const require = createRequire(import.meta.url);

/** Countries with evaluations, by their code there (ISO 3166-1, numeric) and here (letters). */
const COUNTRIES = { 578: "NO", 752: "SE" };

/** Countries that are seen at the edges: Denmark, Germany, Poland, Finland, the Baltics, Russia. */
const NEIGHBOURS = ["208", "276", "616", "246", "233", "428", "440", "643"];

/** West, south, east and north of what is kept. Svalbard and Jan Mayen lie outside. */
const FRAME = [2, 54, 36, 72];

/** In square degrees: bends that are flatter than this are straightened, smaller islands left out. */
const FINEST = { own: 0.004, neighbour: 0.03 };

/** A hundredth of a degree is 1.1 km northwards and 0.5 km eastwards: less than the map shows. */
const DECIMALS = 2;

/** The outline as JSON: `{"countries": {"NO": [ring, …], "SE": […]}, "neighbours": [ring, …]}`. */
export async function outline() {
  const topology = JSON.parse(await readFile(require.resolve("world-atlas/countries-50m.json")));
  const weighed = presimplify(topology);
  const own = rings(weighed, FINEST.own);
  const around = rings(weighed, FINEST.neighbour);
  const countries = Object.entries(COUNTRIES).map(([id, code]) => [code, own.get(id)]);
  const neighbours = NEIGHBOURS.flatMap((id) => around.get(id));
  return Buffer.from(JSON.stringify({ countries: Object.fromEntries(countries), neighbours }));
}

/** The outer rings of every country, simplified and cut, by the country's code. */
function rings(weighed, finest) {
  const rough = simplify(filter(weighed, filterWeight(weighed, finest)), finest);
  const found = new Map();
  for (const { id, geometry } of feature(rough, rough.objects.countries).features) {
    const polygons = { Polygon: [geometry.coordinates], MultiPolygon: geometry.coordinates };
    const outer = (polygons[geometry.type] ?? []).map(([ring]) => rounded(cut(ring)));
    found.set(id, outer.filter((ring) => ring.length > 2));
  }
  return found;
}

/** The part of a ring inside the frame: one side after the other is cut off. */
function cut(ring) {
  const [west, south, east, north] = FRAME;
  const sides = [
    [0, west, 1],
    [1, south, 1],
    [0, east, -1],
    [1, north, -1],
  ];
  return sides.reduce(cutSide, unbroken(ring.slice(0, -1)));
}

/** A ring that goes on beyond 180 degrees east, where the source jumps to 180 degrees west. */
function unbroken(ring) {
  let turns = 0;
  return ring.map(([longitude, latitude], at) => {
    const step = at === 0 ? 0 : longitude - ring[at - 1][0];
    if (Math.abs(step) > 180) turns -= Math.sign(step);
    return [longitude + 360 * turns, latitude];
  });
}

function cutSide(ring, [axis, limit, sign]) {
  const inside = (point) => sign * (point[axis] - limit) >= 0;
  return ring.flatMap((point, at) => {
    const before = ring.at(at - 1);
    const crossed = inside(before) === inside(point) ? [] : [crossing(before, point, axis, limit)];
    return inside(point) ? [...crossed, point] : crossed;
  });
}

function crossing(a, b, axis, limit) {
  const share = (limit - a[axis]) / (b[axis] - a[axis]);
  return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
}

/** Short numbers, and no point twice in a row. */
function rounded(ring) {
  const short = ring.map((point) => point.map((value) => Number(value.toFixed(DECIMALS))));
  return short.filter((point, at) => String(point) !== String(short.at(at - 1)));
}
