import { Problem } from '../../../sdk/index.js';

/** What somebody can get wrong who delegates his tasks. */
export const DelegationProblem = {
  notYours: () => new Problem('role-not-yours', 422, {
    id: 'Anda hanya dapat mendelegasikan peran yang Anda pegang sendiri; peran sebagai pengganti tidak dapat diteruskan. Pilih peran Anda sendiri.',
    en: 'You can delegate only a role that you hold yourself; what you hold for another cannot be passed on. Choose a role of your own.',
  }),
  notColleague: () => new Problem('not-a-colleague', 422, {
    id: 'Pilih rekan lain yang aktif dari instansi Anda sendiri.',
    en: 'Choose another active person of your own office.',
  }),
  holdsIt: () => new Problem('colleague-holds-role', 422, {
    id: 'Rekan ini sudah memegang peran itu, jadi sudah dapat mengerjakan tugasnya. Lepas saja tugas yang sedang Anda pegang.',
    en: 'This colleague holds that role already and can do its tasks. Just give back the tasks that you hold.',
  }),
  delegated: (name: string, from: string, until: string) => new Problem('delegated-already', 409, {
    id: `Peran ini sudah Anda delegasikan kepada ${name} dari ${from} sampai ${until}. Akhiri yang itu dahulu, atau pilih hari lain.`,
    en: `You have delegated this role to ${name} from ${from} to ${until} already. End that one first, or choose other days.`,
  }),
};
