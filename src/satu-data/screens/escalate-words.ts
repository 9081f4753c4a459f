import { defineWords } from 'tertib/screens';

export const escalateWords = defineWords(
  {
    escalate: 'Ingatkan pimpinan',
    intro: 'Pimpinan produsen yang datanya belum masuk mendapat surel dengan daftar dataset yang ditunggu, dan melihatnya di Tugas saya. Tiap produsen paling banyak sekali sehari.',
    all: 'Untuk semua produsen yang belum menyampaikan data',
    reasonHint: 'Ditulis dalam surel, terlihat oleh pimpinan, dan dicatat.',
    send: 'Kirim',
    close: 'Tutup',
    told: (n: string) => `Pimpinan dari ${n} produsen diberi tahu.`,
    before: (names: string) => `Sudah diingatkan hari ini: ${names}.`,
    unreached: (names: string) => `Tidak ada akun pimpinan, maupun alamat surel pimpinan atau instansi: ${names}. Hubungi dengan cara lain, dan minta administrator melengkapinya.`,
    escalated: (when: string) => `Pimpinan diingatkan ${when}`,
  },
  {
    escalate: 'Tell the leader',
    intro: 'Leaders of producers whose data are not in get a mail with the data sets that are awaited, and see them among My tasks. Each producer at most once a day.',
    all: 'For all producers that still owe data',
    reasonHint: 'Stands in the mail, is seen by the leader, and is recorded.',
    send: 'Send',
    close: 'Close',
    told: (n: string) => `Producers whose leader was told: ${n}.`,
    before: (names: string) => `Told today already: ${names}.`,
    unreached: (names: string) => `No account of a leader, and no mail address of leader or office: ${names}. Reach them otherwise, and ask the administrator to add one.`,
    escalated: (when: string) => `Leader told ${when}`,
  },
);
