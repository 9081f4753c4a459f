import { EXAMINED } from '../../../test/support/judged.js';
import { PEOPLE, satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { finished } from '../../../test/support/trial.js';
import ExcelJS from '@protobi/exceljs';
import { v7 as uuidv7 } from 'uuid';
import { permissions } from '../access/permissions.js';
import { DatasetStateEntity } from '../datasets/dataset-state.entity.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import type { DatasetState } from '../datasets/dataset.states.js';
import { DeliveryTableEntity } from '../deliveries/delivery-table.entity.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { PublicationEntity } from '../publication/publication.entity.js';
import { ListChangeEntity, ListMarkEntity, ListRowEntity } from './data-list.entities.js';
import { DuplicatesThread } from './duplicates-thread.js';
import { ListComparison } from './list-comparison.service.js';
import { ListDuplicates } from './list-duplicates.service.js';
import { ListEdit } from './list-edit.service.js';
import { ListMarks } from './list-marks.service.js';
import { ListSheets } from './list-sheets.service.js';
import { ListViews } from './list-view.service.js';
import type { RuleTrial } from './data-list.schemas.js';
import { RowHistories } from './row-history.service.js';
import { RuleTrials } from './rule-trial.service.js';

/** The 21 columns of the official data list, in its order: from the document, not from what the product makes of it. */
const OFFICIAL = [
  'ID DDD', 'ID DDP', 'Sumber rujukan', 'Kode indikator', 'Nama indikator rujukan', 'Nama data', 'Jenis data', 'Indikator atau variabel', 'Kode standar data', 'Produsen data', 'Kelas risiko', 'Definisi', 'Satuan',
  'Klasifikasi penyajian', 'Jadwal pemutakhiran', 'Metode pengumpulan', 'Periode data', 'Penanggung jawab', 'Kode metadata', 'Tautan portal daerah', 'Tautan portal nasional',
];

/** The same in both languages. */
const alike = (text: string) => ({ id: text, en: text });

describe('the data list, row by row', () => {
  let world: SatuDataWorld;
  beforeEach(async () => {
    world = await satuDataWorld();
    await world.work('period.open', { judul: 'Data 2026', tahun: 2026, batasWaktu: '2026-03-31T09:00:00Z', tanggalRilis: '2026-05-01' });
    await views((one) => one.list(world.caseId));
  });
  afterEach(() => world.close());

  const { staf, kasi, operator, bps } = PEOPLE;
  const views = <T>(ask: (one: ListViews) => Promise<T>, who: (typeof PEOPLE)[keyof typeof PEOPLE] = staf) => world.as(who, () => ask(world.app.get(ListViews)));
  const rows = async () => (await views((one) => one.page(world.caseId, -1, 500))).items;
  const first = async () => (await rows())[0] as Awaited<ReturnType<typeof rows>>[number];
  const apply = (edit: { changes?: object[]; added?: object[]; ids?: string[] }, who: (typeof PEOPLE)[keyof typeof PEOPLE] = staf) => world.as(who, () => world.app.get(ListEdit).apply(world.caseId, { changes: [], added: [], ...edit } as never));
  const compared = <T>(ask: (one: ListComparison) => Promise<T>) => world.as(staf, () => ask(world.app.get(ListComparison)));
  const history = (id: string, who: (typeof PEOPLE)[keyof typeof PEOPLE] = staf) => world.as(who, () => world.app.get(RowHistories).of(world.caseId, id));
  const went = (datasetId: string, before: DatasetState, after: DatasetState, reason: string | null = null, by: string | null = null) => world.database.tx(async (db) => {
    await db.update(DatasetEntity, { id: datasetId }, { state: after });
    await db.insert(DatasetStateEntity, { id: uuidv7(), datasetId, before, after, reason, userId: by && `u-${by}`, userName: by, at: world.state.now });
  });
  const handIn = () => world.submit('daftar-data', staf, {});

  it('is kept at every change, with who changed which field from what to what', async () => {
    const row = await first();
    await apply({ changes: [{ id: row.id, version: row.version, values: { satuan: 'orang', kelasRisiko: 'Terbatas' } }] });
    expect((await history(row.id)).map(({ version, kind, field, before, after, by }) => [version, kind, field, before, after, by])).toEqual(expect.arrayContaining([
      [2, 'changed', 'satuan', alike('jiwa'), alike('orang'), 'staf'], [2, 'changed', 'kelasRisiko', { id: 'Terbuka', en: 'Open' }, { id: 'Terbatas', en: 'Restricted' }, 'staf'], [1, 'started', null, null, null, 'Tertib'],
    ]));
    expect(await first()).toMatchObject({ version: 2, values: { satuan: 'orang', kelasRisiko: 'terbatas' } });
  });

  it('tells of a table what differs in it, in both languages, and nothing where nothing does', async () => {
    const { id } = await first();
    const { table } = await views((one) => one.one(world.caseId, id));
    const columns = table['variabel'] as Record<string, unknown>[];
    const one = columns.find(({ tipe }) => tipe === 'integer') ?? {};
    const rule = { kiri: 'laki_laki', pembanding: '≤', kanan: '10', toleransi: '', tingkat: 'kesalahan' };
    const changed = columns.map((column) => (column === one ? { ...column, min: '0,5', satuanKolom: 'orang' } : column));
    const edit = async (values: object) => { const { version } = await first(); await apply({ changes: [{ id, version, values }] }); };
    await edit({ variabel: changed, aturanSendiri: [rule] });
    await edit({ variabel: changed.map((column) => ({ ...column, kolomPenyumbang: '' })), aturanSendiri: [{ ...rule, toleransi: '5 %', tingkat: 'peringatan' }] });
    const said = (await history(id)).map(({ version, label, before, after }) => [version, label?.en, before?.id, after?.id, before?.en, after?.en]);
    expect(await world.database.read.countBy(ListChangeEntity, { rowId: id, field: 'variabel' })).toBe(1);
    const name = one['kolom'] as string;
    expect(said).toEqual([
      [3, 'Rules of our own', 'laki_laki ≤ 10: bila dilanggar kesalahan, toleransi kosong', 'laki_laki ≤ 10: bila dilanggar peringatan, toleransi 5 %', 'laki_laki ≤ 10: where it is broken error, tolerance empty', 'laki_laki ≤ 10: where it is broken warning, tolerance 5 %'],
      expect.anything(), expect.anything(), [1, undefined, undefined, undefined, undefined, undefined],
    ]);
    expect(said).toEqual(expect.arrayContaining([
      [2, 'Table columns', `${name}: satuan ${String(one['satuanKolom']) || 'kosong'}, terkecil ${String(one['min']) || 'kosong'}`, `${name}: satuan orang, terkecil 0,5`, `${name}: unit ${String(one['satuanKolom']) || 'empty'}, smallest ${String(one['min']) || 'empty'}`, `${name}: unit orang, smallest 0.5`],
      [2, 'Rules of our own', '', 'laki_laki ≤ 10', '', 'laki_laki ≤ 10'],
    ]));
  });

  it('keeps many changes at once, or none: each that cannot be kept is named', async () => {
    const all = await rows();
    const change = (values: object) => ({ changes: all.map(({ id, version }) => ({ id, version, values })) });
    await apply(change({ jadwal: 'bulanan' }));
    expect((await rows()).map(({ values }) => values['jadwal'])).toEqual(all.map(() => 'bulanan'));
    const later = await rows();
    const wrong = { changes: [{ id: later[0]?.id, version: 2, values: { jadwal: 'harian' } }, { id: later[1]?.id, version: 2, values: { jenis: 'foto', rahasia: 'x', satuan: 7, produsen: 'Dinas Entah' } }, { id: 'lain', version: 1, values: {} }] };
    await expect(apply(wrong)).rejects.toMatchObject({ problems: [{ path: 'changes.1.jenis' }, { path: 'changes.1.rahasia' }, { path: 'changes.1.satuan' }, { path: 'changes.1.produsen' }, { path: 'changes.2' }] });
    expect((await first()).values['jadwal']).toBe('bulanan');
  });

  it('lets two people change two fields of a row, and tells the second of one field', async () => {
    const { id, version } = await first();
    await apply({ changes: [{ id, version, values: { satuan: 'orang' } }] });
    await apply({ changes: [{ id, version, values: { metode: 'sensus' } }] });
    expect(await first()).toMatchObject({ version: 3, values: { satuan: 'orang', metode: 'sensus' } });
    await expect(apply({ changes: [{ id, version, values: { satuan: 'kepala' } }] })).rejects.toMatchObject({ code: 'data-list-changed', status: 409, extra: { conflicts: [{ id, field: 'satuan', by: 'staf' }] } });
    expect((await first()).values['satuan']).toBe('orang');
  });

  it('lets somebody write over what he wrote just before, beside another’s change of the row, but not over that', async () => {
    const { id, version } = await first();
    await apply({ changes: [{ id, version, values: { metode: 'sensus' } }] }, { ...staf, id: 'u-rekan', name: 'rekan' });
    await apply({ changes: [{ id, version, values: { satuan: 'orang' } }] });
    await apply({ changes: [{ id, version, own: [3], values: { satuan: 'kepala', definisi: 'Semua penduduk yang tercatat.' } }] });
    expect(await first()).toMatchObject({ version: 4, values: { satuan: 'kepala', metode: 'sensus' } });
    for (const own of [[2], [2, 3, 4]]) await expect(apply({ changes: [{ id, version, own, values: { metode: 'survei' } }] })).rejects.toMatchObject({ code: 'data-list-changed', extra: { conflicts: [{ field: 'metode', by: 'rekan' }] } });
    // Who has written it on another page did not see that here.
    await expect(apply({ changes: [{ id, version, own: [], values: { satuan: 'jiwa' } }] })).rejects.toMatchObject({ text: { id: 'Isian yang sama sudah diubah oleh staf. Tidak ada yang disimpan; lihat isian terbaru, lalu ubah kembali.' }, extra: { conflicts: [{ field: 'satuan', by: 'staf' }] } });
  });

  it('takes rows out and puts them back, adds them unfinished, and says what they lack', async () => {
    const [gone] = await rows();
    await apply({ changes: [{ id: gone?.id, version: 1, removed: true }] });
    expect((await rows()).map(({ id }) => id)).not.toContain(gone?.id);
    const takenOut = async () => (await views((one) => one.removed(world.caseId, -1, 500))).items.map(({ id, version, removed }) => [id, version, removed]);
    expect(await takenOut()).toEqual([[gone?.id, 2, true]]);
    await apply({ changes: [{ id: gone?.id, version: 2, removed: false }], added: [{ nama: 'Luas panen' }] });
    const all = await rows();
    expect(all[0]?.id).toBe(gone?.id);
    expect(await takenOut()).toEqual([]);
    expect(all.at(-1)).toMatchObject({ origin: 'new', values: { nama: 'Luas panen' } });
    expect(all.at(-1)?.problems.map(({ path }) => path)).toEqual(['produsen', 'definisi', 'satuan', 'variabel']);
    await expect(handIn()).rejects.toMatchObject({ problems: expect.arrayContaining([{ path: 'ringkasan', message: { id: `Baris ${all.length} (Luas panen), Definisi: “Definisi” belum diisi.`, en: expect.any(String) } }]) });
    expect((await history(gone?.id ?? '')).map(({ kind }) => kind)).toEqual(['restored', 'removed', 'started']);
  });

  it('tries rules of the office’s own on the last period’s table before they count, and keeps nothing by that', async () => {
    const { id, version } = await first();
    const { table } = await views((one) => one.one(world.caseId, id));
    const rule = (kiri: string, pembanding: string, kanan: string) => ({ kiri, pembanding, kanan, toleransi: '', tingkat: 'kesalahan' });
    const tried = async (given: object) => (await finished(world, await world.as(staf, () => world.app.get(RuleTrials).begin(world.caseId, id, { ...table, ...given })), staf)).result as RuleTrial;
    const attempt = (aturanSendiri: object[]) => tried({ aturanSendiri });
    const rules = [rule('laki_laki', '≤', '10'), rule('laki', '=', '1')];
    expect(await attempt(rules)).toMatchObject({ rows: null, rules: [{ broken: 0, problems: [] }, { problems: [{ en: expect.stringContaining('“laki”') }] }] });
    await handIn();
    const now = await world.database.read.findOneByOrFail(DatasetEntity, { id });
    const rowsBefore = [{ laki_laki: '5' }, { laki_laki: '12' }, { laki_laki: null }];
    await world.database.tx(async (db) => {
      await db.insert(PeriodEntity, { ...(await db.findOneByOrFail(PeriodEntity, { id: world.caseId })), id: 'p-before', year: 2024 });
      await db.insert(DatasetEntity, { ...now, id: 'd-before', periodId: 'p-before', deliveryId: 't-before' });
      await db.insert(DeliveryTableEntity, { deliveryId: 't-before', rowCount: 3, rows: rowsBefore, layout: { source: 'csv', columns: { laki_laki: 'B' }, rowNumbers: [2, 3, 4], unreadable: [], unknown: [], templateFits: true } });
      await db.update(ListRowEntity, id, { sourceId: 'd-before' });
    });
    const weighed = (aturanBawaan: object[]) => tried({ variabel: (table['variabel'] as { kolom: string }[]).map((one) => (one.kolom === 'laki_laki' ? { ...one, min: '6' } : one)), aturanBawaan });
    expect((await weighed([{ aturan: 'range', tingkat: 'peringatan', toleransi: '20 %' }])).builtIn).toMatchObject([{ title: { en: 'Smallest and largest value' }, problems: [], before: 1, after: 0 }]);
    expect((await weighed([{ aturan: 'sum', tingkat: 'mati', toleransi: 'sedikit' }])).builtIn).toMatchObject([{ problems: [{ en: 'This rule cannot weigh that.' }, { en: expect.stringContaining('“sedikit”') }], before: 0, after: 0 }]);
    expect(await attempt(rules)).toMatchObject({ rows: 3, rules: [{ broken: 1, examples: [{ row: 3, message: { en: '“Laki-laki” must be ≤ “10”; this row says 12.' } }] }, { broken: 0 }] });
    expect(await first()).toMatchObject({ version });
    await expect(attempt([{ kiri: 'laki_laki' }])).rejects.toMatchObject({ problems: expect.arrayContaining([{ path: 'table.aturanSendiri.0.pembanding', message: expect.anything() }]) });
    const unclear = { variabel: [...(table['variabel'] as object[]), { kolom: 'jawaban', judulKolom: 'Jawaban', tipe: 'string', daftarKode: '1=Ya; 2=Tidak' }] };
    await expect(tried(unclear)).rejects.toMatchObject({ problems: [1, 2].map(() => ({ path: expect.stringMatching(/^table\.variabel\.\d+\.daftarKode$/) })) });
    await expect(world.as(operator, () => world.app.get(RuleTrials).begin(world.caseId, id, table))).rejects.toMatchObject({ status: 404 });
    await expect(world.as(staf, () => world.app.get(RuleTrials).begin(world.caseId, 'lain', table))).rejects.toMatchObject({ status: 404 });
    // What the statistics office was not sent it reads nothing of, whoever may try rules.
    const asked = await world.as(bps, () => world.app.get(RuleTrials).begin(world.caseId, id, { ...table, aturanSendiri: rules }));
    expect((await finished(world, asked, bps)).result).toMatchObject({ rows: null, rules: [{ broken: 0, examples: [] }, { broken: 0 }] });
    expect(permissions['satu-data.try-rules']?.roles).toEqual(['staf', 'kasi']);
  });

  it('adds rows once, however often they are sent', async () => {
    const before = (await rows()).length;
    const edit = { added: [{ nama: 'Luas panen' }], ids: ['01890000-0000-7000-8000-000000000001'] };
    expect([await apply(edit), await apply(edit)]).toEqual([edit.ids, edit.ids]);
    expect(await rows()).toHaveLength(before + 1);
    const { id, version } = await first();
    const change = { changes: [{ id, version, values: { satuan: 'orang' } }] };
    await apply(change);
    await apply(change);
    expect((await first()).version).toBe(version + 1);
  });

  it('describes a table only as it can be', async () => {
    const { id } = await first();
    const column = { kolom: 'Jumlah Penduduk', judulKolom: '', tipe: 'integer', min: 'sedikit' };
    await expect(apply({ changes: [{ id, version: 1, values: { variabel: [column] } }] })).rejects.toMatchObject({ problems: [{ path: 'changes.0.variabel.0.kolom' }, { path: 'changes.0.variabel.0.judulKolom' }, { path: 'changes.0.variabel.0.min' }] });
  });

  it('stands still while it is corrected; marks stay with their row and field, answered and accepted', async () => {
    await handIn();
    const [one, two] = await rows();
    await expect(apply({ changes: [{ id: one?.id, version: 1, values: { satuan: 'x' } }] })).rejects.toMatchObject({ code: 'data-list-closed' });
    const mark = await world.as(kasi, () => world.app.get(ListMarks).add(world.caseId, { rowId: two?.id ?? '', field: 'definisi', comment: 'Terlalu singkat' }));
    await expect(world.as(staf, () => world.app.get(ListMarks).add(world.caseId, { rowId: two?.id ?? '', field: 'rahasia', comment: 'Tidak ada' }))).rejects.toMatchObject({ code: 'data-list-field' });
    await expect(world.submit('koreksi', kasi, { hasilKoreksi: 'tidak_sesuai', catatan: 'Lihat tanda.', jatuhTempo: '2062-12-31T09:00:00Z' })).rejects.toMatchObject({ problems: [{ path: 'jatuhTempo', message: { id: 'Tanggal ini lebih dari 5 tahun lagi. Periksa tahunnya.' } }] });
    await world.submit('koreksi', kasi, { hasilKoreksi: 'tidak_sesuai', catatan: 'Lihat tanda.' });
    await apply({ changes: [{ id: one?.id, version: 1, removed: true }] });
    expect((await world.formData('daftar-data', staf))['koreksi']).toEqual([{ sumber: 'Kasi', baris: '–', isian: '–', catatan: 'Lihat tanda.' }, { sumber: 'Kasi', baris: 1, isian: 'Definisi', catatan: 'Terlalu singkat' }]);
    const step = (who: typeof staf, state: 'answered' | 'closed') => world.as(who, () => world.app.get(ListMarks).step(world.caseId, mark.id, { state, answer: 'Dilengkapi' }));
    await expect(step(staf, 'closed')).rejects.toMatchObject({ status: 403 });
    await step(staf, 'answered');
    await handIn();
    expect((await world.formData('koreksi', kasi))['jawaban']).toEqual([{ baris: 1, isian: 'Definisi', catatan: 'Terlalu singkat', keadaan: 'sudah diperbaiki', jawaban: 'Dilengkapi, staf' }]);
    await world.submit('koreksi', kasi, { hasilKoreksi: 'sesuai' });
    expect((await first()).marks).toEqual([]);
    // BPS finds the answers, and a list that is right leaves nothing to be corrected.
    await world.as(bps, () => world.app.get(ListMarks).add(world.caseId, { rowId: two?.id ?? '', field: null, comment: 'Periksa lagi' }));
    expect(await world.formData('pemeriksaan-permintaan', bps)).toMatchObject({ ringkasan: [{ koreksi: 1, dijawab: 0 }], jawaban: [{ catatan: 'Periksa lagi' }] });
    expect(await world.formData('pemeriksaan-permintaan', bps)).not.toHaveProperty('daftar');
    await world.submit('pemeriksaan-permintaan', bps, { hasilPemeriksaan: 'perlu_perbaikan', catatan: 'Lihat koreksi.', ...EXAMINED, periksaKode: 'tidak', periksaKodeCatatan: 'Satuan “org” bukan satuan baku.' });
    expect((await world.formData('daftar-data', staf))['koreksi']).toEqual(expect.arrayContaining([
      { sumber: 'BPS', baris: '–', isian: '–', catatan: 'Lihat koreksi.' }, { sumber: 'BPS', baris: '–', isian: '–', catatan: expect.stringMatching(/: tidak\. Satuan “org” bukan satuan baku\.$/) },
    ]));
    await handIn();
    // The head of section lets the list pass; what BPS asked for is BPS's to close.
    await world.submit('koreksi', kasi, { hasilKoreksi: 'sesuai' });
    expect(await world.formData('pemeriksaan-permintaan', bps)).toMatchObject({ jawaban: [{ catatan: 'Periksa lagi', keadaan: 'belum dijawab' }] });
    await world.submit('pemeriksaan-permintaan', bps, { hasilPemeriksaan: 'sesuai', ...EXAMINED });
    expect((await first()).marks).toEqual([]);
  });

  it('tells of rows that were taken out page by page, also where they had one place', async () => {
    const all = await rows();
    await apply({ changes: all.map(({ id, version }) => ({ id, version, removed: true })) });
    await world.database.tx((db) => db.update(ListRowEntity, { periodId: world.caseId }, { position: 0 }));
    const ids: string[] = [];
    for (let after: number | null = -1; after !== null; ) {
      const page: Awaited<ReturnType<ListViews['removed']>> = await views((one) => one.removed(world.caseId, after ?? -1, 1));
      ids.push(...page.items.map(({ id }) => id));
      after = page.next;
    }
    expect(ids.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
  });

  it('asks for nothing in a row that is taken out, until it is put back', async () => {
    await handIn();
    const [one] = await rows();
    await world.as(kasi, () => world.app.get(ListMarks).add(world.caseId, { rowId: one?.id ?? '', field: null, comment: 'Kembar, keluarkan' }));
    await world.submit('koreksi', kasi, { hasilKoreksi: 'tidak_sesuai', catatan: 'Lihat tanda.' });
    const counted = async () => [(await world.formData('daftar-data', staf))['ringkasan'], (await views((it) => it.list(world.caseId))).marks];
    expect(await counted()).toMatchObject([[{ koreksi: 1 }], { open: 1, answered: 0 }]);
    await apply({ changes: [{ id: one?.id, version: 1, removed: true }] });
    expect(await counted()).toMatchObject([[{ koreksi: 0 }], { open: 0, answered: 0 }]);
    expect(await world.formData('koreksi', kasi)).toMatchObject({ ringkasan: [{ koreksi: 0, dijawab: 0 }], jawaban: [{ baris: '–', catatan: 'Kembar, keluarkan', keadaan: 'baris dikeluarkan' }] });
    await apply({ changes: [{ id: one?.id, version: 2, removed: false }] });
    expect(await counted()).toMatchObject([[{ koreksi: 1 }], { open: 1, answered: 0 }]);
  });

  it('tells on one line of time what was changed, what was to be corrected, and what became of its data set', async () => {
    const later = () => { world.state.now = new Date(world.state.now.getTime() + 60_000); };
    const { id, version } = await first();
    const told = async (who: (typeof PEOPLE)[keyof typeof PEOPLE] = staf) => (await history(id, who)).map(({ kind, label, text, state, by }) => [kind, label?.id ?? state, text?.id ?? null, by]);
    later();
    await apply({ changes: [{ id, version, values: { satuan: 'orang' } }] });
    later();
    await handIn();
    later();
    const mark = await world.as(kasi, () => world.app.get(ListMarks).add(world.caseId, { rowId: id, field: 'definisi', comment: 'Terlalu singkat' }));
    await world.submit('koreksi', kasi, { hasilKoreksi: 'tidak_sesuai', catatan: 'Lihat tanda.' });
    const step = (who: typeof staf, state: 'answered' | 'open', answer: string) => world.as(who, () => world.app.get(ListMarks).step(world.caseId, mark.id, { state, answer }));
    for (const [who, state, answer] of [[staf, 'answered', 'Sudah'], [kasi, 'open', ''], [staf, 'answered', 'Sumbernya ditambahkan']] as const) {
      later();
      await step(who, state, answer);
    }
    later();
    await handIn();
    await world.submit('koreksi', kasi, { hasilKoreksi: 'sesuai' });
    expect((await first()).state).toBe('listed');
    const list = [
      ['accepted', 'Definisi', null, 'kasi'], ['answered', 'Definisi', 'Sumbernya ditambahkan', 'staf'], ['reopened', 'Definisi', null, 'kasi'], ['answered', 'Definisi', 'Sudah', 'staf'], ['marked', 'Definisi', 'Terlalu singkat', 'kasi'],
    ];
    const edits = [['changed', 'Satuan', null, 'staf'], ['started', null, null, 'Tertib']];
    const [given, before] = [(await told()).filter(([, label]) => label === 'ID DDD'), (await told()).filter(([, label]) => label !== 'ID DDD')];
    expect([given.length <= 1, before]).toEqual([true, [...list, ...edits]]);
    later();
    await world.work('request.prepare');
    await world.work('request.dispatch');
    expect((await told())[0]).toEqual(['state', 'asked', null, 'Tertib']);
    expect(await first()).toMatchObject({ state: 'asked', published: false });
    for (const [from, to, reason, who] of [['complete', 'analysed', null, null], ['analysed', 'sent_to_bps', null, 'kasi'], ['sent_to_bps', 'eligible', 'Baik', 'bps'], ['eligible', 'withheld', 'Urusan dalam', 'kasi']] as const) {
      later();
      await went(id, from, to, reason, who);
    }
    expect((await told()).slice(0, 3)).toEqual([['state', 'withheld', 'Urusan dalam', 'kasi'], ['state', 'eligible', 'Baik', 'bps'], ['state', 'sent_to_bps', null, 'kasi']]);
    // BPS is told what came since it was sent, and neither who did it nor what the office wrote for itself; nor what is corrected inside the house.
    expect((await told(bps)).filter(([, label]) => label !== 'ID DDD')).toEqual([['state', 'withheld', null, null], ['state', 'eligible', 'Baik', null], ['state', 'sent_to_bps', null, null], ...edits]);
    const [, two] = await rows();
    expect((await history(two?.id ?? '', bps)).filter(({ kind }) => kind === 'state')).toEqual([]);
    expect((await views((one) => one.page(world.caseId, -1, 500), bps)).items.map(({ state }) => state)).toEqual(['withheld', null]);
  });

  it('tells of a correction that was settled before its steps were kept what is known of it', async () => {
    const { id: rowId } = await first();
    const old = { periodId: world.caseId, rowId, field: null, comment: 'Periksa', source: 'Kasi' as const, userName: 'kasi', at: world.state.now, answer: 'Sudah', answeredBy: 'staf', answeredAt: world.state.now };
    await world.database.tx((db) => db.insert(ListMarkEntity, { ...old, id: 'm-old', state: 'closed' }));
    expect((await history(rowId)).map(({ kind, text, by, at }) => [kind, text?.id, by, at === null])).toEqual([['accepted', undefined, null, true], ['answered', 'Sudah', 'staf', false], ['marked', 'Periksa', 'kasi', false], ['started', undefined, 'Tertib', false]]);
  });

  it('tells that a row was moved, by its number; who saw it before may write all the same', async () => {
    const [one, two] = await rows();
    await apply({ changes: [{ id: one?.id, version: 1, values: { satuan: 'orang' } }] });
    await world.setList((await world.listRows()).toReversed());
    expect((await history(one?.id ?? '')).map(({ version, kind, before, after }) => [version, kind, before?.id, after?.id])).toEqual([[3, 'moved', '1', '2'], [2, 'changed', 'jiwa', 'orang'], [1, 'started', undefined, undefined]]);
    await apply({ changes: [{ id: two?.id, version: 1, values: { metode: 'sensus' } }] });
    expect((await history(two?.id ?? '')).map(({ version, kind }) => [version, kind])).toEqual([[3, 'changed'], [2, 'moved'], [1, 'started']]);
    await world.setList(await world.listRows());
    expect(await history(one?.id ?? '')).toHaveLength(3);
  });

  it('leads to where its data set is, as far as the asker may open it', async () => {
    await handIn();
    const { id } = await first();
    const places = async (who: (typeof PEOPLE)[keyof typeof PEOPLE] = staf) => (await views((one) => one.one(world.caseId, id), who)).places;
    expect(await places()).toEqual([]);
    await world.work('request.prepare');
    await world.work('request.dispatch');
    const delivery = { kind: 'delivery', address: expect.stringMatching(new RegExp(`^/satu-data/deliveries/${world.caseId}/.+`)) };
    expect([await places(), await places(bps)]).toEqual([[delivery], []]);
    await went(id, 'in_verification', 'complete');
    await world.database.tx((db) => db.update(DatasetEntity, { id }, { deliveryId: 'd' }));
    const analysis = { kind: 'analysis', address: `/satu-data/analysis/${id}` };
    expect([await places(), await places(bps)]).toEqual([[delivery, analysis], []]);
    await went(id, 'analysed', 'sent_to_bps');
    expect(await places(bps)).toEqual([analysis]);
  });

  it('gets its metadata code from whoever checks, and only then', async () => {
    const { id } = await first();
    await expect(apply({ changes: [{ id, version: 1, values: { kodeMetadata: 'MS-1' } }] })).rejects.toMatchObject({ problems: [{ path: 'changes.0.kodeMetadata' }] });
    await handIn();
    await apply({ changes: [{ id, version: 1, values: { kodeMetadata: 'MS-1' } }] }, bps);
    await expect(apply({ changes: [{ id, version: 2, values: { satuan: 'x' } }] }, kasi)).rejects.toMatchObject({ problems: [{ path: 'changes.0.satuan' }] });
    expect((await world.database.read.findOneByOrFail(DatasetEntity, { id })).metadataCode).toBe('MS-1');
  });

  it('gets its portal links once its data are public, as whole addresses', async () => {
    await handIn();
    await world.work('request.prepare');
    await world.work('request.dispatch');
    const asked = await first();
    expect(asked.published).toBe(false);
    await went(asked.id, 'late', 'archived');
    expect((await first()).published).toBe(false);
    await expect(apply({ changes: [{ id: asked.id, version: asked.version, values: { tautanNasional: 'https://data.go.id/dataset/x' } }] })).rejects.toMatchObject({ problems: [{ path: 'changes.0.tautanNasional', message: { en: 'Portal links are filled in once the data are public.' } }] });
    await went(asked.id, 'scheduled', 'published');
    expect((await first()).published).toBe(true);
    const { id, version } = await first();
    const link = (tautanNasional: string) => apply({ changes: [{ id, version, values: { tautanNasional } }] });
    await expect(link('data.go.id/x')).rejects.toMatchObject({ problems: [{ path: 'changes.0.tautanNasional' }] });
    await link('https://data.go.id/dataset/x');
    expect((await first()).values['tautanNasional']).toBe('https://data.go.id/dataset/x');
    await expect(world.as(kasi, () => world.app.get(ListMarks).add(world.caseId, { rowId: id, field: null, comment: 'Terlambat' }))).rejects.toMatchObject({ code: 'data-list-closed' });
  });

  it('is not the affair of producers', async () => {
    await expect(views((one) => one.list(world.caseId), operator)).rejects.toMatchObject({ status: 404 });
    await expect(views((one) => one.page(world.caseId, -1, 1), operator)).rejects.toMatchObject({ status: 404 });
    expect(world.audit).toContain('access.refused');
  });

  it('is carried over once, with what was dropped, added and changed, and keeps the public name of a renamed data set', async () => {
    await handIn();
    const last = await world.database.read.find(DatasetEntity, { where: { periodId: world.caseId }, order: { position: 'ASC' } });
    await world.database.tx((db) => db.insert(PeriodEntity, { id: 'p-next', title: 'Data 2027', year: 2027, scope: null, deadline: world.state.now, releaseDate: world.state.now, state: 'open', openedAt: new Date(world.state.now.getTime() + 1) } as never));
    const next = await world.as(staf, async () => {
      await Promise.all([world.app.get(ListViews).list('p-next'), world.app.get(ListViews).list('p-next')]);
      return (await world.app.get(ListViews).page('p-next', -1, 500)).items;
    });
    expect(next.map(({ values }) => values['nama'])).toEqual(last.map(({ title }) => title));
    await world.as(staf, () => world.app.get(ListEdit).apply('p-next', { changes: [{ id: next[0]?.id ?? '', version: 1, values: { nama: 'Penduduk', satuan: 'orang' } }, { id: next[1]?.id ?? '', version: 1, removed: true }], added: [{ nama: 'Luas panen' }] }));
    const compare = await compared((one) => one.withLast('p-next'));
    expect(compare).toMatchObject({ from: 'Data 2026', counts: { added: 1, dropped: 1, changed: 1, same: 0 }, dropped: [{ name: last[1]?.title }], changed: [{ name: 'Penduduk', fields: [{ field: 'nama', before: alike(last[0]?.title ?? ''), after: alike('Penduduk') }, { field: 'satuan', before: alike('jiwa'), after: alike('orang') }] }] });
    expect((await world.as(staf, () => world.app.get(ListViews).page('p-next', -1, 1))).items[0]?.changed).toEqual(['nama', 'satuan']);
  });

  it('points out names that are nearly the same', async () => {
    const { values } = await first();
    await apply({ added: [{ nama: `${values['nama']}.`, produsen: values['produsen'] ?? '' }] });
    expect(await world.as(staf, () => world.app.get(ListDuplicates).of(world.caseId))).toMatchObject({ more: false, names: 2, pairs: [{ a: { name: values['nama'] }, b: { name: `${values['nama']}.` }, likeness: 1 }] });
    // It is told where the list is handed in and corrected, and no reason to refuse it.
    const told = async (form: 'daftar-data' | 'koreksi', who: typeof staf) => (await world.formData(form, who))['ringkasan'];
    expect(await told('daftar-data', staf)).toMatchObject([{ mirip: 2 }]);
    let answer = (_: { pairs: []; more: false }): void => undefined;
    const find = jest.spyOn(DuplicatesThread.prototype, 'find').mockReturnValueOnce(new Promise((found) => { answer = found; }));
    await apply({ added: [{ nama: 'Luas panen padi' }] });
    expect(await told('koreksi', kasi)).toMatchObject([{ mirip: 'masih dicari' }]);
    answer({ pairs: [], more: false });
    expect(await told('koreksi', kasi)).toMatchObject([{ mirip: 0 }]);
    expect(find).toHaveBeenCalledTimes(1);
    find.mockRestore();
  });

  it('looks for near-duplicates once until a row is changed, and again where it failed', async () => {
    const likes = () => world.as(staf, () => world.app.get(ListDuplicates).of(world.caseId));
    const find = jest.spyOn(DuplicatesThread.prototype, 'find').mockRejectedValueOnce(new Error('the thread ended'));
    await expect(likes()).rejects.toThrow('the thread ended');
    await Promise.all([likes(), likes()]);
    await likes();
    expect(find).toHaveBeenCalledTimes(2);
    const { id, values } = await first();
    await apply({ changes: [{ id, version: 1, values: { nama: 'Luas panen padi' } }] });
    await apply({ added: [{ nama: 'Luas panen padi.', produsen: values['produsen'] ?? '' }] });
    expect(await likes()).toMatchObject({ pairs: [{ a: { id }, b: { name: 'Luas panen padi.' } }] });
    expect(find).toHaveBeenCalledTimes(3);
    // Where no name has changed, nothing is looked for.
    const [{ id: last, version } = { id: '', version: 0 }] = (await rows()).slice(-1);
    await apply({ changes: [{ id: last, version, values: { satuan: 'hektare' } }] });
    expect([(await likes()).pairs.length, find.mock.calls.length]).toEqual([1, 3]);
    find.mockRestore();
  });

  describe('as a workbook', () => {
    const PORTAL = 'https://data.example.test';
    const sheets = <T>(ask: (one: ListSheets) => Promise<T>) => world.as(staf, () => ask(world.app.get(ListSheets)));
    const opened = async () => {
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load((await sheets((one) => one.write(world.caseId, PORTAL))) as unknown as ArrayBuffer);
      const sheet = workbook.getWorksheet('Data') as ExcelJS.Worksheet;
      const at = (header: string, row: number) => sheet.getCell(row, (sheet.getRow(1).values as unknown[]).indexOf(header));
      return { workbook, sheet, at };
    };
    const stored = async (workbook: ExcelJS.Workbook) => (await world.put({ name: 'daftar.xlsx', type: 'x', content: Buffer.from(await workbook.xlsx.writeBuffer()), officeId: 'o-kominfo' })).id;
    const imported = (fileId: string, fingerprint?: string) => sheets((one) => one.import(world.caseId, { fileId, fingerprint }, PORTAL));
    afterEach(() => world.app.get(ListSheets).onModuleDestroy());

    it('has the official columns in their order, and comes back unchanged', async () => {
      const { id } = await first();
      await apply({ changes: [{ id, version: 1, values: { sumberRujukan: '=SUM(A1)' } }] });
      const { workbook, sheet } = await opened();
      expect((sheet.getRow(1).values as unknown[]).slice(1)).toEqual([...OFFICIAL, 'Kode dalam aplikasi']);
      expect(await imported(await stored(workbook))).toMatchObject({ applied: false, added: 0, changed: 0, unchanged: 2, missing: 0, errors: [] });
    });

    it('shows where public data are, and a dash as a dash', async () => {
      const [one, two] = await rows();
      await apply({ changes: [{ id: one?.id, version: 1, values: { idDdp: '-', sumberRujukan: '-1+2' } }] });
      await handIn();
      await went(one?.id ?? '', 'scheduled', 'published');
      await world.database.tx(async (db) => {
        await db.insert(PublicationEntity, { id: 'p', slug: 'penduduk', datasetId: one?.id ?? '', periodId: world.caseId, periodTitle: '-', officeCode: '-', officeName: '-', title: '-', definition: '-', unit: '-', metadata: {}, columns: [], rows: [], totals: {}, licence: '-', publishedAt: world.state.now, modifiedAt: world.state.now, fileId: '-', fileSize: 1, sha256: '-' } as never);
      });
      const { workbook, at } = await opened();
      expect([2, 3].map((row) => at('Tautan portal daerah', row).value)).toEqual([`${PORTAL}/dataset/penduduk`, '']);
      expect([at('ID DDP', 2).value, at('Sumber rujukan', 2).value, two?.values['idDdp']]).toEqual(['-', "'-1+2", '-']);
      expect((await first()).values['tautanPortal']).toBe('/dataset/penduduk');
      expect(await imported(await stored(workbook))).toMatchObject({ changed: 0, unchanged: 2, errors: [] });
    });

    it('is shown before it is done, and done whole', async () => {
      const { workbook, sheet, at } = await opened();
      at('Satuan', 2).value = 'orang';
      at('Kelas risiko', 2).value = 'TERTUTUP';
      at('Nama data', 4).value = 'Luas panen';
      at('Produsen data', 4).value = 'dinkes';
      at('Periode data', 4).value = 2025;
      sheet.spliceRows(3, 1);
      const fileId = await stored(workbook);
      const preview = await imported(fileId);
      expect(preview).toMatchObject({ applied: false, added: 1, changed: 1, unchanged: 0, missing: 1, errors: [], names: ['Luas panen'], changes: [{ row: 2, fields: [{ field: 'kelasRisiko', before: { id: 'Terbuka', en: 'Open' }, after: { id: 'Tertutup', en: 'Closed' } }, { field: 'satuan', before: alike('jiwa'), after: alike('orang') }] }] });
      expect((await first()).values['satuan']).toBe('jiwa');
      expect(await imported(fileId, preview.fingerprint)).toMatchObject({ applied: true });
      expect((await rows()).map(({ values }) => [values['satuan'], values['periodeData']])).toEqual([['orang', '2024'], expect.anything(), ['', '2025']]);
      expect(world.audit).toContain('data-list.imported');
      await expect(imported(fileId, preview.fingerprint)).rejects.toMatchObject({ code: 'data-list-preview-old' });
    });

    it('is refused cell by cell, and nothing of it is done', async () => {
      const { workbook, sheet, at } = await opened();
      at('Kelas risiko', 2).value = 'rahasia';
      at('Produsen data', 3).value = 'Dinas Entah';
      at('Definisi', 2).value = new Date('2026-01-01');
      at('Definisi', 2).style = { numFmt: 'yyyy-mm-dd' };
      at('Kode metadata', 2).value = 'MS-1';
      at('Satuan', 5).value = 'ton';
      const fileId = await stored(workbook);
      const plan = await imported(fileId);
      expect(plan.errors.map(({ cell }) => cell)).toEqual(['K2', 'L2', 'S2', 'J3', 'A5']);
      expect(plan.errors[3]?.message.id).toContain('Produsen data “Dinas Entah” tidak dikenal');
      await expect(imported(fileId, plan.fingerprint)).rejects.toMatchObject({ code: 'data-list-preview-old' });
      sheet.getCell(1, 30).value = 'Anggaran';
      expect(await imported(await stored(workbook))).toMatchObject({ refused: 1, errors: [{ cell: 'AD1', message: { id: expect.stringMatching(/^Kolom “Anggaran” tidak dikenal/) } }] });
    });

    it('names the first cells that are refused and counts them all', async () => {
      const { workbook, sheet } = await opened();
      for (let row = 4; row < 254; row += 1) sheet.getCell(row, 6).value = 1.5;
      const { errors, refused } = await imported(await stored(workbook));
      expect([errors.length, refused]).toEqual([200, 250]);
    });

    it('is found among other sheets by its columns, and is asked for where none has them', async () => {
      const other = async (title: string) => {
        const workbook = new ExcelJS.Workbook();
        workbook.addWorksheet('Catatan').getCell('A1').value = 'Rapat 3 Februari';
        workbook.addWorksheet('Daftar').addRows([['Daftar data 2026'], ['No', title, 'Produsen Data'], [1, 'Luas panen', 'DINKES']]);
        return stored(workbook);
      };
      expect(await imported(await other('Nama Data'))).toMatchObject({ added: 1, errors: [] });
      expect((await imported(await other('Judul'))).errors).toMatchObject([{ cell: 'B2', message: { en: expect.stringContaining('“Judul” is not known') } }]);
      const workbook = new ExcelJS.Workbook();
      for (const name of ['A', 'B']) workbook.addWorksheet(name).getCell('A1').value = 'kosong';
      await expect(imported(await stored(workbook))).rejects.toMatchObject({ text: { id: expect.stringContaining('beri nama “Data” pada lembar yang berisi datanya') } });
    });

    it('that is none is refused with a sentence', async () => {
      const { id } = await world.put({ name: 'x.xlsx', type: 'x', content: Buffer.from('PK bukan'), officeId: 'o-kominfo' });
      await expect(imported(id)).rejects.toMatchObject({ code: 'data-list-sheet' });
    });
  });

  it('holds 2,000 rows: changed at once, handed in, with one change a field written down', async () => {
    const { id, values } = await first();
    const { table } = await views((one) => one.one(world.caseId, id));
    const fields = Object.fromEntries(Object.entries(values).filter(([key]) => !/^(kode|tautan|idDdd)/.test(key)));
    await apply({ added: Array.from({ length: 1_998 }, (_, index) => ({ ...fields, ...table, nama: `Data sintetis nomor ${index}` })) });
    const all: { id: string; version: number }[] = [];
    for (let after: number | null = -1; after !== null; ) {
      const page: Awaited<ReturnType<ListViews['page']>> = await views((one) => one.page(world.caseId, after ?? -1, 500));
      all.push(...page.items);
      after = page.next;
    }
    expect(all).toHaveLength(2_000);
    await apply({ changes: all.map((row) => ({ id: row.id, version: row.version, values: { metode: 'sensus' } })) });
    expect(await world.database.read.countBy(ListChangeEntity, { field: 'metode' })).toBe(2_000);
    await handIn();
    expect(await world.database.read.countBy(DatasetEntity, { periodId: world.caseId })).toBe(2_000);
    expect(await world.database.read.countBy(ListRowEntity, { periodId: world.caseId })).toBe(2_000);
  }, 60_000);
});
