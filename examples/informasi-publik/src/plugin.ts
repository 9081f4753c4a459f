import './procedures.generated.js';
import { Module } from '@nestjs/common';
import { definePlugin } from 'tertib';
import { AnswerHandlers } from './answers.handlers.js';
import { DeadlineHandlers } from './deadlines.handlers.js';
import { RegisterController } from './register.controller.js';
import { RequestEntity } from './requests.entity.js';
import { RequestForms } from './requests.forms.js';
import { InformasiPublik1764300000000 } from './requests.migration.js';
import { Requests } from './requests.js';

@Module({ controllers: [RegisterController], providers: [Requests, RequestForms, AnswerHandlers, DeadlineHandlers] })
class InformasiPublikModule {}

/** Requests for public information under UU 14/2008: from the desk of the PPID to the answer, and to the objection. */
export const InformasiPublik = definePlugin({
  name: 'informasi-publik',
  module: InformasiPublikModule,
  entities: [RequestEntity],
  migrations: [InformasiPublik1764300000000],
  procedures: ['informasi-publik'],
  // The folder that holds bpmn/, forms/ and letters/.
  resources: new URL('../', import.meta.url),
  roles: {
    'petugas-ppid': { title: { id: 'Petugas layanan informasi', en: 'Information desk' } },
    ppid: { title: { id: 'PPID', en: 'Information officer (PPID)' } },
    'atasan-ppid': { title: { id: 'Atasan PPID', en: 'Superior of the PPID' } },
  },
  permissions: {
    'informasi-publik.lihat-register': {
      title: { id: 'Lihat register permohonan informasi', en: 'See the register of information requests' },
      description: { id: 'Melihat semua permohonan dengan nama pemohon dan sisa waktunya, dan laporan tahunan.', en: 'Sees every request with its applicant and the days left, and the annual report.' },
      roles: ['petugas-ppid', 'ppid', 'atasan-ppid'],
    },
    'informasi-publik.terima-keberatan': {
      title: { id: 'Terima keberatan', en: 'Take an objection' },
      description: { id: 'Membuka pencatatan keberatan atas suatu permohonan.', en: 'Opens the recording of an objection to a request.' },
      roles: ['petugas-ppid'],
    },
  },
  screens: {
    folder: new URL('screens/', import.meta.url),
    pages: {
      register: { title: { id: 'Register permohonan', en: 'Information requests' }, icon: 'list', permission: 'informasi-publik.lihat-register' },
      laporan: { title: { id: 'Laporan informasi publik', en: 'Information report' }, icon: 'chart', permission: 'informasi-publik.lihat-register' },
    },
  },
});
