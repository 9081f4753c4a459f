import { defineWords } from '../../shared/i18n/index.js';

export const moveWords = defineWords(
  {
    move: 'Pindahkan langkah',
    lead: 'Untuk proses yang berada di langkah yang salah. Langkah berikutnya berjalan seperti biasa dari langkah yang dipilih.',
    from: 'Dari langkah',
    to: 'Ke langkah',
    choose: 'Pilih langkah',
    what: 'Akibatnya',
    nothing: 'Tidak ada langkah yang sedang berjalan.',
    reason: 'Alasan',
    reasonHint: 'Tercatat di jejak audit, bersama akibat di atas.',
    done: 'Proses sudah dipindahkan.',
    waiting: 'Pemindahan tercatat dan dilakukan segera setelah mesin proses dapat dihubungi.',
  },
  {
    move: 'Move to another step',
    lead: 'For a process that stands at the wrong step. From the step that you choose it goes on as usual.',
    from: 'From step',
    to: 'To step',
    choose: 'Choose a step',
    what: 'What comes of it',
    nothing: 'No step is under way.',
    reason: 'Reason',
    reasonHint: 'Goes into the audit log, with what is said above.',
    done: 'The process has been moved.',
    waiting: 'The move is written down and will be done as soon as the engine can be reached.',
  },
);
