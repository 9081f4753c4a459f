import { definePlugin } from 'tertib';
import { permissions } from './access/permissions.js';
import { roles } from './access/roles.js';
import { collection } from './collection.js';
import { dissemination } from './dissemination.js';
import { SHIPPED_LISTS } from './reference/index.js';
import { SatuDataModule } from './satu-data.module.js';
import './procedures.generated.js';

/** The statistics application that Tertib ships with: handlers, form rules, tables and the portal. */
export const SatuData = definePlugin({
  name: 'satu-data',
  module: SatuDataModule,
  entities: [...collection.entities, ...dissemination.entities],
  migrations: [...collection.migrations, ...dissemination.migrations],
  procedures: ['pengelolaan-data', 'penyampaian-data', 'pengolahan-dataset'],
  // `bpmn/`, `forms/` and `letters/` lie at the root of the package.
  resources: new URL('../../', import.meta.url),
  codeLists: SHIPPED_LISTS,
  roles,
  permissions,
  screens: {
    folder: new URL('screens/', import.meta.url),
    pages: {
      board: { title: { id: 'Papan data', en: 'Data board' }, permission: 'satu-data.see-board' },
      'leader-links': { title: { id: 'Tautan pimpinan', en: 'Leader links' }, permission: 'satu-data.send-leader-link' },
      'data-list/:caseId': { title: { id: 'Daftar data', en: 'Data list' }, icon: 'list', permission: 'satu-data.see-list', from: 'case', forms: ['daftar-data', 'koreksi', 'pemeriksaan-permintaan'] },
      'board/:caseId': { title: { id: 'Papan data', en: 'Data board' }, permission: 'satu-data.see-board', from: 'case' },
      boundaries: { title: { id: 'Batas wilayah', en: 'Boundaries' }, icon: 'world', permission: 'satu-data.keep-boundaries' },
      'analysis/:datasetId': { title: { id: 'Analisis', en: 'Analysis' }, icon: 'chart' },
      'analysis/:datasetId/:figure': { title: { id: 'Asal-usul angka', en: 'Where a figure comes from' }, icon: 'chart' },
    },
  },
});
