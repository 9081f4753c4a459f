import { defineWords } from '../../shared/i18n/index.js';

export const noticeWords = defineWords(
  { title: 'Perlu perhatian Anda', since: (when: string) => `Sejak ${when}`, more: (count: string) => `… dan ${count} lainnya` },
  { title: 'Needs your attention', since: (when: string) => `Since ${when}`, more: (count: string) => `… and ${count} more` },
);
