import type { ShippedList } from '../code-lists/code-list.types.js';

/** Code and names of the units that statistics of a region are given in. */
const UNITS = [
  ['orang', 'Orang', 'Person'],
  ['jiwa', 'Jiwa', 'Inhabitant'],
  ['rumah-tangga', 'Rumah tangga', 'Household'],
  ['keluarga', 'Keluarga', 'Family'],
  ['unit', 'Unit', 'Unit'],
  ['buah', 'Buah', 'Piece'],
  ['ekor', 'Ekor', 'Head of animals'],
  ['kasus', 'Kasus', 'Case'],
  ['desa', 'Desa atau kelurahan', 'Village'],
  ['persen', 'Persen', 'Percent'],
  ['indeks', 'Indeks', 'Index'],
  ['rasio', 'Rasio', 'Ratio'],
  ['tahun', 'Tahun', 'Year'],
  ['hari', 'Hari', 'Day'],
  ['jam', 'Jam', 'Hour'],
  ['m', 'Meter', 'Metre'],
  ['km', 'Kilometer', 'Kilometre'],
  ['m2', 'Meter persegi (m²)', 'Square metre (m²)'],
  ['km2', 'Kilometer persegi (km²)', 'Square kilometre (km²)'],
  ['ha', 'Hektare', 'Hectare'],
  ['m3', 'Meter kubik (m³)', 'Cubic metre (m³)'],
  ['liter', 'Liter', 'Litre'],
  ['kg', 'Kilogram', 'Kilogram'],
  ['kuintal', 'Kuintal', 'Quintal (100 kg)'],
  ['ton', 'Ton', 'Tonne'],
  ['kwh', 'Kilowatt-jam', 'Kilowatt-hour'],
  ['rupiah', 'Rupiah', 'Rupiah'],
  ['ribu-rupiah', 'Ribu rupiah', 'Thousand rupiah'],
  ['juta-rupiah', 'Juta rupiah', 'Million rupiah'],
  ['miliar-rupiah', 'Miliar rupiah', 'Billion rupiah'],
] as const;

/** What figures are counted or measured in. */
export const SATUAN: ShippedList = {
  scheme: 'satuan',
  title: { id: 'Satuan', en: 'Units' },
  codes: () => UNITS.map(([code, id, en]) => ({ code, title: { id, en }, parent: null })),
};
