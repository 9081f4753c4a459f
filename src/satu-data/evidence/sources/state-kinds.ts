import type { EntityManager } from 'typeorm';
import { reasonText } from '../../datasets/state-reasons.js';
import { DatasetStateEntity } from '../../datasets/dataset-state.entity.js';
import { DATASET_STATES, type DatasetState } from '../../datasets/dataset.states.js';
import { DatasetEntity } from '../../datasets/dataset.entity.js';
import type { EvidenceRecord } from '../evidence-record.js';
import { analysisOf, datasetsOf, ofDatasets, tableSource } from './table-source.js';

const among = (states: readonly DatasetState[]): string => `(${states.map((state) => `'${state}'`).join()})`;

/** That a data set came into one of these states, where it matters from that one: the history of a data set is never changed. */
const reached = (states: readonly DatasetState[], from?: DatasetState) => ({
  holds: `x.after IN ${among(states)}${from ? ` AND x.before = '${from}'` : ''}`,
  records: async (rows: readonly DatasetStateEntity[], read: EntityManager) => {
    const dataset = await datasetsOf(read, rows.map(({ datasetId }) => datasetId));
    const dates = rows.length === 0 ? [] : await read.createQueryBuilder(DatasetEntity, 'd').select(['d.id', 'd.releaseDate', 'd.licence']).where('d.id IN (:...ids)', { ids: rows.map(({ datasetId }) => datasetId) }).getMany();
    const released = new Map(dates.map((one) => [one.id, one]));
    return rows.map((row): EvidenceRecord => ({
      id: row.id, title: dataset(row.datasetId).title, at: row.at, officeId: dataset(row.datasetId).officeId, link: analysisOf(row.datasetId), file: null,
      content: { dataset: dataset(row.datasetId).title, dari: row.before && DATASET_STATES[row.before].name.id, menjadi: DATASET_STATES[row.after].name.id, alasan: reasonText(row.reason)?.id ?? null, waktu: row.at, jadwalRilis: released.get(row.datasetId)?.releaseDate ?? null, lisensi: released.get(row.datasetId)?.licence ?? null },
    }));
  },
});

/** Step by step, what a data set came to. BPS decided what lay with it: fit is also what the office's policy lets pass, and what BPS sends back is in the state of what was analysed. */
export const stateKinds = tableSource({
  entity: DatasetStateEntity,
  within: ofDatasets,
  kinds: { returned: reached(['returned']), analysed: reached(['analysed'], 'complete'), eligibility: reached(['eligible', 'analysed', 'rejected'], 'sent_to_bps'), 'publication-order': reached(['scheduled', 'withheld']), release: reached(['published']) },
});
