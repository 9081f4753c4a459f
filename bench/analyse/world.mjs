import 'reflect-metadata';
import { built } from '../support/built.mjs';

const PLACES = 5_000;
const LIST = 400;
const VARIABLES = [
  { name: 'kode_wilayah', title: 'Wilayah', type: 'region', key: true }, { name: 'tahun', title: 'Tahun', type: 'integer', key: true },
  ...['laki_laki', 'perempuan', 'jumlah'].map((name) => ({ name, title: name, type: 'integer', unit: 'jiwa' })), { name: 'luas', title: 'Luas', type: 'number', unit: 'km²' },
];
const INDICATORS = [{ name: 'kepadatan', title: 'Kepadatan', unit: 'jiwa/km²', numerator: 'jumlah', denominator: 'luas', factor: '1', decimals: 2 }];

/**
 * One data set of very many rows among others without any (sintetis), and what its page and its report ask of it.
 *
 * @param {string} folder
 * @param {number} facts
 */
export async function opened(folder, facts) {
  const { AppConfig, openDatabase } = await built('platform/kernel/index.js');
  const { collection } = await built('satu-data/collection.js');
  const { dissemination } = await built('satu-data/dissemination.js');
  const { AnalysedTables } = await built('satu-data/large/analysed-tables.js');
  const { DatasetEntity } = await built('satu-data/datasets/dataset.entity.js');
  const { DeliveryTableEntity } = await built('satu-data/deliveries/delivery-table.entity.js');
  const { PeriodEntity } = await built('satu-data/periods/period.entity.js');
  const { AnalysisDesk } = await built('satu-data/analysis/analysis-desk.service.js');
  const { AnalysisProcess } = await built('satu-data/analysis/analysis-process.js');
  const { ListedCodes } = await built('satu-data/analysis/listed-columns.service.js');
  const { TablesBefore } = await built('satu-data/changes/tables-before.service.js');
  const { CodeBook } = await built('satu-data/code-lists/code-book.service.js');
  const { DatasetAccess } = await built('satu-data/datasets/dataset-access.js');
  const config = new AppConfig({ TERTIB_DATA: folder, ENGINE_URL: 'http://127.0.0.1:1/engine-rest', ENGINE_USER: 'u', ENGINE_PASSWORD: 'p' });
  const database = await openDatabase(config, { entities: [...collection.entities, ...dissemination.entities], migrations: [...collection.migrations, ...dissemination.migrations] });
  const at = new Date('2026-03-20T03:00:00Z');
  const rows = Array.from({ length: facts }, (_, index) => row(index));
  const datasets = Array.from({ length: LIST }, (_, number) => ({
    id: `d${number}`, periodId: 'p', deliveryId: number === 0 ? 'v' : null, position: number, officeId: 'o', officeCode: 'OPD', code: String(number), ddpCode: '-', slug: `d${number}`, title: `Penduduk ${number} (sintetis)`, kind: 'statistik', subject: 'variabel', riskClass: 'terbuka',
    definition: 'Sintetis', unit: 'jiwa', decimalMark: ',', variables: VARIABLES, rules: [], indicators: INDICATORS, state: 'complete', updatedAt: at,
  }));
  await database.tx(async (/** @type {any} */ db) => {
    await db.insert(PeriodEntity, { id: 'p', title: 'Periode sintetis', year: 2026, deadline: at, releaseDate: at, state: 'processing', openedAt: at });
    for (let start = 0; start < LIST; start += 100) await db.insert(DatasetEntity, datasets.slice(start, start + 100));
    await db.insert(DeliveryTableEntity, { deliveryId: 'v', rowCount: facts, rows, layout: { source: 'csv', columns: {}, rowNumbers: rows.map((_, index) => index + 2), unreadable: [], unknown: [], templateFits: true } });
  });
  const analyses = new AnalysisProcess();
  const desk = new AnalysisDesk(database, { byId: async () => null }, new TablesBefore(database), analyses, new AnalysedTables(database), new ListedCodes(new CodeBook(database, { follow: () => undefined })), new DatasetAccess(database, { current: () => null }, {}));
  const dataset = await database.read.findOneByOrFail(DatasetEntity, { id: 'd0' });
  return {
    /** Another round is another data set to the process, so that it reads the table anew. @param {number} round */
    async questions(round) {
      const { ask } = await desk.of({ ...dataset, definition: `Sintetis ${round}` });
      const language = 'id';
      const query = { column: 'jumlah', classes: 'quantile', lang: language };
      await Promise.all([
        ask('overview', { maps: false, language }), ask('table', { column: 'kepadatan', page: 1, language }), ask('chart', { ...query, kind: 'bar' }), ask('chart', { ...query, kind: 'line' }),
        ask('lineage', { text: 'jumlah.pertumbuhan;tahun=2006', language }), ask('report', ''),
      ]);
    },
    page: () => database.read.find(DatasetEntity, { order: { position: 'ASC' }, take: 100 }),
    async close() {
      await analyses.onModuleDestroy();
      await database.close();
    },
  };
}

/** @param {number} index */
function row(index) {
  const place = index % PLACES;
  const [men, women] = [index % 700, (index % 650) + 1];
  return { kode_wilayah: `15.06.${10 + Math.floor(place / 50)}.${2_001 + (place % 50)}`, tahun: String(2_005 + Math.floor(index / PLACES)), laki_laki: String(men), perempuan: String(women), jumlah: String(men + women), luas: '12.5' };
}
