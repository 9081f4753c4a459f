import type { Text } from '../../../sdk/index.js';

/** What lies behind a failure, in words that an office understands, and what to do about it. */
export interface Cause {
  readonly cause: Text;
  readonly advice: Text;
}

/** What people call an entry, by its name in the contract. */
type Called = (name: string) => Text;
const AS_WRITTEN: Called = (name) => ({ id: name, en: name });

type Told = readonly [pattern: RegExp, cause: (match: RegExpExecArray, called: Called) => Text, advice: Text];

const text = (id: string, en: string): Text => ({ id, en });
const AGAIN = text('Setelah pulih, jalankan lagi.', 'Run it again once that is mended.');
const DEVELOPER = text('Beri tahu pengembang dan sertakan pesan sistemnya. Setelah diperbaiki, jalankan lagi.', 'Tell the developer, with the system message. Run it again once it is mended.');

/** The first that fits counts. */
const CAUSES: readonly Told[] = [
  [/^The input of .* does not fit: (.*)$/s, ([, what = ''], called) => text(`Isian yang diterima langkah ini tidak sesuai: ${namesIn(what, called, 'id')}.`, `What this step was given does not fit: ${namesIn(what, called, 'en')}.`), text('Betulkan isiannya, lalu jalankan lagi.', 'Correct the entries, then run it again.')],
  [/^The output of .* does not fit/, () => text('Hasil langkah ini tidak seperti yang seharusnya.', 'The result of this step is not what it should be.'), DEVELOPER],
  [/^The engine refuses a command/, () => text('Yang sudah disimpan belum dapat diteruskan ke proses.', 'What was saved could not be passed on to the process.'), text('Jalankan lagi. Bila tetap gagal, beri tahu pengembang.', 'Run it again. If it still fails, tell the developer.')],
  [/ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|fetch failed|socket hang up/, () => text('Sistem lain yang diperlukan langkah ini tidak dapat dihubungi.', 'Another system that this step needs cannot be reached.'), text('Periksa jaringan dan sistem yang dituju. Setelah pulih, jalankan lagi.', 'Check the network and that system. Run it again once it answers.')],
  [/took longer than its time limit|timed? ?out/i, () => text('Langkah ini berjalan terlalu lama, lalu dihentikan.', 'This step took too long and was stopped.'), AGAIN],
  [/ENOSPC|no space left/i, () => text('Tempat penyimpanan penuh.', 'The disk is full.'), text('Kosongkan tempat penyimpanan, lalu jalankan lagi.', 'Make room on the disk, then run it again.')],
  [/(?:Unknown property used in expression.*)?Cannot resolve identifier '([^']+)'|Unknown property used in expression/s, ([, name]) => (name ? text(`Isian “${name}” yang diperlukan di sini belum ada.`, `The entry “${name}” that is needed here is not there.`) : text('Isian yang diperlukan di sini belum ada.', 'An entry that is needed here is not there.')), text('Pindahkan proses ke langkah yang mengisinya, atau ke versi prosedur yang sudah diperbaiki.', 'Move the process to the step that fills it in, or to a version of the procedure that mends this.')],
  [/^Process variable .* cannot be read/, () => text('Salah satu nilai proses tidak dapat dibaca.', 'One of the values of the process cannot be read.'), DEVELOPER],
  [/The steps of .* differ|ended without the step/, () => text('Cara kerja langkah ini berubah di tengah jalan.', 'How this step works was changed while it was half done.'), DEVELOPER],
];

const OTHER: Cause = { cause: text('Langkah ini gagal.', 'This step failed.'), advice: text('Baca pesan sistemnya. Setelah sebabnya hilang, jalankan lagi.', 'Read the system message. Run it again once its cause is gone.') };

export function causeOf(message: string, called = AS_WRITTEN): Cause {
  for (const [pattern, cause, advice] of CAUSES) {
    const match = pattern.exec(message);
    if (match) return { cause: cause(match, called), advice };
  }
  return OTHER;
}

/** `tahun: Invalid input; judul: …` names the fields; the rest is for developers. */
const namesIn = (what: string, called: Called, language: keyof Text): string => [...new Set(what.split('; ').map((part) => called(part.split(':')[0] ?? '')[language]))].join(', ');

const VARYING = /[0-9a-f]{8}-[0-9a-f-]{27,}|\b[0-9a-f]{16,}\b|\d+/gi;

/** Two failures have the same cause where their messages differ only in ids and numbers. */
export const patternOf = (message: string): string => message.replaceAll(VARYING, '#');
