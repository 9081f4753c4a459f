import { Injectable } from '@nestjs/common';
import { Asker, Letters, Offices, type FileRef, type Letter } from 'tertib';
import { subjectOf } from './letter-subjects.js';

/** Letters that the statistics office writes; none of them is drawn with the office's number. */
export const RECOMMENDATION = 'surat-rekomendasi';
export const ANSWER = 'surat-jawaban-bps';

interface SignedLetter {
  readonly caseId: string;
  readonly template: typeof RECOMMENDATION | typeof ANSWER;
  readonly number: string;
  readonly date: Date;
  readonly file: FileRef;
  /** Of which period; for the subject. */
  readonly title: string;
}

/** Signed letters of the statistics office, with its own numbers and dates, among the letters of the case. */
@Injectable()
export class BpsLetters {
  constructor(
    private readonly letters: Letters,
    private readonly offices: Offices,
    private readonly asker: Asker,
  ) {}

  /** The same file under the same number is one letter, however many data sets it is about. */
  async keep({ caseId, template, number, date, file, title }: SignedLetter): Promise<Letter> {
    const officeId = await this.office();
    return this.letters.keep({ key: `${template}:${caseId}:${number}:${file.sha256}`, caseId, template, subject: `${subjectOf(template)}: ${title}`, number, date, file, about: template, ...(officeId && { officeId }) });
  }

  async ofCase(caseId: string): Promise<Letter[]> {
    const found = await Promise.all([RECOMMENDATION, ANSWER].map((template) => this.letters.ofCase(caseId, { template })));
    return found.flat();
  }

  /** Whose letters they are: the asker's, where he is of it. */
  async office(): Promise<string | undefined> {
    const asker = this.asker.current();
    return asker?.officeKind === 'bps' && asker.officeId ? asker.officeId : (await this.offices.all('bps'))[0]?.id;
  }
}
