import { largeTable, largeWorld, VARIABLES, type LargeWorld } from '../../../test/support/large-world.js';
import { AnalysisDesk } from '../analysis/analysis-desk.service.js';
import { AnalysisService } from '../analysis/analysis.service.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DeliveryEntity } from '../deliveries/delivery.entity.js';
import { formatDecimal } from '../portal/number-format.js';
import { OrderForms } from '../publication/order.forms.js';
import { PublicationForms } from '../publication/publication.forms.js';
import { PublishedCharts } from '../publication/published-charts.service.js';
import { PublicationService } from '../publication/publication.service.js';
import { LargeProtections } from './large-protections.service.js';
import { LargeWork } from './large-work.js';

const ROWS = 100_001;
/** One to three of them without work. */
const FEW = Array.from({ length: ROWS }, (_, index) => index % 211).filter((idle) => idle >= 1 && idle <= 3).length;

describe('the publication of a large table with small cells', () => {
  let world: LargeWorld;
  beforeAll(async () => {
    world = await largeWorld();
    const fileId = await world.upload(largeTable(ROWS, false));
    await world.ask(fileId);
    await world.until(fileId);
    await world.handIn(fileId);
    const { id: deliveryId } = await world.database.read.findOneByOrFail(DeliveryEntity, {});
    await world.database.tx((db) => db.update(DatasetEntity, { id: world.datasetId }, { deliveryId, state: 'eligible', riskClass: 'terbatas' }));
  });
  afterAll(() => world.close());

  const service = () => new PublicationService({} as never, { assertOwn: async () => undefined, replaced: async () => null } as never, world.app.get(LargeWork)['files'], {} as never, world.app.get(LargeWork), world.app.get(LargeProtections), {} as never);
  const analysed = async (protectedColumn: string, rules: DatasetEntity['rules'] = []) => {
    await world.database.tx((db) => db.update(DatasetEntity, { id: world.datasetId }, { rules, variables: VARIABLES.map((one) => (one.name === protectedColumn ? { ...one, protection: {} } : one)) }));
    return world.app.get(AnalysisService).of(world.datasetId);
  };
  const chart = async (name: string) => new PublishedCharts(world.app.get(AnalysisDesk)).of(await service().publishable(await analysed(name)));

  it('has its cells hidden on the page and in the file', async () => {
    const published = await service().publishable(await analysed('menganggur'));
    expect((await service().visible(await analysed('menganggur'))).hiddenCount).toBe(FEW);
    expect([published.rows[0]?.['menganggur'], published.rows[1]?.['menganggur'], published.rows[4]?.['menganggur']]).toEqual(['0', undefined, '4']);
    expect(published.hidden.slice(0, 2)).toEqual([{ row: 1, column: 'menganggur', why: 'frequency' }, { row: 2, column: 'menganggur', why: 'frequency' }]);
    const csv = await service().storeCsv(published);
    const lines = world.files.get(csv.id)?.content.toString().split('\r\n') ?? [];
    expect([lines.length, lines.filter((line) => line.split(',')[4] === 'c').length, lines[2]?.split(',').slice(2, 6)]).toEqual([ROWS + 2, FEW, ['k1', '1', 'c', '2']]);
  });

  it('is refused with the cells by name where the data list’s sums give them away, and worked out once', async () => {
    const protect = jest.spyOn(world.app.get(LargeWork), 'protect');
    const sums = await analysed('menganggur', [{ kind: 'sum', parts: ['bekerja', 'menganggur'], total: 'jumlah' }]);
    const refusal = `${FEW} sel yang disamarkan dapat dihitung kembali dari sel lain (baris 15.02 2021 k1 kolom “menganggur”; `;
    await expect(service().publishable(sums)).rejects.toMatchObject({ text: { id: expect.stringContaining(refusal) } });
    await expect(service().publishable(sums)).rejects.toMatchObject({ text: { id: expect.stringContaining(refusal) } });
    expect(protect).toHaveBeenCalledTimes(1);
    protect.mockResolvedValueOnce({ count: 100_001, cells: [], open: { count: 0, named: [] }, openSums: { count: 0, named: [] }, unclear: [], refused: 'many' }).mockResolvedValueOnce({ count: 1, cells: [], open: { count: 0, named: [] }, openSums: { count: 0, named: [] }, unclear: [], refused: 'negative' });
    await expect(service().publishable(await analysed('bekerja'))).rejects.toMatchObject({ text: { en: expect.stringContaining('A table as fine as that cannot be published') } });
    await expect(service().publishable(await analysed('upah'))).rejects.toMatchObject({ text: { id: expect.stringContaining('memuat nilai negatif') } });
    protect.mockRestore();
  });

  it('is looked at when the order is opened, so that nobody waits for it when the order is sent', async () => {
    const protect = jest.spyOn(world.app.get(LargeWork), 'protect');
    const orders = new OrderForms(world.app.get(AnalysisService), {} as never, service(), { move: async () => undefined } as never, world.database, { resources: async () => [] } as never, {} as never, { foreseen: async () => ({ listed: [], isShown: false }), refuse: async () => undefined } as never);
    const forms = new PublicationForms(world.app.get(AnalysisService), service(), world.database);
    await world.database.tx((db) => db.update(DatasetEntity, { id: world.datasetId }, { variables: VARIABLES.map((one) => (one.name === 'menganggur' ? { ...one, protection: {}, title: 'Penganggur' } : one)) }));
    const variables = { dataset: world.datasetId };
    await orders.order({ variables, user: { language: 'en' } } as never);
    expect(protect).toHaveBeenCalledTimes(1);
    const { pratinjau } = await forms.preview({ variables, user: { language: 'en' } } as never);
    expect(pratinjau).toEqual(expect.arrayContaining([{ isian: 'Number of rows', nilai: '100,001' }, { isian: 'Hidden cells', nilai: formatDecimal(String(FEW), 'en') }]));
    await world.database.tx(() => orders.decide({ variables, at: new Date('2026-11-24T02:00:00Z'), data: { tanggalRilis: '2026-12-01', kelasAkses: 'terbatas', lisensi: 'cc-by-4.0' } } as never));
    expect(protect).toHaveBeenCalledTimes(1);
    protect.mockRestore();
  });

  it('has a chart of what is told alone', async () => {
    const drawn = await chart('menganggur');
    expect(drawn).toMatchObject({ measure: 'jumlah', by: 'wilayah', key: 'wilayah', period: '2024', periodKey: 'tahun', at: { tahun: '2024' }, count: 3, incomplete: false, hides: false });
    expect(drawn?.bars.map(({ code }) => code).toSorted()).toEqual(['15.01', '15.02', '15.03']);
    // Those of the first rows that were added up.
    const { rows } = await service().publishable(await analysed('menganggur'));
    for (const bar of drawn?.bars ?? []) expect(bar.rows).toEqual(rows.flatMap(({ wilayah, tahun }, index) => (wilayah === bar.code && tahun === '2024' ? [index] : [])));
    // Of a column with a hidden cell there is none: sums that are not in the file would help to compute that.
    const told = await service().publishable(await analysed('menganggur'));
    expect(await new PublishedCharts(world.app.get(AnalysisDesk)).of({ ...told, hidden: [{ row: 0, column: 'jumlah', why: 'frequency' }] })).toBeNull();
    // The one small number of the newest year is what its total and the others leave.
    await expect(chart('jumlah')).rejects.toMatchObject({ text: { id: expect.stringContaining('1 sel yang disamarkan dapat dihitung kembali dari sel lain (baris 15.01 2024 k27009 kolom “jumlah”)') } });
  });
});
