import type { Language } from 'tertib';

export type LeaderDecision = 'setuju' | 'kembalikan';

interface Facts {
  readonly name: string;
  readonly title: string;
  readonly sentBy: string;
  readonly office: string;
  readonly decision: LeaderDecision;
  readonly period: string;
}

const WORDS = {
  id: {
    did: { setuju: 'menyetujui', kembalikan: 'mengembalikan' }, subject: (period: string) => `Validasi lewat tautan – ${period}`,
    text: ({ name, title, sentBy, office, period }: Facts, did: string) => `${name} (${title}) ${did} data ${office} untuk ${period} lewat tautan sekali pakai yang dikirim oleh ${sentBy}.\n\nBila ini tidak benar, segera beri tahu Seksi Pengelolaan Data.\n`,
  },
  en: {
    did: { setuju: 'has approved', kembalikan: 'has returned' }, subject: (period: string) => `Validated by a link – ${period}`,
    text: ({ name, title, sentBy, office, period }: Facts, did: string) => `${name} (${title}) ${did} the data of ${office} for ${period} by a one-time link that ${sentBy} sent.\n\nIf this is not so, please tell the data office at once.\n`,
  },
} as const;

/** What was decided by a link, in the reader's language. */
export function leaderNoticeMail(language: Language, facts: Facts): { readonly language: Language; readonly subject: string; readonly text: string } {
  const words = WORDS[language];
  return { language, subject: words.subject(facts.period), text: words.text(facts, words.did[facts.decision]) };
}
