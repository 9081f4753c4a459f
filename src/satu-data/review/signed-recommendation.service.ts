import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, FileAccess, Problem, Settings, Transactions, type Letter } from 'tertib';
import { BpsLetters, RECOMMENDATION } from '../letters/bps-letters.service.js';
import { daysBetween } from './days-between.js';
import { ReviewAccess } from './review-access.js';
import type { PeriodLetter, SignedLetterBody } from './review.schemas.js';

const TYPES = ['application/pdf', 'image/png', 'image/jpeg'];

/** BPS's letter of recommendation as it was signed, on paper or electronically: with the number and date that stand on it. */
@Injectable()
export class SignedRecommendations {
  constructor(
    private readonly access: ReviewAccess,
    private readonly letters: BpsLetters,
    private readonly files: FileAccess,
    private readonly database: Transactions,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
    private readonly settings: Settings,
  ) {}

  /** @throws `recommendation-file`, `recommendation-date` (422), or `recommendation-known` (409) where the number is another file's already. */
  async keep(caseId: string, { number, date, fileId }: SignedLetterBody): Promise<PeriodLetter> {
    const { title } = await this.access.period(caseId);
    const { id, name, size, type, sha256 } = await this.files.readable(fileId);
    if (!TYPES.includes(type)) throw wrongFile();
    // Midnight UTC is morning already where the letter is: days are compared as the office counts them.
    if (daysBetween(date, this.clock.now(), await this.settings.get('timezone', 'Asia/Jakarta')) < 0) throw notYet();
    return this.database.tx(async () => {
      const known = (await this.letters.ofCase(caseId)).find((one) => one.template === RECOMMENDATION && one.number === number && one.file.sha256 !== sha256);
      if (known) throw numberTaken(number);
      const letter = await this.letters.keep({ caseId, template: RECOMMENDATION, number, date: new Date(date), file: { id, name, size, type, sha256 }, title });
      await this.audit.write({ action: 'review.recommendation-signed', caseId, subject: letter.id, detail: { number, date, sha256 } });
      return shown(letter);
    });
  }

  /** Oldest first. */
  async ofPeriod(caseId: string): Promise<PeriodLetter[]> {
    return (await this.letters.ofCase(caseId)).toSorted((a, b) => a.date.getTime() - b.date.getTime()).map(shown);
  }
}

const shown = ({ id, template, number, date, file, signedFile }: Letter): PeriodLetter => ({
  id, kind: template === RECOMMENDATION ? 'recommendation' : 'answer', number, date: date.toISOString(), signed: signedFile !== null, sha256: (signedFile ?? file).sha256,
});

const wrongFile = () => new Problem('recommendation-file', 422, { id: 'Unggah surat yang sudah ditandatangani sebagai PDF, atau hasil pindainya (PNG, JPEG).', en: 'Upload the signed letter as a PDF, or its scan (PNG, JPEG).' });
const notYet = () => new Problem('recommendation-date', 422, { id: 'Tanggal surat belum tiba. Tulis tanggal yang tertera pada surat.', en: 'The date of the letter lies ahead. Write the date that stands on it.' });
const numberTaken = (number: string) =>
  new Problem('recommendation-known', 409, { id: `Surat nomor ${number} sudah diunggah dengan isi lain. Periksa nomornya.`, en: `A letter number ${number} has been uploaded already, with another content. Check the number.` });
