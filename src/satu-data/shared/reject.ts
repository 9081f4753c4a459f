import { SubmissionRejected, type FieldProblem } from 'tertib';

/** Refuses a submission with one sentence at one field. */
export function reject(path: string, id: string, en: string): never {
  throw new SubmissionRejected([{ path, message: { id, en } }]);
}

/** Refuses where there is something to refuse. */
export function rejectAll(problems: readonly FieldProblem[]): void {
  if (problems.length > 0) throw new SubmissionRejected(problems);
}
