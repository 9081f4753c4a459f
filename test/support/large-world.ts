import { CheckController } from '../../src/satu-data/verification/check.controller.js';
import { DatasetEntity } from '../../src/satu-data/datasets/dataset.entity.js';
import type { Variable } from '../../src/satu-data/datasets/dataset.types.js';
import { ScanProcess } from '../../src/satu-data/verification/duckdb/index.js';
import { collectionWorld } from './collection-world.js';
import { PEOPLE } from './satu-data-world.js';

export const column = (name: string, type: Variable['type'], more: Partial<Variable> = {}): Variable => ({ name, title: name, type, required: true, key: false, ...more });
export const VARIABLES = [
  column('wilayah', 'region', { key: true }), column('tahun', 'integer', { key: true, min: '2000' }), column('kelompok', 'string', { key: true }), column('bekerja', 'integer', { unit: 'orang', min: '0' }), column('menganggur', 'integer', { unit: 'orang' }), column('jumlah', 'integer', { unit: 'orang' }),
  column('upah', 'number', { min: '0' }), column('hari', 'date'), column('sumber', 'string', { required: false, pattern: '[A-Z].*' }), column('catatan', 'string', { required: false }), column('petugas', 'string', { required: false }),
];
const HEAD = `${VARIABLES.map(({ name }) => name).join(';')}\n`;

/** Sintetis: a row in ten thousand is wrong, or none is. */
export function largeTable(rows: number, faulty = true): Buffer {
  const lines = Array.from({ length: rows }, (_, index) => {
    const [at, idle] = [index % 3001, index % 211];
    return `${['15.01', '15.02', '15.03'][index % 3]};${2020 + (index % 5)};k${index};${at};${idle};${faulty && index % 10_000 === 9_999 ? 'banyak' : at + idle};${index % 9000},50;01/02/2025;Sakernas;;Petugas ${index % 50}\n`;
  });
  return Buffer.from(HEAD + lines.join(''));
}

/** A period with one data set whose table is too large for memory. */
export async function largeWorld() {
  const world = await collectionWorld(1);
  const [datasetId] = await world.datasets();
  await world.database.tx((db) => db.update(DatasetEntity, { id: datasetId }, { variables: VARIABLES, rules: [{ kind: 'sum', parts: ['bekerja', 'menganggur'], total: 'jumlah' }], indicators: [] }));
  const ask = (fileId: string, more: object = {}) => world.as(PEOPLE.operator, () => world.app.get(CheckController).check({ datasetId, fileId, ...more } as never));
  return {
    ...world, datasetId, ask,
    dataset: () => world.database.read.findOneByOrFail(DatasetEntity, { id: datasetId }),
    upload: async (content: Buffer, type = 'text/csv') => (await world.put({ name: 'tabel.csv', type, content, officeId: 'o-dukcapil' })).id,
    stop: (fileId: string) => world.as(PEOPLE.operator, () => world.app.get(CheckController).stop({ datasetId, fileId })),
    /** Asks until it is no more worked on. */
    async until(fileId: string, states: readonly string[] = ['done', 'refused', 'failed']) {
      for (;;) {
        const answer = await ask(fileId);
        if (!answer.background || states.includes(answer.background.state)) return answer;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    handIn: (fileId: string) => world.deliver([{ datasetId, status: 'disampaikan', tabel: { fileId } }]),
    async close(): Promise<void> {
      await world.app.get(ScanProcess).onModuleDestroy();
      await world.close();
    },
  };
}
export type LargeWorld = Awaited<ReturnType<typeof largeWorld>>;
