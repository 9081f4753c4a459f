import ExcelJS from '@protobi/exceljs';
import { PEOPLE, satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DatasetsController } from '../datasets/datasets.controller.js';
import { TemplateService } from '../datasets/template.service.js';
import { JAMBI_POPULATION_2024 } from '../reference/index.js';
import { CheckController } from './check.controller.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const COLUMNS = { laki_laki: 3, perempuan: 4, jumlah: 5, luas_km2: 6 } as const;

describe('template and check', () => {
  let world: SatuDataWorld;
  let dataset: DatasetEntity;
  beforeAll(async () => {
    world = await satuDataWorld();
    await world.work('period.open', { judul: 'Data 2026', tahun: 2026, batasWaktu: '2026-03-31T09:00:00Z', tanggalRilis: '2026-05-01' });
    await world.submit('daftar-data', PEOPLE.staf, { daftar: (await world.formData('daftar-data', PEOPLE.staf))['daftar'] });
    dataset = await world.database.read.findOneByOrFail(DatasetEntity, { officeId: 'o-dukcapil' });
  });
  afterAll(() => world.close());

  const check = (body: object, user = PEOPLE.operator) => world.as(user, () => world.app.get(CheckController).check({ datasetId: dataset.id, ...body } as never));

  /** The template, filled and stored as the producer's upload. */
  async function upload(change: (sheet: ExcelJS.Worksheet) => void): Promise<string> {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await world.app.get(TemplateService).write(dataset)) as unknown as ArrayBuffer);
    const sheet = workbook.getWorksheet('Data');
    if (!sheet) throw new Error('no sheet');
    JAMBI_POPULATION_2024.forEach((row, index) => {
      for (const [name, column] of Object.entries(COLUMNS)) sheet.getCell(index + 2, column).value = Number(row[name as keyof typeof COLUMNS]);
    });
    change(sheet);
    return (await world.put({ name: 'isi.xlsx', type: XLSX, content: Buffer.from(await workbook.xlsx.writeBuffer()), officeId: 'o-dukcapil' })).id;
  }

  it('finds nothing in a template that was filled right', async () => {
    expect(await check({ fileId: await upload(() => undefined) })).toMatchObject({ findings: [], rowNumbers: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] });
  });

  it('names the cell of what is wrong', async () => {
    const { findings } = await check({ fileId: await upload((sheet) => (sheet.getCell('C7').value = 'banyak')) });
    expect(findings).toMatchObject([{ rule: 'type', severity: 'ERROR', row: 7, column: 'laki_laki', cell: 'C7' }]);
  });

  it('says so where a file is no table', async () => {
    const { id } = await world.put({ name: 'x.xlsx', type: XLSX, content: Buffer.from('PK no workbook'), officeId: 'o-dukcapil' });
    expect((await check({ fileId: id })).findings).toMatchObject([{ rule: 'unreadable', message: { en: expect.stringContaining('not an Excel workbook') } }]);
  });

  it('is closed to other producers: data set, template, and files', async () => {
    await expect(check({ rows: [] }, PEOPLE.operator2)).rejects.toMatchObject({ status: 404 });
    await expect(world.as(PEOPLE.operator2, () => world.app.get(DatasetsController).one(dataset.id))).rejects.toMatchObject({ status: 404 });
    const foreign = await world.put({ name: 'x.csv', type: 'text/csv', content: Buffer.from('a'), officeId: 'o-dinkes' });
    await expect(check({ fileId: foreign.id })).rejects.toThrow('not found');
    expect(world.audit).toContain('access.refused');
  });

  it('describes the data set to the grid', async () => {
    const view = await world.as(PEOPLE.kasi, () => world.app.get(DatasetsController).one(dataset.id));
    expect(view).toMatchObject({ slug: 'jumlah-penduduk-menurut-jenis-kelamin-dan-kabupaten-kota', variables: [{ name: 'kode_wilayah' }, { name: 'tahun' }, { name: 'laki_laki' }, { name: 'perempuan' }, { name: 'jumlah' }, { name: 'luas_km2' }] });
  });
});
