import type { Language } from 'tertib';

interface Facts {
  readonly number: string | null;
  readonly subject: string;
  readonly period: string;
}

const WORDS = {
  id: ({ number, subject, period }: Facts) => `Dengan hormat,\n\nTerlampir ${number ? `surat nomor ${number}` : 'surat'} perihal ${subject} (${period}).\n\nTerima kasih.\n`,
  en: ({ number, subject, period }: Facts) => `Please find enclosed our letter${number ? ` number ${number}` : ''} on ${subject} (${period}).\n\nThank you.\n`,
} as const;

/** What goes with a letter that is sent by mail; the letter itself stays as it was written. */
export const letterMail = (language: Language, facts: Facts) => ({ language, subject: `${facts.subject}: ${facts.period}`, text: WORDS[language](facts) });
