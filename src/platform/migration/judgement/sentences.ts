import type { Text } from '../../../sdk/index.js';
import type { RunningTimer } from './timers.js';
import type { Loss, Misfit, Refusal } from './verdict.js';

const refusal = (id: string, en: string, passing = false): Refusal => ({ text: { id, en }, passing });

/** Why a case stays where it is. */
export const Refused = {
  notStarted: (): Refusal => refusal('Proses ini belum mulai berjalan. Coba lagi sebentar lagi.', 'This process has not begun to run yet. Try again in a moment.', true),
  saving: (): Refusal => refusal('Isian yang baru dikirim masih diolah. Coba lagi sebentar lagi.', 'What was just sent is still being worked off. Try again in a moment.', true),
  cancelled: (): Refusal => refusal('Proses ini sedang dibatalkan.', 'This process is being cancelled.'),
  over: (): Refusal => refusal('Proses ini sudah selesai atau dibatalkan.', 'This process has ended or been cancelled.'),
  elsewhere: (): Refusal => refusal('Proses ini sudah tidak pada versi asal: orang lain memindahkannya.', 'This process is no longer on the version that it was chosen from: somebody else moved it.'),
  noProcedure: (name: string): Refusal => refusal(`Versi tujuan tidak mempunyai prosedur “${name}”. Biarkan proses ini selesai pada versinya.`, `The other version has no procedure “${name}”. Let this process end on its version.`),
  noStep: (name: string): Refusal => refusal(`Langkah “${name}” tidak ada lagi dalam versi tujuan. Pilih langkah penggantinya.`, `The step “${name}” is no longer in the other version. Choose the step that takes its place.`),
  underWay: (name: string): Refusal => refusal(`Langkah otomatis “${name}” sedang berjalan dan dikerjakan lain dalam versi tujuan. Pindahkan lagi setelah langkah itu selesai.`, `The automatic step “${name}” is under way and done differently in the other version. Move it again when that step is done.`, true),
  busy: (): Refusal => refusal('Proses ini sedang bergerak dan belum dapat dipindahkan. Coba lagi nanti.', 'This process is on the move and could not be moved to another version. Try again later.', true),
  notAgreed: ({ text }: Loss): Refusal => refusal(`Sejak pratinjau ada lagi yang akan hilang: ${text.id} Lihat pratinjau sekali lagi.`, `Since the preview there is more that would be lost: ${text.en} Look at the preview once more.`),
};

const at = (due: Date | null, language: keyof Text, timeZone: string): string => (due === null ? '' : ` (${new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone }).format(due)})`);

/** What would not be as before. */
export const Lost = {
  field: ({ id, name }: { readonly id: string; readonly name: string }, { field, label, why }: Misfit): Loss => {
    const [indonesian, english] = why === 'gone' ? ['tidak ada lagi pada formulir versi tujuan', 'has no place in the other version’s form'] : ['tidak lagi menerima isinya pada formulir versi tujuan', 'does not take its value in the other version’s form'];
    return {
      key: `field ${id} ${field}`,
      text: { id: `Tugas “${name}”: isian “${label.id}” ${indonesian}. Yang sudah diketik disimpan sebagai catatan di samping formulir.`, en: `Task “${name}”: the field “${label.en}” ${english}. What was typed is kept as a note beside the form.` },
    };
  },
  timer: ({ instanceId, elementId, due }: RunningTimer, name: string, zone: string): Loss => ({
    key: `timer ${instanceId} ${elementId}`,
    text: { id: `Batas waktu “${name}”${at(due, 'id', zone)} tidak ada lagi dalam versi tujuan dan tidak akan berlaku.`, en: `The deadline “${name}”${at(due, 'en', zone)} is no longer in the other version and will not take effect.` },
  }),
  part: (instanceId: string, elementId: string, name: string): Loss => ({
    key: `part ${instanceId} ${elementId}`,
    text: { id: `Bagian “${name}” tidak ada lagi dalam versi tujuan: nilai yang hanya berlaku di dalamnya hilang.`, en: `The part “${name}” is no longer in the other version: values that hold only inside it are lost.` },
  }),
};

/** A called part that ends on its own version. */
export const stays = (name: string): Text => ({ id: `Bagian “${name}” tidak ada dalam versi tujuan dan diselesaikan menurut versi sekarang.`, en: `The part “${name}” is not in the other version and ends by the present one.` });
