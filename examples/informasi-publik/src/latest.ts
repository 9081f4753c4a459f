import type { FormTypes, SubmissionRecord } from 'tertib';

/** What was last sent with a form of the case. */
export function latest<F extends keyof FormTypes>(submissions: readonly SubmissionRecord[], form: F): FormTypes[F] {
  const last = submissions.findLast(({ formKey }) => formKey === form);
  if (!last) throw new Error(`The form “${form}” has not been sent in this case`);
  return last.data as FormTypes[F];
}
