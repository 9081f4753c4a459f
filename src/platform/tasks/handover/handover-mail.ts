import type { Language } from '../../../sdk/index.js';

interface Facts {
  readonly reader: string;
  readonly from: string;
  readonly task: { readonly id: string; readonly name: string };
  /** Of the case. */
  readonly title: string;
  readonly note: string;
  /** Of the admin, with a slash at the end; null while nobody has said it. */
  readonly site: string | null;
  readonly office: string;
}

const WORDS = {
  id: {
    subject: (task: string) => `Tugas diserahkan kepada Anda: ${task}`, greeting: (reader: string) => `Yth. ${reader}`,
    given: (from: string, title: string) => `${from} menyerahkan tugas ini kepada Anda${title ? ` (${title})` : ''}:`, note: 'Catatan:', kept: 'Yang sudah diisi tetap tersimpan di dalamnya. Tugas ini juga ada di Tugas saya.', open: 'Buka tugas',
  },
  en: {
    subject: (task: string) => `A task was handed over to you: ${task}`, greeting: (reader: string) => `Dear ${reader},`,
    given: (from: string, title: string) => `${from} has handed this task over to you${title ? ` (${title})` : ''}:`, note: 'Note:', kept: 'What was filled in already is kept in it. You also find it among My tasks.', open: 'Open the task',
  },
} as const;

/** To whoever got the task. */
export function handoverMail(language: Language, { reader, from, task, title, note, site, office }: Facts): { readonly subject: string; readonly text: string } {
  const words = WORDS[language];
  const parts = [words.greeting(reader), words.given(from, title), `  ${task.name}`, `${words.note} ${note}`, words.kept, ...(site ? [`${words.open}: ${site}tasks/${task.id}`] : []), ...(office ? [office] : [])];
  return { subject: words.subject(task.name), text: `${parts.join('\n\n')}\n` };
}
