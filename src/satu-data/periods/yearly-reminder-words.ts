import type { Language } from 'tertib';

const WORDS = {
  id: {
    subject: (year: number) => `Pengingat: periode pengumpulan data tahun ${year} belum dibuka`,
    text: (year: number) => `Yth. Kepala Dinas dan administrator

Dengan hormat,

Kami ingatkan bahwa pada tahun ${year} belum ada periode pengumpulan data statistik sektoral yang dibuka. Periode dibuka oleh Kepala Dinas atau administrator dengan "Mulai proses" di dalam aplikasi.

Pengingat ini dikirim satu kali setahun, pada tanggal yang diatur di Pengaturan kantor.

Terima kasih.
`,
  },
  en: {
    subject: (year: number) => `Reminder: no collection period has been opened in ${year}`,
    text: (year: number) => `To the head of the office and the administrator

No collection period of sectoral statistical data has been opened in ${year}. The head of the office or the administrator opens one with "Start a process" in the application.

This reminder is sent once a year, on the day that is set under Office settings.

Thank you.
`,
  },
} as const;

/** That this year's collection period waits to be opened, in the reader's language. */
export const yearlyReminderMail = (language: Language, year: number) => ({ language, subject: WORDS[language].subject(year), text: WORDS[language].text(year) });
