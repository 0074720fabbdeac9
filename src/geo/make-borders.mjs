// Makes `borders.bin` from the npm packages `world-atlas` 2 (countries-50m.json) and `i18n-iso-countries` 7 (codes.json).
// usage: node make-borders.mjs countries-50m.json codes.json borders.bin
//
// The file is a row of unsigned LEB128 numbers, signed ones folded by zigzag; its reader is `borders.rs`:
//   arcs:      count, then for each: points, then (longitude, latitude) steps of 1/200 degree from the last point of the file
//   countries: count, then for each: two letters (ISO 3166-1, XK for Kosovo, -- for none), rings
//   land:      rings
//   rings:     count, then for each: arcs, then for each the arc's index, or -1 - index where it runs backwards
import fs from 'node:fs';

const [, , atlas, iso, out] = process.argv;
const STEPS = 200;
const topology = JSON.parse(fs.readFileSync(atlas, 'utf8'));
const letters = new Map(JSON.parse(fs.readFileSync(iso, 'utf8')).map(([two, , number]) => [number, two]));
const bytes = [];

function number(value) {
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}
const signed = (value) => number(value < 0 ? -2 * value - 1 : 2 * value);

const { scale, translate } = topology.transform;
number(topology.arcs.length);
let last = [0, 0];
for (const arc of topology.arcs) {
  let at = [0, 0];
  const points = arc.map(([dx, dy]) => {
    at = [at[0] + dx, at[1] + dy];
    return at.map((value, axis) => Math.round((value * scale[axis] + translate[axis]) * STEPS));
  });
  const kept = points.filter((point, index) => index === 0 || index === points.length - 1 || point.join() !== points[index - 1].join());
  number(kept.length);
  for (const point of kept) {
    signed(point[0] - last[0]);
    signed(point[1] - last[1]);
    last = point;
  }
}

const polygons = (shape) => {
  if (shape.type === 'Polygon') return [shape.arcs];
  if (shape.type === 'MultiPolygon') return shape.arcs;
  return (shape.geometries ?? []).flatMap(polygons);
};
function rings(shapes) {
  const all = shapes.flatMap(polygons).flat();
  number(all.length);
  for (const ring of all) {
    number(ring.length);
    for (const arc of ring) signed(arc);
  }
}

const countries = new Map();
for (const shape of topology.objects.countries.geometries) {
  const code = letters.get(shape.id) ?? (shape.properties.name === 'Kosovo' ? 'XK' : '--');
  const key = code === '--' ? shape.properties.name : code;
  if (!countries.has(key)) countries.set(key, { code, shapes: [] });
  countries.get(key).shapes.push(shape);
}
number(countries.size);
for (const key of [...countries.keys()].sort()) {
  const { code, shapes } = countries.get(key);
  bytes.push(code.charCodeAt(0), code.charCodeAt(1));
  rings(shapes);
}
rings([topology.objects.land]);
fs.writeFileSync(out, Buffer.from(bytes));
console.log(`${bytes.length} bytes, ${countries.size} countries and territories`);
