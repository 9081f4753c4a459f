import { regionsWith } from './regions-file.js';

/** What tables are checked with: provinces, regencies, and the districts of Tanjung Jabung Barat; names by code. */
export const REGIONS: Readonly<Record<string, string>> = Object.fromEntries(regionsWith(String.raw`\d\d(?:\.\d\d)?|15\.06\.\d\d`));

const codes = Object.keys(REGIONS).sort();

/** Codes of a province's regencies and cities, e.g. of `15` (Jambi). */
export const regenciesOf = (province: string): string[] => codes.filter((code) => code.length === 5 && code.startsWith(`${province}.`));

/** Codes of a regency's districts (kecamatan), where this extract has them. */
export const districtsOf = (regency: string): string[] => codes.filter((code) => code.length === 8 && code.startsWith(`${regency}.`));
