import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Cases, type AuditEvent, type SubmissionData } from 'tertib';
import { analysedDataset } from '../../../test/support/analysed-dataset.js';
import { PEOPLE, satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { AnalysisService } from '../analysis/analysis.service.js';
import { AnalysisAnswers } from '../analysis/analysis-answers.service.js';
import type { Variable } from '../datasets/dataset.types.js';
import { DatasetLifecycle } from '../datasets/dataset-lifecycle.js';
import { DatasetStateEntity } from '../datasets/dataset-state.entity.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { nextStates } from '../datasets/dataset.states.js';
import { reasonText } from '../datasets/state-reasons.js';
import { Provenances } from '../provenance/provenances.service.js';
import { JAMBI_POPULATION_2024 } from '../reference/index.js';
import { OrderForms } from './order.forms.js';
import { PublicationEntity } from './publication.entity.js';
import { PublicationService } from './publication.service.js';
import { SameElsewhere } from './same-elsewhere.service.js';

type Data = SubmissionData<'perintah-publikasi'>;

const FORM = readFileSync(join(__dirname, '../../../forms/perintah-publikasi.json'), 'utf8');
const DIAGRAM = readFileSync(join(__dirname, '../../../bpmn/pengolahan-dataset.bpmn'), 'utf8');
const ROWS = JAMBI_POPULATION_2024.map((row) => ({ ...row }));
const TOGETHER: Data = { lisensi: 'CC-BY-4.0', tanggalRilis: '2026-12-01' };

describe('the order to publish', () => {
  let world: SatuDataWorld;
  let forms: OrderForms;
  let publications: PublicationService;
  let audited: AuditEvent[];
  beforeEach(async () => {
    world = await satuDataWorld();
    world.resources.push({ path: 'forms/perintah-publikasi.json', content: FORM });
    audited = [];
    publications = new PublicationService(world.database, { assertOwn: async () => undefined, replaced: async () => null } as never, {} as never, {} as never, {} as never, { of: async () => null } as never, {} as never);
    forms = new OrderForms(world.app.get(AnalysisService), world.app.get(AnalysisAnswers), publications, world.app.get(DatasetLifecycle), world.database, world.app.get(Cases), { write: async (entry: AuditEvent) => void audited.push(entry) } as never, new SameElsewhere(world.database));
  });
  afterEach(() => world.close());

  /** A column of it is protected, and none of its cells is small. */
  const listed = async (riskClass: DatasetEntity['riskClass'], slug: string, isProtected = true) => {
    const dataset = await analysedDataset(world, 2024, ROWS, { riskClass, slug, state: 'eligible', licence: null });
    const variables = dataset.variables.map((one) => (isProtected && one.name === 'jumlah' ? { ...one, protection: {} } : one));
    await world.database.tx((db) => db.update(DatasetEntity, { id: dataset.id }, { variables }));
    return dataset;
  };
  const context = ({ id, periodId }: DatasetEntity) => ({ caseId: periodId, variables: { dataset: id }, user: PEOPLE.kasi, at: world.state.now });
  const order = (dataset: DatasetEntity, data: Data) => world.as(PEOPLE.kasi, () => world.database.tx(() => forms.decide({ ...context(dataset), data } as never)));
  const now = ({ id }: DatasetEntity) => world.database.read.findOneByOrFail(DatasetEntity, { id });

  it('says what each access class does with this very data set', async () => {
    const effects = async (dataset: DatasetEntity, language: 'id' | 'en' = 'id') => {
      const { akibatKelas } = await forms.order({ ...context(dataset), user: { ...PEOPLE.kasi, language } } as never);
      return akibatKelas.map(({ kelas, akibat }) => `${kelas}: ${akibat}`);
    };
    // With protected columns restricted data are public too, but for their small cells.
    expect(await effects(await listed('terbatas', 'a'))).toEqual([
      'Terbuka: Dipublikasikan, tetapi sel kecil pada kolom yang dilindungi disamarkan: setiap orang dapat melihat dan mengunduh selebihnya.',
      'Terbatas (dalam daftar data): Dipublikasikan, tetapi sel kecil pada kolom yang dilindungi disamarkan: setiap orang dapat melihat dan mengunduh selebihnya.',
      'Tertutup: Tidak dipublikasikan.',
    ]);
    expect(await effects(await listed('terbuka', 'b', false), 'en')).toEqual([
      'Open (in the data list): Published whole: everybody can see and download it.',
      'Restricted: Cannot be published, because the data list does not say which columns are to be protected.',
      'Closed: Not published.',
    ]);
  });

  describe('beside other data sets of its period with a column of the same name', () => {
    const region: Variable = { name: 'wilayah', title: 'Wilayah', type: 'region', required: true, key: true };
    const patients: Variable = { name: 'penderita', title: 'Penderita TB', type: 'integer', unit: 'orang', required: true, key: false };
    const rows = [['15.06', '2'], ['15.07', '3'], ['15.05', '40'], ['15.04', '50']].map(([wilayah = '', penderita = '']) => ({ wilayah, penderita }));
    const of = (slug: string, title: string, isProtected: boolean, more: Partial<DatasetEntity>) =>
      analysedDataset(world, 2024, rows, { slug, title, riskClass: 'terbuka', rules: [], indicators: [], variables: [region, { ...patients, ...(isProtected && { protection: {} }) }], ...more });
    const same = async (dataset: DatasetEntity, language: 'id' | 'en' = 'id') => (await forms.order({ ...context(dataset), user: { ...PEOPLE.kasi, language } } as never)).kolomSama;

    it('names those that are public or will be, and says which of them hides small cells', async () => {
      const own = await of('tb', 'TB', true, { state: 'eligible' });
      const { periodId } = own;
      const scheduled = await of('tb-desa', 'TB per desa', true, { periodId, state: 'scheduled' });
      const open = await of('tb-lama', 'TB terbuka', false, { periodId, state: 'scheduled' });
      await of('tb-lain', 'TB periode lain', false, { state: 'scheduled' });
      await of('tb-belum', 'TB belum', false, { periodId, state: 'eligible' });
      expect(await same(own)).toEqual([
        { dataset: { teks: 'TB per desa', tautan: `/satu-data/analysis/${scheduled.id}` }, kolom: 'Penderita TB', keadaan: 'Dijadwalkan rilis; sel kecil disamarkan di sini dan di sana' },
        { dataset: { teks: 'TB terbuka', tautan: `/satu-data/analysis/${open.id}` }, kolom: 'Penderita TB', keadaan: 'Dijadwalkan rilis; sel kecil disamarkan di sini, tetapi semua selnya tampil di sana' },
      ]);
      expect((await same(open, 'en')).map(({ keadaan }) => keadaan)).toEqual(['Scheduled; small cells are hidden there, but all are shown here']);
      await order(own, TOGETHER);
      expect(await now(own)).toMatchObject({ state: 'scheduled' });
    });

    it('is refused where such a page shows what is hidden, and says so before', async () => {
      const own = await of('tb', 'TB', true, { state: 'eligible' });
      const there = await of('tb-lama', 'TB terbuka', false, { periodId: own.periodId, state: 'published' });
      const page = { id: there.id, slug: there.slug, datasetId: there.id, periodId: there.periodId, periodTitle: 'P', officeCode: 'X', officeName: 'X', title: there.title, definition: '', unit: '', metadata: {} as never, columns: there.variables.map((one) => ({ ...one, unit: one.unit ?? '' })) as never, rows, rowCount: null, totals: {}, totalsOf: null, hidden: null, provenance: null, chart: null, licence: 'CC-BY-4.0', publishedAt: world.state.now, modifiedAt: world.state.now, fileId: there.id, fileSize: 1, sha256: there.id };
      await world.database.tx((db) => db.insert(PublicationEntity, page));
      await expect(order(own, TOGETHER)).rejects.toMatchObject({ problems: [{ path: 'kelasAkses', message: {
        id: expect.stringContaining('Dataset "TB" belum dapat dipublikasikan: 2 sel yang disamarkan tampil terbuka pada halaman portal dataset "TB terbuka" dari periode yang sama (baris 15.06 kolom “Penderita TB”; baris 15.07 kolom “Penderita TB”). Kolom itu berjudul dan bersatuan sama, dan angkanya sama pada semua baris yang dimiliki keduanya. Untuk periode berikutnya, lindungi kolom itu pada semua dataset yang memuatnya. Bila dataset ini tidak akan dipublikasikan'),
        en: expect.stringContaining('hidden cells that stand open on the portal’s page of the data set “TB terbuka” of the same period: 2 (row 15.06, column “Penderita TB”; row 15.07, column “Penderita TB”).'),
      } }] });
      const { akibatKelas } = await forms.order(context(own) as never);
      expect(akibatKelas[0]?.akibat).toContain('bila yang menghalanginya selesai');
      // Other numbers are of something else.
      await world.database.tx((db) => db.update(PublicationEntity, { id: there.id }, { rows: rows.map((row) => ({ ...row, ...(row.penderita === '40' && { penderita: '41' }) })) }));
      await order(own, TOGETHER);
      expect(await now(own)).toMatchObject({ state: 'scheduled' });
    });
  });

  it('leaves each of several data sets its class where none was chosen', async () => {
    const [open, restricted] = [await listed('terbuka', 'a'), await listed('terbatas', 'b')];
    for (const dataset of [open, restricted]) await order(dataset, TOGETHER);
    expect([await now(open), await now(restricted)]).toMatchObject([{ riskClass: 'terbuka', state: 'scheduled', stateReason: null }, { riskClass: 'terbatas', state: 'scheduled', stateReason: null }]);
    expect(audited).toEqual([]);
    const closed = await listed('tertutup', 'c');
    await expect(order(closed, TOGETHER)).rejects.toMatchObject({ problems: [{ path: 'kelasAkses', message: { id: expect.stringContaining('berkelas tertutup') } }] });
    expect(await now(closed)).toMatchObject({ riskClass: 'tertutup', state: 'eligible' });
  });

  it('takes no release date whose year was mistyped: nobody could undo it', async () => {
    const dataset = await listed('terbuka', 'a');
    await expect(order(dataset, { ...TOGETHER, tanggalRilis: '2062-12-01' })).rejects.toMatchObject({ problems: [{ path: 'tanggalRilis', message: { id: 'Tanggal ini lebih dari 5 tahun lagi. Periksa tahunnya.' } }] });
    expect(await now(dataset)).toMatchObject({ state: 'eligible', releaseDate: null });
  });

  it('makes nothing more open than it was listed without a reason, and says of which data set it is', async () => {
    for (const [before, slug] of [['terbatas', 'a'], ['tertutup', 'b']] as const) {
      const dataset = await listed(before, slug);
      for (const alasanKelas of [undefined, '  ']) {
        await expect(order(dataset, { ...TOGETHER, kelasAkses: 'terbuka', ...(alasanKelas && { alasanKelas }) })).rejects.toMatchObject({
          problems: [{ path: 'alasanKelas', message: {
            id: `Dataset "${dataset.title}" berkelas ${before} dalam daftar data, dan tidak menjadi terbuka tanpa alasan. Tulis alasannya pada "Alasan perubahan kelas akses", atau pilih kelas ${before}.`,
            en: expect.stringContaining('Write it under “Reason for changing the access class”'),
          } }],
        });
      }
      expect(await now(dataset)).toMatchObject({ riskClass: before, state: 'eligible' });
    }
  });

  it('refuses so in an office’s own form too, which has no place for a reason', async () => {
    const form = JSON.parse(FORM) as { components: { key: string }[] };
    world.resources.splice(-1, 1, { path: 'forms/perintah-publikasi.json', content: JSON.stringify({ ...form, components: form.components.filter(({ key }) => key !== 'alasanKelas') }) });
    const dataset = await listed('terbatas', 'a');
    await expect(order(dataset, { ...TOGETHER, kelasAkses: 'terbuka' })).rejects.toMatchObject({ problems: [{ path: 'kelasAkses', message: { id: expect.stringContaining('Formulir ini belum menanyakan alasan itu: pilih kelas terbatas.') } }] });
  });

  it('keeps what the class was, what it became and why', async () => {
    const dataset = await listed('tertutup', 'a');
    await order(dataset, { ...TOGETHER, kelasAkses: 'terbuka', alasanKelas: 'Surat produsen 12/2026:\ntidak rahasia lagi.' });
    const { riskClass, stateReason } = await now(dataset);
    expect(riskClass).toBe('terbuka');
    expect(reasonText(stateReason)).toEqual({
      id: 'Kelas akses diubah dari tertutup menjadi terbuka: Surat produsen 12/2026:\ntidak rahasia lagi.', en: 'Access class changed from closed to open: Surat produsen 12/2026:\ntidak rahasia lagi.',
    });
    expect(audited).toMatchObject([{ action: 'dataset.class-changed', caseId: dataset.periodId, subject: dataset.id, detail: { before: 'tertutup', after: 'terbuka', reason: 'Surat produsen 12/2026:\ntidak rahasia lagi.' } }]);
    // To close it further needs none.
    const open = await listed('terbuka', 'b');
    await order(open, { ...TOGETHER, kelasAkses: 'terbatas' });
    expect(reasonText((await now(open)).stateReason)?.id).toBe('Kelas akses diubah dari terbuka menjadi terbatas.');
    expect(audited).toMatchObject([{}, { detail: { before: 'terbuka', after: 'terbatas', reason: null } }]);
  });

  describe('of columns that seem to hold personal data', () => {
    const named = async (nama: string, slug: string, riskClass: DatasetEntity['riskClass'] = 'terbuka') => analysedDataset(world, 2024, [{ nama, jumlah: '3' }], {
      slug, riskClass, state: 'eligible', rules: [], indicators: [],
      variables: [{ name: 'nama', title: 'Nama', type: 'string', required: true, key: true }, { name: 'jumlah', title: 'Jumlah', type: 'integer', required: true, key: false }],
    });
    const send = order;
    const notPersonal = async (dataset: DatasetEntity) => (await now(dataset)).variables.map((one) => one.notPersonal ?? null);
    /** As an office’s own form that is older than the question. */
    const older = () => {
      const form = JSON.parse(FORM) as { components: { key: string }[] };
      world.resources.splice(-1, 1, { path: 'forms/perintah-publikasi.json', content: JSON.stringify({ ...form, components: form.components.filter(({ key }) => key !== 'alasanBukanPribadi') }) });
    };

    it('tells and asks where step 10 did not settle it, and promises nothing of them', async () => {
      const dataset = await named('Pasar Tanggo Rajo', 'a');
      expect(await forms.order(context(dataset) as never)).toMatchObject({
        adaDugaan: 'ya', kolomDiduga: [{ kolom: 'Nama', sebab: 'nama orang' }],
        akibatKelas: [{ akibat: 'Dapat dipublikasikan seluruhnya bila yang menghalanginya selesai: setiap orang lalu dapat melihat dan mengunduhnya.' }, {}, { akibat: 'Tidak dipublikasikan.' }],
      });
      const { variables } = await now(dataset);
      await world.database.tx((db) => db.update(DatasetEntity, { id: dataset.id }, { variables: variables.map((one) => ({ ...one, notPersonal: 'Nama pasar.' })) }));
      expect(await forms.order(context(dataset) as never)).toMatchObject({ adaDugaan: '', kolomDiduga: [], akibatKelas: [{ akibat: expect.stringMatching(/^Dipublikasikan seluruhnya/) }, {}, {}] });
    });

    it('refuses without a reason, says where to write it, and keeps it with the columns and in the audit trail', async () => {
      const dataset = await named('Pasar Tanggo Rajo', 'a', 'tertutup');
      const opened: Data = { ...TOGETHER, kelasAkses: 'terbuka', alasanKelas: 'Surat produsen.' };
      await expect(send(dataset, { ...opened, alasanBukanPribadi: ' ' })).rejects.toMatchObject({
        problems: [{ path: 'alasanBukanPribadi', message: {
          id: expect.stringMatching(/tampak memuat data pribadi: Nama \(nama orang\)\..*tulis alasannya pada "Alasan kolom itu bukan data pribadi" dalam formulir dataset ini\. Bila dataset ini tidak akan dipublikasikan/),
          en: expect.stringContaining('write why under “Why these columns are no personal data”'),
        } }],
      });
      expect(await now(dataset)).toMatchObject({ state: 'eligible', riskClass: 'tertutup' });
      await send(dataset, { ...opened, alasanBukanPribadi: ' Nama pasar. ' });
      expect([(await now(dataset)).state, await notPersonal(dataset)]).toEqual(['scheduled', ['Nama pasar.', null]]);
      expect(audited).toMatchObject([{ action: 'dataset.class-changed' }, { action: 'dataset.not-personal', caseId: dataset.periodId, subject: dataset.id, detail: { columns: ['nama'], reason: 'Nama pasar.' } }]);
    });

    it('stops the publication too where an office’s own form cannot ask, by name as by cells, and says what to do', async () => {
      older();
      for (const [dataset, why] of [[await named('Budi', 'a'), 'nama orang'], [await named('1506014508900001', 'b'), '1 sel berisi NIK']] as const) {
        await expect(send(dataset, { ...TOGETHER, alasanBukanPribadi: ' ' })).rejects.toMatchObject({ problems: [{ path: 'kelasAkses', message: { id: expect.stringMatching(new RegExp(`${why}.*Formulir ini belum menanyakan alasan bila kolom itu bukan data pribadi`)) } }] });
        expect((await now(dataset)).state).toBe('eligible');
      }
    });

    it('finds its field in columns of an office’s own form too', async () => {
      const form = JSON.parse(FORM) as { components: { key: string }[] };
      const [field] = [form.components.find(({ key }) => key === 'alasanBukanPribadi')];
      world.resources.splice(-1, 1, { path: 'forms/perintah-publikasi.json', content: JSON.stringify({ ...form, components: [...form.components.filter((one) => one !== field), { type: 'columns', key: 'kolom', columns: [{ components: [field] }] }] }) });
      await expect(send(await named('Budi', 'a'), TOGETHER)).rejects.toMatchObject({ problems: [{ path: 'alasanBukanPribadi', message: { id: expect.stringContaining('tulis alasannya pada "Alasan kolom itu bukan data pribadi"') } }] });
    });

    it('says what step 10 answered', async () => {
      const dataset = await named('Budi', 'a');
      const said = async () => (await forms.order(context(dataset) as never)).jawabanAnalisis;
      expect(await said()).toBe('Belum ditanyakan pada langkah 10.');
      jest.spyOn(world.app.get(Cases), 'submissions').mockResolvedValueOnce([{ data: { dataPribadi: 'benar' } } as never]);
      expect(await said()).toBe('Ya, kolom itu memuat data pribadi, sehingga dataset ini tidak dipublikasikan.');
    });

    it('stops the release of cells of persons that nobody answered for, whenever it was ordered, and names the way back', async () => {
      const analyses = world.app.get(AnalysisService);
      const [market, person] = [await named('Pasar Tanggo Rajo', 'a'), await named('1506014508900001', 'b')];
      expect(await publications.publishable(await analyses.of(market.id))).toMatchObject({ hidden: [] });
      await expect(analyses.of(person.id).then((analysis) => publications.publishable(analysis))).rejects.toThrow(/1 sel berisi NIK.*Kembalikan proses ini ke langkah 14/);
    });
  });

  describe('of what is not to be published', () => {
    const WITHHELD: Data = { keputusanPublikasi: 'tidak', alasanTidakDipublikasikan: ' Berkelas tertutup. ' };
    beforeEach(() => world.resources.push({ path: 'bpmn/pengolahan-dataset.bpmn', content: DIAGRAM }));

    it('names the way out where it cannot be published, if the form has one', async () => {
      const closed = await listed('tertutup', 'a');
      const refusal = { id: `Dataset "${closed.title}" berkelas tertutup dan tidak boleh dipublikasikan.`, en: `The data set “${closed.title}” is closed and must not be published.` };
      await expect(order(closed, { ...TOGETHER, keputusanPublikasi: 'publikasikan' })).rejects.toMatchObject({
        problems: [{ message: { id: `${refusal.id} Bila dataset ini tidak akan dipublikasikan pada periode ini, pilih keputusan "Tidak dipublikasikan" dan tulis alasannya.`, en: `${refusal.en} If it is not to be published in this period, choose the decision “Not published” and write why.` } }],
      });
      world.resources.splice(world.resources.findIndex(({ path }) => path === 'forms/perintah-publikasi.json'), 1);
      await expect(order(closed, TOGETHER)).rejects.toMatchObject({ problems: [{ message: refusal }] });
    });

    it('keeps why, and lets the period go on to its archive', async () => {
      const dataset = await listed('tertutup', 'a');
      expect(await order(dataset, WITHHELD)).toEqual({});
      expect(await now(dataset)).toMatchObject({ state: 'withheld', stateReason: 'Berkelas tertutup.', riskClass: 'tertutup', releaseDate: null });
      expect(audited).toMatchObject([{ action: 'dataset.withheld', caseId: dataset.periodId, subject: dataset.id, detail: { reason: 'Berkelas tertutup.' } }]);
      expect(nextStates('withheld')).toContain('archived');
      const ordered = { id: 's', formKey: 'perintah-publikasi', at: world.state.now, data: {}, role: 'kasi', userName: 'kasi', processInstanceId: 'p1' };
      jest.spyOn(world.app.get(Cases), 'submissions').mockResolvedValue([ordered as never]);
      const step = (await world.app.get(Provenances).of(await now(dataset))).steps.find((one) => one.step === '14');
      expect(step).toMatchObject({ title: { id: 'Diputuskan untuk tidak dipublikasikan' }, facts: [{ value: { id: 'tidak dipublikasikan' }, audience: 'everybody' }, { value: { id: 'Berkelas tertutup.' }, audience: 'staff' }] });
    });

    it('can be decided too where publication was ordered already, by whoever leads the case back to this step', async () => {
      const dataset = await listed('tertutup', 'a');
      await order(dataset, { ...TOGETHER, kelasAkses: 'terbatas', alasanKelas: 'Surat produsen.' });
      await order(dataset, TOGETHER);
      expect(reasonText((await now(dataset)).stateReason)?.id).toContain('dari tertutup menjadi terbatas');
      await order(dataset, { ...TOGETHER, kelasAkses: 'terbuka', alasanKelas: 'Surat kedua.' });
      expect(await now(dataset)).toMatchObject({ state: 'scheduled', riskClass: 'terbuka', stateReason: 'class.changed tertutup terbuka Surat kedua.' });
      expect((await forms.order(context(await now(dataset)) as never)).akibatKelas.map(({ kelas }) => kelas)).toEqual(['Terbuka', 'Terbatas', 'Tertutup (dalam daftar data)']);
      expect(await world.database.read.countBy(DatasetStateEntity, { datasetId: dataset.id, after: 'scheduled' })).toBe(3);
      await order(dataset, WITHHELD);
      expect(await now(dataset)).toMatchObject({ state: 'withheld', stateReason: 'Berkelas tertutup.', riskClass: 'tertutup', releaseDate: null });
      expect(audited.slice(-2)).toMatchObject([{ action: 'dataset.class-changed', detail: { before: 'terbuka', after: 'tertutup' } }, { action: 'dataset.withheld' }]);
    });

    it('is refused without a word why, and where the diagram would lead on to the release all the same', async () => {
      const dataset = await listed('terbuka', 'a');
      await expect(order(dataset, { keputusanPublikasi: 'tidak', alasanTidakDipublikasikan: ' ' })).rejects.toMatchObject({ problems: [{ path: 'alasanTidakDipublikasikan' }] });
      world.resources.pop();
      await expect(order(dataset, WITHHELD)).rejects.toMatchObject({ problems: [{ path: 'keputusanPublikasi', message: { id: expect.stringContaining('Minta administrator menambahkan cabang "Tidak" setelah langkah 14') } }] });
      expect(await now(dataset)).toMatchObject({ state: 'eligible' });
    });

    it('leads past the release in the diagram, and nothing but the word does', () => {
      expect(DIAGRAM).toContain('default="dari-akan-dipublikasikan-ke-menunggu-rilis"');
      expect(DIAGRAM).toMatch(/targetRef="tidak-dipublikasikan">\s*<bpmn:conditionExpression[^>]*>\$\{keputusanPublikasi == 'tidak'\}/);
    });
  });
});
