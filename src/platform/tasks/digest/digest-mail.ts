/** A task as the mail names it. */
export interface DigestTask {
  readonly id: string;
  readonly name: string;
  readonly caseTitle: string;
  readonly dueAt: Date | null;
  readonly overdue: boolean;
}

interface Digest {
  readonly reader: string;
  readonly office: string;
  /** The most urgent ones. */
  readonly tasks: readonly DigestTask[];
  readonly count: number;
  readonly overdue: number;
  /** Of the admin, with a slash at the end; null while nobody has said it. */
  readonly site: string | null;
  readonly timeZone: string;
}

interface Words {
  readonly locale: string;
  readonly subject: (count: number, overdue: number) => string;
  readonly greeting: (name: string) => string;
  readonly intro: string;
  readonly due: (when: string, overdue: boolean) => string;
  readonly more: (count: number) => string;
  readonly end: string;
}

const WORDS: Readonly<Record<'id' | 'en', Words>> = {
  id: {
    locale: 'id-ID', subject: (count, overdue) => `${count} tugas menunggu Anda${overdue > 0 ? `, ${overdue} lewat waktu` : ''}`, greeting: (name) => `Yth. ${name}`, intro: 'Tugas berikut menunggu Anda, yang paling mendesak lebih dahulu:',
    due: (when, overdue) => (overdue ? `lewat waktu sejak ${when}` : `paling lambat ${when}`), more: (count) => `… dan ${count} tugas lain.`, end: 'Ringkasan ini dikirim sekali setiap hari kerja. Abaikan bila sudah dikerjakan.',
  },
  en: {
    locale: 'en-GB', subject: (count, overdue) => `${count === 1 ? '1 task waits' : `${count} tasks wait`} for you${overdue > 0 ? `, ${overdue} overdue` : ''}`, greeting: (name) => `Dear ${name},`, intro: 'These tasks wait for you, the most urgent first:',
    due: (when, overdue) => (overdue ? `overdue since ${when}` : `due ${when}`), more: (count) => `… and ${count} more.`, end: 'This summary is sent once each working day. Ignore it where the work is done.',
  },
};

/** One mail of all that waits for a person. */
export function digestMail(language: 'id' | 'en', { reader, office, tasks, count, overdue, site, timeZone }: Digest): { readonly subject: string; readonly text: string } {
  const words = WORDS[language];
  const when = new Intl.DateTimeFormat(words.locale, { timeZone, dateStyle: 'long', timeStyle: 'short' });
  const lines = tasks.flatMap((task, index) => [
    `${index + 1}. ${task.name}`, `   ${[task.caseTitle, ...(task.dueAt ? [words.due(when.format(task.dueAt), task.overdue)] : [])].filter(Boolean).join(' – ')}`,
    ...(site ? [`   ${site}tasks/${task.id}`] : []),
  ]);
  const more = count > tasks.length ? ['', words.more(count - tasks.length), ...(site ? [`${site}tasks`] : [])] : [];
  return { subject: words.subject(count, overdue), text: `${[words.greeting(reader), '', words.intro, '', ...lines, ...more, '', words.end, '', office].join('\n').trimEnd()}\n` };
}
