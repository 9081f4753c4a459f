import { randomUUID } from 'node:crypto';
import { OFFICES, PEOPLE, satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { DEMO_DATASETS } from '../demo/demo-datasets.js';
import { ListMarks } from '../data-list/list-marks.service.js';
import { ListViews } from '../data-list/list-view.service.js';
import { PublicationEntity } from '../publication/publication.entity.js';
import { rowOf } from './data-list.js';
import { DatasetEntity } from './dataset.entity.js';

interface ListRow {
  [field: string]: unknown;
  datasetId: string;
  nama: string;
  produsen: string;
  variabel: object[];
}

describe('the data list', () => {
  let world: SatuDataWorld;
  beforeEach(async () => {
    world = await satuDataWorld();
    await world.work('period.open', { judul: 'Data 2026', tahun: 2026, batasWaktu: '2026-03-31T09:00:00Z', tanggalRilis: '2026-05-01' });
  });
  afterEach(() => world.close());
  const proposal = async () => {
    await world.formData('daftar-data', PEOPLE.staf);
    return (await world.listRows()) as unknown as ListRow[];
  };
  const keep = async (rows: readonly object[]) => {
    await world.setList(rows);
    await world.submit('daftar-data', PEOPLE.staf, {});
  };
  const kept = () => world.database.read.find(DatasetEntity, { order: { position: 'ASC' } });
  const first = async () => (await proposal()).slice(0, 1).map((row) => ({ ...row }));

  it('starts from examples for the producers that exist, made-up ones marked', async () => {
    expect((await proposal()).map(({ produsen, nama }) => [produsen, /sintetis/.test(nama)])).toEqual([['o-dukcapil', false], ['o-dinkes', true]]);
    expect(DEMO_DATASETS.filter(({ title }) => !title.includes('sintetis'))).toHaveLength(1);
  });

  it('keeps what was listed, through the form and back, and its identity when corrected', async () => {
    await keep(await proposal());
    const [before] = await kept();
    expect(before).toMatchObject({ officeId: OFFICES[2]?.id, state: 'listed', decimalMark: ',', variables: DEMO_DATASETS[0]?.variables.map(({ name }) => ({ name })), indicators: DEMO_DATASETS[0]?.indicators });
    expect(before?.rules.map((rule) => (rule.kind === 'outlier' ? rule.column : rule.kind))).toEqual(['sum', 'grid', 'laki_laki', 'perempuan', 'jumlah', 'luas_km2']);
    const rows = await proposal();
    await keep([{ ...rows[1] }, { ...rows[0], nama: 'Penduduk' }]);
    expect((await kept()).map(({ id, title }) => [id === before?.id, title])).toEqual([[false, rows[1]?.nama], [true, 'Penduduk']]);
  });

  it('keeps codes and pattern of a column, through the form and back', async () => {
    const [row] = (await first()) as [ListRow];
    const sex = { kolom: 'jenis', judulKolom: 'Jenis kelamin', tipe: 'string', wajib: true, kunci: false, daftarKode: 'L\nP; L', pola: '' };
    const clerk = { kolom: 'nip', judulKolom: 'NIP petugas', tipe: 'string', wajib: false, kunci: false, pola: '\\d{18}' };
    await keep([{ ...row, variabel: [...row.variabel, sex, clerk] }]);
    expect((await kept())[0]?.variables.slice(-2)).toMatchObject([{ name: 'jenis', codes: ['L', 'P'], pattern: null }, { name: 'nip', codes: null, pattern: '\\d{18}' }]);
    expect((await first())[0]?.variabel.slice(-2)).toMatchObject([sex, clerk]);
  });

  it('keeps the columns of region and period, and what they are checked for, also where no regions are expected', async () => {
    const [row] = (await first()) as [ListRow];
    await keep([{ ...row, wilayahDiharapkan: '' }]);
    const outliers = (await kept())[0]?.rules.filter(({ kind }) => kind === 'outlier' || kind === 'grid');
    expect(outliers).toHaveLength(4);
    expect((await kept()).map((one) => rowOf(one))).toMatchObject([{ kolomWilayah: 'kode_wilayah', wilayahDiharapkan: '', kolomPeriode: 'tahun' }]);
  });

  it.each([
    ['a region column that is not there, also where no regions are expected', { kolomWilayah: 'kode_kec', wilayahDiharapkan: '' }, 'kolomWilayah'],
    ['a region column that is not there, where neither regions nor a period are expected', { kolomWilayah: 'kode_kec', kolomPeriode: '', wilayahDiharapkan: '' }, 'kolomWilayah'],
    ['a period column that is not there, also where no regions are expected', { kolomPeriode: 'bulan', wilayahDiharapkan: '' }, 'kolomPeriode'],
    ['expected regions without a region column', { kolomWilayah: '', kolomPeriode: '' }, 'kolomWilayah'],
    ['a period column without a region column, which nothing looks at', { kolomWilayah: '', wilayahDiharapkan: '' }, 'kolomPeriode'],
    ['one column for both', { kolomPeriode: 'kode_wilayah' }, 'kolomPeriode'],
    ['a measure for a region column', { kolomWilayah: 'jumlah', wilayahDiharapkan: '' }, 'kolomWilayah'],
  ])('refuses %s, at its field', async (_, change, field) => {
    const [row] = (await first()) as [ListRow];
    await expect(keep([{ ...row, ...change }])).rejects.toMatchObject({ problems: [{ path: 'ringkasan' }] });
    await world.as(PEOPLE.staf, async () => expect((await world.app.get(ListViews).page(world.caseId, -1, 1)).items[0]?.problems.map(({ path }) => path)).toEqual([field]));
  });

  it('refuses expected regions that the column’s own codes do not have', async () => {
    const [row] = (await first()) as [ListRow];
    const variabel = row.variabel.map((column) => ('kolom' in column && column.kolom === 'kode_wilayah' ? { ...column, daftarKode: '15.01\n15.02' } : column));
    await expect(keep([{ ...row, variabel, wilayahDiharapkan: '15.01, 15.02 15.99' }])).rejects.toMatchObject({ problems: [{ path: 'ringkasan', message: { id: expect.stringContaining('Wilayah “15.99” harus ada'), en: expect.stringContaining('“15.99” must be there') } }] });
  });

  it('keeps whether a column adds up, through the form and back', async () => {
    const [row] = (await first()) as [ListRow];
    const column = (kolom: string, dapatDijumlahkan?: string) => ({ kolom, judulKolom: kolom, tipe: 'number', wajib: true, kunci: false, ...(dapatDijumlahkan !== undefined && { dapatDijumlahkan }) });
    await keep([{ ...row, variabel: [...row.variabel, column('ipm', 'tidak'), column('rerata', 'rata-rata'), column('kunjungan', 'jumlah'), column('lain')] }]);
    expect((await kept())[0]?.variables.slice(-4).map(({ additivity }) => additivity)).toEqual(['none', 'average', 'sum', undefined]);
    expect((await first())[0]?.variabel.slice(-4)).toMatchObject([{ dapatDijumlahkan: 'tidak' }, { dapatDijumlahkan: 'rata-rata' }, { dapatDijumlahkan: 'jumlah' }, {}]);
  });

  it('keeps how small cells of a column are protected, through the form and back', async () => {
    const [row] = (await first()) as [ListRow];
    const column = (kolom: string, more: object = {}) => ({ kolom, judulKolom: kolom, tipe: 'integer', wajib: true, kunci: false, ...more });
    const dominated = { perlindungan: 'besaran', kolomPenyumbang: 'usaha', kolomDuaTerbesar: 'dua_terbesar' };
    await keep([{ ...row, variabel: [...row.variabel, column('penderita', { perlindungan: 'hitungan' }), column('omzet', dominated), column('usaha'), column('dua_terbesar')] }]);
    expect((await kept())[0]?.variables.slice(-4).map(({ protection }) => protection)).toEqual([{}, { contributors: 'usaha', largestTwo: 'dua_terbesar' }, null, null]);
    expect((await first())[0]?.variabel.slice(-4)).toMatchObject([{ perlindungan: 'hitungan' }, dominated, {}, {}]);
  });

  it.each([
    ['protection of a text', { tipe: 'string', perlindungan: 'hitungan' }, 'perlindungan'],
    ['protection of a measure by columns that do not exist', { tipe: 'integer', perlindungan: 'besaran', kolomPenyumbang: 'usaha', kolomDuaTerbesar: 'jumlah' }, 'kolomPenyumbang'],
    ['protection of a measure by itself', { tipe: 'integer', perlindungan: 'besaran', kolomPenyumbang: 'jumlah', kolomDuaTerbesar: 'nip' }, 'kolomDuaTerbesar'],
    ['a pattern that could hold the server', { tipe: 'string', pola: '(a+)+' }, 'pola'],
    ['a pattern for numbers', { tipe: 'integer', pola: '\\d' }, 'pola'],
    ['codes that can be read in two ways', { tipe: 'string', daftarKode: '1 = Ya\n3 = Lainnya; sebutkan' }, 'daftarKode'],
    ['codes for numbers', { tipe: 'integer', daftarKode: '1\n2' }, 'daftarKode'],
  ])('refuses %s, at its field', async (_, change, field) => {
    const [row] = (await first()) as [ListRow];
    const column = { kolom: 'nip', judulKolom: 'NIP', wajib: false, kunci: false, ...change };
    const columns = [...row.variabel, column];
    // Its indicators and rules are of columns that would not be published any more.
    await expect(keep([{ ...row, variabel: columns, indikatorTurunan: [], aturanJumlah: '' }])).rejects.toMatchObject({ problems: [{ path: 'ringkasan', message: { id: expect.stringMatching(/^Baris 1 \(.+\), Kolom tabel/) } }] });
    await world.as(PEOPLE.staf, async () => expect((await world.app.get(ListViews).page(world.caseId, -1, 1)).items[0]?.problems.map(({ path }) => path)).toEqual([`variabel.${columns.length - 1}.${field}`]));
  });

  it('refuses an indicator of a column that is never published, at its field', async () => {
    const [row] = (await first()) as [ListRow];
    const column = (kolom: string, more: object = {}) => ({ kolom, judulKolom: kolom, tipe: 'integer', wajib: true, kunci: false, ...more });
    const variabel = [...row.variabel, column('omzet', { perlindungan: 'besaran', kolomPenyumbang: 'usaha', kolomDuaTerbesar: 'dua_terbesar' }), column('usaha'), column('dua_terbesar')];
    const indikatorTurunan = [{ indikator: 'rerata', pembilang: 'omzet', penyebut: 'usaha' }, { indikator: 'pangsa', rumus: 'dua_terbesar ÷ omzet × 100' }, { indikator: 'per_jiwa', rumus: 'omzet ÷ jumlah' }];
    await expect(keep([{ ...row, variabel, indikatorTurunan }])).rejects.toMatchObject({ problems: [{ path: 'ringkasan' }, { path: 'ringkasan' }] });
    await world.as(PEOPLE.staf, async () => expect((await world.app.get(ListViews).page(world.caseId, -1, 1)).items[0]?.problems.map(({ path }) => path)).toEqual(['indikatorTurunan.0.penyebut', 'indikatorTurunan.1.rumus']));
  });

  it('refuses a rule that says what a column is that is never published', async () => {
    const [row] = (await first()) as [ListRow];
    const column = (kolom: string, more: object = {}) => ({ kolom, judulKolom: kolom, tipe: 'integer', wajib: true, kunci: false, ...more });
    const variabel = [...row.variabel, column('omzet', { perlindungan: 'besaran', kolomPenyumbang: 'usaha', kolomDuaTerbesar: 'dua_terbesar' }), column('usaha'), column('dua_terbesar'), column('besar'), column('kecil')];
    const aturanSendiri = [
      { kiri: 'usaha', pembanding: '≥', kanan: 'besar', toleransi: '', tingkat: 'kesalahan' }, { kiri: 'usaha', pembanding: '=', kanan: 'besar + kecil', toleransi: '1', tingkat: 'kesalahan' },
      { kiri: 'dua_terbesar', pembanding: '=', kanan: '12', toleransi: '', tingkat: 'kesalahan' },
    ];
    await expect(keep([{ ...row, variabel, aturanJumlah: `${String(row['aturanJumlah'])}\nusaha = besar + kecil`, aturanSendiri }])).rejects.toMatchObject({ problems: [{ path: 'ringkasan' }, { path: 'ringkasan' }] });
    await world.as(PEOPLE.staf, async () => expect((await world.app.get(ListViews).page(world.caseId, -1, 1)).items[0]?.problems.map(({ path }) => path)).toEqual(['aturanJumlah', 'aturanSendiri']));
  });

  it("gives no name under which another office has published, but an office's own again", async () => {
    await keep(await proposal());
    const names = (await kept()).map(({ slug }) => slug);
    const [own = '', others = ''] = names;
    const page = (slug: string, officeCode: string) => ({
      id: randomUUID(), slug, officeCode, datasetId: 'gone', periodId: 'gone', periodTitle: 'Data 2025', officeName: officeCode, title: slug, definition: '', unit: '', metadata: {}, columns: [], rows: [], rowCount: null, totals: {}, totalsOf: null, hidden: null, chart: null, provenance: null,
      licence: 'CC-BY-4.0', publishedAt: new Date(), modifiedAt: new Date(), fileId: 'f', fileSize: 1, sha256: 'a',
    }) as unknown as PublicationEntity;
    await world.database.tx((db) => db.insert(PublicationEntity, [page(own, 'DUKCAPIL'), page(others, 'DISDIK'), page(`${others}-dinkes`, 'DISDIK')]));
    await keep(await proposal());
    expect((await kept()).map(({ slug }) => slug)).toEqual([own, `${others}-2`]);
  });

  it('drops the rows that were taken out', async () => {
    await keep(await proposal());
    await keep((await proposal()).slice(1));
    expect((await kept()).map(({ officeCode }) => officeCode)).toEqual(['DINKES']);
  });

  it.each([
    ['a rule about no column', { aturanJumlah: 'jumlah = laki_laki + anak' }, 'daftar.0.aturanJumlah'],
    ['a rule that is none', { aturanJumlah: 'jumlah' }, 'daftar.0.aturanJumlah'],
    ['an indicator of no column', { indikatorTurunan: [{ indikator: 'x', judulIndikator: 'X', satuanIndikator: '', pembilang: 'jumlah', penyebut: 'luas', faktor: '1', desimal: 2 }] }, 'daftar.0.indikatorTurunan.0.penyebut'],
    ['a formula that does not end', { indikatorTurunan: [{ indikator: 'x', rumus: '(jumlah + 1' }] }, 'daftar.0.indikatorTurunan.0.rumus'],
    ['a formula of no column', { indikatorTurunan: [{ indikator: 'x', rumus: 'jumlh ÷ 2' }] }, 'daftar.0.indikatorTurunan.0.rumus'],
    ['a formula without columns', { indikatorTurunan: [{ indikator: 'x', rumus: '1 + 1' }] }, 'daftar.0.indikatorTurunan.0.rumus'],
    ['a formula of a text', { indikatorTurunan: [{ indikator: 'x', rumus: 'kode_wilayah + 1' }] }, 'daftar.0.indikatorTurunan.0.rumus'],
    ['a formula beside a fraction', { indikatorTurunan: [{ indikator: 'x', rumus: 'jumlah', pembilang: 'jumlah', penyebut: 'jumlah' }] }, 'daftar.0.indikatorTurunan.0.rumus'],
    ['half a fraction', { indikatorTurunan: [{ indikator: 'x', pembilang: 'jumlah' }] }, 'daftar.0.indikatorTurunan.0.penyebut'],
    ['an indicator without a name', { indikatorTurunan: [{ rumus: 'jumlah' }] }, 'daftar.0.indikatorTurunan.0.indikator'],
    ['an indicator called like a column', { indikatorTurunan: [{ indikator: 'jumlah', rumus: 'jumlah' }] }, 'daftar.0.indikatorTurunan.0.indikator'],
    ['a region column that is not there', { kolomWilayah: 'wilayah' }, 'daftar.0.kolomWilayah'],
  ])('refuses %s, at its field', async (_, change, path) => {
    const rows = (await first()).map((row) => ({ ...row, ...change }));
    await expect(keep(rows)).rejects.toMatchObject({ problems: expect.arrayContaining([expect.objectContaining({ path: 'ringkasan' })]) });
    await world.as(PEOPLE.staf, async () => expect((await world.app.get(ListViews).page(world.caseId, -1, 1)).items[0]?.problems.map((one) => `daftar.0.${one.path}`)).toContain(path));
    expect(await kept()).toEqual([]);
  });

  it('refuses the same data set twice', async () => {
    const [row] = await first();
    await expect(keep([{ ...row }, { ...row }])).rejects.toMatchObject({ problems: [{ path: 'ringkasan', message: { id: expect.stringContaining('sudah ada pada baris 1') } }] });
  });

  it('is closed once requests were sent', async () => {
    await keep(await proposal());
    await world.work('request.prepare');
    await world.work('request.dispatch');
    await expect(keep(await first())).rejects.toMatchObject({ code: 'data-list-closed' });
  });

  it('shows what was said against it', async () => {
    await keep(await proposal());
    const marks = world.app.get(ListMarks);
    const [row] = (await world.as(PEOPLE.kasi, () => world.app.get(ListViews).page(world.caseId, -1, 1))).items;
    await world.as(PEOPLE.kasi, () => marks.add(world.caseId, { rowId: row?.id ?? '', field: 'definisi', comment: 'Terlalu singkat' }));
    expect(await world.formData('koreksi', PEOPLE.kasi)).toMatchObject({ ringkasan: [{ baris: 2, koreksi: 1, dijawab: 0 }], jawaban: [{ baris: 1, isian: 'Definisi', keadaan: 'belum dijawab' }] });
    await world.submit('koreksi', PEOPLE.kasi, { hasilKoreksi: 'tidak_sesuai', catatan: 'Lengkapi definisi' });
    expect((await world.formData('daftar-data', PEOPLE.staf))['koreksi']).toEqual([
      { sumber: 'Kasi', baris: '–', isian: '–', catatan: 'Lengkapi definisi' }, { sumber: 'Kasi', baris: 1, isian: 'Definisi', catatan: 'Terlalu singkat' },
    ]);
  });
});
