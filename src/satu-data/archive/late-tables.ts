import type { SubmissionRecord } from 'tertib';

/** A data set's row of the form `penyampaian-data`, as far as it is looked at here. */
interface Row {
  readonly datasetId?: unknown;
  readonly status?: unknown;
  readonly tabel?: unknown;
}

/** By submission: the data sets whose tables no leader validated in time. */
export type Unvalidated = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * What people sent, without the tables that came late (W2) and without those that nobody handed in, because they were not ready: the record says who handed in what and when, and the hash of all
 * that was sent stays, but the figures are not kept as if they belonged to the period.
 */
export function withoutTables(submissions: readonly SubmissionRecord[], unvalidated: Unvalidated): SubmissionRecord[] {
  return submissions.map((submission) => {
    const left = unvalidated.get(submission.id) ?? new Set();
    const rows = submission.data['dataset'];
    if (submission.formKey !== 'penyampaian-data' || !Array.isArray(rows)) return submission;
    const isLeft = ({ datasetId, status, tabel }: Row) => Boolean(tabel) && (status === 'belum' || left.has(String(datasetId)));
    const dataset = (rows as Row[]).map((row) => (isLeft(row) ? { ...row, tabel: { keterangan: row.status === 'belum' ? NOT_READY : NOT_KEPT } } : row));
    return { ...submission, data: { ...submission.data, dataset } };
  });
}

const NOT_READY = 'Tabel ini belum siap dan tidak disampaikan, sehingga tidak disimpan.';
const NOT_KEPT = 'Tabel ini tidak divalidasi pimpinan pada waktunya, sehingga tidak disimpan.';
