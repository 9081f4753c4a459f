import { Injectable } from '@nestjs/common';
import { Letters, Settings, type FileRef, type FormContext, type Letter } from 'tertib';
import { reject } from '../shared/reject.js';

const ASSIGNMENT = 'surat-tugas';
/** So many numbers stand in a refusal; of a thousand nobody reads more. */
const NAMED = 10;

/** A letter as the field `surat` shows it. */
export const shownLetter = ({ id, number, subject, sentAt, signedFile }: Letter) => ({ id, number, subject, sentAt: sentAt?.toISOString() ?? null, signedFile });
/** The newest letter of each kind. What assigned the work is no letter to answer. */
export const currentLetters = (letters: readonly Letter[]) =>
  [...new Map(letters.filter(({ template }) => template !== ASSIGNMENT).map((letter) => [`${letter.template} ${letter.officeId ?? ''}`, letter])).values()].map(shownLetter);

/** The letters that a form is about, and signed copies put to them. */
@Injectable()
export class LettersInForms {
  constructor(
    private readonly letters: Letters,
    private readonly settings: Settings,
  ) {}

  /** Letters of the task's data set, or of the case where the task has none; oldest first. */
  async about({ caseId, variables }: Pick<FormContext, 'caseId' | 'variables'>): Promise<Letter[]> {
    const dataset = variables['dataset'];
    return this.letters.ofCase(caseId, { about: typeof dataset === 'string' ? dataset : caseId });
  }

  /** The one letter that is to be sent now. */
  async toSend(context: Pick<FormContext, 'caseId' | 'variables'>): Promise<Letter | undefined> {
    const letters = (await this.about(context)).filter(({ number, sentAt, template }) => number !== null && sentAt === null && template !== ASSIGNMENT);
    return letters.find(({ id }) => id === context.variables['suratId']) ?? letters.at(-1);
  }

  /** Puts a signed copy to its letter; refuses where the office requires one and there is none. */
  async sign(letters: readonly Letter[], signed: ReadonlyMap<string, FileRef>): Promise<void> {
    for (const letter of letters) {
      const file = signed.get(letter.id);
      if (file) await this.letters.attachSigned(letter.id, file);
    }
    const unsigned = letters.filter(({ id, signedFile }) => !signedFile && !signed.has(id));
    if (unsigned.length === 0 || !(await this.settings.get('letters.requireSigned', true))) return;
    const names = unsigned.slice(0, NAMED).map(({ number, subject }) => number ?? subject).join('; ');
    const more = unsigned.length - NAMED;
    reject('berkas', `Lampirkan surat yang sudah ditandatangani: ${names}${more > 0 ? `, dan ${more} surat lain` : ''}.`, `Attach the signed letter: ${names}${more > 0 ? `, and ${more} more` : ''}.`);
  }
}
