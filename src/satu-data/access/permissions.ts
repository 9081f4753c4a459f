import type { PluginPermission } from 'tertib';

/** What is not a task of the diagram, and so not given to a role there. */
export const permissions: Readonly<Record<string, PluginPermission>> = {
  'satu-data.see-board': {
    title: { id: 'Lihat papan data', en: 'See the data board' },
    description: { id: 'Melihat keadaan semua dataset dari semua produsen dalam satu periode.', en: 'Sees the state of every data set of every producer in a period.' },
    roles: ['kasi', 'kabid', 'kadis', 'staf', 'admin'],
  },
  'satu-data.extend-deadline': {
    title: { id: 'Perpanjang batas waktu', en: 'Extend deadlines' },
    description: { id: 'Memberi produsen waktu lebih untuk menyampaikan data.', en: 'Gives producers more time to deliver their data.' },
    roles: ['kasi'],
  },
};
