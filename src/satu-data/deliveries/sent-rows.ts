import type { Cases, SubmissionRecord } from 'tertib';
import { z } from 'zod';
import type { DatasetEntity } from '../datasets/dataset.entity.js';

const Row = z.object({
  datasetId: z.string(),
  status: z.string(),
  tabel: z.object({ fileId: z.string().nullish(), rows: z.array(z.record(z.string(), z.unknown())).nullish() }).nullish(),
  keterangan: z.string().nullish(),
});

/** A data set's row of the form `penyampaian-data`, as it was sent. */
export type SentRow = z.output<typeof Row>;

/** A form as it was sent, row by row. */
export interface SentForm {
  readonly id: string;
  readonly rows: ReadonlyMap<string, SentRow>;
}

/** The last form that a producer sent, or all of them, newest first. They are large: most of the time the last one does. */
export async function sentForms(cases: Cases, { periodId, officeId }: Pick<DatasetEntity, 'periodId' | 'officeId'>, newest?: number): Promise<SentForm[]> {
  const sent = await cases.submissions(periodId, ['penyampaian-data'], { variable: { name: 'producer', value: officeId }, ...(newest !== undefined && { newest }) });
  return sent.toReversed().map(asSent);
}

/** What there is of a table, as the form has it; null where nothing was filled in. */
export const tableIn = (row: SentRow | undefined): { fileId: string } | { rows: object[] } | null => {
  if (row?.tabel?.fileId) return { fileId: row.tabel.fileId };
  return row?.tabel?.rows?.length ? { rows: row.tabel.rows } : null;
};

function asSent({ id, data }: SubmissionRecord): SentForm {
  const rows: unknown[] = Array.isArray(data['dataset']) ? data['dataset'] : [];
  return { id, rows: new Map(rows.flatMap((one) => { const row = Row.safeParse(one).data; return row ? [[row.datasetId, row]] : []; })) };
}
