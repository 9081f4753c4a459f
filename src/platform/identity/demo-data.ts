import type { OfficeKind } from '../../sdk/index.js';

/** Offices of a demonstration. They exist; the people are invented and say so. */
export const DEMO_OFFICES: readonly { code: string; name: string; kind: OfficeKind; email: string }[] = [
  { code: 'DISKOMINFO', name: 'Dinas Komunikasi dan Informatika', kind: 'walidata', email: 'diskominfo@contoh.example' },
  { code: 'BPS1507', name: 'BPS Kabupaten Tanjung Jabung Barat', kind: 'bps', email: 'bps1507@contoh.example' },
  { code: 'DUKCAPIL', name: 'Dinas Kependudukan dan Pencatatan Sipil', kind: 'produsen', email: 'dukcapil@contoh.example' },
  { code: 'DINKES', name: 'Dinas Kesehatan', kind: 'produsen', email: 'dinkes@contoh.example' },
  { code: 'DISDIK', name: 'Dinas Pendidikan dan Kebudayaan', kind: 'produsen', email: 'disdik@contoh.example' },
];

/** By whom a demonstration is known. */
export const DEMO_ADMIN = 'admin.demo';

export const DEMO_PEOPLE: readonly { username: string; name: string; title: string; office: string; roles: readonly string[] }[] = [
  { username: DEMO_ADMIN, name: 'Administrator (contoh)', title: 'Administrator', office: 'DISKOMINFO', roles: ['admin'] },
  { username: 'kadis', name: 'Kepala Dinas (contoh)', title: 'Kepala Dinas', office: 'DISKOMINFO', roles: ['kadis'] },
  { username: 'kabid', name: 'Kepala Bidang (contoh)', title: 'Kepala Bidang TIK dan Persandian', office: 'DISKOMINFO', roles: ['kabid'] },
  { username: 'kasi', name: 'Kepala Seksi (contoh)', title: 'Kepala Seksi Pengelolaan Data Statistik', office: 'DISKOMINFO', roles: ['kasi'] },
  { username: 'staf', name: 'Staf Statistik (contoh)', title: 'Staf', office: 'DISKOMINFO', roles: ['staf'] },
  { username: 'bps', name: 'Pemeriksa BPS (contoh)', title: 'Statistisi', office: 'BPS1507', roles: ['bps'] },
  ...['DUKCAPIL', 'DINKES', 'DISDIK'].flatMap((office) => [
    { username: `operator.${office.toLowerCase()}`, name: `Operator ${office} (contoh)`, title: 'Operator data', office, roles: ['operator'] },
    { username: `pimpinan.${office.toLowerCase()}`, name: `Pimpinan ${office} (contoh)`, title: 'Kepala Dinas', office, roles: ['pimpinan'] },
  ]),
];

export const DEMO_SETTINGS = {
  'office.name': 'Dinas Komunikasi dan Informatika Kabupaten Tanjung Jabung Barat',
  timezone: 'Asia/Jakarta',
  letterhead: {
    government: 'Pemerintah Kabupaten Tanjung Jabung Barat',
    office: 'Dinas Komunikasi dan Informatika',
    address: 'Alamat kantor (contoh), Kuala Tungkal',
    contact: 'diskominfo@contoh.example',
    place: 'Kuala Tungkal',
    logo: '',
  },
  signers: [{ key: 'kadis', name: 'Nama Kepala Dinas (contoh)', title: 'Kepala Dinas Komunikasi dan Informatika', rank: '', nip: '000000000000000000', prefix: '', onBehalfOf: '' }],
  'letters.requireSigned': false,
};
