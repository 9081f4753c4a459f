import type { Cases, OpenTasks, SubmissionRecord } from 'tertib';
import { z } from 'zod';
import type { DatasetEntity } from '../datasets/dataset.entity.js';

const FORM = 'penyampaian-data';
const Row = z.object({
  datasetId: z.string(),
  status: z.string(),
  tabel: z.object({ fileId: z.string().nullish(), rows: z.array(z.record(z.string(), z.unknown())).nullish() }).nullish(),
  alasan: z.string().nullish(),
  keterangan: z.string().nullish(),
});

/** A data set's row of the form `penyampaian-data`, as it was sent. */
export type SentRow = z.output<typeof Row>;

/** A form as it was sent, row by row. */
export interface SentForm {
  readonly id: string;
  readonly at: Date;
  readonly rows: ReadonlyMap<string, SentRow>;
}

/** A form as it was typed and never sent, row by row, with what stands beside its rows. */
export interface TypedForm {
  readonly rows: ReadonlyMap<string, SentRow>;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The last form that a producer sent, or all of them, newest first. They are large: most of the time the last one does. */
export async function sentForms(cases: Cases, { periodId, officeId }: Pick<DatasetEntity, 'periodId' | 'officeId'>, newest?: number): Promise<SentForm[]> {
  const sent = await cases.submissions(periodId, [FORM], { variable: { name: 'producer', value: officeId }, ...(newest !== undefined && { newest }) });
  return sent.toReversed().map(asSent);
}

/** What a producer typed and never sent, since the deadline ended the task; null where he has sent a form since. */
export async function unsentForm(tasks: OpenTasks, { periodId, officeId }: Pick<DatasetEntity, 'periodId' | 'officeId'>, sent: SentForm | undefined): Promise<TypedForm | null> {
  const left = await tasks.unsent(periodId, FORM, { officeId });
  return left && (!sent || left.savedAt > sent.at) ? { rows: rowsIn(left.data), data: left.data } : null;
}

/** What there is of a table, as the form has it; null where nothing was filled in. */
export const tableIn = (row: SentRow | undefined): { fileId: string } | { rows: object[] } | null => {
  if (row?.tabel?.fileId) return { fileId: row.tabel.fileId };
  return row?.tabel?.rows?.length ? { rows: row.tabel.rows } : null;
};

const asSent = ({ id, at, data }: SubmissionRecord): SentForm => ({ id, at, rows: rowsIn(data) });

function rowsIn(data: SubmissionRecord['data']): ReadonlyMap<string, SentRow> {
  const rows: unknown[] = Array.isArray(data['dataset']) ? data['dataset'] : [];
  return new Map(rows.flatMap((one) => { const row = Row.safeParse(one).data; return row ? [[row.datasetId, row]] : []; }));
}
