import { defineWords } from 'tertib/screens';

export const escalateWords = defineWords(
  {
    escalate: 'Ingatkan pimpinan',
    intro: 'Pimpinan produsen yang datanya belum masuk mendapat surel dengan daftar dataset yang ditunggu. Tiap produsen paling banyak sekali sehari.',
    all: 'Untuk semua produsen yang masih berutang data',
    reasonHint: 'Ditulis dalam surel dan dicatat.',
    send: 'Kirim',
    close: 'Tutup',
    told: (n: string) => `Surel dikirim kepada pimpinan dari ${n} produsen.`,
    before: (names: string) => `Sudah diingatkan hari ini: ${names}.`,
    unreached: (names: string) => `Tidak ada alamat surel pimpinan maupun instansi: ${names}. Hubungi dengan cara lain, dan minta administrator melengkapi alamatnya.`,
    escalated: (when: string) => `Pimpinan diingatkan ${when}`,
  },
  {
    escalate: 'Tell the leader',
    intro: 'Leaders of producers whose data are not in get a mail with the data sets that are awaited. Each producer at most once a day.',
    all: 'For all producers that still owe data',
    reasonHint: 'Stands in the mail and in the record.',
    send: 'Send',
    close: 'Close',
    told: (n: string) => `Mails sent to leaders of producers: ${n}.`,
    before: (names: string) => `Told today already: ${names}.`,
    unreached: (names: string) => `Neither leader nor office has a mail address: ${names}. Reach them otherwise, and ask the administrator to add an address.`,
    escalated: (when: string) => `Leader told ${when}`,
  },
);
