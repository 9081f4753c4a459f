import { Problem } from '../../../sdk/index.js';

/** What people are told when a rehearsal cannot be kept or run again. */
export const KeptProblem = {
  nothingDone: (): Problem => new Problem('nothing-done', 409, { id: 'Belum ada yang dilakukan dalam uji coba ini. Mulai sebuah proses dahulu, lalu simpan.', en: 'Nothing has been done in this rehearsal yet. Start a process first, then keep it.' }),
  nameTaken: (name: string): Problem => new Problem('name-taken', 409, { id: `Sudah ada uji tetap bernama “${name}”. Beri nama lain.`, en: `There is a kept test called “${name}” already. Give it another name.` }),
  restless: (): Problem => new Problem('rehearsal-moves', 409, { id: 'Uji coba ini masih bergerak, atau ada langkah otomatis yang menunggu jawaban Anda. Tunggu atau jawab dahulu, lalu simpan.', en: 'This rehearsal still moves, or an automatic step waits for your answer. Wait or answer it first, then keep it.' }),
  noTests: (): Problem => new Problem('no-tests', 409, { id: 'Belum ada uji tetap. Lakukan uji coba, lalu simpan sebagai uji tetap.', en: 'There is no kept test yet. Rehearse, then keep that as a test.' }),
  /** `tests` are names. */
  notPassed: (tests: readonly string[]): Problem => new Problem('tests-not-passed', 409, { id: `Uji tetap berikut belum lulus dengan konsep yang sekarang: ${tests.join(', ')}. Jalankan di halaman Uji tetap; perbaiki konsepnya, atau hapus uji yang tidak berlaku lagi.`, en: `These kept tests have not passed with the drafts as they are: ${tests.join(', ')}. Run them on the page “Kept tests”; mend the drafts, or remove tests that no longer hold.` }, { tests }),
};
