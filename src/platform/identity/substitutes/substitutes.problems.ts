import { Problem } from '../../../sdk/index.js';

/** What an administrator can get wrong about substitutes. */
export const SubstituteProblem = {
  noSuchPerson: () => new Problem('no-such-person', 422, { id: 'Pengguna itu tidak ada atau tidak aktif. Pilih pengguna lain.', en: 'There is no such active person. Choose another one.' }),
  administrator: () => new Problem('administrator-has-no-substitute', 422, {
    id: 'Administrator tidak digantikan dengan tanggal. Beri peran Administrator kepada akun lain pada halaman Pengguna.',
    en: 'An administrator has no dated substitute. Give the role Administrator to another account on the page People.',
  }),
  ownRole: () => new Problem('role-held-already', 422, { id: 'Pengguna ini sudah memegang peran itu. Pilih peran atau pengguna lain.', en: 'This person holds that role already. Choose another role or person.' }),
  wrongDays: () => new Problem('wrong-days', 422, { id: 'Hari terakhir harus hari ini atau sesudahnya, dan tidak sebelum hari pertama.', en: 'The last day must be today or later, and not before the first day.' }),
  overlap: (from: string, until: string) => new Problem('substitute-already', 409, {
    id: `Pengguna ini sudah ditetapkan untuk peran itu dari ${from} sampai ${until}. Akhiri yang itu dahulu, atau pilih hari lain.`,
    en: `This person has been given that role from ${from} to ${until} already. End that one first, or choose other days.`,
  }),
};
