import type { Cases, SubmissionRecord } from 'tertib';
import { In, type EntityManager } from 'typeorm';
import { reasonText } from '../../datasets/state-reasons.js';
import { DatasetStateEntity } from '../../datasets/dataset-state.entity.js';
import { DATASET_STATES, type DatasetState } from '../../datasets/dataset.states.js';
import { DIMENSIONS } from '../../review/quality-dimensions.js';
import { AssessmentEntity } from '../../review/review.entities.js';
import type { EvidenceRecord } from '../evidence-record.js';
import { analysisOf, datasetsOf, ofDatasets, tableSource, type TableSource } from './table-source.js';

const ORDER = 'perintah-publikasi';
type Told = Readonly<Record<string, unknown>>;
/** What was said when a data set came into a state, beside that it did: by what was recorded then, whatever the data set says now. */
type Saying = (rows: readonly DatasetStateEntity[], read: EntityManager, periodOf: (datasetId: string) => string) => Promise<(row: DatasetStateEntity) => Told | (() => Promise<Told>)>;

const among = (states: readonly DatasetState[]): string => `(${states.map((state) => `'${state}'`).join()})`;

/** That a data set came into one of these states, where it matters from that one: the history of a data set is never changed. */
const reached = (states: readonly DatasetState[], from?: DatasetState, saying?: Saying) => ({
  holds: `x.after IN ${among(states)}${from ? ` AND x.before = '${from}'` : ''}`,
  records: async (rows: readonly DatasetStateEntity[], read: EntityManager) => {
    const dataset = await datasetsOf(read, rows.map(({ datasetId }) => datasetId));
    const said = await saying?.(rows, read, (id) => dataset(id).periodId);
    return rows.map((row): EvidenceRecord => {
      const moved = { dataset: dataset(row.datasetId).title, dari: row.before && DATASET_STATES[row.before].name.id, menjadi: DATASET_STATES[row.after].name.id, alasan: reasonText(row.reason)?.id ?? null, oleh: row.userName, waktu: row.at };
      const more = said?.(row) ?? {};
      return {
        id: row.id, title: dataset(row.datasetId).title, at: row.at, officeId: dataset(row.datasetId).officeId, link: analysisOf(row.datasetId), file: null,
        content: typeof more === 'function' ? async () => ({ ...moved, ...(await more()) }) : { ...moved, ...more },
      };
    });
  },
});

/** The last of these that had been said by then. */
const lastBefore = <One extends { readonly at: Date }>(all: readonly One[], { at }: DatasetStateEntity): One | undefined => all.filter((one) => one.at <= at).toSorted((a, b) => a.at.getTime() - b.at.getTime()).at(-1);

/** BPS's whole answer: decision, ratings and checklist, who gave it, and by which letter. */
const assessed: Saying = async (rows, read) => {
  const all = rows.length === 0 ? [] : await read.find(AssessmentEntity, { where: { datasetId: In([...new Set(rows.map(({ datasetId }) => datasetId))]) }, order: { at: 'ASC', id: 'ASC' } });
  return (row) => {
    const found = lastBefore(all.filter(({ datasetId }) => datasetId === row.datasetId), row);
    if (!found) return {};
    const { decision, letterNumber, ratings, checklist, userName } = found;
    return {
      keputusan: decision, oleh: userName, nomorSurat: letterNumber, formulir: found.id,
      penilaian: ratings.map(({ dimension, rating, note }) => ({ dimensi: DIMENSIONS[dimension].name.id, nilai: rating, catatan: note })), daftarPeriksa: checklist.map(({ item, answer, note }) => ({ pertanyaan: item, jawaban: answer, catatan: note })),
    };
  };
};

/** The form of step 14 that stood then; read when the record's file is, as it takes a query for each. */
const ordered = (cases: Cases): Saying => async (_rows, _read, periodOf) => (row) => async () => {
  const orders = await cases.submissions(periodOf(row.datasetId), [ORDER], { variable: { name: 'dataset', value: row.datasetId } });
  return orderTold(lastBefore(orders, row), row);
};

function orderTold(order: SubmissionRecord | undefined, { after }: DatasetStateEntity): Told {
  const { tanggalRilis, lisensi, kelasAkses, perintah } = order?.data ?? {};
  const when = after === 'withheld' ? {} : { jadwalRilis: tanggalRilis ?? null, lisensi: lisensi ?? null, kelasAkses: kelasAkses ?? null };
  return { ...when, ...(perintah ? { perintah } : {}), diperintahkanOleh: order?.userName ?? null, diperintahkan: order?.at ?? null, formulir: order?.id ?? null, sidikFormulir: order?.hash ?? null };
}

type StateKind = 'returned' | 'analysed' | 'eligibility' | 'publication-order' | 'release';

/** Step by step, what a data set came to. BPS decided what lay with it: fit is also what the office's policy lets pass, and what BPS sends back is in the state of what was analysed. */
export const stateKinds = (cases: Cases): TableSource<StateKind> => tableSource<DatasetStateEntity, StateKind>({
  entity: DatasetStateEntity,
  within: ofDatasets,
  kinds: {
    returned: reached(['returned']), analysed: reached(['analysed'], 'complete'), eligibility: reached(['eligible', 'analysed', 'rejected'], 'sent_to_bps', assessed),
    'publication-order': reached(['scheduled', 'withheld'], undefined, ordered(cases)), release: reached(['published'], undefined, ordered(cases)),
  },
});
