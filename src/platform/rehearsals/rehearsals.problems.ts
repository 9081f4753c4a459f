import { Problem } from '../../sdk/index.js';

/** What people are told when a rehearsal cannot do what they asked. */
export const RehearsalProblem = {
  taken: (by: string): Problem => new Problem('rehearsal-under-way', 409, { id: `${by} sedang melakukan uji coba. Tunggu sampai selesai, atau akhiri uji coba itu dahulu.`, en: `${by} is rehearsing. Wait until that ends, or end it first.` }),
  testsUnderWay: (by: string): Problem => new Problem('tests-under-way', 409, { id: `Uji tetap sedang dijalankan oleh ${by}. Tunggu sampai selesai, atau hentikan dahulu.`, en: `${by} is running the kept tests. Wait until they are done, or stop them first.` }),
  notOpen: (): Problem => new Problem('rehearsal-not-open', 409, { id: 'Uji coba ini belum siap, atau sudah berakhir. Mulai uji coba yang baru.', en: 'This rehearsal is not ready yet, or has ended. Start a new one.' }),
  nobody: (username: string): Problem => new Problem('nobody-of-that-name', 404, { id: `Tidak ada orang dengan nama pengguna “${username}” dalam uji coba ini.`, en: `Nobody in this rehearsal has the user name “${username}”.` }),
  noTimer: (): Problem => new Problem('timer-gone', 409, { id: 'Waktu tunggu ini sudah lewat atau tidak ada lagi. Muat ulang daftar.', en: 'This timer has fired or is gone. Reload the list.' }),
  noStep: (): Problem => new Problem('step-gone', 409, { id: 'Langkah otomatis ini tidak menunggu lagi. Muat ulang daftar.', en: 'This automatic step no longer waits. Reload the list.' }),
  slow: (): Problem => new Problem('timer-slow', 503, { id: 'Mesin proses belum menjalankan waktu tunggu ini. Coba lagi sebentar lagi.', en: 'The engine has not fired this timer yet. Try again in a moment.' }),
};
