/** A letter's or mail's Handlebars text, with the layout around it. */
export interface LetterTemplate {
  readonly html: string;
  readonly layout: string;
}

/** Where template texts come from; provided by `cases`, from the release that the case runs on. */
export abstract class LetterTemplates {
  /** @throws where the release has no such template. */
  abstract template(caseId: string, name: string, processInstanceId?: string): Promise<LetterTemplate>;
  /** Whether that release has it. */
  abstract has(caseId: string, name: string, processInstanceId?: string): Promise<boolean>;
  /** As it was published last. @throws `letter-missing` (409) where the live release has no such template. */
  abstract published(name: string): Promise<LetterTemplate>;
}
