/**
 * Forms that belong to no case: a page of the admin draws them (`Form` of `tertib/screens`) and a route of the application takes what was
 * filled in. They lie in `forms/` like all others, and the version that was published last is the one that counts.
 *
 * @experimental
 * @example
 * const entry = await pageForms.check('register-entry', body.data);
 */
export abstract class PageForms {
  /**
   * What was sent, by the form's own rules: only what it knows and shows gets through.
   *
   * @param form - key of the form, which a page names in its `fills`
   * @throws {@link SubmissionRejected} with each field that does not fit; a `Problem` where the published version has no such form.
   */
  abstract check(form: string, data: unknown): Promise<Record<string, unknown>>;
}
