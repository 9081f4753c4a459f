import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AuditLog, Clock, type TaskContext } from 'tertib';
import { analysedTable, openedTable } from '../../../test/support/analysed.js';
import { analysedDataset } from '../../../test/support/analysed-dataset.js';
import { placesByPoints } from '../../../test/support/places.js';
import { undeclared } from '../../../test/support/declared-values.js';
import { PEOPLE, satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { Renderer } from '../../platform/notifications/rendering/renderer.js';
import { pdfText } from '../../testing/case/pdf-text.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DatasetLifecycle } from '../datasets/dataset-lifecycle.js';
import type { Variable } from '../datasets/dataset.types.js';
import { DEMO_DATASETS } from '../demo/demo-datasets.js';
import { JAMBI_POPULATION_2024 } from '../reference/index.js';
import type { Row } from './analyse.js';
import { analysisReport, resultTable } from './analysis-report.js';
import { resultRows } from './result-rows.js';
import { LargeProtections } from '../large/large-protections.service.js';
import { LetterData } from '../letters/letter-data.js';
import { REPORT } from '../letters/letter-examples.js';
import { ReviewPolicy } from '../review/review-policy.service.js';
import { AnalysisAnswers } from './analysis-answers.service.js';
import { AnalysisReports } from './analysis-reports.service.js';
import { AnalysisForms } from './analysis.forms.js';
import { AnalysisHandlers } from './analysis.handlers.js';
import { AnalysisDesk } from './analysis-desk.service.js';
import { TableQuery } from './analysis.schemas.js';
import type { DatasetAnalysis } from './opened.js';

const [population] = DEMO_DATASETS;
if (!population) throw new Error('no demo data set');

const analysed = (rows: readonly Row[], { variables, indicators }: Pick<typeof population, 'variables' | 'indicators'> = population): DatasetAnalysis => analysedTable({ variables: [...variables], indicators: [...indicators] }, rows);
const jambi = JAMBI_POPULATION_2024 as readonly Row[];
const PLACES = placesByPoints('kode_wilayah', JAMBI_POPULATION_2024.map((row) => row.kode_wilayah));

const renderer = new Renderer();
afterAll(() => renderer.onModuleDestroy());
/** The words of a letter as it is drawn; lines are broken anywhere. */
const drawn = async (name: string, context: Record<string, unknown>): Promise<string> => pdfText(await pdf(name, context)).replaceAll(/\s+/g, '');

function pdf(name: string, context: Record<string, unknown>): Promise<Buffer> {
  const letter = (file: string): string => readFileSync(join(__dirname, '../../../letters', `${file}.hbs`), 'utf8');
  return renderer.pdf({ html: letter(name), layout: letter('layout'), context: { kop: {}, ...context }, meta: { title: '', number: '', author: '', date: '2026-03-02T02:00:00Z', language: 'id' } });
}

/** What a drawn letter leads to. */
const linksOf = (drawing: Buffer): Set<string> => new Set([...drawing.toString('latin1').matchAll(/\/URI \((.*?)\)(?=\s)/g)].map(([, address = '']) => address.replaceAll(/\\(.)/g, '$1')));
/** The addresses that a letter is given. */
const addressesIn = (value: unknown): string[] => (typeof value === 'string' ? (value.startsWith('https://') ? [value] : []) : typeof value === 'object' && value !== null ? Object.values(value).flatMap(addressesIn) : []);

describe('what letters show of an analysis', () => {
  it('carries the indicators of each region by name, and those of all', () => {
    const { kolom, baris, jumlah, terpotong } = resultTable(analysed(jambi), PLACES);
    expect(kolom.map(({ key, angka }) => [key, angka])).toEqual([['kode_wilayah', false], ['tahun', false], ['kepadatan', true], ['rasio_jenis_kelamin', true]]);
    expect(baris.find(({ kode_wilayah: code }) => code?.startsWith('15.06'))).toMatchObject({ kode_wilayah: '15.06 Kabupaten Tanjung Jabung Barat', tahun: '2024', kepadatan: '60.78', rasio_jenis_kelamin: '106.37' });
    expect([jumlah?.['kepadatan'] !== undefined, terpotong]).toEqual([true, false]);
  });

  it('shows the measures where nothing is computed, and leaves what is too long to the report', () => {
    const many = Array.from({ length: 61 }, (_, index) => ({ ...jambi[0], tahun: String(1960 + index) }));
    const table = resultTable(analysed(many, { ...population, indicators: [] }), PLACES);
    expect(table.kolom.map(({ key }) => key)).toEqual(['kode_wilayah', 'tahun', 'laki_laki', 'perempuan', 'jumlah', 'luas_km2']);
    expect([table.baris.length, table.terpotong]).toEqual([60, true]);
  });

  it('says of which period the figures over all are, and which of them lack something', async () => {
    const years = jambi.flatMap((row) => [{ ...row, tahun: '2023', jumlah: '1' }, row]);
    const measures = { ...population, indicators: [] };
    const [{ luas_km2: _, ...first } = {}, ...rest] = jambi;
    const averages = { ...measures, variables: population.variables.map((one) => ({ ...one, additivity: 'average' as const })) };
    const [several, gap, none] = [analysed(years, measures), analysed([first, ...rest], measures), analysed(jambi, averages)].map((analysis) => resultTable(analysis, PLACES));
    expect([several, gap, none]).toMatchObject([{ jumlah: { jumlah: '3834439' }, jumlahPeriode: '2024', tidakLengkap: null }, { jumlahPeriode: null, tidakLengkap: { luas_km2: true } }, { jumlah: null }]);
    const [ofSeveral, ofGap, ofNone] = await Promise.all([several, gap, none].map((hasil) => drawn('surat-hasil-analisis', { hasil })));
    expect(ofSeveral).toMatch(/Seluruhnya2024.*3\.834\.439/);
    expect(ofSeveral).not.toContain('*');
    expect(ofGap).toMatch(/Seluruhnya1\..*\*.*Angkabertanda\*tidaklengkap/);
    expect(ofNone).not.toContain('Seluruhnya');
  });

  it('marks share and rank of a row among those of which something is missing, as the tables above it do', async () => {
    const [first = {}, { jumlah: _, ...second } = {}] = jambi;
    const table = openedTable({ variables: [...population.variables], indicators: [] }, [first, second]);
    const shown = analysisReport(table.analysis, table.found);
    expect(shown.baris.map(({ pangsa, peringkat, tidakLengkap }) => [pangsa, peringkat, tidakLengkap])).toEqual([['100.00', '1', { pangsa: true, peringkat: true }], ['', '', { pangsa: false, peringkat: false }]]);
    expect(await drawn('laporan-analisis', { ...shown, menurut: [] })).toMatch(/100,00\*1\*/);
  });
});

describe('the computed results in forms', () => {
  const key = (name: string, title: string, type: Variable['type'] = 'string'): Variable => ({ name, title, type, required: true, key: true });
  const remark: Variable = { name: 'keterangan', title: 'Keterangan', type: 'string', required: false, key: false };
  const value: Variable = { name: 'jumlah', title: 'Jumlah', type: 'integer', unit: 'jiwa', required: true, key: false };
  const named = (variables: Variable[], rows: Record<string, string>[]) => resultRows(openedTable({ variables }, rows).found, 'id').map(({ wilayah, periode, nilai }) => [wilayah, periode, nilai]);

  it('name a row by its keys, the region first, and not by what somebody remarked', () => {
    const rows: Record<string, string>[] = [{ kelamin: 'L', kode: '15.06', tahun: '2024', jumlah: '3', keterangan: 'sementara' }, { kelamin: 'P', kode: '15.06', tahun: '2024', jumlah: '4' }];
    expect(named([key('kelamin', 'Jenis kelamin'), remark, key('kode', 'Kode wilayah', 'region'), key('tahun', 'Tahun', 'integer'), value], rows)).toEqual([['Kabupaten Tanjung Jabung Barat, L', '2024', '3'], ['Kabupaten Tanjung Jabung Barat, P', '2024', '4'], ['Jumlah', '2024', '7']]);
  });

  it('name rows of a table without regions', () => {
    expect(named([key('pasar', 'Jenis pasar'), value], [{ pasar: 'Pasar ternak', jumlah: '3' }])).toEqual([['Pasar ternak', '2024', '3']]);
  });
});

describe('the report of an analysis', () => {
  const address = 'https://satudata.example.go.id';
  let world: SatuDataWorld;
  let dataset: DatasetEntity;
  const report = async (id: string, text = '') => (await world.app.get(LetterData).report(await world.app.get(AnalysisDesk).of(id), text)).data as unknown as ReturnType<typeof analysisReport> & { grafik: string[] };
  beforeAll(async () => {
    process.env['PUBLIC_URL'] = `${address}/`;
    world = await satuDataWorld();
    await analysedDataset(world, 2024, jambi.map((row) => ({ ...row, tahun: '2023' })), { state: 'published' });
    dataset = await analysedDataset(world, 2025, jambi.map((row) => ({ ...row })));
  });
  afterAll(async () => {
    delete process.env['PUBLIC_URL'];
    await world.close();
  });

  it('leads from each figure to where it comes from', async () => {
    const { kolom, baris, jumlah, jumlahRujukan, menurut, indikator, grafik } = await report(dataset.id);
    const place = (query: string) => `${address}/admin/satu-data/analysis/${dataset.id}/${encodeURIComponent(query)}`;
    expect(Object.fromEntries(kolom.map(({ key, angka }) => [key, angka]))).toMatchObject({ kode_wilayah: false, tahun: false, jumlah: true, kepadatan: true });
    expect(baris.find(({ pangsa }) => pangsa === '8.79')).toMatchObject({
      kode_wilayah: '15.06 Kabupaten Tanjung Jabung Barat', tahun: '2024', peringkat: '6', rujukan: { kepadatan: place('kepadatan.nilai;kode_wilayah=15.06;tahun=2024'), pangsa: place('jumlah.pangsa;kode_wilayah=15.06;tahun=2024') },
    });
    expect([jumlah?.['jumlah'], jumlahRujukan['jumlah']]).toEqual(['3834439', place('jumlah.nilai;tahun=2024')]);
    expect(menurut.map(({ judul, baris: { length } }) => [judul, length])).toEqual([['Jumlah penduduk menurut provinsi, 2024', 1], ['Jumlah penduduk menurut kabupaten atau kota, 2024', 11], ['Jumlah penduduk menurut tahun', 2]]);
    expect(menurut[1]?.baris[5]).toMatchObject({ nama: 'Kabupaten Tanjung Jabung Barat', nilai: { nilai: '336.978' }, selisih: { nilai: '0' }, pertumbuhan: { nilai: '+0,00' }, pangsa: { nilai: '8,79' }, peringkat: { nilai: '6' } });
    expect(indikator[0]).toMatchObject({ nama: 'Kepadatan penduduk', rumus: 'Jumlah penduduk ÷ Luas wilayah', rujukan: place('kepadatan.nilai;tahun=2024') });
    expect(grafik.map((one) => one.slice(0, 25))).toEqual(['data:image/svg+xml;base64', 'data:image/svg+xml;base64']);
  });

  it('shows the indicators of the newest period where a table has several', async () => {
    const years = await analysedDataset(world, 2028, jambi.flatMap((row) => [{ ...row, tahun: '2026', jumlah: '1' }, { ...row, tahun: '2027' }]), { slug: 'dua-tahun' });
    const { indikator, indikatorPeriode } = await report(years.id);
    expect([indikatorPeriode, indikator[0]]).toEqual(['2027', expect.objectContaining({ nama: 'Kepadatan penduduk', nilai: '78,22', sebab: null, rujukan: expect.stringContaining(encodeURIComponent('tahun=2027')) as string })]);
  });

  it('adds up each period of a table that has several by itself, says which of them lack something, and never adds up periods', async () => {
    const [first = {}, ...others] = jambi;
    const alone = { ...first, tahun: '2024' };
    const { luas_km2: _, ...without } = first;
    const years = await analysedDataset(world, 2029, [alone, ...[without, ...others].map((row) => ({ ...row, tahun: '2025' })), ...jambi.map((row) => ({ ...row, tahun: '2026', jumlah: '10' }))], { slug: 'tiga-tahun', rules: [] });
    const { jumlah, jumlahRujukan, tidakLengkap, jumlahTiapPeriode, terpotong } = await report(years.id);
    expect([jumlah, jumlahRujukan, tidakLengkap, terpotong]).toEqual([null, {}, {}, false]);
    expect(jumlahTiapPeriode).toMatchObject([
      { periode: '2025', jumlah: { jumlah: '3834439' }, tidakLengkap: { luas_km2: true } },
      { periode: '2026', jumlah: { jumlah: '110', luas_km2: expect.anything() as string, kepadatan: expect.anything() as string }, tidakLengkap: {}, rujukan: { kepadatan: expect.stringContaining(encodeURIComponent('tahun=2026')) as string } },
    ]);
    // What is computed of a sum that lacks something has no value.
    expect(jumlahTiapPeriode[0]?.jumlah['kepadatan']).toBeUndefined();
    const letter = await drawn('laporan-analisis', { ...(await report(years.id)) });
    expect(letter).toMatch(/Jumlah2025.*3\.834\.439.*Jumlah2026.*110/);
    expect(letter).not.toContain('Jumlah2024');
  });

  it('adds up no months of a stock in the period that they are of', async () => {
    const variables: Variable[] = [
      { name: 'tahun', title: 'Tahun', type: 'integer', required: true, key: true }, { name: 'bulan', title: 'Bulan', type: 'string', required: true, key: true },
      { name: 'penduduk', title: 'Penduduk', type: 'integer', unit: 'jiwa', required: true, key: false }, { name: 'kelahiran', title: 'Kelahiran', type: 'integer', unit: 'jiwa', required: true, key: false, additivity: 'flow' },
    ];
    const months = ['2023', '2024'].flatMap((tahun) => ['Januari', 'Februari'].map((bulan) => ({ tahun, bulan, penduduk: '100', kelahiran: '3' })));
    const stock = await analysedDataset(world, 2030, months, { slug: 'bulanan', variables, rules: [], indicators: [] });
    const { jumlahTiapPeriode, menurut } = await report(stock.id);
    expect(jumlahTiapPeriode.map(({ periode, jumlah }) => [periode, jumlah])).toEqual([['2023', { kelahiran: '6' }], ['2024', { kelahiran: '6' }]]);
    // Months are no parts of a whole, and have no rank among each other.
    expect(menurut.find(({ judul }) => judul === 'Penduduk menurut bulan, 2024')?.baris[0]).toMatchObject({ nama: 'Januari', nilai: { nilai: '100' }, pangsa: { nilai: '' }, peringkat: { nilai: '' } });
    const { rows } = await (await world.app.get(AnalysisDesk).of(stock)).ask('table', { ...TableQuery.parse({ by: 'bulan' }), language: 'id' });
    expect(rows.map(({ value, pangsa, peringkat }) => [value, pangsa, peringkat])).toEqual([['Januari', null, null], ['Februari', null, null]]);
  });

  it('leads from each figure that is drawn to where it comes from, in the file itself', async () => {
    const { tautan, ...told } = await report(dataset.id, 'Penduduk {{jumlah;kode_wilayah=15.06}}.');
    const links = linksOf(await pdf('laporan-analisis', { ...told, tautan, analisisLain: REPORT.analisisLain }));
    expect([...links].toSorted()).toEqual([...new Set([...addressesIn(told), REPORT.analisisLain[0]?.rujukan])].toSorted());
    expect([...links]).toEqual(expect.arrayContaining([`${address}/admin/satu-data/analysis/${dataset.id}`, `${address}/admin/satu-data/analysis/${dataset.id}#nilai-kosong`, expect.stringContaining('kepadatan.nilai%3Bkode_wilayah%3D15.06')]));
  });

  it('says that figures are links only where the office has said under which address its people work', async () => {
    const says = async () => (await drawn('laporan-analisis', { ...(await report(dataset.id)) })).includes('tautankeasal-usulnya');
    const linked = await says();
    delete process.env['PUBLIC_URL'];
    const unlinked = await says();
    process.env['PUBLIC_URL'] = `${address}/`;
    expect([linked, unlinked]).toEqual([true, false]);
  });

  it('puts figures into what staff wrote, as they are now', async () => {
    const { bagian } = await report(dataset.id, '# Ringkasan\nPenduduk **tumbuh** {{ jumlah.pertumbuhan }}\nmenjadi {{jumlah;kode_wilayah=15.06}}.\n\nRincian:\n- satu\n  lagi\n- {{apa saja}}');
    expect(bagian).toMatchObject([
      { judul: 'Ringkasan' },
      { paragraf: [{ teks: 'Penduduk ' }, { teks: 'tumbuh', tebal: true }, { teks: ' ' }, { teks: '0,00 % (dari 2023)', rujukan: expect.stringContaining('jumlah.pertumbuhan') as string }, { teks: ' menjadi ' }, { teks: '336.978 jiwa' }, { teks: '.' }] },
      { paragraf: [{ teks: 'Rincian:' }] },
      { butir: [{ potongan: [{ teks: 'satu lagi' }] }, { potongan: [{ teks: '{{apa saja}}', rujukan: '' }] }] },
    ]);
  });

  it('numbers the figures of the text, and lists what each is, of how many rows and by which query, for whoever has no links', async () => {
    const { bagian, asal } = await report(dataset.id, '# Penduduk {{jumlah;kode_wilayah=15.06}}\n\nPada {{kepadatan;kode_wilayah=15.06}}, dengan {{jumlah.nilai;kode_wilayah=15.06}}.');
    expect([bagian[0]?.judul, bagian[1]?.paragraf?.map(({ nomor }) => nomor)]).toEqual(['Penduduk 336.978 jiwa [1]', [null, 2, null, 1, null]]);
    const query = (column: string) => `${column}.nilai;kode_wilayah=15.06;tahun=2024`;
    expect(asal).toEqual([
      { nomor: 1, judul: expect.stringMatching(/Tanjung Jabung Barat, 2024$/), sebab: null, rumus: null, baris: 1, kueri: query('jumlah'), rujukan: expect.stringContaining(encodeURIComponent(query('jumlah'))) },
      { nomor: 2, judul: expect.stringContaining('Kepadatan'), sebab: null, rumus: expect.stringContaining('÷'), baris: 1, kueri: query('kepadatan'), rujukan: expect.any(String) },
    ]);
    expect((await report(dataset.id, 'Tanpa angka.')).asal).toEqual([]);
    const text = await drawn('laporan-analisis', { ...(await report(dataset.id, 'Ada {{jumlah;kode_wilayah=15.06}}.')) });
    expect(text).toMatch(/Ada336\.978jiwa\[1\]\..*Asalangkadalamuraian/s);
  });

  it('hands it to whoever judges it as they read it: with the figures, without the marks', async () => {
    const { ask } = await world.app.get(AnalysisDesk).of(dataset);
    expect(await ask('text', '## Ringkasan {{jumlah;kode_wilayah=15.06}}\n**Kepadatan** {{kepadatan.nilai;kode_wilayah=15.06;tahun=2024}}.\n\n- satu\n- {{apa saja}}')).toBe('Ringkasan 336.978 jiwa\n\nKepadatan 60,78 jiwa/km².\n\n- satu\n- {{apa saja}}');
  });

  it('refuses what leads to nothing where staff wrote it, with what was probably meant, and keeps the rest', async () => {
    const { ask } = await world.app.get(AnalysisDesk).of(dataset);
    expect((await ask('problems', '{{jumlah}} {{jumlh}} {{jumlh}} {{kepadatan.pangsa}} {{ terbuka')).map(({ id }) => id)).toEqual([
      'Ada kurung kurawal {{ … }} yang tidak lengkap.', '{{jumlh}}: Kolom “jumlh” tidak ada. Mungkin maksudnya “jumlah”.', '{{kepadatan.pangsa}}: “kepadatan” tidak dapat dijumlahkan, sehingga tidak punya pangsa.',
    ]);
    expect(await ask('problems', 'Tanpa angka.')).toEqual([]);
  });

  it('marks what is of a part only, and names what is missing', async () => {
    const gaps = await analysedDataset(world, 2026, jambi.slice(1).map((row, index) => ({ ...row, jumlah: index === 0 ? null : (row['jumlah'] ?? null) })), { slug: 'berlubang' });
    const { tidakLengkap, jumlah, kosong, barisTidakAda, nilaiKosong, menurut, indikator } = await report(gaps.id);
    expect(tidakLengkap).toMatchObject({ jumlah: true, laki_laki: true });
    expect([jumlah?.['kepadatan'], indikator[0]?.nilai, indikator[0]?.sebab]).toEqual([undefined, '', expect.stringMatching(/^Tidak dihitung: sebagian datanya kosong/)]);
    expect([kosong, barisTidakAda, nilaiKosong]).toEqual([['Kabupaten Merangin, 2024: Jumlah penduduk'], ['Kabupaten Kerinci, 2024'], 1]);
    expect(menurut[0]?.baris[0]?.nilai.nilai).toMatch(/\*$/);
  });

  it('names what is missing also below the rows that it shows, and counts what it does not name', async () => {
    const variables: Variable[] = [{ name: 'desa', title: 'Desa', type: 'string', required: true, key: true }, { name: 'jumlah', title: 'Jumlah', type: 'integer', required: false, key: false }];
    const ofRows = async (year: number, isMissing: (index: number) => boolean) => {
      const rows = Array.from({ length: 620 }, (_, index) => ({ desa: `D${index}`, jumlah: isMissing(index) ? null : '1' }));
      return report((await analysedDataset(world, year, rows, { slug: `kosong-${year}`, variables, rules: [], indicators: [] })).id);
    };
    const late = await ofRows(2031, (index) => index >= 610 && index < 613);
    expect([late.nilaiKosong, late.kosong, late.kosongLain]).toEqual([3, ['D610, 2031: Jumlah', 'D611, 2031: Jumlah', 'D612, 2031: Jumlah'], 0]);
    const many = await ofRows(2032, (index) => index % 10 === 9);
    expect([many.nilaiKosong, many.kosong.length, many.kosong[0], many.kosongLain]).toEqual([62, 40, 'D9, 2032: Jumlah', 22]);
    expect(await drawn('laporan-analisis', { ...many, baris: [] })).toMatch(/NilaikosongNilaiberikut.*D399,2032:Jumlah.*dan22nilailain/);
    // The sums of a long table may all have their value, though some of its rows have none.
    expect(await drawn('laporan-analisis', { ...late, baris: [], kosong: [], kosongLain: 3 })).toContain('3nilaipadabarisyangdilaporaninidijumlahkan');
  });

  it('lists what has no value in forms too, so that nobody overlooks it', async () => {
    const gaps = await analysedDataset(world, 2027, jambi.map((row, index) => ({ ...row, luas_km2: index === 0 ? null : (row['luas_km2'] ?? null) })), { slug: 'tanpa-luas' });
    const rows = await (await world.app.get(AnalysisDesk).of(gaps)).ask('results', 'id');
    expect(rows.filter(({ wilayah }) => wilayah === 'Kabupaten Kerinci').map(({ indikator, nilai }) => [indikator, nilai])).toEqual(expect.arrayContaining([['Luas wilayah', 'tidak ada data'], ['Kepadatan penduduk', 'tidak ada data']]));
  });

  it('takes a form whose text names figures, and refuses one that names what is not there, at the field', async () => {
    const { app, database } = world;
    const forms = new AnalysisForms(app.get(AnalysisAnswers), app.get(AnalysisDesk), app.get(AnalysisReports), database);
    const send = (uraian: string) => database.tx(() => forms.written({ formKey: 'analisis', variables: { dataset: dataset.id }, submissionId: `s-${uraian.length}`, caseId: dataset.periodId, processInstanceId: 'p1', at: world.state.now, data: { uraian } } as unknown as Parameters<typeof forms.written>[0]));
    await expect(send('Tumbuh {{jumlah.pertumbuan}}.')).rejects.toMatchObject({ problems: [{ path: 'uraian', message: { id: '{{jumlah.pertumbuan}}: Ukuran “pertumbuan” tidak ada. Mungkin maksudnya “pertumbuhan”.' } }] });
    const before = world.letters.length;
    await expect(send('Tumbuh {{jumlah.pertumbuhan}}.')).resolves.toBeUndefined();
    // Whoever examines it finds their words in the report at once, and the report on the page of the analysis.
    expect([world.letters.length - before, JSON.stringify(world.letters.at(-1)?.data)]).toEqual([1, expect.stringContaining('"teks":"0,00 % (dari 2023)"')]);
    expect(await world.as(PEOPLE.staf, () => app.get(AnalysisReports).newest(dataset))).toBe(world.letters.at(-1)?.file.id);
    expect(await world.as(PEOPLE.operator, () => app.get(AnalysisReports).newest(dataset))).toBeNull();
  });

  it('is handed on by whoever wrote it, and is the staff’s again when it is computed once more', async () => {
    const { app, database, state } = world;
    const own = await analysedDataset(world, 2033, jambi.slice(0, 2), { slug: 'diteruskan', state: 'analysed' });
    const kept = async () => { const { analysisHandedOnAt, updatedAt } = await database.read.findOneByOrFail(DatasetEntity, { id: own.id }); return { analysisHandedOnAt, updatedAt }; };
    const forms = new AnalysisForms(app.get(AnalysisAnswers), app.get(AnalysisDesk), app.get(AnalysisReports), database);
    const handlers = new AnalysisHandlers(app.get(AnalysisDesk), app.get(DatasetLifecycle), app.get(AnalysisReports), app.get(ReviewPolicy), app.get(LargeProtections), app.get(Clock), app.get(AuditLog));
    const compute = () => handlers.analyse({ dataset: own.id }, { caseId: own.periodId, elementId: 'e', processInstanceId: 'p3', idempotencyKey: (name: string) => `${String(state.now)}:${name}`, step: { tx: (_: string, work: Parameters<typeof database.tx>[0]) => database.tx(work) } } as unknown as TaskContext);
    await compute();
    expect(await kept()).toEqual({ analysisHandedOnAt: null, updatedAt: own.updatedAt });
    await database.tx(() => forms.written({ formKey: 'analisis', variables: { dataset: own.id }, submissionId: 's-33', caseId: own.periodId, processInstanceId: 'p3', at: state.now, data: { uraian: 'Tetap.' } } as unknown as Parameters<typeof forms.written>[0]));
    expect(await kept()).toEqual({ analysisHandedOnAt: state.now, updatedAt: own.updatedAt });
    await compute();
    expect(await kept()).toEqual({ analysisHandedOnAt: null, updatedAt: state.now });
  });

  it('tells in the form which columns seem to hold personal data, and keeps why they do not, for as long as that is said', async () => {
    const { app, database } = world;
    const pasar: Variable = { name: 'nama', title: 'Nama', type: 'string', required: true, key: true };
    const asked = await analysedDataset(world, 2026, [{ nama: 'Pasar Tanggo Rajo', jumlah: '3' }], { slug: 'pasar', variables: [pasar, { name: 'jumlah', title: 'Jumlah', type: 'integer', required: true, key: false }], rules: [], indicators: [] });
    const forms = new AnalysisForms(app.get(AnalysisAnswers), app.get(AnalysisDesk), app.get(AnalysisReports), database);
    const about = { formKey: 'analisis', variables: { dataset: asked.id }, caseId: asked.periodId, processInstanceId: 'p2' };
    const shown = async () => { const { adaDugaan, kolomDiduga, ...more } = await forms.analysis({ ...about, taskId: null, elementId: null, officeId: null, user: PEOPLE.staf }); return { adaDugaan, kolomDiduga, ...more }; };
    const send = (data: object) => database.tx(() => forms.written({ ...about, submissionId: `s-${Object.keys(data).length}`, at: world.state.now, data: { uraian: 'Pasar.', ...data } } as unknown as Parameters<typeof forms.written>[0]));
    const kept = async () => (await database.read.findOneByOrFail(DatasetEntity, { id: asked.id })).variables.map(({ notPersonal }) => notPersonal ?? null);
    expect(await shown()).toMatchObject({ adaDugaan: 'ya', kolomDiduga: [{ kolom: 'Nama', sebab: 'nama orang' }] });
    await send({ adaDugaan: 'ya', dataPribadi: 'bukan', alasanBukanPribadi: 'Nama pasar.' });
    expect([await kept(), await shown()]).toMatchObject([['Nama pasar.', null], { dataPribadi: 'bukan', alasanBukanPribadi: 'Nama pasar.' }]);
    await send({ adaDugaan: 'ya', dataPribadi: 'benar' });
    expect(await kept()).toEqual([null, null]);
    await database.tx((db) => db.update(DatasetEntity, asked.id, { riskClass: 'tertutup' }));
    // Step 14 can open it.
    expect(await shown()).toMatchObject({ adaDugaan: 'ya', kolomDiduga: [{ kolom: 'Nama' }] });
  });

  it('lists figures in forms with the way to where each comes from', async () => {
    const rows = await (await world.app.get(AnalysisDesk).of(dataset)).ask('results', 'id');
    expect(rows.find(({ wilayah, indikator }) => /Tanjung Jabung Barat/.test(wilayah) && /Kepadatan/.test(indikator))).toEqual({
      indikator: 'Kepadatan penduduk', wilayah: 'Kabupaten Tanjung Jabung Barat', periode: '2024', nilai: '60,78', satuan: 'jiwa/km²',
      asal: { teks: 'Lihat', tautan: `/satu-data/analysis/${dataset.id}/${encodeURIComponent('kepadatan.nilai;kode_wilayah=15.06;tahun=2024')}` },
    });
    expect(rows.filter(({ wilayah }) => wilayah === 'Jumlah').map(({ periode, nilai }) => [periode, nilai])).toContainEqual(['2024', '3.834.439']);
  });

  it('lists them in English for whoever reads English', async () => {
    const rows = await (await world.app.get(AnalysisDesk).of(dataset)).ask('results', 'en');
    expect(rows.find(({ wilayah, indikator }) => /Tanjung Jabung Barat/.test(wilayah) && /Kepadatan/.test(indikator))).toMatchObject({ nilai: '60.78', asal: { teks: 'See' } });
    expect(rows.some(({ wilayah }) => wilayah === 'Total')).toBe(true);
  });

  it('names all that it hands to the letter in its example', async () => expect(undeclared(await report(dataset.id, '# A\nb {{jumlah}}\n- c'), REPORT)).toEqual([]));
});
