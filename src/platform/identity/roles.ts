import type { OfficeKind } from '../../sdk/index.js';

/** The actors of the shipped procedure, and the administrator. An office may rename them; the keys stay. */
export const ROLES = [
  { key: 'admin', nameId: 'Administrator', nameEn: 'Administrator' },
  { key: 'kadis', nameId: 'Kepala Dinas', nameEn: 'Head of the office' },
  { key: 'kabid', nameId: 'Kepala Bidang', nameEn: 'Head of division' },
  { key: 'kasi', nameId: 'Kepala Seksi', nameEn: 'Head of section' },
  { key: 'staf', nameId: 'Staf', nameEn: 'Staff' },
  { key: 'bps', nameId: 'BPS (pembina data)', nameEn: 'Statistics office (BPS)' },
  { key: 'operator', nameId: 'Operator produsen data', nameEn: "Data producer's operator" },
  { key: 'pimpinan', nameId: 'Pimpinan produsen data', nameEn: "Data producer's leader" },
] as const;

export type RoleKey = (typeof ROLES)[number]['key'];
export const ROLE_KEYS = ROLES.map(({ key }) => key) as [RoleKey, ...RoleKey[]];

/** Where each role can be held; null: without an office. What a person may see follows from the office's kind, so the two must agree. */
export const OFFICES_OF_ROLE: Readonly<Record<RoleKey, readonly (OfficeKind | null)[]>> = {
  admin: ['walidata', null],
  kadis: ['walidata', null],
  kabid: ['walidata', null],
  kasi: ['walidata', null],
  staf: ['walidata', null],
  bps: ['bps'],
  operator: ['produsen'],
  pimpinan: ['produsen'],
};
