import { openedTable, type Other } from '../../../../test/support/analysed.js';
import type { DatasetEntity } from '../../datasets/dataset.entity.js';
import type { Indicator, Variable } from '../../datasets/dataset.types.js';
import { visible } from '../../publication/visible.js';
import type { Row } from '../analyse.js';
import { whyWords } from '../figure-words.js';
import { lineage } from '../lineage.js';
import type { Opened } from '../opened.js';
import { plainText, textProblems } from '../report-text.js';
import { resultRows } from '../result-rows.js';
import { readQuery } from '../query.js';
import { settled } from '../query-problem.js';
import { SAID } from './other-words.js';

const key = (name: string, type: Variable['type'] = 'string', title = name): Variable => ({ name, title, type, required: true, key: true });
const count = (name: string, more: Partial<Variable> = {}): Variable => ({ name, title: name, type: 'integer', unit: 'orang', required: false, key: false, ...more });
const REGION = key('kode_wilayah', 'region', 'Wilayah');
const CLINICS = [REGION, key('tahun', 'integer'), count('puskesmas', { title: 'Puskesmas', unit: 'unit' })];
const PEOPLE = [key('wilayah', 'region'), key('periode'), key('kelamin', 'string', 'Jenis kelamin'), count('penduduk', { title: 'Penduduk' }), count('harapan', { title: 'Harapan hidup', unit: 'tahun' })];
const RATE: Indicator = { name: 'rasio', title: 'Puskesmas per 10.000 penduduk', unit: '', formula: 'puskesmas ÷ [Jumlah  penduduk].penduduk × 10000', numerator: '', denominator: '', factor: '1', decimals: 2 };

const clinics = (kode_wilayah: string, puskesmas: string, tahun = '2024'): Row => ({ kode_wilayah, tahun, puskesmas });
const people = (wilayah: string, kelamin: string, penduduk?: string, periode = 'Tahun 2024'): Row => ({ wilayah, periode, kelamin, ...(penduduk !== undefined && { penduduk }), harapan: '70' });
const OWN = [clinics('15.06.01', '3'), clinics('15.06.02', '2')];
const THEIRS = [people('15.06.01', 'L', '6000'), people('15.06.01', 'P', '4000'), people('15.06.02', 'L', '11000'), people('15.06.02', 'P', '9000')];
const other = (rows: readonly Row[] = THEIRS, described: Partial<DatasetEntity> = {}, more: Partial<Other> = {}): Other => ({ name: 'Jumlah penduduk', described: { variables: PEOPLE, ...described }, rows, ...more });
const open = (rows: readonly Row[], others: readonly Other[], indicator: Partial<Indicator> = {}, variables = CLINICS) => openedTable({ variables, indicators: [{ ...RATE, ...indicator }] }, rows, 2024, others);

function ask({ found }: Opened, text: string) {
  const asked = readQuery(text);
  const query = asked && settled(found.figures, asked);
  if (!query || 'id' in query) throw new Error(query?.id ?? text);
  const figure = found.figures.of(query);
  return { figure, value: figure.value, why: whyWords(found.figures, figure)?.id ?? null };
}

describe('an indicator that uses a column of another data set', () => {
  const opened = open(OWN, [other()]);

  it('is computed by region and period, however each table writes them, of sums over the keys that the other one has more', () => {
    expect(ask(opened, 'rasio;kode_wilayah=15.06.01')).toMatchObject({ value: '3.00', why: null });
    expect(['rasio;kode_wilayah=15.06.02', 'rasio;kode_wilayah=15.06', 'rasio', 'rasio.peringkat;kode_wilayah=15.06.02'].map((text) => ask(opened, text).value)).toEqual(['1.00', '1.67', '1.67', '2']);
    const { rows, totals, columns } = opened.analysis;
    expect([rows.map(({ rasio }) => rasio), totals['rasio'], columns.at(-1)?.name]).toEqual([['3.00', '1.00'], '1.67', 'rasio']);
  });

  it('is named in what staff write, and leads into both tables', () => {
    const { figures } = opened.found;
    const text = 'Sebesar {{rasio;kode_wilayah=15.06.01}}.';
    expect([textProblems(text, figures), plainText(text, figures)]).toEqual([[], 'Sebesar 3,00.']);
    expect(resultRows(opened.found, 'id').filter(({ indikator }) => indikator === RATE.title).map(({ nilai }) => nilai)).toEqual(['3,00', '1,00', '1,67']);
    const found = lineage(opened.found, opened.untold, { text: 'rasio;kode_wilayah=15.06.01', language: 'id' });
    expect(found).toMatchObject({ formula: 'Puskesmas ÷ Penduduk (Jumlah penduduk) × 10000', untold: null, used: [{ other: null, table: 0 }, { other: 0, table: 0 }], cellCount: 3 });
    expect(found.from).toMatchObject([
      { dataset: 'd', figure: { id: 'puskesmas.nilai;kode_wilayah=15.06.01;tahun=2024', value: '3' } },
      { dataset: 'Jumlah penduduk', title: { id: 'Penduduk, Tungkal Ulu, Tahun 2024 (Jumlah penduduk)' }, figure: { id: 'penduduk.nilai;wilayah=15.06.01;periode=Tahun%202024', value: '10000' } },
    ]);
    expect(found.cells.map(({ source, column, value }) => [source, column, value])).toEqual([[0, 'Puskesmas', '3'], [1, 'Penduduk', '6000'], [1, 'Penduduk', '4000']]);
  });

  it.each<[string, Opened, string, string]>([
    ['a value is empty there', open(OWN, [other([...THEIRS.slice(0, 3), people('15.06.02', 'P')])]), 'rasio;kode_wilayah=15.06.02', 'Dataset “Jumlah penduduk”, Penduduk: Tidak lengkap: 1 nilai kosong.'],
    ['it has no such region', open(OWN, [other(THEIRS.slice(0, 2))]), 'rasio;kode_wilayah=15.06.02', 'Dataset “Jumlah penduduk” tidak punya baris untuk'],
    ['it has fewer regions than a sum', open(OWN, [other(THEIRS.slice(0, 2))]), 'rasio', 'Tidak ada di sana:'],
    ['it has more regions than a sum', open(OWN.slice(0, 1), [other()]), 'rasio', 'Hanya ada di sana:'],
    ['it has another period', open(OWN, [other(THEIRS.map((row) => ({ ...row, periode: '2023' })))]), 'rasio', 'tidak punya data untuk periode 2024'],
    ['a school year is no year', open(OWN, [other(THEIRS.map((row) => ({ ...row, periode: '2024/2025' })))]), 'rasio', 'tidak punya data untuk periode 2024'],
    ['its column does not add up', open(OWN, [other()], { formula: 'puskesmas ÷ [Jumlah penduduk].harapan' }), 'rasio;kode_wilayah=15.06.01', 'Dataset “Jumlah penduduk”, Harapan hidup: Tidak dijumlahkan'],
    ['it has no such column', open(OWN, [other()], { formula: 'puskesmas ÷ [Jumlah penduduk].warga' }), 'rasio', 'tidak punya kolom angka “warga”'],
    ['it has other region codes', open(OWN, [other(THEIRS, { variables: PEOPLE.map((one) => (one.type === 'region' ? { ...one, list: 'bps' } : one)) })]), 'rasio', 'tidak menurut kode wilayah yang sama'],
    ['it cannot be used', open(OWN, [other(THEIRS, {}, { lacks: SAID.closed('Jumlah penduduk') })]), 'rasio', 'berkelas tertutup'],
    ['nobody has given it', open(OWN, []), 'rasio', 'tidak ada pada daftar data periode ini'],
  ])('has no value where %s, and says so', (_, table, text, said) => expect(ask(table, text)).toMatchObject({ value: null, why: expect.stringContaining(said) }));

  it('has no value in a row that is finer than region and period, but in their sum', () => {
    const kinds = open([{ ...clinics('15.06.01', '1'), jenis: 'A' }, { ...clinics('15.06.01', '2'), jenis: 'B' }], [other(THEIRS.slice(0, 2))], {}, [...CLINICS, key('jenis', 'string', 'Jenis')]);
    expect(ask(kinds, 'rasio;kode_wilayah=15.06.01').value).toBe('3.00');
    expect(ask(kinds, 'rasio;kode_wilayah=15.06.01;jenis=A')).toMatchObject({ value: null, why: expect.stringContaining('tidak menurut jenis') });
    expect(kinds.analysis.rows.map(({ rasio }) => rasio)).toEqual([undefined, undefined]);
  });

  it('reads the sums of a large table where they have the column by region and period, and says where not', () => {
    const sums = THEIRS.filter(({ kelamin }) => kelamin === 'L');
    const large = (...summed: string[]) => open(OWN, [other(sums, {}, { summed })]);
    expect(ask(large('wilayah', 'periode', 'penduduk'), 'rasio;kode_wilayah=15.06.01').value).toBe('5.00');
    expect(ask(large('wilayah', 'periode'), 'rasio').why).toContain('ringkasannya tidak memuat kolom “penduduk”');
    expect(ask(large('periode', 'penduduk'), 'rasio').why).toContain('ringkasannya tidak menurut wilayah yang sama');
  });

  it('is analysed, and not published, where its own table is a large one', () => {
    const { analysis } = openedTable({ variables: CLINICS, indicators: [RATE] }, OWN, 2024, [other()], ['kode_wilayah', 'tahun', 'puskesmas']);
    const shown = visible(analysis, null);
    expect([analysis.rows[0]?.['rasio'], analysis.untold?.[0]?.why.id, shown.columns.map(({ name }) => name), shown.totals['rasio']]).toEqual(['3.00', expect.stringContaining('terlalu besar'), ['kode_wilayah', 'tahun', 'puskesmas'], undefined]);
  });

  it('marks a rank where others have none because of the other table', () => {
    const { figure } = ask(open(OWN, [other(THEIRS.slice(0, 2))]), 'rasio.peringkat;kode_wilayah=15.06.01');
    expect([figure.value, figure.apart?.length]).toEqual(['1', 1]);
  });

  it('holds a row of a whole region against its parts', () => {
    const whole = open(OWN, [other([people('15.06', 'L', '18000'), people('15.06', 'P', '12000')])]);
    expect(ask(whole, 'rasio;kode_wilayah=15.06').value).toBe('1.67');
    expect(ask(whole, 'rasio;kode_wilayah=15.06.01').value).toBeNull();
  });

  it('is not published where that would tell what is not public of the other one', () => {
    const published = (described: Partial<DatasetEntity>) => { const one = open(OWN, [other(THEIRS, described)]).analysis; return { shown: visible(one, null), why: one.untold?.[0]?.why.id }; };
    expect(published({}).shown).toMatchObject({ rows: [{ rasio: '3.00' }, { rasio: '1.00' }], totals: { rasio: '1.67' } });
    // Of two columns that are told, one that is hidden could be the difference: its own order finds that out.
    const guarded = { variables: PEOPLE.map((one) => (one.name === 'harapan' ? { ...one, protection: {} } : one)) };
    expect(published({ ...guarded, state: 'scheduled' }).shown.rows[0]?.['rasio']).toBe('3.00');
    const secrets: Partial<DatasetEntity>[] = [{ riskClass: 'terbatas' }, { state: 'withheld' }, { state: 'analysed' }, { state: 'eligible' }, { ...guarded, state: 'analysed' }, { variables: PEOPLE.map((one) => (one.name === 'penduduk' ? { ...one, protection: {} } : one)), state: 'scheduled' }, { variables: PEOPLE.map((one) => (one.name === 'harapan' ? { ...one, protection: { contributors: 'penduduk' } } : one)), state: 'scheduled' }];
    for (const described of secrets) {
      const { shown, why } = published(described);
      expect([why, shown.columns.map(({ name }) => name), JSON.stringify([shown.rows, shown.totals]).includes('rasio')]).toEqual([expect.stringContaining('Jumlah penduduk'), ['kode_wilayah', 'tahun', 'puskesmas'], false]);
    }
  });

  it('is not published before the other one is', () => {
    const [early, late] = [new Date('2025-02-01T00:00:00Z'), new Date('2025-03-01T00:00:00Z')];
    const why = (releaseDate: Date | null, described: Partial<DatasetEntity>) => openedTable({ variables: CLINICS, indicators: [RATE], releaseDate }, OWN, 2024, [other(THEIRS, described)]).untold[0]?.why.id;
    expect(why(early, { state: 'scheduled', releaseDate: late })).toContain('dirilis lebih lambat daripada dataset ini');
    for (const [own, described] of [[early, { state: 'scheduled', releaseDate: early }], [late, { state: 'scheduled', releaseDate: early }], [null, { state: 'scheduled', releaseDate: late }], [early, { state: 'published', releaseDate: late }]] as const) expect(why(own, described)).toBeUndefined();
    expect(why(late, { state: 'analysed' })).toContain('belum dijadwalkan rilis');
  });

  it('is not published of earlier tables of the other one, of which nobody judges what is public', () => {
    const both = [...OWN, clinics('15.06.01', '4', '2023')];
    const known = open(both, [other(THEIRS, {}, { before: [people('15.06.01', 'L', '2', '2023')] })]);
    expect(ask(known, 'rasio;kode_wilayah=15.06.01;tahun=2023').value).toBe('20000.00');
    expect(known.analysis.rows.map(({ rasio }) => rasio)).toEqual(['3.00', '1.00', undefined]);
    expect(known.analysis.totals['rasio']).toBe('1.67');
  });

  it('is not compared with the period before where the other table does not cover the same in both', () => {
    const both = [clinics('15.06.01', '2'), clinics('15.06.01', '2', '2023')];
    const grown = open(both, [other([people('15.06.01', 'L', '50'), people('15.06.01', 'P', '50'), people('15.06.01', 'L', '50', 'Tahun 2023')])]);
    expect(ask(grown, 'rasio.pertumbuhan;kode_wilayah=15.06.01;tahun=2024')).toMatchObject({ value: null, why: 'Tidak dibandingkan: cakupannya berbeda dengan periode sebelumnya. Dataset “Jumlah penduduk” tidak mencakup hal yang sama pada kedua periode. Yang tidak ada pada Tahun 2023: P.' });
    expect(grown.found.figures.uneven({ column: 'rasio', operation: 'nilai', where: { tahun: '2024' } })).toMatchObject({ now: [], before: [{ kelamin: 'P' }], earlier: '2023' });
    const same = open(both, [other([people('15.06.01', 'L', '50'), people('15.06.01', 'L', '100', 'Tahun 2023')])]);
    expect(ask(same, 'rasio.pertumbuhan;kode_wilayah=15.06.01;tahun=2024').value).toBe('100.00');
  });

  describe('of two tables that tell of times within the period', () => {
    const MONTHS = ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'];
    const visits = [REGION, key('tahun', 'integer'), key('bulan', 'string', 'Bulan'), count('kunjungan', { additivity: 'flow' })];
    const patients = (time: string) => [REGION, key('tahun', 'integer'), key(time), count('pasien', { additivity: 'flow' })];
    const rows = (column: string, time: string, times: readonly string[], kode_wilayah = '15.06.01'): Row[] => times.map((one) => ({ kode_wilayah, tahun: '2024', [time]: one, [column]: '100' }));
    const beside = (own: readonly Row[], theirs: readonly Row[], variables = patients('bulan')) => ask(open(own, [other(theirs, { variables })], { formula: 'kunjungan ÷ [Jumlah penduduk].pasien' }, visits), 'rasio;tahun=2024');
    const year = rows('kunjungan', 'bulan', MONTHS);

    it('has no value where these are not the same, and says which', () => {
      expect(beside(year, rows('pasien', 'bulan', MONTHS.slice(0, 3)))).toMatchObject({ value: null, why: 'Waktu pada dataset “Jumlah penduduk” tidak sama dengan dataset ini. Tidak ada di sana: April; Mei; Juni; ….' });
      expect(beside(year.slice(0, 3), rows('pasien', 'triwulan', ['Triwulan I', 'Triwulan II']), patients('triwulan')).why).toContain('Hanya ada di sana: Triwulan II.');
    });

    it('has one where they are, however they are written, and beside a table of whole years', () => {
      expect(beside(year, rows('pasien', 'bulan', MONTHS.map((_, month) => `2024-${String(month + 1).padStart(2, '0')}`))).value).toBe('1.00');
      expect(beside(year, rows('pasien', 'triwulan', ['I', 'II', 'III', 'IV'].map((one) => `Triwulan ${one}`)), patients('triwulan')).value).toBe('3.00');
      expect(beside(year, rows('pasien', 'tahun', ['2024']), patients('bulan').filter(({ name }) => name !== 'bulan')).value).toBe('12.00');
    });

    it('has none where each region has other times', () => {
      const mixed = (column: string, more: string, fewer: string) => [...rows(column, 'bulan', MONTHS.slice(0, 2), more), ...rows(column, 'bulan', MONTHS.slice(0, 1), fewer)];
      expect(beside(mixed('kunjungan', '15.06.01', '15.06.02'), mixed('pasien', '15.06.02', '15.06.01')).why).toMatch(/Tidak ada di sana: .+, Februari\. Hanya ada di sana: .+, Februari\./);
    });
  });
});
