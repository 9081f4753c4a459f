import type { Language } from 'tertib';

interface Facts {
  readonly writer: string;
  readonly about: string;
  readonly period: string;
  readonly text: string;
  readonly address: string | null;
}

const WORDS = {
  id: { subject: (about: string) => `Komentar pada tabel: ${about}`, wrote: ({ writer, about, period }: Facts) => `${writer} menulis tentang "${about}", ${period}:`, answer: 'Buka tabel dan jawab', where: 'Jawab di aplikasi: Tanya jawab, lalu buka tabelnya.' },
  en: { subject: (about: string) => `Comment on a table: ${about}`, wrote: ({ writer, about, period }: Facts) => `${writer} wrote about "${about}", ${period}:`, answer: 'Open the table and answer', where: 'Answer in Tertib: open the table from the page Questions.' },
} as const;

/** That something was said in the thread of a comment, in the reader's language; what was written stays as it was written. */
export function commentMail(language: Language, facts: Facts): { readonly language: Language; readonly subject: string; readonly text: string } {
  const words = WORDS[language];
  return { language, subject: words.subject(facts.about), text: `${words.wrote(facts)}\n\n${facts.text}\n\n${facts.address ? `${words.answer}: ${facts.address}` : words.where}\n` };
}
