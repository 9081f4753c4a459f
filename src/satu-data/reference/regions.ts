import { regionsWith } from './regions-file.js';

/** Names by code, down to districts: what figures by region are called by. */
export const REGIONS: Readonly<Record<string, string>> = Object.fromEntries(regionsWith(String.raw`\d\d(?:\.\d\d){0,2}`));

const codes = Object.keys(REGIONS).sort();

/** Codes of a province's regencies and cities, e.g. of `15` (Jambi). */
export const regenciesOf = (province: string): string[] => codes.filter((code) => code.length === 5 && code.startsWith(`${province}.`));

/** Codes of a regency's districts (kecamatan). */
export const districtsOf = (regency: string): string[] => codes.filter((code) => code.length === 8 && code.startsWith(`${regency}.`));
