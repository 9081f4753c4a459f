import { PEOPLE, satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { analysedTable } from '../../../test/support/analysed.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { MetadataController } from './metadata.controller.js';
import { formulaProblems, MsInd } from './ms-ind.js';

const msInd = (more: object) => MsInd.parse({ nama: 'Kepadatan', kolom: 'padat', variabelPembangun: [{ kolomVariabel: 'jumlah' }, { kolomVariabel: 'luas_km2' }, {}], ...more });

describe('the formula of an indicator', () => {
  it.each([
    ['jumlah ÷ luas_km2', []], ['', []], ['jumlh ÷ luas_km2', ['rumusHitung: Kolom “jumlh” bukan kolom variabel pembangun indikator ini. Mungkin maksudnya “jumlah”.']], ['murid', ['rumusHitung: Kolom “murid” bukan kolom variabel pembangun indikator ini. Tambahkan variabelnya di bawah.']],
    ['1 + 1', ['rumusHitung: Rumus ini tidak memakai satu kolom pun.']], ['(jumlah', [expect.stringMatching(/^rumusHitung: .*kurung/)]],
  ])('“%s” is looked at where it is said', (rumusHitung, problems) => expect(formulaProblems(msInd({ rumusHitung })).map(({ path, message }) => `${path}: ${message.id}`)).toEqual(problems));

  it('belongs to a name that a table takes', () => expect(formulaProblems(msInd({ kolom: 'Kepadatan penduduk' })).map(({ path }) => path)).toEqual(['kolom']));
});

describe('an indicator that is described once', () => {
  let world: SatuDataWorld;
  let recordId: string;
  const controller = () => world.app.get(MetadataController);
  const dataset = () => world.database.read.findOneByOrFail(DatasetEntity, { officeId: 'o-dukcapil' });
  const content = { nama: 'Kepadatan menurut luas', satuan: 'jiwa/km²', rumus: 'Jumlah penduduk dibagi luas wilayah.', rumusHitung: 'jumlah ÷ luas_km2', kolom: 'padat', desimal: 1, komposit: false };
  beforeAll(async () => {
    world = await satuDataWorld();
    await world.work('period.open', { judul: 'Data 2026', tahun: 2026, batasWaktu: '2026-03-31T09:00:00Z', tanggalRilis: '2026-05-01' });
    await world.submit('daftar-data', PEOPLE.staf, {});
    const codes: string[] = [];
    for (const kolom of ['jumlah', 'luas_km2']) codes.push((await world.as(PEOPLE.operator, () => controller().create({ kind: 'variable', content: { nama: kolom, kolom, tipeData: 'number' } }))).code);
    // The column of a variable stands here as that says it.
    ({ id: recordId } = await world.as(PEOPLE.operator, () => controller().create({ kind: 'indicator', content: { ...content, variabelPembangun: codes.map((kodeVariabel) => ({ kodeVariabel })) } })));
  });
  afterAll(() => world.close());

  it('is refused where its formula names no column of its variables', async () => {
    await expect(world.as(PEOPLE.operator, () => controller().change(recordId, { version: 1, content: { ...content, variabelPembangun: [] } }))).rejects.toMatchObject({ problems: [{ path: 'rumusHitung' }, { path: 'rumusHitung' }] });
  });

  it('is computed in the data set that has it, by the formula of its metadata', async () => {
    const { id } = await dataset();
    expect((await world.as(PEOPLE.staf, () => controller().use(recordId, { datasetId: id, key: false }))).columns).toContain('padat');
    const { variables, indicators } = await dataset();
    expect(indicators.at(-1)).toMatchObject({ name: 'padat', title: 'Kepadatan menurut luas', formula: 'jumlah ÷ luas_km2', decimals: 1, metadata: expect.stringMatching(/^IND-/) });
    const { rows, totals } = analysedTable({ variables, indicators }, [{ kode_wilayah: '15.06', tahun: '2024', jumlah: '336978', luas_km2: '5544.567' }, { kode_wilayah: '15.07', tahun: '2024', jumlah: '244905', luas_km2: '5445' }]);
    expect([rows[0]?.['padat'], totals['padat']]).toEqual(['60.8', '52.9']);
    expect((await world.as(PEOPLE.staf, () => controller().uses(recordId, { q: '' }))).uses).toMatchObject([{ datasetId: id, column: 'padat' }]);
  });

  it('stays what its metadata says, whatever is written over it in the list', async () => {
    await world.formData('daftar-data', PEOPLE.staf);
    const rows = (await world.listRows()) as { indikatorTurunan: Record<string, unknown>[] }[];
    const at = rows.findIndex(({ indikatorTurunan }) => indikatorTurunan.some(({ indikator }) => indikator === 'padat'));
    const code = rows[at]?.indikatorTurunan.at(-1)?.['kodeMetadata'];
    const changed = (entry: object) => rows.map((row, index) => (index === at ? { ...row, indikatorTurunan: row.indikatorTurunan.map((one) => (one['indikator'] === 'padat' ? { ...one, ...entry } : one)) } : row));
    await world.setList(changed({ rumus: 'jumlah × 2', judulIndikator: 'Lain' }));
    const entry = async () => ((await world.listRows()) as typeof rows)[at]?.indikatorTurunan.at(-1);
    expect(await entry()).toMatchObject({ kodeMetadata: code, rumus: 'jumlah ÷ luas_km2', judulIndikator: 'Kepadatan menurut luas' });
    // Whoever says that it is of no metadata writes it himself; to say that it is, one puts the metadata in.
    await world.setList(changed({ kodeMetadata: '', rumus: 'jumlah × 2' }));
    expect(await entry()).toMatchObject({ kodeMetadata: '', rumus: 'jumlah × 2' });
    await world.setList(changed({ kodeMetadata: 'IND-9999', rumus: 'jumlah × 3' }));
    expect(await entry()).toMatchObject({ kodeMetadata: '', rumus: 'jumlah × 3' });
  });

  it('is not put into a data set without its columns, nor while it has no formula', async () => {
    const { id } = await world.database.read.findOneByOrFail(DatasetEntity, { officeId: 'o-dinkes' });
    await expect(world.as(PEOPLE.staf, () => controller().use(recordId, { datasetId: id, key: false }))).rejects.toMatchObject({ problems: [{ path: 'rumusHitung' }, { path: 'rumusHitung' }] });
    const { id: bare } = await world.as(PEOPLE.operator, () => controller().create({ kind: 'indicator', content: { nama: 'Tanpa rumus' } }));
    await expect(world.as(PEOPLE.staf, () => controller().use(bare, { datasetId: id, key: false }))).rejects.toMatchObject({ code: 'metadata-not-computed' });
  });
});
