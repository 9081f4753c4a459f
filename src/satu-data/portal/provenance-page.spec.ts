import type { Provenance } from '../provenance/provenance.types.js';
import { publicProvenance } from '../provenance/public-provenance.js';
import type { PublicationEntity } from '../publication/publication.entity.js';
import { datasetPage } from './dataset-page.js';
import { figureName, figurePlace } from './figure-place.js';
import { PortalRenderer } from './portal-renderer.js';
import { ProvenanceController } from './provenance.controller.js';
import { portalTexts } from './texts.js';

const ZONE = 'Asia/Jakarta';
const at = new Date('2026-03-01T03:00:00.000Z');
const text = (id: string) => ({ id, en: `${id} (en)` });
const everybody = 'everybody' as const;
const STEPS: Provenance['steps'] = [
  { step: '1', title: text('Ditugaskan'), at: at.toISOString(), by: { role: text('Kepala Dinas'), office: 'Dinas Kominfo', name: 'Orang Tertentu' }, facts: [{ label: text('Surat penugasan'), value: text('nomor 1/ST'), audience: everybody, fileId: 'f1' }, { label: text('Instruksi'), value: text('Tolong Pak Budi'), audience: 'staff' }] },
  { step: '8', title: text('Disampaikan'), at: at.toISOString(), by: { role: text('Operator'), office: 'Dukcapil', name: 'Operator Tertentu' }, facts: [{ label: text('Sidik'), value: text('abc123'), audience: 'unprotected' }] },
  { step: '12', title: text('Dikirim'), at: null, by: null, facts: [] },
  { step: '15', title: text('Dipublikasikan'), at: at.toISOString(), by: null, facts: [] },
];
const provenance: Provenance = {
  steps: STEPS, formulas: { rasio: { formula: 'Laki-laki ÷ Perempuan × 100', columns: ['l', 'p'] } }, source: { fileName: 'penduduk.xlsx', columns: { wilayah: 'A', tahun: 'B', l: 'C', p: 'D' }, rowNumbers: [2, 3] },
};
const published: PublicationEntity = {
  id: '0190', slug: 'penduduk', datasetId: 'd', periodId: 'p', periodTitle: 'Data 2026', officeCode: 'DUKCAPIL', officeName: 'Dukcapil', title: 'Penduduk', definition: 'Jumlah', unit: 'jiwa',
  metadata: { code: '1506.01', ddpCode: '-', kind: 'statistik', riskClass: 'terbuka', classification: null, schedule: 'tahunan', method: null, dataPeriod: '2024', referenceSource: null, contact: null },
  columns: [{ name: 'wilayah', title: 'Wilayah', type: 'region', key: true }, { name: 'tahun', title: 'Tahun', type: 'integer', key: true }, { name: 'l', title: 'Laki-laki', type: 'integer', unit: 'jiwa' }, { name: 'p', title: 'Perempuan', type: 'integer', unit: 'jiwa' }, { name: 'rasio', title: 'Rasio', type: 'number', unit: '%' }],
  rows: [{ wilayah: '15.06', tahun: '2024', l: '173688', p: '163290', rasio: '106.37' }, { wilayah: '15.07', tahun: '2024', l: '4', p: '2', rasio: '200.00' }],
  totals: { l: '173692', p: '163292', rasio: '106.37' }, licence: 'CC-BY-4.0', publishedAt: at, modifiedAt: at, fileId: 'f', fileSize: 12, sha256: 'ab', hidden: null, rowCount: null, chart: null, totalsOf: { period: null, incomplete: [] }, provenance: publicProvenance(provenance, false),
};
const HIDDEN = { row: 1, column: 'p', why: 'frequency' as const };
const RATIO = { row: 1, column: 'rasio', why: 'derived' as const };
/** As it is published: the hidden values are not in it. */
const protectedOne: PublicationEntity = { ...published, rows: [published.rows[0] as never, { wilayah: '15.07', tahun: '2024', l: '4' }], hidden: [HIDDEN, RATIO], provenance: publicProvenance(provenance, true) };

const get = async (one: PublicationEntity, name: string, lang: 'id' | 'en' = 'id', timeZone = ZONE) => {
  const settings = { get: async (key: string, fallback: unknown) => (key === 'timezone' ? timeZone : fallback) } as never;
  const renderer = new PortalRenderer(settings);
  const controller = new ProvenanceController({ byIdOrSlug: async (slug: string) => (slug === one.slug ? one : null) } as never, { of: async ({ provenance: kept }: PublicationEntity) => kept as Provenance } as never, renderer, settings);
  const answer = { code: 0, html: '' };
  const response = { status: (code: number) => ((answer.code = code), response), type: () => response, send: (html: string) => void (answer.html = html) };
  await controller.figure('penduduk', name, { lang }, {} as never, response as never);
  return answer;
};

describe('what a number is called in addresses', () => {
  it('is found again by its name, whatever its keys are', () => {
    const odd: PublicationEntity = { ...published, rows: [{ wilayah: 'a;b=c', tahun: '20%24', l: '1' }, { wilayah: 'ä ö', l: '2' } as Record<string, string>] };
    for (const place of [{ row: 0, column: 'l' }, { row: 1, column: 'l' }, { row: 2, column: 'l' }]) expect(figurePlace(odd, figureName(odd, place))).toEqual(place);
    const keyless = { columns: published.columns.map((column) => ({ ...column, key: false })), rows: published.rows };
    expect([figureName(keyless, { row: 1, column: 'p' }), figurePlace(keyless, 'p.nilai;baris=2')]).toEqual(['p.nilai;baris=2', { row: 1, column: 'p' }]);
  });

  it('is found among as many rows as a table may have, with other keys in between, without making anything of each', () => {
    const rows: PublicationEntity['rows'] = Array.from({ length: 100_000 }, (_, index) => ({ wilayah: String(index), ...(index % 3 !== 0 && { tahun: '2024' }), l: '1' }));
    const made = jest.spyOn(JSON, 'stringify');
    try {
      for (const row of [0, 1, 99_998, 99_999]) expect(figurePlace({ ...published, rows }, figureName({ ...published, rows }, { row, column: 'l' }))).toEqual({ row, column: 'l' });
      expect(figurePlace({ ...published, rows }, 'l.nilai;tahun=2024;wilayah=1')).toEqual({ row: 1, column: 'l' });
      for (const none of ['l.nilai;wilayah=1', 'l.nilai;wilayah=0;tahun=2024', 'l.nilai;baris=1']) expect(figurePlace({ ...published, rows }, none)).toBeNull();
      expect(made).not.toHaveBeenCalled();
    } finally {
      made.mockRestore();
    }
  });

  it('stays the same where rows come before it', () => {
    const name = figureName(published, { row: 1, column: 'l' });
    expect([name, figurePlace({ ...published, rows: published.rows.toReversed() }, name)]).toEqual(['l.nilai;wilayah=15.07;tahun=2024', { row: 0, column: 'l' }]);
  });

  it.each(['', 'l.pertumbuhan', 'x', 'wilayah', 'l.nilai;wilayah=15.06', 'l.nilai;wilayah=99;tahun=2024', 'l;%E0%A4%A'])('is none of “%s”', (name) => expect(figurePlace(published, name)).toBeNull());
});

describe('the page of a number', () => {
  it('is where each number of the table leads, also the totals', () => {
    const page = datasetPage(published, portalTexts('id'), 'id', ZONE);
    expect(page.rows[0]?.map(({ href }) => href !== null)).toEqual([false, false, true, true, true]);
    expect(page.rows[0]?.[2]?.href).toBe(`/dataset/penduduk/asal-usul/${encodeURIComponent('l.nilai;wilayah=15.06;tahun=2024')}?lang=id`);
    expect(page.totals?.[3]?.href).toBe('/dataset/penduduk/asal-usul/p.nilai?lang=id');
    const many = { ...published, rows: Array.from({ length: 501 }, (_, index) => ({ wilayah: String(index), tahun: '2024', l: '1', p: '1' })) };
    expect(datasetPage(many, portalTexts('id'), 'id', ZONE).rows[0]?.map(({ href }) => href !== null)).toEqual([false, false, true, false, false]);
  });

  it('shows the cell of the file, and the steps by roles and offices without persons', async () => {
    const { code, html } = await get(published, 'l.nilai;wilayah=15.06;tahun=2024');
    expect(code).toBe(200);
    for (const told of ['Laki-laki, 15.06 Kabupaten Tanjung Jabung Barat, 2024', '173.688', 'penduduk.xlsx', '>C2<', 'Kepala Dinas, Dinas Kominfo', 'nomor 1/ST', 'abc123', '1 Maret 2026', 'Creative Commons Attribution 4.0', 'Tidak ada catatan langkah ini.']) expect(html).toContain(told);
    for (const secret of ['Orang Tertentu', 'Operator Tertentu', 'Pak Budi', 'f1']) expect(html).not.toContain(secret);
  });

  it('shows the formula and the cells of a computed number, and of a total, each leading on', async () => {
    const ratio = (await get(published, 'rasio.nilai;wilayah=15.06;tahun=2024', 'en')).html;
    for (const told of ['Laki-laki ÷ Perempuan × 100', '>C2<', '>D2<', '163,290', encodeURIComponent('p.nilai;wilayah=15.06;tahun=2024')]) expect(ratio).toContain(told);
    const total = (await get(published, 'l.nilai')).html;
    for (const told of ['jumlah baris, tanpa yang sudah termuat dalam baris lain', '>C2<', '>C3<', '173.692']) expect(total).toContain(told);
    const totalRatio = (await get(published, 'rasio.nilai')).html;
    for (const told of ['173.692', '163.292', '/asal-usul/l.nilai?']) expect(totalRatio).toContain(told);
  });

  it('shows of a sum in the chart the rows that were added up, and those that others contain', async () => {
    const rows = [...published.rows, { wilayah: '15.06', tahun: '2024', l: '3' }, { wilayah: '15.06.01', tahun: '2024', l: '2' }];
    const chart = {
      measure: 'l', by: 'Wilayah', key: 'wilayah', period: '2024', periodKey: 'tahun', at: { tahun: '2024' }, areTimes: false, count: 2, incomplete: true, hides: false,
      bars: [{ code: '15', value: '173691', incomplete: true, rows: [0, 2], without: [3] }, { code: '16', value: '4', incomplete: false, rows: [], without: [] }],
    };
    const one = { ...published, rows, chart };
    const { code, html } = await get(one, 'l.nilai;tahun=2024;wilayah=15');
    expect(code).toBe(200);
    for (const told of ['Laki-laki, 15 Jambi, 2024', '173.691 *', 'tidak lengkap', 'jumlah baris 15 Jambi, 2024, tanpa yang sudah termuat', '>C2<', '173.688', 'sudah termuat dalam baris di atas: 15.06.01', 'nomor 1/ST']) expect(html).toContain(told);
    expect(html).toContain(encodeURIComponent('l.nilai;wilayah=15.06;tahun=2024'));
    // Of a large table none of them may be among the first rows.
    const far = (await get({ ...one, rowCount: 150_000 }, 'l.nilai;wilayah=16;tahun=2024')).html;
    expect([far.includes('Barisnya tidak termasuk yang ditampilkan di sini'), far.includes('<th scope="col">Sel</th>')]).toEqual([true, false]);
    for (const none of ['p.nilai;wilayah=15;tahun=2024', 'l.nilai;wilayah=15', 'l.nilai;wilayah=17;tahun=2024', 'l.pangsa;wilayah=15;tahun=2024']) expect((await get(one, none)).code).toBe(404);
    expect((await get(published, 'l.nilai;wilayah=15;tahun=2024')).code).toBe(404);
  });

  it('tells days as the office counts them', async () => {
    const evening = new Date('2026-03-01T16:00:00.000Z');
    const one = { ...published, modifiedAt: evening, publishedAt: evening };
    const day = async (zone: string) => /(\d) Maret 2026/.exec((await get(one, 'l.nilai', 'id', zone)).html.split('Dipublikasikan').at(-1) ?? '')?.[1];
    expect([await day('Asia/Jakarta'), await day('Asia/Jayapura')]).toEqual(['1', '2']);
    expect(['Asia/Jakarta', 'Asia/Jayapura'].map((zone) => [datasetPage(one, portalTexts('id'), 'id', zone).modified, datasetPage(one, portalTexts('id'), 'id', zone).metadata.at(-1)?.value])).toEqual([['1 Maret 2026', '1 Maret 2026'], ['2 Maret 2026', '2 Maret 2026']]);
  });

  it('says that cells are left away only where they are', async () => {
    const said = async (more: Partial<PublicationEntity>) => (await get({ ...published, ...more }, 'l.nilai')).html.includes('Hanya sebagian sel yang disebut di sini');
    const years = [...published.rows.map((row) => ({ ...row, tahun: '2023' })), ...published.rows];
    const many = Array.from({ length: 201 }, (_, index) => ({ wilayah: String(index), tahun: '2024', l: '1' }));
    expect([await said({ rows: years, totalsOf: { period: '2024', incomplete: [] } }), await said({ totalsOf: { period: null, incomplete: [], without: [1] } }), await said({ rows: many }), await said({ rowCount: 3 })]).toEqual([false, false, true, true]);
  });

  it.each(['p.nilai;wilayah=15.07;tahun=2024', 'rasio.nilai;wilayah=15.07;tahun=2024'])('of a protected cell says only that it is protected (%s)', async (name) => {
    const { code, html } = await get(protectedOne, name);
    expect([code, html.includes('Angka ini dilindungi')]).toEqual([404, true]);
    for (const hint of ['D3', 'penduduk.xlsx', 'abc123', '200', 'Langkah']) expect(html).not.toContain(hint);
  });

  it('of a table with protected cells tells nothing by which they could be tried out', async () => {
    const { code, html } = await get(protectedOne, 'p.nilai');
    expect(code).toBe(200);
    expect(html).toContain('Tabel ini memuat angka yang dilindungi.');
    expect(html).not.toContain('abc123');
    expect(html).not.toContain('>D3<');
    // The hidden cell is part of the total all the same.
    expect(html).toContain('<tr><th scope="row">–</th><td class="number">c</td><td>Perempuan</td><td>15.07 Kabupaten Tanjung Jabung Timur, 2024</td></tr>');
    expect((await get(protectedOne, 'l.nilai;wilayah=15.07;tahun=2024')).html).not.toContain(encodeURIComponent('p.nilai;wilayah=15.07'));
  });

  it('is none for what is not in the table, with a sentence', async () => {
    const { code, html } = await get(published, 'l.nilai;wilayah=99.99;tahun=2024');
    expect([code, html.includes('Mungkin datanya sudah diperbarui.')]).toEqual([404, true]);
    const one = { ...published, rows: published.rows.slice(0, 1) };
    expect((await get(one, 'l.nilai')).code).toBe(404);
  });
});
