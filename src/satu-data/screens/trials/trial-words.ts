import { defineWords } from 'tertib/screens';

export const trialWords = defineWords(
  { trying: 'Mencoba aturan pada seluruh tabel:', stop: 'Hentikan percobaan' },
  { trying: 'Trying the rules on whole tables:', stop: 'Stop the trial' },
);
