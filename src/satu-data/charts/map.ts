import { formatDecimal } from '../portal/number-format.js';
import { CHART_WORDS, WIDTH, type Chart } from './chart.types.js';
import { classesOf, classOf, colourOf, type ClassMethod, type ValueClass } from './classes.js';
import { simplified, type Place } from './simplify.js';
import { drawing, element, hatch, label, two } from './svg.js';

/** A region's outline, as rings of longitude and latitude. */
export interface Shape {
  readonly code: string;
  readonly rings: readonly (readonly Place[])[];
}

export interface RegionMap extends Chart {
  readonly points: readonly (Chart['points'][number] & { readonly code: string })[];
  readonly shapes: readonly Shape[];
  readonly classes: ClassMethod;
  /** Of whom the outlines are. */
  readonly source: string;
}

const HEIGHT = 400;
const TOP = 28;
const LEGEND_LINE = 16;

/** Regions coloured by the class of their value; those without one are hatched, and those without an outline are named. */
export function regionMap({ title, unit, points, shapes, classes: method, source, language }: RegionMap): string {
  const words = CHART_WORDS[language];
  const byCode = new Map(points.map((point) => [point.code, point]));
  const classes = classesOf(points.flatMap(({ value }) => value ?? []), method);
  const project = projection(shapes);
  const outlines = shapes.map(({ code, rings }) => {
    const drawnRings = rings.map((ring) => simplified(ring.map(project)));
    return { code, path: drawnRings.map(pathOf).join(''), largest: drawnRings.map(boxOf).toSorted((a, b) => b.width - a.width)[0] as Box };
  });
  const coloured = outlines.map(({ code, path }) => {
    const point = byCode.get(code);
    const fill = point?.value == null ? 'none' : colourOf(classOf(classes, point.value), classes.length);
    return element('path', { d: path, fill, 'fill-rule': 'evenodd', stroke: '#495057', 'stroke-width': 0.8 });
  });
  const names = outlines.flatMap(({ code, largest }) => nameIn(largest, byCode.get(code), classes));
  const without = outlines.filter(({ code }) => byCode.get(code)?.value == null).map(({ path }) => path).join('');
  const number = (value: string): string => formatDecimal(value, language);
  const legend = [
    ...classes.map(({ above, from, to }, index) => ({ colour: colourOf(index, classes.length), text: above === null ? (from === to ? number(to) : `${number(from)} – ${number(to)}`) : `> ${number(above)} – ${number(to)}` })),
    ...(without ? [{ colour: null, text: words.missing }] : []),
  ];
  const drawn = new Set(shapes.map(({ code }) => code));
  const outside = points.filter(({ code }) => !drawn.has(code)).map(({ label: name }) => name);
  const notes = [words[method], `${words.source}: ${source}`, ...(points.some(({ incomplete }) => incomplete) ? [`${words.incomplete}: ${points.filter(({ incomplete }) => incomplete).map(({ label: name }) => name).join(', ')}`] : []), ...(outside.length > 0 ? [`${words.outside}: ${outside.join(', ')}`] : [])];
  const at = (index: number): number => TOP + HEIGHT + 12 + index * LEGEND_LINE;
  const key = legend.flatMap(({ colour, text }, index) => [
    colour === null ? hatch(12, at(index) - 9, 22, 11) : element('rect', { x: 12, y: at(index) - 9, width: 22, height: 11, fill: colour, stroke: '#495057', 'stroke-width': 0.7 }),
    label(42, at(index), text, { 'font-size': 10 }),
  ]);
  const below = notes.map((note, index) => label(12, at(legend.length + index) + 4, note.slice(0, 110), { 'font-size': 10, fill: '#495057' }));
  return drawing(WIDTH, at(legend.length + notes.length), unit ? `${title} (${unit})` : title, [...hatched(without), ...coloured, ...names, ...key, ...below]);
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** The middle of a ring, and how wide it is. */
function boxOf(ring: readonly Place[]): Box {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  const [west, east] = [Math.min(...xs), Math.max(...xs)];
  return { x: (west + east) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2, width: east - west };
}

const LETTER = 4.4;

/** A region's name where there is room for it; the table has them all. */
function nameIn({ x, y, width }: Box, point: RegionMap['points'][number] | undefined, classes: readonly ValueClass[]): string[] {
  const name = point?.label.replace(/^(Kabupaten|Kecamatan|Kota) /, '') ?? '';
  if (!point || name.length * LETTER > width) return [];
  const dark = point.value !== null && classOf(classes, point.value) >= classes.length - 2 && classes.length > 2;
  return [label(x, y + 3, name, { 'text-anchor': 'middle', 'font-size': 8, fill: dark ? '#ffffff' : '#212529' })];
}

/** Lines behind the outlines that have no value, cut to them. */
function hatched(path: string): string[] {
  if (!path) return [];
  const clip = element('clipPath', { id: 'tanpa-data' }, element('path', { d: path, 'clip-rule': 'evenodd' }));
  return [element('defs', {}, clip), element('g', { 'clip-path': 'url(#tanpa-data)' }, hatch(0, TOP, WIDTH, HEIGHT))];
}

/** Into the drawing, north up, as wide in the east as in the north at the middle of what is drawn. */
function projection(shapes: readonly Shape[]): (place: Place) => Place {
  const all = shapes.flatMap(({ rings }) => rings.flat());
  const extent = (axis: 0 | 1) => all.reduce(([least, most], place) => [Math.min(least, place[axis]), Math.max(most, place[axis])] as const, [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] as readonly [number, number]);
  const [[west, east], [south, north]] = [extent(0), extent(1)];
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = Math.min((WIDTH - 24) / ((east - west) * squeeze || 1), (HEIGHT - 12) / (north - south || 1));
  const [left, top] = [(WIDTH - (east - west) * squeeze * scale) / 2, TOP + (HEIGHT - (north - south) * scale) / 2];
  return ([longitude, latitude]) => [left + (longitude - west) * squeeze * scale, top + (north - latitude) * scale];
}

const pathOf = (ring: readonly Place[]): string => (ring.length < 3 ? '' : `M${ring.map(([x, y]) => `${two(x)} ${two(y)}`).join('L')}Z`);
