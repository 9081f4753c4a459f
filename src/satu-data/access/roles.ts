import type { PluginRole } from 'tertib';

/** The actors of the procedure. */
export const roles: Readonly<Record<string, PluginRole>> = {
  kadis: { title: { id: 'Kepala Dinas', en: 'Head of the office' } },
  kabid: { title: { id: 'Kepala Bidang', en: 'Head of division' } },
  kasi: { title: { id: 'Kepala Seksi', en: 'Head of section' } },
  staf: { title: { id: 'Staf', en: 'Staff' } },
  bps: { title: { id: 'BPS (pembina data)', en: 'Statistics office (BPS)' }, offices: ['bps'] },
  operator: { title: { id: 'Operator produsen data', en: "Data producer's operator" }, offices: ['produsen'] },
  pimpinan: { title: { id: 'Pimpinan produsen data', en: "Data producer's leader" }, offices: ['produsen'] },
};
