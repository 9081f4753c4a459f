import { defineWords } from '../../../i18n/index.js';

export const choiceWords = defineWords(
  {
    type: 'Ketik nama atau kode',
    list: 'Pilihan',
    clear: 'Kosongkan pilihan',
    more: 'Tampilkan lebih banyak',
    looking: 'Mencari nama…',
    searching: 'Mencari…',
    nameless: (value: string) => `Tidak dikenal lagi (${value})`,
    count: (count: number, more: boolean) => (count === 0 ? 'Tidak ada yang cocok. Periksa ejaannya, atau ketik lebih sedikit.' : more ? `${count} pilihan pertama; ketik untuk mempersempit` : `${count} pilihan`),
  },
  {
    type: 'Type a name or code',
    list: 'Choices',
    clear: 'Clear the choice',
    more: 'Show more',
    looking: 'Looking for the name…',
    searching: 'Searching…',
    nameless: (value: string) => `No longer known (${value})`,
    count: (count: number, more: boolean) => (count === 0 ? 'Nothing fits. Check the spelling, or type less.' : more ? `The first ${count} choices; type to narrow them` : count === 1 ? '1 choice' : `${count} choices`),
  },
);
