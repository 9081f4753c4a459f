import { Problem } from '../../../sdk/index.js';

/** What stands in the way of seeing as somebody, or of doing something meanwhile. */
export const ViewingProblem = {
  readOnly: (name: string) => new Problem('read-only-view', 403, {
    id: `Anda sedang melihat sebagai ${name}: hanya melihat, tidak ada yang dapat diubah. Akhiri dahulu lewat tombol di atas halaman.`,
    en: `You are seeing as ${name}: looking only, nothing can be changed. End it first with the button at the top of the page.`,
  }),
  over: () => new Problem('view-over', 403, {
    id: 'Waktu melihat sebagai orang lain sudah habis. Muat ulang halaman untuk kembali sebagai diri sendiri.',
    en: 'The time of seeing as somebody else is over. Load the page again to be yourself.',
  }),
  noSuchPerson: () => new Problem('no-such-person', 422, { id: 'Pengguna itu tidak ada atau tidak aktif.', en: 'There is no such active person.' }),
  yourself: () => new Problem('that-is-you', 422, { id: 'Itu akun Anda sendiri.', en: 'That is your own account.' }),
  administrator: () => new Problem('not-as-administrator', 403, {
    id: 'Administrator lain tidak dapat dilihat seperti ini. Haknya tertulis pada halaman Hak.',
    en: 'Nobody sees as another administrator. What they may do is on the page of their access.',
  }),
};
