import { Readable } from 'node:stream';
import { openedTable } from '../../../test/support/analysed.js';
import type { Bar, Bars } from '../analysis/bars.js';
import type { Variable } from '../datasets/dataset.types.js';
import { DOWNLOADS } from '../publication/downloads.js';
import type { PublicationEntity } from '../publication/publication.entity.js';
import { withWritten } from '../publication/written-codes.js';
import { accessibilityFacts } from '../review/quality-facts.js';
import { chartSvg } from './chart.js';
import { ckanPackage } from './ckan-package.js';
import { dataPackage } from './data-package.js';
import { dataJson } from './data-json.js';
import { datasetPage } from './dataset-page.js';
import { formatDecimal } from './number-format.js';
import { PortalController } from './portal.controller.js';
import { PortalRenderer } from './portal-renderer.js';
import { provenancePage } from './provenance-page.js';
import { portalTexts } from './texts.js';

const ZONE = 'Asia/Jakarta';
const at = new Date('2026-03-01T03:00:00.000Z');
const published: PublicationEntity = {
  id: '0190', slug: 'penduduk', datasetId: 'd', periodId: 'p', periodTitle: 'Data 2026', officeCode: 'DUKCAPIL', officeName: 'Dukcapil', title: 'Penduduk <b>', definition: 'Jumlah',
  unit: 'jiwa', metadata: { code: '1506.01', ddpCode: '-', kind: 'statistik', riskClass: 'terbuka', classification: null, schedule: 'tahunan', method: null, dataPeriod: '2024', referenceSource: null, contact: null },
  columns: [{ name: 'kode', title: 'Wilayah', type: 'region', key: true }, { name: 'tahun', title: 'Tahun', type: 'integer', key: true }, { name: 'jumlah', title: 'Jumlah', type: 'integer', unit: 'jiwa' }],
  rows: [{ kode: '15.06', tahun: '2024', jumlah: '336978' }, { kode: '15.07', tahun: '2024', jumlah: '244905' }],
  totals: { jumlah: '581883' }, totalsOf: { period: null, incomplete: [] }, licence: 'CC-BY-4.0', publishedAt: at, modifiedAt: at, fileId: 'f', fileSize: 12, sha256: 'ab', hidden: null, rowCount: null, provenance: null,
  chart: {
    measure: 'jumlah', by: 'Wilayah', key: 'kode', period: '2024', periodKey: 'tahun', at: { tahun: '2024' }, areTimes: false, count: 2, incomplete: false, hides: false,
    bars: [{ code: '15.06', value: '336978', incomplete: false, rows: [0], without: [] }, { code: '15.07', value: '244905', incomplete: false, rows: [1], without: [] }],
  },
};

const values = (facts: readonly { readonly value: { readonly id: string } }[]) => facts.map(({ value }) => value.id);

describe('formatDecimal', () => {
  it.each([['5544.567', 'id', '5.544,567'], ['336978', 'id', '336.978'], ['-1234567.5', 'en', '-1,234,567.5'], ['60.78', 'id', '60,78'], ['n/a', 'id', 'n/a']] as const)('%s in %s is %s', (value, language, shown) => {
    expect(formatDecimal(value, language)).toBe(shown);
  });
});

describe('the page of a data set', () => {
  it('names regions, groups numbers but not years, and adds a total', () => {
    const page = datasetPage(published, portalTexts('id'), 'id', ZONE);
    expect(page.rows[0]?.map(({ value }) => value)).toEqual(['15.06 Kabupaten Tanjung Jabung Barat', '2024', '336.978']);
    const called = published.columns.map((column) => (column.name === 'kode' ? { ...column, titles: { '15.06': { id: 'Kuala Tungkal dan sekitarnya', en: 'Kuala Tungkal and around' } } } : column));
    expect(datasetPage({ ...published, columns: called }, portalTexts('en'), 'en', ZONE).rows.map(([first]) => first?.value)).toEqual(['15.06 Kuala Tungkal and around', '15.07']);
    expect(page.totals?.map(({ value }) => value)).toEqual(['Jumlah', '', '581.883']);
  });

  it("tells choices of the data list in the reader's language", () => {
    const told = (language: 'id' | 'en') => datasetPage(published, portalTexts(language), language, ZONE).metadata.map(({ value }) => value);
    expect([told('id'), told('en')]).toEqual([expect.arrayContaining(['Statistik', 'Terbuka']), expect.arrayContaining(['Statistics', 'Open'])]);
  });

  it('offers the files that are served, and BPS is told of the formats of no others', () => {
    const routes = Object.values(Object.getOwnPropertyDescriptors(PortalController.prototype)).map(({ value }) => String(Reflect.getMetadata('path', value as object) ?? ''));
    const served = routes.flatMap((path) => /^dataset\/:slug\/(.+\.(?!svg)\w+)$/.exec(path)?.[1] ?? []);
    expect(served).toEqual(['data.csv', 'datapackage.json']);
    expect(datasetPage(published, portalTexts('id'), 'id', ZONE).downloads).toEqual([{ href: '/dataset/penduduk/data.csv', label: 'Unduh CSV', isMain: true }, { href: '/dataset/penduduk/datapackage.json', label: 'Paket data (JSON)', isMain: false }]);
    expect(Object.values(DOWNLOADS).map(({ file }) => file)).toEqual(served);
    expect(values(accessibilityFacts({ riskClass: 'terbuka', licence: null, variables: [], metadataCode: null }))[2]).toBe(Object.values(DOWNLOADS).map(({ format }) => format).join(', '));
  });

  it('says which period its total is of and what that lacks, and has none where nothing adds up or nobody knows what was added up', () => {
    const of = (more: Partial<PublicationEntity>) => datasetPage({ ...published, ...more }, portalTexts('id'), 'id', ZONE);
    const marked = of({ totalsOf: { period: '2024', incomplete: ['jumlah'] } });
    expect([marked.totals?.map(({ value }) => value), marked.totalsIncomplete]).toEqual([['Jumlah 2024', '', '581.883 *'], '*: tidak lengkap, karena sebagian nilai atau baris tidak ada.']);
    expect([of({}).totalsIncomplete, of({ totals: {} }).totals, of({ totalsOf: null }).totals]).toEqual([null, null, null]);
    expect(of({ totals: {}, hidden: [{ row: 2, column: 'jumlah', why: 'frequency' }] }).totals?.map(({ value }) => value)).toEqual(['Jumlah', '', 'c']);
  });

  it.each([
    ['of several years has the newest one alone', [['15.06', '2023', '300000'], ['15.07', '2023', '200000'], ['15.06', '2024', '336978'], ['15.07', '2024', '244905']], ['Jumlah 2024', '', '581.883'], [2, 3], /^$/],
    ['of a province and its regencies has the province’s own', [['15', '2024', '600000'], ['15.06', '2024', '336978'], ['15.07', '2024', '244905']], ['Jumlah', '', '600.000'], [0], /15\.06 Kabupaten Tanjung Jabung Barat, 2024; 15\.07.*\.$/],
    ['of both has both', [['15', '2023', '9'], ['15.06', '2023', '8'], ['15', '2024', '7'], ['15.06', '2024', '6'], ['15.07', '2024', '1']], ['Jumlah 2024', '', '7'], [2], /15\.06.*2024; 15\.07.*, 2024\.$/],
  ] as const)('of a table %s, as the report says it, made of the rows that were added up', (_, cells, shown, added, leftOut) => {
    const variables = published.columns.map((column): Variable => ({ ...column, required: true, key: column.key ?? false }));
    const rows = cells.map(([kode, tahun, jumlah]) => ({ kode, tahun, jumlah }));
    const { analysis, found: { figures } } = openedTable({ variables }, rows);
    const page = datasetPage({ ...published, rows, totals: analysis.totals, totalsOf: analysis.totalsOf }, portalTexts('id'), 'id', ZONE);
    expect(page.totals?.map(({ value }) => value)).toEqual(shown);
    const source = { fileName: null, columns: { jumlah: 'C' }, rowNumbers: rows.map((__, index) => index) };
    const told = provenancePage({ ...published, rows, totals: analysis.totals, totalsOf: analysis.totalsOf }, { steps: [], formulas: {}, source }, { row: rows.length, column: 'jumlah' }, portalTexts('id'), 'id', ZONE);
    expect(told.cells.map(({ cell }) => cell)).toEqual(added.map((row) => `C${row}`));
    expect(told.leftOut ?? '').toMatch(leftOut);
    expect(analysis.totals['jumlah']).toBe(figures.of({ column: 'jumlah', operation: 'nilai', where: { tahun: '2024' } }).value);
  });

  it('has no total of an index or of years of schooling, nor what would be computed of them', () => {
    const key: Variable = { name: 'kode', title: 'Wilayah', type: 'region', required: true, key: true };
    const measures = ([['ipm', 'Indeks pembangunan manusia', null], ['sekolah', 'Rata-rata lama sekolah', 'tahun'], ['lain', 'Lain', null]] as const).map(([name, title, unit]): Variable => ({ name, title, unit, type: 'number', required: true, key: false }));
    const rows = ['15.01', '15.02', '15.03', '15.04'].map((kode) => ({ kode, ipm: '70.5', sekolah: '8.2', lain: '1' }));
    const { analysis, found: { figures } } = openedTable({ variables: [key, ...measures], indicators: [{ name: 'separuh', title: 'Separuh', unit: '', formula: 'ipm ÷ 2', numerator: '', denominator: '', factor: '1', decimals: 1 }] }, rows);
    expect([analysis.totals, analysis.rows[0]?.['separuh'], figures.of({ column: 'ipm', operation: 'nilai', where: { periode_pengumpulan: '2024' } }).why]).toEqual([{}, '35.3', 'not-additive']);
    expect(datasetPage({ ...published, columns: [...analysis.columns], rows, totals: analysis.totals, totalsOf: analysis.totalsOf }, portalTexts('id'), 'id', ZONE).totals).toBeNull();
  });

  it('tells a cell that is not shown from one that is missing, and says why', () => {
    const rows = [{ kode: '15.06', tahun: '2024' }, { kode: '15.07', tahun: '2024' }];
    const page = datasetPage({ ...published, rows, totals: {}, hidden: [{ row: 0, column: 'jumlah', why: 'frequency' }] }, portalTexts('id'), 'id', ZONE);
    expect([page.rows.map((row) => row[2]?.value), page.confidential, datasetPage(published, portalTexts('id'), 'id', ZONE).confidential]).toEqual([['c', ''], true, false]);
  });

  it('draws the bars that were published, named', async () => {
    const svg = await chartSvg(published, 'id');
    expect(svg).toContain('336.978');
    const [, end] = /<text[^>]*text-anchor="end"[^>]*translate\(([\d.]+)[^>]*>Kabupaten Tanjung Jabung Barat</.exec(svg ?? '') ?? [];
    expect(Number(end)).toBeGreaterThan('Kabupaten Tanjung Jabung Barat'.length * 7);
    // On a telephone names stand above their bars, at the size at which they are read.
    expect(await chartSvg(published, 'id', 'narrow')).toMatch(/width="320".*>336\.978 · Kabupaten Tanjung Jabung Barat</s);
    expect(await chartSvg({ ...published, chart: null }, 'id')).toBeNull();
  });

  const chart = published.chart as Bars;
  const [first, second] = chart.bars as [Bar, Bar];
  const told = (more: Partial<Bars>, language: 'id' | 'en' = 'id', of: Partial<PublicationEntity> = {}) => datasetPage({ ...published, chart: { ...chart, ...more }, ...of }, portalTexts(language), language, ZONE).chart;

  it('says what its chart shows, and gives no numbers that the table has', () => {
    expect(told({})).toEqual({ title: 'Jumlah', about: 'Jumlah menurut Wilayah, periode 2024.', numbers: null });
    expect(told({ period: null, periodKey: null, by: 'Tahun', key: 'tahun', at: { kode: '15.06' } }, 'en')?.about).toBe('Jumlah by Tahun (Wilayah: 15.06 Kabupaten Tanjung Jabung Barat).');
    expect(told({ count: 41, areTimes: true, incomplete: true, hides: true })?.about).toBe('Jumlah menurut Wilayah, periode 2024. Ditampilkan 2 yang terbaru dari 41. Sebagian nilai tidak ada (tanda *, atau tanpa batang). Yang memuat angka dilindungi tidak digambar.');
    expect(datasetPage({ ...published, chart: null }, portalTexts('id'), 'id', ZONE).chart).toBeNull();
  });

  it('gives the sums of its chart as numbers that lead on: to what was added up, and to the one row that it is', () => {
    const shown = told({ bars: [{ ...first, rows: [0, 1] }, { ...second, incomplete: true }] });
    expect(shown?.about).toBe('Jumlah, dijumlahkan menurut Wilayah, periode 2024.');
    expect(shown?.numbers).toMatchObject({
      by: 'Wilayah', measure: 'Jumlah', unit: 'jiwa', isOpen: true, hint: expect.stringContaining('adalah jumlah barisnya'),
      bars: [
        { name: '15.06 Kabupaten Tanjung Jabung Barat', value: '336.978', href: `/dataset/penduduk/asal-usul/${encodeURIComponent('jumlah.nilai;kode=15.06;tahun=2024')}?lang=id` },
        { name: '15.07 Kabupaten Tanjung Jabung Timur', value: '244.905 *' },
      ],
    });
    // Also numbers of rows that the page does not show.
    const many = Array.from({ length: 501 }, (_, index) => ({ kode: String(index), tahun: '2024', jumlah: '1' }));
    expect(told({ bars: [first, { ...second, rows: [500] }] }, 'id', { rows: many })).toMatchObject({ about: expect.stringContaining('Dihitung dari seluruh data'), numbers: { hint: null, bars: [{}, { href: expect.stringContaining(encodeURIComponent('kode=500')) }] } });
    expect(told({ bars: Array.from({ length: 9 }, (_, index) => ({ ...first, code: `k${index}`, rows: [0, 1] })) })?.numbers).toMatchObject({ isOpen: false, count: '9' });
  });

  it('has them in its page, and none where nothing is drawn', async () => {
    const html = async (of: PublicationEntity) => new PortalRenderer({ get: async (_: string, fallback: unknown) => fallback } as never).page('dataset', { language: 'id', title: of.title }, datasetPage(of, portalTexts('id'), 'id', ZONE));
    const sums = await html({ ...published, chart: { ...chart, bars: [{ ...first, rows: [0, 1] }, second] } });
    expect(sums).toContain('<details open><summary>Angka pada grafik (2)</summary>');
    expect(sums).toMatch(/<th scope="row">15\.06 Kabupaten Tanjung Jabung Barat<\/th><td class="number"><a class="asal-usul" rel="nofollow" href="\/dataset\/penduduk\/asal-usul\/jumlah/);
    expect([(await html(published)).includes('<details'), (await html({ ...published, chart: null })).includes('chart.svg')]).toEqual([false, false]);
  });

  it('counts what a search finds, one as one', async () => {
    const found = async (count: number) => /role="status">([^<]*)</.exec(await new PortalRenderer({ get: async (_: string, fallback: unknown) => fallback } as never).page('list', { language: 'en', title: 'P' }, { count, isOne: count === 1, results: [published] }))?.[1];
    expect([await found(1), await found(2)]).toEqual(['1 data set', '2 data sets']);
  });

  it('shows of a large table the first rows, how many there are, the size of its file, and sums of all', async () => {
    const rows = Array.from({ length: 1000 }, () => ({ kode: '15.06', tahun: '2024', jumlah: '1' }));
    const bars = Array.from({ length: 40 }, (_, index) => ({ code: index === 0 ? '15.07' : `k${index}`, value: String(50 - index), incomplete: index === 0, rows: [], without: [] }));
    const large = { ...published, rows, rowCount: 150_000, fileSize: 12_345_678, chart: { ...chart, bars, count: 41, incomplete: true } };
    const page = datasetPage(large, portalTexts('en'), 'en', ZONE);
    expect([page.rows.length, page.downloads[0]?.label, page.partly]).toEqual([100, 'Download CSV (12.3 MB)', 'Only 100 of 150,000 rows are shown here; the CSV file has all of them. The row Total is of all data.']);
    expect(page.chart?.about).toBe('Jumlah, added up by Wilayah, period 2024. Worked out from all data, not only from the rows that are shown below. The largest 40 of 41 are shown. Some values are missing (marked *, or without a bar).');
    expect(page.chart?.numbers?.bars.length).toBe(40);
    const svg = await chartSvg(large, 'id');
    expect([svg?.includes('Kabupaten Tanjung Jabung Timur *'), svg?.includes('>k1<')]).toEqual([true, true]);
    expect(datasetPage({ ...large, fileSize: 900 }, portalTexts('id'), 'id', ZONE).downloads[0]?.label).toBe('Unduh CSV (1 kB)');
  });

  it('shows of any table as many rows as a reader and the server bear, and says that the file has all', () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => ({ kode: String(index), tahun: '2024', jumlah: '1' }));
    const page = datasetPage({ ...published, rows }, portalTexts('id'), 'id', ZONE);
    expect([page.rows.length, page.partly, page.totals?.at(-1)?.href !== null]).toEqual([500, 'Di sini hanya 500 dari 100.000 baris yang ditampilkan; semua baris ada dalam berkas CSV. Baris Jumlah dihitung dari seluruh data.', true]);
    expect([datasetPage(published, portalTexts('id'), 'id', ZONE).partly, datasetPage({ ...published, rows: rows.slice(0, 500) }, portalTexts('id'), 'id', ZONE).partly]).toEqual([null, null]);
  });
});

describe('what harvesters read', () => {
  it('is a CKAN package whose resource is the CSV with its hash', () => {
    expect(ckanPackage(published, 'https://data.example')).toMatchObject({
      name: 'penduduk', license_id: 'CC-BY-4.0', metadata_modified: '2026-03-01T03:00:00.000000', organization: { name: 'dukcapil' },
      resources: [{ format: 'CSV', url: 'https://data.example/dataset/penduduk/data.csv', hash: 'sha256:ab', size: 12 }],
    });
  });

  it('is a data package whose columns say by which rule they were verified', () => {
    const [kode, tahun, jumlah] = published.columns;
    const columns = [{ ...kode, required: true }, tahun, { ...jumlah, min: '0', required: true, definition: 'Banyaknya penduduk' }] as PublicationEntity['columns'];
    expect(dataPackage({ ...published, columns: withWritten(columns, published.rows) }, 'https://data.example')).toMatchObject({
      name: 'penduduk', licenses: [{ name: 'CC-BY-4.0' }],
      resources: [{
        path: 'https://data.example/dataset/penduduk/data.csv', bytes: 12, hash: 'sha256:ab',
        schema: { primaryKey: ['kode', 'tahun'], fields: [{ name: 'kode', type: 'string', constraints: { required: true } }, { constraints: { required: true } }, { description: 'Banyaknya penduduk', unit: 'jiwa', constraints: { required: true, minimum: '0' } }] },
      }, { name: 'penduduk.kode.kode' }],
    });
  });

  it('is a package that names the codes of a column where they are few, and else has those that are written as a table beside the data', () => {
    const [kode, tahun, jumlah] = published.columns;
    const kelamin = { name: 'kelamin', title: 'Jenis kelamin', type: 'string', list: 'kelamin', codes: ['L', 'P'] } as const;
    const urusan = { name: 'urusan', title: 'Urusan', type: 'string', list: 'urusan', titles: { '1.02': { id: 'Kesehatan', en: 'Health' } } } as const;
    const rows = published.rows.map((row) => ({ ...row, kelamin: 'L', urusan: '1.02' }));
    const columns = withWritten([{ ...kode, titles: { '15.06': { id: 'Tanjung Jabung Barat', en: 'West Tanjung Jabung' } } }, tahun, jumlah, kelamin, urusan] as PublicationEntity['columns'], rows);
    const [table, ...codes] = dataPackage({ ...published, columns }, 'https://data.example').resources;
    expect(table.schema.fields.map(({ name, codeList, constraints }) => [name, codeList, constraints?.enum])).toEqual([['kode', 'kemendagri', undefined], ['tahun', undefined, undefined], ['jumlah', undefined, undefined], ['kelamin', 'kelamin', ['L', 'P']], ['urusan', 'urusan', undefined]]);
    expect(table.schema).toMatchObject({ foreignKeys: [{ fields: ['kode'], reference: { resource: 'penduduk.kode.kode', fields: ['kode'] } }, { fields: ['urusan'], reference: { resource: 'penduduk.kode.urusan', fields: ['kode'] } }] });
    expect(codes.map(({ name, data }) => [name, data])).toEqual([
      ['penduduk.kode.kode', [{ kode: '15.06', nama: 'Tanjung Jabung Barat' }, { kode: '15.07', nama: '' }]],
      ['penduduk.kode.urusan', [{ kode: '1.02', nama: 'Kesehatan' }]],
    ]);
    // Nobody knows all codes of a table of which only the first rows are at hand.
    const [large, ...none] = dataPackage({ ...published, columns, rowCount: 200_000 }, 'https://data.example').resources;
    expect([none, Object.keys(large.schema)]).toEqual([[], ['fields', 'primaryKey', 'missingValues']]);
  });

  it('is a package that reads the letter for what is not told as missing, and does not require it', () => {
    const columns = published.columns.map((column) => ({ ...column, required: true }));
    const [resource] = dataPackage({ ...published, columns, hidden: [{ row: 0, column: 'jumlah', why: 'frequency' }] }, 'https://data.example').resources;
    expect([resource.schema.missingValues, resource.schema.fields.map(({ constraints }) => constraints?.required)]).toEqual([['', 'c'], [true, true, undefined]]);
  });

  it('is a package that does not say between what bounds a hidden cell lies', () => {
    const columns = published.columns.map((column) => (column.name === 'jumlah' ? { ...column, min: '3', max: '90' } : column));
    const constraints = (hidden: typeof published.hidden) => dataPackage({ ...published, columns, hidden }, 'https://data.example').resources[0].schema.fields.at(-1)?.constraints;
    expect([constraints([]), constraints([{ row: 0, column: 'jumlah', why: 'frequency' }])]).toEqual([{ minimum: '3', maximum: '90' }, undefined]);
  });

  it('is a data package at the address of the data set, and a sentence where there is none', async () => {
    const answered: unknown[] = [];
    const response = { status: (code: number) => (answered.push(code), response), type: () => response, send: (text: string) => answered.push(text), json: (body: { name: string }) => answered.push(body.name) };
    const asked: string[] = [];
    let now = { ...published, columns: withWritten(published.columns, published.rows) };
    const portal = new PortalController({ find: async (slug: string, ...also: string[]) => (asked.push(...also), slug === now.slug ? now : null) } as never, {} as never, {} as never, { of: () => 'https://data.example' }, {} as never);
    for (const slug of ['penduduk', 'lain']) await portal.package(slug, {} as never, response as never);
    expect(answered).toEqual(['penduduk', 404, portalTexts('id').notFound]);
    expect(asked).not.toContain('rows');
    // Of what earlier versions published nobody kept which codes are written.
    now = { ...published, columns: [...published.columns] };
    await portal.package('penduduk', {} as never, response as never);
    expect(asked).toContain('rows');
  });

  it('is sent once to whoever says which one he has: neither its file is opened nor its chart drawn', async () => {
    const tags: string[] = [];
    const statuses: number[] = [];
    const response = { set: (_: string, tag: string) => tags.push(tag), status: (code: number) => (statuses.push(code), response), type: () => response, send: () => undefined, end: () => undefined };
    const stream = jest.fn(async () => Readable.from(['a']));
    const portal = new PortalController({ find: async () => published } as never, {} as never, { stream } as never, {} as never, {} as never);
    for (const fresh of [false, true]) {
      await portal.csv('penduduk', { fresh } as never, response as never);
      await portal.chart('penduduk', { lang: 'id', shape: 'wide' }, { fresh } as never, response as never);
    }
    expect([stream.mock.calls.length, statuses, tags[0], tags[1] === tags[3]]).toEqual([1, [304, 304], '"ab"', true]);
  });

  it('is a catalogue that lists every data set', () => {
    const catalogue = dataJson([published], { name: 'Kantor', email: 'a@b.example' }, 'https://data.example');
    expect(catalogue.dataset).toHaveLength(1);
    expect(catalogue.dataset[0]).toMatchObject({ identifier: 'https://data.example/dataset/penduduk', accessLevel: 'public', contactPoint: { hasEmail: 'mailto:a@b.example' } });
  });
});
