import { Problem, type OfficeKind, type Text } from '../../sdk/index.js';
import type { KnownRole } from './access-registry.js';

const PLACES: Record<OfficeKind | 'none', Text> = {
  walidata: { id: 'kantor walidata', en: 'the data custodian (walidata)' },
  produsen: { id: 'kantor produsen data', en: "a data producer's office" },
  bps: { id: 'kantor BPS', en: 'the statistics office (BPS)' },
  none: { id: 'tanpa kantor', en: 'no office' },
};

const places = (kinds: readonly (OfficeKind | null)[], language: keyof Text): string => kinds.map((kind) => PLACES[kind ?? 'none'][language]).join(language === 'id' ? ' atau ' : ' or ');

/** What an administrator can get wrong about offices and people. */
export const DirectoryProblem = {
  taken: (what: string) => new Problem('already-exists', 409, { id: `"${what}" sudah dipakai.`, en: `"${what}" is taken already.` }),
  unknownOffice: () => new Problem('unknown-office', 422, { id: 'Instansi itu tidak ada.', en: 'There is no such office.' }),
  officeInUse: () => new Problem('office-in-use', 409, {
    id: 'Kode dan jenis instansi tidak dapat diubah setelah ada orang di dalamnya. Nonaktifkan instansi ini dan buat yang baru.',
    en: 'Code and kind of an office stay once people belong to it. Deactivate this office and create a new one.',
  }),
  lastAdministrator: () => new Problem('last-administrator', 422, { id: 'Harus tetap ada satu administrator aktif.', en: 'One active administrator must remain.' }),
  unknownRole: (key: string, known: readonly string[]) => new Problem('unknown-role', 422, {
    id: `Peran "${key}" tidak ada. Pilih dari ${known.join(', ')}.`,
    en: `There is no role "${key}". Choose from ${known.join(', ')}.`,
  }),
  roleNotHere: ({ key, title, offices }: KnownRole, kind: OfficeKind | null) => new Problem('role-not-here', 422, {
    id: `Peran "${title.id}" (${key}) hanya untuk ${places(offices, 'id')}, bukan ${places([kind], 'id')}.`,
    en: `The role "${title.en}" (${key}) belongs to ${places(offices, 'en')}, not ${places([kind], 'en')}.`,
  }),
};
