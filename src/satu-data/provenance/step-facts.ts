import type { Letter, SubmissionRecord, Text } from 'tertib';
import { formatDate, formatTime, inBoth } from '../shared/office-time.js';
import type { Audience, ProvenanceFact } from './provenance.types.js';

/** Dates as an office writes them, in its time zone. */
export interface Dates {
  readonly day: (at: Date) => Text;
  readonly time: (at: Date) => Text;
}

export const datesIn = (timeZone: string): Dates => ({ day: (at) => inBoth((language) => formatDate(at, language, timeZone)), time: (at) => inBoth((language) => formatTime(at, language, timeZone)) });

export const same = (text: string): Text => ({ id: text, en: text });

export const fact = (label: Text, value: Text | string, audience: Audience = 'everybody', fileId?: string): ProvenanceFact => ({ label, value: typeof value === 'string' ? same(value) : value, audience, ...(fileId !== undefined && { fileId }) });

/** A letter by its number and date; its file is the signed one where there is one. */
export function letterFact(label: Text, letter: Letter | undefined, { day }: Dates): ProvenanceFact[] {
  if (!letter) return [];
  const [at, sent] = [day(letter.date), letter.sentAt && day(letter.sentAt)];
  const number: Text = letter.number ? { id: `nomor ${letter.number}`, en: `number ${letter.number}` } : { id: 'tanpa nomor', en: 'without a number' };
  const value: Text = { id: `${number.id}, ${at.id}${sent ? `, dikirim ${sent.id}` : ''}`, en: `${number.en}, ${at.en}${sent ? `, sent ${sent.en}` : ''}` };
  return [fact(label, value, 'everybody', (letter.signedFile ?? letter.file).id)];
}

/** What somebody wrote in a form, for staff alone: nobody wrote it for the public. */
export function written(label: Text, { data }: SubmissionRecord, field: string): ProvenanceFact[] {
  const value = data[field];
  return typeof value === 'string' && value.trim() !== '' ? [fact(label, value, 'staff')] : [];
}

const ANSWER: Text = { id: 'Cara menjawab', en: 'How it was answered' };

/** An answer of another office that somebody of the data office recorded from its letter. */
export function answerFact({ data }: SubmissionRecord, number: string | null = typeof data['nomorSurat'] === 'string' ? data['nomorSurat'] : null): ProvenanceFact[] {
  if (data['caraJawaban'] !== 'tertulis') return [];
  return [fact(ANSWER, { id: `surat${number ? ` nomor ${number}` : ''}, dicatat oleh walidata`, en: `by letter${number ? ` number ${number}` : ''}, recorded by the data office` })];
}
