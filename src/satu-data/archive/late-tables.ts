import type { SubmissionRecord } from 'tertib';

/** A data set's row of the form `penyampaian-data`, as far as it is looked at here. */
interface Row {
  readonly datasetId?: unknown;
  readonly tabel?: unknown;
}

/** By submission: the data sets whose tables no leader validated in time. */
export type Unvalidated = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * What people sent, without the tables that came late (W2): the record says who handed in what and when, and the hash of all
 * that was sent stays, but the figures are not kept as if they belonged to the period.
 */
export function withoutTables(submissions: readonly SubmissionRecord[], unvalidated: Unvalidated): SubmissionRecord[] {
  return submissions.map((submission) => {
    const left = unvalidated.get(submission.id);
    const rows = submission.data['dataset'];
    if (!left || !Array.isArray(rows)) return submission;
    const dataset = (rows as Row[]).map((row) => (left.has(String(row.datasetId)) && row.tabel ? { ...row, tabel: { keterangan: NOT_KEPT } } : row));
    return { ...submission, data: { ...submission.data, dataset } };
  });
}

const NOT_KEPT = 'Tabel ini tidak divalidasi pimpinan pada waktunya, sehingga tidak disimpan.';
