import type { OfficeCode, ShippedList } from '../code-lists/code-list.types.js';
import { NEW_PROVINCES } from './new-provinces.js';
import { endedRegions, regionsWith } from './regions-file.js';

/** By the length of a code: `15`, `15.07`, `15.07.01`, `15.07.01.2001`. */
const LEVELS: Readonly<Record<number, string>> = { 2: 'provinsi', 5: 'kabupaten', 8: 'kecamatan', 13: 'desa' };

/** The regions of Indonesia by the codes of the Ministry of Home Affairs, and codes that have ended. Names are the same in every language. */
export const KEMENDAGRI: ShippedList = {
  scheme: 'kemendagri',
  title: { id: 'Wilayah (kode Kemendagri)', en: 'Regions (codes of the Ministry of Home Affairs)' },
  levels: [
    { key: 'provinsi', title: { id: 'Provinsi', en: 'Province' } },
    { key: 'kabupaten', title: { id: 'Kabupaten atau kota', en: 'Regency or city' } },
    { key: 'kecamatan', title: { id: 'Kecamatan', en: 'District' } },
    { key: 'desa', title: { id: 'Desa atau kelurahan', en: 'Village' } },
  ],
  *codes(): Generator<OfficeCode> {
    for (const [code, name] of regionsWith(String.raw`[\d.]+`)) yield { ...entry(code, name), ...begunWith(code) };
    for (const [code, name, validTo, replacedBy] of endedRegions()) yield { ...entry(code, name), validTo, ...(replacedBy && { replacedBy }) };
  },
};

/** Of most codes nobody says when they began. */
function begunWith(code: string): Pick<OfficeCode, 'validFrom'> {
  const validFrom = NEW_PROVINCES[code.slice(0, 2)]?.from;
  return validFrom === undefined ? {} : { validFrom };
}

const entry = (code: string, name: string): OfficeCode => ({ code, title: { id: name, en: name }, parent: code.includes('.') ? code.slice(0, code.lastIndexOf('.')) : null, level: LEVELS[code.length] as string });
