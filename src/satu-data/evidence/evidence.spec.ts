import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import ExcelJS from '@protobi/exceljs';
import { AuditLog, FileStore, Letters, type StepTimes } from 'tertib';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { fromBufferPromise } from 'yauzl';
import { PEOPLE, satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { ArchiveEntity } from '../archive/archive.entity.js';
import { ListEntity } from '../data-list/data-list.entities.js';
import { AssessmentEntity } from '../review/review.entities.js';
import { DatasetStateEntity } from '../datasets/dataset-state.entity.js';
import type { DatasetState } from '../datasets/dataset.states.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DeliveryEntity } from '../deliveries/delivery.entity.js';
import { MetadataEntity } from '../metadata/metadata.entity.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { PublicationEntity } from '../publication/publication.entity.js';
import { FindingEntity } from '../verification/finding.entity.js';
import { EPSS, INDICATORS } from './epss.js';
import { EvidenceExport } from './evidence-export.service.js';
import { KINDS, type EvidenceKind } from './evidence-kinds.js';
import { EvidenceController } from './evidence.controller.js';
import { EvidenceScopes } from './evidence-scope.js';
import { EvidenceService } from './evidence.service.js';
import { EvidenceSources } from './evidence-sources.js';
import { OwnEvidence } from './own/own-evidence.service.js';
import { fieldsOf } from '../metadata/sheets/sheet.js';
import { SHEETS } from '../metadata/sheets/index.js';


const at = (day: string): Date => new Date(`2026-03-${day}T03:00:00Z`);
const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

const PENDUDUK = { nama: 'Penduduk', alias: 'penduduk', konsep: 'Kependudukan', definisi: 'Orang yang tinggal', referensiPemilihan: '-', referensiWaktu: 'Akhir tahun', tipeData: 'integer', kolom: 'penduduk', wajib: true, kalimatPertanyaan: 'Berapa?', aksesUmum: true };
/** Everything answered that is asked of any activity; `judul` tells versions apart. */
const activity = (judul: string): object => ({ ...Object.fromEntries(fieldsOf(SHEETS.activity).filter((field) => !field.asked && !field.optional).map(({ key, type, columns }) => [key, type === 'one' ? '1' : type === 'several' ? (key === 'saranaPengumpulan' ? 8 : 1) : type === 'yes' ? false : type === 'rows' ? [Object.fromEntries((columns ?? []).map((column) => [column.key, 'x']))] : 'x'])), judul });

describe('the evaluation’s table', () => {
  it('has its domains, aspects and indicators, each under its own', () => {
    const aspects = EPSS.flatMap((domain) => domain.aspects.map((aspect) => ({ domain, aspect })));
    expect([EPSS.length, aspects.length, INDICATORS.length]).toEqual([5, 19, 38]);
    for (const { domain, aspect } of aspects) expect([aspect.code[0], ...aspect.indicators.map(({ code }) => code.slice(0, 3))]).toEqual([domain.code, ...aspect.indicators.map(() => aspect.code)]);
    expect(new Set(INDICATORS.map(({ code }) => code)).size).toBe(38);
  });

  it('uses every kind of evidence that is read', () => {
    expect(KINDS.filter((kind) => !INDICATORS.some(({ kinds }) => kinds.includes(kind)))).toEqual([]);
  });
});

describe('evidence', () => {
  let world: SatuDataWorld;
  beforeEach(async () => {
    world = await satuDataWorld();
    world.state.asker = PEOPLE.staf;
    await period(world.caseId);
  });
  afterEach(() => world.close());

  const period = (id: string, year = 2026) => world.database.tx((db) => db.insert(PeriodEntity, { id, title: 'Sintetis', year, scope: null, deadline: at('20'), releaseDate: at('30'), state: 'collecting', openedAt: at('01') }));
  const dataset = async (position: number, more: Partial<DatasetEntity> = {}): Promise<string> => {
    const id = uuidv7();
    const row = { id, periodId: world.caseId, position, officeId: 'o-dukcapil', officeCode: 'DUKCAPIL', code: `D${position}`, ddpCode: '-', slug: `data-${id}`, title: `Data ${position} (sintetis)`, kind: 'statistik', subject: 'variabel', riskClass: 'terbuka', definition: 'Banyaknya', unit: 'jiwa', decimalMark: ',', state: 'complete', updatedAt: at('05'), variables: [], rules: [], indicators: [], ...more } as const;
    await world.database.tx((db) => db.insert(DatasetEntity, row as never));
    return id;
  };
  const delivered = async (datasetId: string, more: Partial<DeliveryEntity> = {}): Promise<string> => {
    const id = uuidv7();
    await world.database.tx((db) => db.insert(DeliveryEntity, { id, datasetId, requestId: 'r', officeId: 'o-dukcapil', round: 0, kind: 'data', status: 'accepted', submissionId: 's', submittedBy: 'u', submittedByName: 'Operator', submittedAt: at('05'), validatedAt: at('06'), validatedByName: 'Pimpinan', inTime: true, ...more }));
    return id;
  };
  /** From each of these states to the next. */
  const moved = (db: EntityManager, datasetId: string, states: readonly DatasetState[]) => db.insert(DatasetStateEntity, states.slice(1).map((after, index) => ({ id: uuidv7(), datasetId, before: states[index] as DatasetState, after, reason: null, userId: 'u', at: at('08') })));
  const evidence = (scope = world.caseId) => world.app.get(EvidenceService).of(scope);
  const counts = async (scope = world.caseId) => Object.fromEntries((await evidence(scope)).kinds.filter(({ count }) => count > 0).map(({ key, count }) => [key, count]));
  const records = (kind: EvidenceKind, query: object = {}, scope = world.caseId) => world.app.get(EvidenceService).records(scope, kind, { limit: 20, ...query });
  const step = (name: string, gsbpm: string | undefined, seconds: number): StepTimes => ({ processKey: 'p', elementId: name, name, properties: gsbpm === undefined ? {} : { gsbpm }, count: 2, open: 0, seconds, firstAt: at('02'), lastAt: at('03') });

  it('of a period that has only begun is its procedure and its trail', async () => {
    expect(await counts()).toEqual({ procedure: 1, 'audit-trail': 1 });
    const shown = await evidence();
    const kinds = new Map(shown.kinds.map(({ key, count }) => [key, count]));
    const without = shown.domains.flatMap(({ aspects }) => aspects.flatMap(({ indicators }) => indicators)).filter((one) => one.kinds.every((kind) => kinds.get(kind) === 0));
    expect(without).toHaveLength(36);
  });

  it('counts every data set whose columns take codes, also those of a list of the office, and says of which list', async () => {
    const column = { name: 'pasar', title: 'Jenis pasar', type: 'string', required: true, key: true } as const;
    for (const [index, more] of [{ list: 'jenis-pasar' }, { list: null, codes: null }, { codes: ['L', 'P'] }].entries()) await dataset(index, { classification: null, variables: [{ ...column, ...more }] });
    expect((await counts())['code-list']).toBe(2);
    const listed = await Promise.all((await records('code-list')).records.map(async ({ id }) => JSON.parse((await buffer((await world.app.get(EvidenceController).file(world.caseId, 'code-list', id)).getStream())).toString()) as { kolom: object[] }));
    expect(listed.map(({ kolom }) => kolom)).toEqual([[{ nama: 'pasar', judul: 'Jenis pasar', jenis: 'string', daftarKode: 'jenis-pasar', jumlahKode: null }], [{ nama: 'pasar', judul: 'Jenis pasar', jenis: 'string', daftarKode: null, jumlahKode: 2 }]]);
  });

  it('of the data list is the list itself, as it was handed in', async () => {
    for (const position of [1, 0]) await dataset(position, { schedule: 'tahunan' });
    await world.database.tx((db) => db.insert(ListEntity, { periodId: world.caseId, state: 'handed-in', fromPeriodId: null, startedAt: at('01'), handedInAt: at('02') }));
    const { records: [listed] } = await records('data-list');
    expect(listed).toMatchObject({ id: world.caseId, fileName: `${world.caseId}.json`, stored: false });
    const file = await buffer((await world.app.get(EvidenceController).file(world.caseId, 'data-list', world.caseId)).getStream());
    expect(JSON.parse(file.toString())).toMatchObject({ jumlahDataset: 2, dataset: [0, 1].map((position) => ({ kode: `D${position}`, kodeDdp: '-', nama: `Data ${position} (sintetis)`, produsen: 'DUKCAPIL', definisi: 'Banyaknya', satuan: 'jiwa', jadwal: 'tahunan' })) });
    expect(sha256(file)).toBe(listed?.sha256);
  });

  it('is what data sets, deliveries, findings, decisions and metadata say', async () => {
    const id = await dataset(0, { classification: 'wilayah', schedule: 'tahunan', rules: [{ kind: 'sum', parts: ['a'], total: 'b' }], variables: [{ name: 'kode', title: 'Kode', type: 'region', required: true, key: true }, { name: 'a', title: 'A', type: 'integer', required: false, key: false, protection: {} }] });
    await dataset(1, { definition: '' });
    await dataset(2, { classification: 'wilayah', state: 'cancelled' });
    const delivery = await delivered(id);
    await delivered(id, { status: 'returned', validatedAt: at('04') });
    await delivered(id, { inTime: false, status: 'late' });
    await world.database.tx(async (db) => {
      const finding = { deliveryId: delivery, rule: 'range', severity: 'WARNING', row: 1, column: 'a', cell: 'B2', messageId: 'Nilai di luar rentang.', messageEn: 'Out of range.' } as const;
      await db.insert(FindingEntity, [{ ...finding, id: uuidv7(), position: 0, acceptedReason: 'Benar menurut sumber', acceptedBy: 'u', acceptedAt: at('07') }, { ...finding, id: uuidv7(), position: 1 }]);
      await moved(db, id, ['delivered', 'returned', 'complete', 'analysed', 'sent_to_bps', 'eligible', 'scheduled', 'published']);
      const metadata = { recordId: 'm', kind: 'variable', officeId: 'o-dukcapil', userId: 'u', userName: 'Operator' } as const;
      await db.insert(MetadataEntity, [{ ...metadata, number: 1, id: uuidv7(), version: 1, content: { nama: 'Lama' }, at: at('01') }, { ...metadata, number: 1, id: uuidv7(), version: 2, content: PENDUDUK as never, at: at('02') }, { ...metadata, number: 3, id: uuidv7(), recordId: 'k', version: 1, content: { nama: 'Belum selesai' }, at: at('02') }, { ...metadata, id: uuidv7(), number: 2, recordId: 'n', officeId: 'o-lain', version: 1, content: {}, at: at('02') }]);
    });
    world.state.now = at('10');
    expect(await counts()).toEqual({
      procedure: 1, 'audit-trail': 1, 'data-standard': 1, 'code-list': 1, 'validation-rule': 1, 'update-schedule': 1, 'protected-column': 1, delivery: 2, verification: 2, 'accepted-warning': 1,
      returned: 1, analysed: 1, eligibility: 1, 'publication-order': 1, release: 1, 'metadata-variable': 1,
    });
    // What is begun is no evidence yet, and said beside it.
    expect((await evidence()).kinds.filter(({ unfinished }) => unfinished > 0)).toMatchObject([{ key: 'metadata-variable', count: 1, unfinished: 1 }]);
    expect((await records('metadata-variable')).records).toMatchObject([{ title: 'Penduduk (100%)', link: '/satu-data/metadata/m', fileName: expect.stringMatching(/\.json$/), sha256: expect.stringMatching(/^[\da-f]{64}$/) }]);
    expect((await records('accepted-warning')).records).toMatchObject([{ title: 'Data 0 (sintetis)', office: 'Dinas Kependudukan dan Pencatatan Sipil', link: `/satu-data/analysis/${id}` }]);
    const { content } = JSON.parse(`{"content":${(await buffer((await world.app.get(EvidenceController).file(world.caseId, 'verification', delivery)).getStream())).toString()}}`) as { content: { temuan: object[] } };
    expect(content.temuan).toEqual([{ aturan: 'range', tingkat: 'WARNING', jumlah: 2 }]);
  });

  it('has a check for cells to be suppressed only where a column of the data set is protected', async () => {
    const columns = [{ name: 'a', title: 'A', type: 'integer', required: false, key: false }] as const;
    const published = async (datasetId: string, hidden: PublicationEntity['hidden']) => world.database.tx((db) => db.insert(PublicationEntity, {
      id: uuidv7(), slug: datasetId, datasetId, periodId: world.caseId, periodTitle: 'p', officeCode: 'DUKCAPIL', officeName: 'Dukcapil', title: 'Data', definition: '', unit: '', metadata: {} as never, columns: [], rows: [], totals: {}, licence: 'CC-BY-4.0',
      publishedAt: at('10'), modifiedAt: at('10'), fileId: 'f', fileSize: 1, sha256: 'x', hidden,
    }));
    await published(await dataset(0, { variables: columns as never }), null);
    // As earlier versions left it.
    await published(await dataset(1, { variables: columns as never }), []);
    await published(await dataset(2, { variables: columns.map((one) => ({ ...one, protection: {} })) }), []);
    expect(await counts()).toMatchObject({ publication: 3, disclosure: 1 });
    expect((await records('disclosure')).records).toHaveLength(1);
  });

  it('has as a decision of BPS what BPS decided, the corrections it asked for too, and not what it never saw', async () => {
    const waived = await dataset(0);
    await world.database.tx((db) => moved(db, waived, ['in_verification', 'complete', 'analysed', 'eligible', 'scheduled']));
    const decisions = async () => { const { eligibility = 0, analysed = 0 } = await counts(); return { eligibility, analysed }; };
    expect(await decisions()).toEqual({ eligibility: 0, analysed: 1 });
    const judged = await dataset(1);
    await world.database.tx((db) => moved(db, judged, ['in_verification', 'complete', 'analysed', 'sent_to_bps', 'analysed', 'sent_to_bps', 'rejected']));
    expect(await decisions()).toEqual({ eligibility: 2, analysed: 2 });
    expect((await records('eligibility')).records.map(({ title }) => title)).toEqual(['Data 1 (sintetis)', 'Data 1 (sintetis)']);
  });

  const contentOf = async (kind: EvidenceKind, id: string) => JSON.parse((await buffer((await world.app.get(EvidenceController).file(world.caseId, kind, id)).getStream())).toString()) as Record<string, unknown>;

  it('tells of each decision of BPS what BPS said then: ratings, checklist, who, and by which letter', async () => {
    const id = await dataset(0);
    const states: DatasetState[] = ['sent_to_bps', 'analysed', 'sent_to_bps', 'eligible'];
    const assessment = { periodId: world.caseId, datasetId: id, userId: 'u-bps', userName: 'Penilai BPS', reason: null } as const;
    await world.database.tx(async (db) => {
      await db.insert(DatasetStateEntity, states.slice(1).map((after, index) => ({ id: uuidv7(), datasetId: id, before: states[index] as DatasetState, after, reason: null, userId: 'u-bps', userName: 'Penilai BPS', at: at(`0${index + 5}`) })));
      await db.insert(AssessmentEntity, [
        { ...assessment, id: uuidv7(), decision: 'perlu_perbaikan', letterNumber: null, ratings: [{ dimension: 'accuracy', rating: 'kurang', note: 'Selisih besar' }], checklist: [{ item: 'Metadata lengkap?', answer: 'tidak', note: null }], at: at('05') },
        { ...assessment, id: uuidv7(), decision: 'layak', letterNumber: 'B-1/BPS', ratings: [], checklist: [], at: at('07') },
      ]);
    });
    const [first, second] = (await records('eligibility')).records;
    expect(await contentOf('eligibility', String(first?.id))).toMatchObject({
      keputusan: 'perlu_perbaikan', oleh: 'Penilai BPS', nomorSurat: null, penilaian: [{ dimensi: 'Akurasi', nilai: 'kurang', catatan: 'Selisih besar' }], daftarPeriksa: [{ pertanyaan: 'Metadata lengkap?', jawaban: 'tidak', catatan: null }],
    });
    expect(await contentOf('eligibility', String(second?.id))).toMatchObject({ keputusan: 'layak', nomorSurat: 'B-1/BPS', penilaian: [] });
    expect(await contentOf('eligibility', String(second?.id))).not.toHaveProperty('jadwalRilis');
  });

  it('tells of each order what it said then, also where another followed', async () => {
    const id = await dataset(0, { releaseDate: at('30'), licence: 'CC0-1.0' });
    const order = (day: string, tanggalRilis: string, lisensi: string) => world.submissions.push({ id: `order-${day}`, caseId: world.caseId, taskId: null, processInstanceId: 'p1', formKey: 'perintah-publikasi', elementId: null, step: '14', role: 'kabid', officeId: null, userId: 'u', userName: 'Kabid', at: at(day), data: { tanggalRilis, lisensi }, hash: 'h' });
    order('05', '2026-03-20', 'CC-BY-4.0');
    order('07', '2026-03-30', 'CC0-1.0');
    await world.database.tx((db) => db.insert(DatasetStateEntity, [['05', 'eligible', 'scheduled'], ['07', 'scheduled', 'scheduled'], ['08', 'scheduled', 'published']].map(([day, before, after]) => ({ id: uuidv7(), datasetId: id, before: before as DatasetState, after: after as DatasetState, reason: null, userId: 'u', userName: 'Kabid', at: at(String(day)) }))));
    const told = async (kind: EvidenceKind) => Promise.all((await records(kind)).records.map(async (one) => { const { jadwalRilis, lisensi, formulir } = await contentOf(kind, one.id); return [jadwalRilis, lisensi, formulir]; }));
    expect(await told('publication-order')).toEqual([['2026-03-20', 'CC-BY-4.0', 'order-05'], ['2026-03-30', 'CC0-1.0', 'order-07']]);
    expect(await told('release')).toEqual([['2026-03-30', 'CC0-1.0', 'order-07']]);
  });

  it('has of the report of an analysis the newest of each data set, not the drafts before it', async () => {
    const report = (key: string, about: string) => world.app.get(Letters).render({ key, caseId: world.caseId, template: 'laporan-analisis', subject: key, about, numbered: false, data: {} });
    for (const [key, about] of [['rancangan', 'd1'], ['akhir', 'd1'], ['lain', 'd2']] as const) await report(key, about);
    expect((await counts())['analysis-report']).toBe(2);
    expect((await records('analysis-report')).records.map(({ title }) => title.replace(/^.*: /, ''))).toEqual(['akhir', 'lain']);
  });

  it('has as a decision of step 14 also that a data set is not published', async () => {
    const withheld = await dataset(0);
    await world.database.tx((db) => moved(db, withheld, ['analysed', 'sent_to_bps', 'eligible', 'withheld']));
    expect(await counts()).toMatchObject({ 'publication-order': 1 });
    expect((await evidence()).kinds.find(({ key }) => key === 'publication-order')?.name.id).toBe('Keputusan publikasi dan jadwal rilis');
  });

  it('of an archived period is what was said until then; of a year, of all its periods', async () => {
    await dataset(0);
    const metadata = { recordId: 'm', kind: 'activity', officeId: 'o-dukcapil', userId: 'u', userName: 'Operator' } as const;
    await world.database.tx(async (db) => {
      await db.insert(MetadataEntity, [{ ...metadata, number: 1, id: uuidv7(), version: 1, content: activity('Semula') as never, at: at('02') }, { ...metadata, number: 1, id: uuidv7(), version: 2, content: activity('Kemudian') as never, at: at('12') }]);
      await db.insert(ArchiveEntity, { periodId: world.caseId, fileId: 'f', sha256: 'a'.repeat(64), record: { klasifikasi: '000' }, archivedAt: at('10') });
    });
    world.state.now = at('20');
    expect((await records('metadata-activity')).records).toMatchObject([{ title: expect.stringContaining('Semula') }]);
    await period('p-other');
    expect(await counts('2026')).toMatchObject({ procedure: 2, archive: 1 });
    expect((await records('metadata-activity', {}, '2026')).records).toMatchObject([{ title: expect.stringContaining('Kemudian') }]);
  });

  it('is read in pages, in the order in which it came to be', async () => {
    const ids: string[] = [];
    for (let position = 0; position < 45; position += 1) ids.push(await dataset(position, { classification: 'wilayah' }));
    const first = await records('data-standard');
    const second = await records('data-standard', { after: first.next });
    const third = await records('data-standard', { after: second.next });
    expect([first, second, third].map((page) => [page.records.length, page.next === null])).toEqual([[20, false], [20, false], [5, true]]);
    expect([first, second, third].flatMap((page) => page.records.map(({ id }) => id))).toEqual(ids);
  });

  it('has a source for every kind, and counts them all by few queries, however many periods and records there are', async () => {
    const queries = jest.spyOn(world.database.read.connection.logger, 'logQuery');
    const asked = async (scope: string) => {
      queries.mockClear();
      const { kinds } = await evidence(scope);
      return { kinds: kinds.length, queries: queries.mock.calls.length };
    };
    const one = await asked(world.caseId);
    await period('p-2');
    await period('p-3');
    for (let position = 0; position < 30; position += 1) await delivered(await dataset(position, { classification: 'wilayah' }));
    const many = await asked('2026');
    expect([one.kinds, many.kinds]).toEqual([KINDS.length, KINDS.length]);
    expect(one.queries).toBeLessThanOrEqual(14);
    expect(many.queries).toBe(one.queries);
    expect([...(await world.app.get(EvidenceSources).counts(await world.app.get(EvidenceScopes).of('2026'))).keys()].toSorted()).toEqual([...KINDS].toSorted());
  });

  it('names the trail of a period without reading it; whoever takes it gets all of it', async () => {
    const read = jest.spyOn(world.app.get(AuditLog), 'ofCase');
    expect((await records('audit-trail')).records).toMatchObject([{ id: world.caseId, fileName: `${world.caseId}.json`, sha256: null }]);
    expect(read).not.toHaveBeenCalled();
    const file = await world.app.get(EvidenceController).file(world.caseId, 'audit-trail', world.caseId);
    expect(JSON.parse((await buffer(file.getStream())).toString())).toEqual({ periode: 'Sintetis', jejak: [] });
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('tells which phase took how long', async () => {
    world.stepTimes.push(step('Memverifikasi', '5.3', 3600), step('Memeriksa', '5.3', 400), step('Menyampaikan', '4.3', 60), step('Lain', undefined, 5), step('Salah', '9.9', 5));
    world.stepTimes.push(step('Memverifikasi', '5.3', 400));
    expect((await evidence()).phases.find(({ code }) => code === '5')?.steps).toEqual([{ name: 'Memverifikasi', code: '5.3', count: 4, open: 0, seconds: 4000 }, { name: 'Memeriksa', code: '5.3', count: 2, open: 0, seconds: 400 }]);
    expect((await evidence()).phases.map(({ code, seconds, count, name }) => [code, seconds, count, name.id])).toEqual([['4', 60, 2, 'Pengumpulan'], ['5', 4400, 6, 'Pengolahan'], [null, 10, 4, 'Langkah tanpa fase']]);
    expect(await counts()).toMatchObject({ 'business-process': 1 });
  });

  it('is nothing for a producer or BPS, whatever their role has been granted', async () => {
    for (const who of [PEOPLE.operator, PEOPLE.bps]) {
      world.state.asker = who;
      await expect(evidence()).rejects.toMatchObject({ code: 'not-found' });
      await expect(world.app.get(EvidenceService).list()).rejects.toMatchObject({ code: 'not-found' });
    }
    expect(world.audit).toContain('access.refused');
  });

  it('is not there for what is not there', async () => {
    const controller = world.app.get(EvidenceController);
    await expect(evidence('tidak-ada')).rejects.toMatchObject({ code: 'not-found' });
    await expect(evidence('1999')).rejects.toMatchObject({ code: 'not-found' });
    await expect(controller.records(world.caseId, 'rahasia', { limit: 20 })).rejects.toMatchObject({ code: 'not-found' });
    await expect(controller.file(world.caseId, 'delivery', uuidv7())).rejects.toMatchObject({ code: 'not-found' });
  });

  describe('as files', () => {
    const book = async (content: Buffer): Promise<ExcelJS.Workbook> => {
      const read = new ExcelJS.Workbook();
      await read.xlsx.load(content as never);
      return read;
    };
    const rowsOf = (sheet: ExcelJS.Worksheet | undefined): unknown[][] => (sheet?.getSheetValues() ?? []).filter(Boolean).map((row) => (row as unknown[]).slice(1));
    async function unzipped(content: Buffer): Promise<Map<string, Buffer>> {
      const zip = await fromBufferPromise(content);
      const files = new Map<string, Buffer>();
      for await (const entry of zip.eachEntry()) files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
      return files;
    }
    const zip = async () => unzipped(await buffer(await world.app.get(EvidenceExport).zip(world.caseId)));

    it('comes with an index that names each file, its hash and what the check of it came to', async () => {
      const id = await dataset(0, { classification: 'wilayah' });
      const file = await world.put({ name: '../data=1.csv', type: 'text/csv', content: Buffer.from('a,b\n1,2\n') });
      await delivered(id, { fileId: file.id, fileName: file.name, hash: file.sha256 });
      await delivered(id, { fileId: file.id, fileName: 'diubah.csv', hash: 'f'.repeat(64) });
      await delivered(id, { fileId: uuidv7(), fileName: 'hilang.csv', hash: 'e'.repeat(64) });
      await world.app.get(Letters).render({ key: 'k', caseId: world.caseId, template: 'tanda-terima', subject: '=Tanda terima', data: {}, officeId: 'o-dukcapil' });
      world.stepTimes.push(step('Menyampaikan', '4.3', 7200));
      const certificate = await world.put({ name: 'sertifikat.pdf', type: 'application/pdf', content: Buffer.from('%PDF-'), officeId: PEOPLE.staf.officeId as never });
      await world.app.get(OwnEvidence).add(world.caseId, '40201', { fileId: certificate.id, title: '=Sertifikat' });
      const files = await zip();
      const index = await book(files.get('daftar-bukti.xlsx') as Buffer);
      const listed = rowsOf(index.getWorksheet('Bukti')).slice(1);
      const found = listed.map((row) => ({ path: String(row[6]), hash: String(row[7]), sound: row[8] === 'cocok' || row[8] === 'dibuat saat ekspor' }));
      expect(found.filter(({ path }) => !files.has(path))).toEqual([]);
      expect(found.filter(({ path, hash, sound }) => sound !== (sha256(files.get(path) as Buffer) === hash))).toEqual([]);
      expect(new Set(listed.map((row) => row[6])).size).toBe(files.size - 1);
      const checks = Object.fromEntries(listed.map((row) => [String(row[6]).replace(/^.*-/, ''), row[8]]));
      // What is written now cannot have changed.
      expect(new Set(listed.filter((row) => String(row[6]).endsWith('.json')).map((row) => row[8]))).toEqual(new Set(['dibuat saat ekspor']));
      expect(checks).toMatchObject({ '.._data=1.csv': 'cocok', 'diubah.csv': 'sidik berbeda', 'hilang.csv': 'berkas tidak dapat dibaca' });
      expect(listed.find((row) => row[0] === '40301')).toEqual(['40301', 'Kolaborasi Penyelenggaraan Kegiatan Statistik', 'Tanda terima', '1/TEST: =Tanda terima', 'Dinas Kependudukan dan Pencatatan Sipil', '2026-03-02 09:00', expect.stringContaining('bukti/receipt/'), expect.stringMatching(/^[\da-f]{64}$/), 'cocok']);
      const summary = rowsOf(index.getWorksheet('Indikator'));
      expect(summary).toHaveLength(3 + 38);
      expect(summary.find((row) => row[2] === '20301')).toEqual(['Kualitas Data', 'Aktualitas dan Ketepatan Waktu', '20301', 'Penjaminan Aktualitas Data', 1, 'Data yang divalidasi pimpinan: 1; Data yang divalidasi pimpinan: 2 berkas rusak atau hilang, tidak dihitung']);
      expect(summary.find((row) => row[2] === '10201')?.[4]).toBe('belum ada bukti');
      expect(summary.find((row) => row[2] === '40201')?.slice(4)).toEqual([1, 'Bukti yang dilampirkan kantor: 1']);
      expect(summary.find((row) => row[2] === '40202')?.slice(4)).toEqual(['belum ada bukti', 'tidak dicatat oleh prosedur; lampirkan bukti sendiri']);
      expect(listed.filter((row) => row[0] === '40201')).toEqual([['40201', 'Penerapan Kompetensi Sumber Daya Manusia Bidang Statistik', 'Bukti yang dilampirkan kantor', expect.stringContaining('=Sertifikat'), expect.any(String), expect.any(String), expect.stringMatching(/^bukti\/kantor\/40201\/.*sertifikat\.pdf$/), certificate.sha256, 'cocok']]);
      expect(rowsOf(index.getWorksheet('GSBPM'))[1]).toEqual(['4 Pengumpulan', '4.3 Pelaksanaan pengumpulan', 'Menyampaikan', 2, 0, 2]);
      expect(world.audit).toContain('evidence.exported');
    });

    it('counts nothing where every file is damaged or missing', async () => {
      await delivered(await dataset(0), { fileId: uuidv7(), fileName: 'hilang.csv', hash: 'e'.repeat(64) });
      await world.app.get(OwnEvidence).add(world.caseId, '40202', { fileId: (await world.put({ name: 'a.pdf', type: 'application/pdf', content: Buffer.from('%PDF-'), officeId: PEOPLE.staf.officeId as never })).id, title: 'Sertifikat' });
      world.files.clear();
      const summary = rowsOf((await book((await zip()).get('daftar-bukti.xlsx') as Buffer)).getWorksheet('Indikator'));
      expect(summary.find((row) => row[2] === '20301')?.slice(4)).toEqual(['belum ada bukti', 'Data yang divalidasi pimpinan: 1 berkas rusak atau hilang, tidak dihitung']);
      expect(summary.find((row) => row[2] === '40202')?.slice(4)).toEqual(['belum ada bukti', 'Bukti yang dilampirkan kantor: 1 berkas rusak atau hilang, tidak dihitung']);
    });

    it('the list alone is set up for printing', async () => {
      const index = await book(await buffer(await world.app.get(EvidenceExport).index(world.caseId)));
      expect(index.worksheets.map(({ name, pageSetup }) => [name, pageSetup.orientation, pageSetup.printTitlesRow])).toEqual([['Indikator', 'landscape', '3:3'], ['Bukti', 'landscape', '1:1'], ['GSBPM', 'landscape', '1:1']]);
    });

    it('is written as it is taken, and no longer once whoever asked has gone', async () => {
      const id = await dataset(0);
      const file = await world.put({ name: 'besar.csv', type: 'text/csv', content: Buffer.from(Array.from({ length: 400_000 }, () => Math.floor(Math.random() * 10)).join('')) });
      for (let n = 0; n < 60; n += 1) await delivered(id, { fileId: file.id, fileName: 'besar.csv', hash: file.sha256 });
      const opened = jest.spyOn(world.app.get(FileStore), 'stream');
      const stream = await world.app.get(EvidenceExport).zip(world.caseId);
      for await (const chunk of stream) if ((chunk as Buffer).length > 0) break;
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(opened.mock.calls.length).toBeLessThan(30);
      expect(stream.destroyed).toBe(true);
    });

    it('fails as a whole where the database does not answer', async () => {
      await dataset(0);
      jest.spyOn(world.app.get(Letters), 'page').mockRejectedValue(new Error('away'));
      await expect(buffer(await world.app.get(EvidenceExport).zip(world.caseId))).rejects.toThrow('away');
    });
  });
});
