/** Answers of forms: by the form's key, then by the field's. */
export type Answers = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What people filled in on the way to a letter; provided by `cases`. */
export abstract class LetterAnswers {
  /**
   * The last answer of each form: of the start, of the instance that asks for the letter, and of those that called it. Without an
   * instance, of the case's own. What another producer or data set answered in an instance beside it is not among them.
   */
  abstract of(caseId: string, processInstanceId?: string): Promise<Answers>;
}

/** Under this name letters write them: `{{isian.penugasan.instruksi}}`. */
export const ANSWERS = 'isian';
