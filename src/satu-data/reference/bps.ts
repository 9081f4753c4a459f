import type { OfficeCode, ShippedList } from '../code-lists/code-list.types.js';
import { bpsRegions } from './regions-file.js';

/** By the length of a code: `15`, `1507`, `1507010`. */
const LEVELS: Readonly<Record<number, string>> = { 2: 'provinsi', 4: 'kabupaten', 7: 'kecamatan' };
const OUTER: Readonly<Record<number, number>> = { 4: 2, 7: 4 };

/** Regions by the codes of BPS as of January 2018: provinces, regencies and cities, and the districts of Jambi; each with the ministry's code where the two agree. */
export const BPS: ShippedList = {
  scheme: 'bps',
  title: { id: 'Wilayah (kode BPS)', en: 'Regions (codes of BPS)' },
  pairedWith: 'kemendagri',
  levels: [
    { key: 'provinsi', title: { id: 'Provinsi', en: 'Province' } },
    { key: 'kabupaten', title: { id: 'Kabupaten atau kota', en: 'Regency or city' } },
    { key: 'kecamatan', title: { id: 'Kecamatan', en: 'District' } },
    { key: 'desa', title: { id: 'Desa atau kelurahan', en: 'Village' } },
  ],
  *codes(): Generator<OfficeCode> {
    for (const [code, name, pair] of bpsRegions()) {
      const outer = OUTER[code.length];
      yield { code, title: { id: name, en: name }, parent: outer ? code.slice(0, outer) : null, level: LEVELS[code.length] as string, ...(pair && { pair }) };
    }
  },
};
