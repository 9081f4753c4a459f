import { FormData, Handlers, OnSubmission, WorkingDays, Clock, type FormContext, type ProcessVariables, type SubmissionContext } from 'tertib';
import { z } from 'zod';
import { fileList, moment } from '../shared/form-values.js';
import { reject } from '../shared/reject.js';
import { refuseTooFar } from '../shared/too-far.js';
import { LettersInForms, shownLetter } from './letters-in-forms.js';

const Form = z.object({ berkas: fileList, jatuhTempoBps: moment });
const ANSWER_DAYS = 5;
/** Working days before the answer is due when it is asked for once more. */
const REMIND_DAYS = 1;

/** Steps 5 and 12: someone looks at the letter, puts the signed one to it, and sends. */
@Handlers()
export class LetterForms {
  constructor(
    private readonly letters: LettersInForms,
    private readonly workingDays: WorkingDays,
    private readonly clock: Clock,
  ) {}

  @FormData('kirim-surat')
  async toSend(context: FormContext): Promise<object> {
    const letter = await this.letters.toSend(context);
    return { surat: letter ? [shownLetter(letter)] : [], jatuhTempoBps: (await this.workingDays.add(this.clock.now(), ANSWER_DAYS)).toISOString() };
  }

  @OnSubmission('kirim-surat')
  async send(context: SubmissionContext<'kirim-surat'>): Promise<ProcessVariables> {
    const { berkas, jatuhTempoBps } = Form.parse(context.data);
    if (jatuhTempoBps <= context.at) reject('jatuhTempoBps', 'Batas jawaban harus di waktu yang akan datang.', 'The answer must be due in the future.');
    refuseTooFar('jatuhTempoBps', jatuhTempoBps, context.at);
    const letter = await this.letters.toSend(context);
    const [file] = berkas;
    if (letter) await this.letters.sign([letter], new Map(file ? [[letter.id, file]] : []));
    return { waktuPengingatBps: await this.workingDays.add(jatuhTempoBps, -REMIND_DAYS) };
  }
}
