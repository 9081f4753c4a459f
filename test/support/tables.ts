import { districtsOf, JAMBI_POPULATION_2024 } from '../../src/satu-data/reference/index.js';

export type GridRow = Readonly<Record<string, string | number>>;

const perDistrict = (values: (index: number) => GridRow): GridRow[] => districtsOf('15.06').map((kode_wilayah, index) => ({ kode_wilayah, tahun: 2024, ...values(index) }));

/** Population and area of Jambi's regencies, as an operator types them: codes as text, values as numbers. */
export const populationRows = (): GridRow[] =>
  JAMBI_POPULATION_2024.map(({ kode_wilayah, tahun, laki_laki, perempuan, jumlah, luas_km2 }) => ({
    kode_wilayah, tahun: Number(tahun), laki_laki: Number(laki_laki), perempuan: Number(perempuan), jumlah: Number(jumlah), luas_km2: Number(luas_km2),
  }));

/** The same as a file: semicolons and decimal commas, as Excel writes it in Indonesian. */
export function populationCsv(): string {
  const rows = populationRows();
  const names = Object.keys(rows[0] ?? {});
  const cell = (row: GridRow, name: string) => (name === 'luas_km2' ? String(row[name]).replace('.', ',') : String(row[name]));
  const line = (row: GridRow) => names.map((name) => cell(row, name)).join(';');
  return [names.join(';'), ...rows.map(line)].join('\r\n');
}

/** A table without findings for each data set of the demonstration, by what it is called. */
export function demoTable(title: string): GridRow[] {
  if (/penduduk/i.test(title)) return populationRows();
  if (/puskesmas/i.test(title)) return perDistrict((index) => ({ puskesmas: 1 + (index % 3), dokter: 4 + index, perawat: 20 + index, tenaga: 24 + 2 * index }));
  if (/sekolah/i.test(title)) return perDistrict((index) => ({ sekolah: 20 + index, murid_laki_laki: 900 + index, murid_perempuan: 880 + index, murid: 1780 + 2 * index }));
  return perDistrict((index) => ({ luas_panen: 100 + index, produksi: 480 + 5 * index }));
}
