import { Places, type ListedCode, type ListedColumn } from '../../src/satu-data/analysis/places.js';
import { REGIONS } from '../../src/satu-data/reference/index.js';

const LEVELS = ['Provinsi', 'Kabupaten atau kota', 'Kecamatan', 'Desa atau kelurahan'].map((name) => ({ id: name, en: name }));

/** These regions and those around them by the points of their codes, as the ministry's list has them. */
export const placesByPoints = (column: string, codes: readonly string[]): Places => new Places({ [column]: listedByPoints(codes) });

export function listedByPoints(codes: readonly string[]): ListedColumn {
  const all = new Map<string, ListedCode>();
  for (const code of codes) {
    const parts = code.split('.');
    parts.forEach((_, index) => {
      const [one, parent] = [parts.slice(0, index + 1).join('.'), parts.slice(0, index).join('.')];
      all.set(one, { title: { id: REGIONS[one] ?? one, en: REGIONS[one] ?? one }, parent: parent || null, level: index + 1 });
    });
  }
  return { codes: [...all], levels: LEVELS, subtotals: [], unclear: [] };
}
