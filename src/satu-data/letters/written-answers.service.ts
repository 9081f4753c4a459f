import { Injectable } from '@nestjs/common';
import { Transactions, type SubmissionContext } from 'tertib';
import { z } from 'zod';
import { PeriodEntity } from '../periods/period.entity.js';
import { fileList, moment, optionalText } from '../shared/form-values.js';
import { ANSWER, BpsLetters } from './bps-letters.service.js';

const Form = z.object({ caraJawaban: z.string().nullish(), nomorSurat: optionalText, tanggalSurat: z.union([z.literal('').transform(() => null), moment]).nullish(), berkas: fileList });

/** What the statistics office answered on paper, at step 6 or 13: its scan stands among the letters of the case, beside the form that says what it decided. */
@Injectable()
export class WrittenAnswers {
  constructor(
    private readonly letters: BpsLetters,
    private readonly database: Transactions,
  ) {}

  async keep({ caseId, at, data }: Pick<SubmissionContext, 'caseId' | 'at' | 'data'>): Promise<void> {
    const { caraJawaban, nomorSurat, tanggalSurat, berkas } = Form.parse(data);
    if (caraJawaban !== 'tertulis' || !nomorSurat) return;
    const { title } = await this.database.read.findOneByOrFail(PeriodEntity, { id: caseId });
    for (const file of berkas) await this.letters.keep({ caseId, template: ANSWER, number: nomorSurat, date: tanggalSurat ?? at, file, title });
  }
}
