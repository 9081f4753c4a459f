import { PEOPLE, satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { MetadataController } from '../metadata/metadata.controller.js';

type Listed = Record<string, unknown> & { readonly nama: string; readonly idDdd: string };
const RATE = { indikator: 'rasio', judulIndikator: 'Puskesmas per 10.000 penduduk', satuanIndikator: '', rumus: '', pembilang: '', penyebut: '', faktor: '1', desimal: 2, kodeMetadata: '' };

describe('a formula of the data list that names another data set', () => {
  let world: SatuDataWorld;
  let people: Listed;
  let clinics: Listed;
  const list = async (rumus: string, others: object = {}, own: object = {}) => world.setList([{ ...people, ...others }, { ...clinics, indikatorTurunan: [{ ...RATE, rumus }], ...own }]);
  const refused = async () => world.submit('daftar-data', PEOPLE.staf, {}).then(() => null, (error: { problems: { message: { id: string } }[] }) => error.problems.map(({ message }) => message.id).join(' '));

  beforeEach(async () => {
    world = await satuDataWorld();
    await world.work('period.open', { judul: 'Data 2026', tahun: 2026, batasWaktu: '2026-03-31T09:00:00Z', tanggalRilis: '2026-05-01' });
    await world.formData('daftar-data', PEOPLE.staf);
    const rows = (await world.listRows()) as Listed[];
    [people, clinics] = ['Jumlah Penduduk', 'Jumlah Puskesmas'].map((name) => rows.find(({ nama }) => nama.startsWith(name))) as [Listed, Listed];
  });
  afterEach(() => world.close());

  it('is handed in where it is there, by its name or its ID', async () => {
    await list(`puskesmas ÷ [${people.nama.toUpperCase()}].jumlah × 10000 + 0 × [${people.idDdd}].laki_laki`);
    expect(await refused()).toBeNull();
    expect((await world.database.read.findOneByOrFail(DatasetEntity, { officeId: 'o-dinkes' })).indicators).toMatchObject([{ name: 'rasio', formula: expect.stringContaining(`[${people.idDdd}].laki_laki`) }]);
  });

  it('is refused where it cannot be meant, with what probably was', async () => {
    for (const [rumus, said, others = {}] of [
      [`puskesmas ÷ [${people.nama.slice(0, -3)}].jumlah`, `Mungkin maksudnya “${people.nama}”`], ['puskesmas ÷ [Xyz].jumlah', 'Tidak ada dataset “Xyz” pada daftar data ini'], [`puskesmas ÷ [${people.idDdd}].jumlh`, 'tidak punya kolom angka “jumlh”. Mungkin maksudnya “jumlah”'],
      [`puskesmas ÷ [${people.idDdd}].tahun`, 'tidak punya kolom angka “tahun”'], [`puskesmas ÷ [${clinics.idDdd}].dokter`, 'adalah dataset ini sendiri'], [`[${people.idDdd}].jumlah × 2`, 'Pakai sedikitnya satu kolom dataset ini'],
      [`puskesmas ÷ [${people.idDdd}].jumlah`, 'berkelas tertutup', { kelasRisiko: 'tertutup' }], [`puskesmas ÷ [${people.idDdd}].jumlah`, 'sedangkan dataset ini terbuka', { kelasRisiko: 'terbatas' }],
    ] as [string, string, object?][]) {
      await list(rumus, others);
      expect(await refused()).toContain(said);
    }
  });

  it('is put in from MS-Ind, and refused there where this list has no such data set', async () => {
    const controller = world.app.get(MetadataController);
    const codes: string[] = [];
    for (const kolom of ['puskesmas', 'jumlah']) codes.push((await world.as(PEOPLE.operator2, () => controller.create({ kind: 'variable', content: { nama: kolom, kolom, tipeData: 'number', kegiatan: 'Registrasi penduduk' } }))).code);
    const made = (rumusHitung: string) => world.as(PEOPLE.operator2, () => controller.create({ kind: 'indicator', content: { nama: 'Puskesmas per 10.000 penduduk', kolom: 'rasio', rumusHitung, komposit: false, variabelPembangun: codes.map((kodeVariabel) => ({ kodeVariabel })) } }));
    const { id: datasetId } = (await world.as(PEOPLE.staf, async () => ({ id: ((await world.listRows()) as Record<string, unknown>[]).find(({ nama }) => nama === clinics.nama)?.['datasetId'] as string })));
    const [right, wrong] = [await made(`puskesmas ÷ [${people.nama}].jumlah × 10000`), await made('puskesmas ÷ [Xyz].jumlah × 10000')];
    expect((await world.as(PEOPLE.staf, () => controller.use(right.id, { datasetId, key: false }))).columns).toContain('rasio');
    await expect(world.as(PEOPLE.staf, () => controller.use(wrong.id, { datasetId, key: false }))).rejects.toMatchObject({ problems: [{ path: 'rumusHitung', message: { id: expect.stringContaining('Tidak ada dataset “Xyz”') } }] });
    await expect(made('puskesmas ÷ [Xyz].orang')).rejects.toMatchObject({ problems: [{ path: 'rumusHitung', message: { id: expect.stringContaining('“orang” bukan kolom variabel pembangun') } }] });
  });
});
