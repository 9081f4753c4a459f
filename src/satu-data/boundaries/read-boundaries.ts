import type { Text } from 'tertib';
import type { Shape } from '../charts/map.js';

/** What GeoJSON says; nothing of it is believed before it was looked at. */
interface Given {
  readonly type?: unknown;
  readonly features?: unknown;
  readonly properties?: Readonly<Record<string, unknown>> | null;
  readonly geometry?: { readonly type?: unknown; readonly coordinates?: unknown } | null;
}

const MOST_PLACES = 400_000;
const MOST_FEATURES = 5_000;
const NAMED = 10;
/** Indonesia with some sea around; degrees. */
const [WEST, EAST, SOUTH, NORTH] = [94, 142, -12, 7];

/** Reads boundaries, or says what is wrong with them; whether their codes are codes of a list is not looked at. @param property - that holds the region's code. */
export function readBoundaries(content: string, property: string): { readonly shapes: readonly Shape[] } | Text[] {
  const features = featuresOf(content);
  if (!Array.isArray(features)) return [features];
  const read = features.map((feature, index) => shapeOf(feature as Given | null, property, `${index + 1}`));
  const problems = read.flatMap((one) => ('id' in one ? [one] : []));
  if (problems.length > 0) return shortened(problems);
  const shapes = read as Shape[];
  const wrong = [...twice(shapes.map(({ code }) => code)), ...sizeProblem(shapes)];
  return wrong.length > 0 ? shortened(wrong) : { shapes };
}

function featuresOf(content: string): unknown[] | Text {
  let given: Given | null;
  try {
    given = JSON.parse(content) as Given | null;
  } catch {
    return { id: 'Berkas ini bukan JSON yang utuh. Unduh kembali batas wilayah sebagai GeoJSON.', en: 'This file is no complete JSON. Get the boundaries as GeoJSON again.' };
  }
  if (given?.type !== 'FeatureCollection' || !Array.isArray(given.features)) return { id: 'Berkas ini bukan kumpulan wilayah GeoJSON (FeatureCollection).', en: 'This file is no GeoJSON collection of regions (FeatureCollection).' };
  const { length } = given.features as unknown[];
  if (length === 0) return { id: 'Berkas ini tidak memuat satu wilayah pun.', en: 'This file has no region at all.' };
  if (length > MOST_FEATURES) return { id: `Berkas ini memuat ${length} wilayah; paling banyak ${MOST_FEATURES}.`, en: `This file has ${length} regions; at most ${MOST_FEATURES}.` };
  return given.features as unknown[];
}

function shapeOf(feature: Given | null, property: string, which: string): Shape | Text {
  const given = feature?.properties?.[property];
  // A whole number is the code that it looks like; 15.1 may have been 15.10.
  const code = Number.isSafeInteger(given) ? String(given) : given;
  const there = Object.keys(feature?.properties ?? {}).slice(0, NAMED).join(', ');
  if (typeof code !== 'string' || code.trim() === '') return { id: `Wilayah ke-${which}: tidak ada kode pada “${property}”. Yang ada: ${there || 'tidak ada'}.`, en: `Region ${which}: there is no code in “${property}”. There are: ${there || 'none'}.` };
  const rings = ringsOf(feature?.geometry);
  if (!rings) return { id: `Wilayah ${code}: batasnya harus berupa poligon tertutup.`, en: `Region ${code}: its boundary must be a closed polygon.` };
  if (!rings.flat().every(([x, y]) => x >= WEST && x <= EAST && y >= SOUTH && y <= NORTH)) return { id: `Wilayah ${code}: ada titik di luar Indonesia. Koordinat harus bujur lalu lintang, dalam derajat (WGS 84).`, en: `Region ${code}: a place is outside Indonesia. Coordinates must be longitude, then latitude, in degrees (WGS 84).` };
  return { code, rings };
}

type Ring = (readonly [number, number])[];

function ringsOf(geometry: Given['geometry']): Ring[] | null {
  const { type, coordinates } = geometry ?? {};
  if (!Array.isArray(coordinates)) return null;
  const polygons = type === 'Polygon' ? [coordinates as unknown] : type === 'MultiPolygon' ? (coordinates as unknown[]) : [];
  const rings = polygons.flatMap((polygon) => (Array.isArray(polygon) && polygon.length > 0 ? (polygon as unknown[]) : [null])).map(ringOf);
  return rings.length > 0 && rings.every((ring) => ring !== null) ? rings : null;
}

/** Four places at least, of which the last is the first. */
function ringOf(ring: unknown): Ring | null {
  if (!Array.isArray(ring) || ring.length < 4) return null;
  const places = ring.map((place: unknown) => (Array.isArray(place) && Number.isFinite(place[0]) && Number.isFinite(place[1]) ? ([place[0] as number, place[1] as number] as const) : null));
  if (places.includes(null)) return null;
  const [first, last] = [places[0], places.at(-1)];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1] ? (places as Ring) : null;
}

const twice = (codes: readonly string[]): Text[] => {
  const seen = new Set<string>();
  const again = codes.filter((code) => seen.size === seen.add(code).size);
  return again.map((code) => ({ id: `Wilayah ${code} ada dua kali. Gabungkan menjadi satu MultiPolygon.`, en: `Region ${code} is there twice. Join it into one MultiPolygon.` }));
};

function sizeProblem(shapes: readonly Shape[]): Text[] {
  const places = shapes.reduce((sum, { rings }) => sum + rings.reduce((all, ring) => all + ring.length, 0), 0);
  return places <= MOST_PLACES ? [] : [{ id: `Batas wilayah ini punya ${places} titik; paling banyak ${MOST_PLACES}. Sederhanakan dahulu.`, en: `These boundaries have ${places} places; at most ${MOST_PLACES}. Simplify them first.` }];
}

export const shortened = (problems: readonly Text[]): Text[] => {
  const rest = problems.length - NAMED;
  return rest > 0 ? [...problems.slice(0, NAMED), { id: `… dan ${rest} masalah lain.`, en: `… and ${rest} other problems.` }] : [...problems];
};
