import type { Language } from 'tertib';

interface Facts {
  readonly reader: Language;
  readonly writer: string;
  readonly dataset: string;
  readonly period: string;
  readonly text: string;
  readonly address: string | null;
}

const WORDS = {
  id: { subject: (dataset: string) => `Tanya jawab: ${dataset}`, wrote: (writer: string, dataset: string, period: string) => `${writer} menulis tentang "${dataset}", ${period}:`, answer: 'Balas di aplikasi', where: 'Balas di aplikasi, halaman Tanya jawab.' },
  en: { subject: (dataset: string) => `Questions: ${dataset}`, wrote: (writer: string, dataset: string, period: string) => `${writer} wrote about "${dataset}", ${period}:`, answer: 'Answer in Tertib', where: 'Answer in Tertib, on the page Questions.' },
} as const;

/** That there is something to read, in the reader's language; what was written stays as it was written. */
export function questionMail({ reader, writer, dataset, period, text, address }: Facts): { readonly language: Language; readonly subject: string; readonly text: string } {
  const words = WORDS[reader];
  return { language: reader, subject: words.subject(dataset), text: `${words.wrote(writer, dataset, period)}\n\n${text}\n\n${address ? `${words.answer}: ${address}` : words.where}\n` };
}
