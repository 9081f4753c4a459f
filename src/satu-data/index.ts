import { definePlugin } from 'tertib';
import { auditActions } from './access/audit-actions.js';
import { permissions } from './access/permissions.js';
import { roles } from './access/roles.js';
import { collection } from './collection.js';
import { dissemination } from './dissemination.js';
import { METADATA_FORMS } from './metadata/metadata-forms.js';
import { GSBPM, GSBPM_PROPERTY } from './evidence/gsbpm.js';
import { reviewing } from './reviewing.js';
import { SatuDataModule } from './satu-data.module.js';
import './procedures.generated.js';

/** The statistics application that Tertib ships with: handlers, form rules, tables and the portal. */
export const SatuData = definePlugin({
  name: 'satu-data',
  module: SatuDataModule,
  entities: [...collection.entities, ...dissemination.entities, ...reviewing.entities],
  migrations: [...collection.migrations, ...dissemination.migrations, ...reviewing.migrations],
  procedures: ['pengelolaan-data', 'penyampaian-data', 'pengolahan-dataset'],
  // `bpmn/`, `forms/` and `letters/` lie at the root of the package.
  resources: new URL('../../', import.meta.url),
  roles,
  permissions,
  auditActions,
  stepProperties: { [GSBPM_PROPERTY]: { title: { id: 'Subproses GSBPM', en: 'GSBPM sub-process' }, values: GSBPM } },
  screens: {
    folder: new URL('screens/', import.meta.url),
    title: { id: 'Satu Data', en: 'Satu Data' },
    pages: {
      board: { title: { id: 'Papan data', en: 'Data board' }, permission: 'satu-data.see-board' },
      'leader-links': { title: { id: 'Tautan pimpinan', en: 'Leader links' }, permission: 'satu-data.send-leader-link' },
      'data-list/:caseId': { title: { id: 'Daftar data', en: 'Data list' }, icon: 'list', permission: 'satu-data.see-list', from: 'case', forms: ['daftar-data', 'koreksi', 'pemeriksaan-permintaan'], replaces: { 'daftar-data': ['daftar'] } },
      'board/:caseId': { title: { id: 'Papan data', en: 'Data board' }, permission: 'satu-data.see-board', from: 'case' },
      metadata: { title: { id: 'Metadata', en: 'Metadata' }, icon: 'book' },
      'metadata/:id': { title: { id: 'Metadata', en: 'Metadata' }, icon: 'book', fills: METADATA_FORMS },
      'metadata/new/:kind': { title: { id: 'Metadata baru', en: 'New metadata' }, icon: 'book', permission: 'satu-data.keep-metadata', fills: METADATA_FORMS },
      'metadata/copy/:id': { title: { id: 'Salinan metadata', en: 'Copy of metadata' }, icon: 'book', permission: 'satu-data.keep-metadata', fills: METADATA_FORMS },
      'code-lists': { title: { id: 'Daftar kode', en: 'Code lists' }, icon: 'list', permission: 'satu-data.see-code-lists' },
      'code-lists/:scheme': { title: { id: 'Daftar kode', en: 'Code lists' }, icon: 'list', permission: 'satu-data.see-code-lists' },
      review: { title: { id: 'Pemeriksaan BPS', en: 'Review by BPS' }, icon: 'bank', permission: 'satu-data.see-review' },
      'review/:caseId': { title: { id: 'Pemeriksaan BPS', en: 'Review by BPS' }, icon: 'bank', permission: 'satu-data.see-review', from: 'case', forms: ['kelayakan'] },
      'review/table/:datasetId': { title: { id: 'Tabel yang diperiksa', en: 'Table under review' }, icon: 'list' },
      questions: { title: { id: 'Tanya jawab', en: 'Questions' }, icon: 'mail', permission: 'satu-data.discuss-data' },
      'deliveries/:caseId': { title: { id: 'Ruang penyampaian', en: 'Delivery room' }, icon: 'inbox', permission: 'satu-data.see-deliveries', from: 'case', forms: ['penyampaian-data', 'validasi-pimpinan', 'verifikasi'] },
      'deliveries/:caseId/:requestId': { title: { id: 'Ruang penyampaian', en: 'Delivery room' }, icon: 'inbox', permission: 'satu-data.see-deliveries' },
      'evidence/:caseId': { title: { id: 'Bukti EPSS', en: 'EPSS evidence' }, icon: 'archive', permission: 'satu-data.see-evidence', from: 'case' },
      rules: { title: { id: 'Aturan pemeriksaan', en: 'Rules of verification' }, icon: 'list', permission: 'satu-data.keep-rules' },
      boundaries: { title: { id: 'Batas wilayah', en: 'Boundaries' }, icon: 'world', permission: 'satu-data.keep-boundaries' },
      'analysis/:datasetId': { title: { id: 'Analisis', en: 'Analysis' }, icon: 'chart' },
      'analysis/:datasetId/:figure': { title: { id: 'Asal-usul angka', en: 'Where a figure comes from' }, icon: 'chart' },
    },
  },
});
