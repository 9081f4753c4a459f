import { analysedTable } from '../../../test/support/analysed.js';
import type { Row } from '../analysis/analyse.js';
import type { Protection, Rule, Variable } from '../datasets/dataset.types.js';
import { protect } from './protect.js';

const variable = (name: string, protection?: Protection): Variable => ({ name, title: name, type: name === 'wilayah' ? 'region' : 'integer', required: true, key: name === 'wilayah', unit: 'orang', ...(protection && { protection }) });
const indicators = [{ name: 'per_dokter', title: 'Pasien per dokter', unit: '', numerator: 'pasien', denominator: 'dokter', factor: '1', decimals: 1 }];

function protectedTable(variables: readonly Variable[], rows: readonly Row[], rules: readonly Rule[] = []) {
  return protect(analysedTable({ variables: [...variables], rules: [...rules], indicators }, rows));
}

describe('what is published of a table with small cells', () => {
  const counts = [variable('wilayah'), variable('pasien', {}), variable('dokter')];

  it('leaves out what concerns a few, and what is computed from it', () => {
    const { rows, totals, hidden, open } = protectedTable(counts, [{ wilayah: 'a', pasien: '2', dokter: '4' }, { wilayah: 'b', pasien: '3', dokter: '2' }, { wilayah: 'c', pasien: '90', dokter: '3' }, { wilayah: 'd', pasien: '0', dokter: '1' }]);
    expect(rows).toEqual([{ wilayah: 'a', dokter: '4' }, { wilayah: 'b', dokter: '2' }, { wilayah: 'c', pasien: '90', dokter: '3', per_dokter: '30.0' }, { wilayah: 'd', pasien: '0', dokter: '1', per_dokter: '0.0' }]);
    expect(totals).toEqual({ pasien: '95', dokter: '10', per_dokter: '9.5' });
    expect(hidden).toEqual([{ row: 0, column: 'pasien', why: 'frequency' }, { row: 1, column: 'pasien', why: 'frequency' }, { row: 0, column: 'per_dokter', why: 'derived' }, { row: 1, column: 'per_dokter', why: 'derived' }]);
    expect(open).toEqual([]);
  });

  it('says which cell the total gives away', () => {
    const { open } = protectedTable(counts, [{ wilayah: 'a', pasien: '2', dokter: '4' }, { wilayah: 'c', pasien: '90', dokter: '3' }]);
    expect(open).toEqual([{ row: 0, column: 'pasien', why: 'frequency' }]);
  });

  it('says which cell a sum in its row gives away', () => {
    const table = [variable('wilayah'), variable('pasien', {}), variable('perempuan', {}), variable('laki_laki', {})];
    const rule: Rule = { kind: 'sum', total: 'pasien', parts: ['perempuan', 'laki_laki'] };
    const rows = [{ wilayah: 'a', perempuan: '2', laki_laki: '40', pasien: '42' }, { wilayah: 'b', perempuan: '3', laki_laki: '50', pasien: '53' }];
    expect(protectedTable(table, rows, [rule]).open.map(({ row, column }) => `${row} ${column}`)).toEqual(['0 perempuan', '1 perempuan']);
    expect(protectedTable(table, rows).open).toEqual([]);
  });

  it('takes an empty part of a sum for nothing, and knows nothing of an empty total', () => {
    const table = [variable('wilayah'), ...['laki_laki', 'perempuan', 'tak_diketahui', 'pasien'].map((name) => variable(name, {}))];
    const [parts, row] = [['laki_laki', 'perempuan', 'tak_diketahui'], { wilayah: 'a', laki_laki: '8', perempuan: '2', pasien: '10' }];
    const others = [{ ...row, wilayah: 'b', laki_laki: '7', perempuan: '3' }, { wilayah: 'c', laki_laki: '50', perempuan: '60' }];
    const openOf = (rule: Rule, rows: readonly Row[]): string[] => protectedTable(table, rows, [rule]).open.map((cell) => `${cell.row} ${cell.column}`);
    for (const rule of [{ kind: 'sum', total: 'pasien', parts }, { kind: 'compare', left: parts, comparison: '=', right: ['pasien'], severity: 'ERROR' }] satisfies Rule[]) {
      expect(openOf(rule, [row, ...others])).toEqual(['0 perempuan', '1 perempuan']);
      expect(openOf(rule, [row, ...others].map(({ pasien: _, ...untold }: Row) => untold))).toEqual([]);
    }
  });

  it('hides what two businesses dominate, and never shows what only says so', () => {
    const table = [variable('wilayah'), variable('omzet', { contributors: 'usaha', largestTwo: 'dua_terbesar' }), variable('usaha'), variable('dua_terbesar')];
    const { columns, rows, totals, hidden } = protectedTable(table, [
      { wilayah: 'a', omzet: '1000', usaha: '9', dua_terbesar: '900' }, { wilayah: 'b', omzet: '800', usaha: '2', dua_terbesar: '800' }, { wilayah: 'c', omzet: '5000', usaha: '60', dua_terbesar: '300' },
    ]);
    expect([columns.map(({ name }) => name), rows, totals]).toEqual([['wilayah', 'omzet', 'per_dokter'], [{ wilayah: 'a' }, { wilayah: 'b' }, { wilayah: 'c', omzet: '5000' }], { omzet: '6800' }]);
    expect(hidden.map(({ why }) => why)).toEqual(['dominance', 'frequency']);
  });

  it('never shows what is computed from a column that only says who is behind', () => {
    const table = [variable('wilayah'), variable('omzet', { contributors: 'pasien', largestTwo: 'dua_terbesar' }), variable('pasien'), variable('dua_terbesar'), variable('dokter')];
    const { columns, rows, totals, hidden } = protectedTable(table, [{ wilayah: 'a', omzet: '5000', pasien: '60', dua_terbesar: '300', dokter: '3' }, { wilayah: 'b', omzet: '10', pasien: '2', dua_terbesar: '10', dokter: '2' }]);
    expect([columns.map(({ name }) => name), rows, totals]).toEqual([['wilayah', 'omzet', 'dokter'], [{ wilayah: 'a', omzet: '5000', dokter: '3' }, { wilayah: 'b', dokter: '2' }], { omzet: '5010', dokter: '5' }]);
    expect(hidden).toEqual([{ row: 1, column: 'omzet', why: 'frequency' }]);
  });

  it('hides what nobody says who is behind', () => {
    const table = [variable('wilayah'), variable('omzet', { contributors: 'usaha', largestTwo: 'dua_terbesar' }), variable('usaha'), variable('dua_terbesar')];
    const rows: Row[] = [{ wilayah: 'a', omzet: '1000', dua_terbesar: '10' }, { wilayah: 'b', omzet: '800', usaha: '20' }, { wilayah: 'c', omzet: '5000', usaha: '60', dua_terbesar: '300' }];
    expect(protectedTable(table, rows).hidden).toEqual([{ row: 0, column: 'omzet', why: 'unknown' }, { row: 1, column: 'omzet', why: 'unknown' }]);
  });

  it('knows no sum of rows of which nobody says what they are, and says which these are', () => {
    const golongan: Variable = { name: 'golongan', title: 'Golongan', type: 'string', required: true, key: true };
    const rows = ([['Golongan I', '2'], ['Golongan II', '40'], ['Sub Jumlah', '42'], ['PPPK', '3'], ['Honorer', '20'], ['Jumlah', '65']] as const).map(([name, pegawai]): Row => ({ golongan: name, pegawai }));
    const analysis = analysedTable({ variables: [golongan, variable('pegawai', {})] }, rows);
    expect([protect(analysis).open, analysis.unclear]).toEqual([[], [{ column: 'Golongan', value: 'Sub Jumlah' }]]);
    expect(analysedTable({ variables: [golongan, variable('pegawai')] }, rows).unclear).toEqual([]);
  });

  it('knows the sum of a column of districts by what contains them, in each year', () => {
    const table: Variable[] = [{ name: 'kecamatan', title: 'Kecamatan', type: 'string', required: true, key: true }, { name: 'tahun', title: 'Tahun', type: 'integer', required: true, key: true }, variable('pasien', {})];
    const rows = ([['Betara', '2023', '2'], ['Senyerang', '2023', '50'], ['Jumlah Kabupaten', '2023', '52'], ['Betara', '2024', '10'], ['Senyerang', '2024', '50'], ['Jumlah Kabupaten', '2024', '60']] as const).map(([kecamatan, tahun, pasien]): Row => ({ kecamatan, tahun, pasien }));
    const analysis = analysedTable({ variables: table }, rows);
    expect([protect(analysis).open, analysis.totals, analysis.unclear]).toEqual([[{ row: 0, column: 'pasien', why: 'frequency' }], { pasien: '60' }, []]);
  });

  it('is the whole table where nothing is to be protected', () => {
    const rows = [{ wilayah: 'a', dokter: '1' }];
    expect(protectedTable([variable('wilayah'), variable('dokter')], rows)).toMatchObject({ rows, hidden: [], open: [] });
  });
});
