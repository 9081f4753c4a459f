import { analysedTable } from '../../../test/support/analysed.js';
import type { Row } from '../analysis/analyse.js';
import type { CompareRule, Protection, Rule, Variable } from '../datasets/dataset.types.js';
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

  describe('of which rules and bounds leave one value', () => {
    const deaths = (more: Partial<Variable> = {}): Variable[] => [variable('wilayah'), { ...variable('meninggal', {}), ...more }, variable('sakit')];
    const rule = (comparison: CompareRule['comparison'], more: Partial<CompareRule> = {}): Rule => ({ kind: 'compare', left: ['meninggal'], comparison, right: ['sakit'], severity: 'ERROR', ...more });
    const openOf = (variables: readonly Variable[], cells: readonly (readonly [string, string])[], ...rules: Rule[]): number[] =>
      protectedTable(variables, [...cells, ['50', '90'] as const].map(([meninggal, sakit], index): Row => ({ wilayah: `w${index}`, meninggal, sakit })), rules).open.map(({ row }) => row);

    it('says which these are, by a rule of the office’s own', () => {
      const rows = [['1', '1'], ['2', '3'], ['2', '8']] as const;
      expect(openOf(deaths(), rows, rule('≤'))).toEqual([0]);
      expect(openOf(deaths(), rows, rule('≤', { left: ['sakit'], right: ['meninggal'] }))).toEqual([]);
      expect(openOf(deaths(), [['1', '2'], ['2', '8'], ['2', '9']], rule('<'))).toEqual([0]);
      expect(openOf(deaths(), [['3', '3'], ['2', '1'], ['2', '1']], rule('≥'))).toEqual([0]);
      expect(openOf(deaths(), [['3', '2'], ['3', '1'], ['2', '1']], rule('>'))).toEqual([0]);
      expect(openOf(deaths(), [['1', '8'], ['2', '8'], ['2', '8']], rule('≤', { right: { number: '1' } }))).toEqual([0]);
      expect(openOf(deaths(), rows)).toEqual([]);
    });

    it('goes as far as the tolerance lets it, and only by a rule that holds in the row', () => {
      const rows = [['1', '1'], ['2', '8'], ['2', '8']] as const;
      expect(openOf(deaths(), rows, rule('≤', { tolerance: { by: '1', in: 'unit' } }))).toEqual([]);
      expect(openOf(deaths(), rows, rule('≤', { tolerance: { by: '50', in: 'percent' } }))).toEqual([0]);
      expect(openOf(deaths(), [['1', '0'], ['2', '8'], ['2', '8']], rule('=', { tolerance: { by: '1', in: 'unit' } }))).toEqual([0]);
      expect(openOf(deaths(), [['2', '1'], ['2', '8'], ['1', '8']], rule('≤', { severity: 'WARNING' }))).toEqual([]);
      expect(openOf(deaths(), rows, rule('≠'))).toEqual([]);
    });

    it('says so by the bounds of its column, of values that keep them', () => {
      const rows = [['3', '8'], ['3', '8'], ['2', '8']] as const;
      expect(openOf(deaths({ min: '2.5' }), rows)).toEqual([0, 1, 2]);
      expect(openOf(deaths({ max: '100' }), rows)).toEqual([]);
      // A cell outside them is a mistake that a reader does not know of; the total makes it known beside others that are.
      expect(openOf(deaths({ max: '1' }), [['1', '8'], ['2', '8'], ['2', '8']])).toEqual([0]);
    });
  });

  it('hides what the numbers of those who are behind cannot be true of', () => {
    const table = [variable('wilayah'), variable('omzet', { contributors: 'usaha', largestTwo: 'dua' }), variable('laba', { contributors: 'usaha' }), variable('usaha'), variable('dua')];
    const row = (wilayah: string, omzet: string, usaha: string, dua: string): Row => ({ wilayah, omzet, laba: '7', usaha, dua });
    const rows = [row('a', '500', '0', '0'), row('b', '700', '9', '0'), row('c', '100', '9', '101'), row('d', '100', '1', '90'), row('e', '5000', '60', '300')];
    expect(protectedTable(table, rows).hidden.map((cell) => `${cell.row} ${cell.column}: ${cell.why}`)).toEqual(['0 omzet: unknown', '0 laba: unknown', '1 omzet: unknown', '2 omzet: unknown', '3 omzet: unknown', '3 laba: frequency']);
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

  describe('of hidden cells whose sum can be computed', () => {
    const turnover = [variable('wilayah'), variable('omzet', { contributors: 'usaha', largestTwo: 'dua' }), variable('usaha'), variable('dua')];
    const row = (wilayah: string, omzet: number, usaha: number, dua: number): Row => ({ wilayah, omzet: String(omzet), usaha: String(usaha), dua: String(dua) });
    const shown = [row('c', 900_000, 20, 200_000), row('d', 900_000, 20, 200_000)];
    const sumsOf = (...args: Parameters<typeof protectedTable>) => { const { open, openSums } = protectedTable(...args); return { open: open.length, sums: openSums.map((cells) => cells.map((cell) => `${cell.row} ${cell.column}`).join(' + ')) }; };

    it('says which sums tell of a few as well', () => {
      // What the total leaves is nearly all of one business.
      expect(sumsOf(turnover, [row('a', 1_000_000, 1, 1_000_000), row('b', 2, 1, 2), ...shown])).toEqual({ open: 0, sums: ['0 omzet + 1 omzet'] });
      expect(sumsOf(turnover, [row('a', 500, 2, 500), row('b', 400, 2, 400), row('e', 300, 2, 300), row('f', 500, 2, 500), ...shown])).toEqual({ open: 0, sums: [] });
      // Seven businesses, of which one may have nearly all.
      expect(sumsOf(turnover, [row('a', 1000, 6, 990), row('b', 2, 1, 2), ...shown])).toEqual({ open: 0, sums: ['0 omzet + 1 omzet'] });
    });

    it('says so of counts: two small ones that make up three', () => {
      const rows = (a: string, b: string): Row[] => [{ wilayah: 'a', pasien: a }, { wilayah: 'b', pasien: b }, { wilayah: 'c', pasien: '90' }];
      expect([sumsOf(counts, rows('1', '2')), sumsOf(counts, rows('2', '2'))]).toEqual([{ open: 0, sums: ['0 pasien + 1 pasien'] }, { open: 0, sums: [] }]);
    });

    it('takes those whom nobody counted for one each', () => {
      const uncounted = (wilayah: string, omzet: string): Row => ({ wilayah, omzet });
      const four = ['a', 'b', 'e', 'f'].map((wilayah) => uncounted(wilayah, '100'));
      expect(sumsOf(turnover, [...four.slice(2), ...shown])).toEqual({ open: 0, sums: ['0 omzet + 1 omzet'] });
      expect(sumsOf(turnover, [...four, ...shown])).toEqual({ open: 0, sums: [] });
    });

    it('takes the same businesses to be behind two columns of a row that name the same, and behind a row at several times', () => {
      const both = [...turnover, variable('omzet_lain', { contributors: 'usaha', largestTwo: 'dua_lain' }), variable('dua_lain'), variable('seluruh')];
      const rule: Rule = { kind: 'sum', total: 'seluruh', parts: ['omzet', 'omzet_lain'] };
      const small = ['a', 'b'].map((wilayah): Row => ({ ...row(wilayah, 100, 2, 100), omzet_lain: '50', dua_lain: '50', seluruh: '150' }));
      const large = shown.map((one): Row => ({ ...one, omzet_lain: '900000', dua_lain: '200000', seluruh: '1800000' }));
      expect(sumsOf(both, [...small, ...large], [rule]).sums).toContain('0 omzet + 0 omzet_lain');
      const periode: Variable = { name: 'periode', title: 'Periode', type: 'string', required: true, key: true };
      const flow = turnover.map((one) => (one.name === 'wilayah' ? periode : { ...one, additivity: 'flow' as const }));
      const at = (time: string, ...numbers: [number, number, number]): Row => { const { wilayah: _, ...told } = row('', ...numbers); return { periode: time, ...told }; };
      expect(sumsOf(flow, [at('2024-Q1', 90, 2, 90), at('2024-Q2', 100, 2, 100), at('2024-Q3', 900, 20, 100), at('2024-Q4', 900, 20, 100), at('2024', 1990, 20, 300)]).sums).toEqual(['0 omzet + 1 omzet']);
    });

    it('takes what all of them make up as it is, and what two have of more than them for the most that they can have', () => {
      const of = (total: Row, ...rows: Row[]) => sumsOf(turnover, [total, ...rows]).sums;
      expect(of(row('15', 200, 4, 150), row('15.01', 100, 2, 100), row('15.02', 100, 2, 100))).toEqual([]);
      // Without the region that holds them, only the two largest of each are known.
      expect(sumsOf(turnover, [row('a', 1000, 20, 860), row('b', 1000, 20, 870), ...shown]).sums).toEqual(['0 omzet + 1 omzet']);
      expect(of(row('15', 3000, 60, 1000), row('15.01', 1000, 20, 860), row('15.02', 1000, 20, 870), row('15.03', 1000, 20, 200))).toEqual([]);
    });
  });
});
