import type { Office } from 'tertib';
import { rowOf } from '../datasets/data-list.js';
import { DEMO_DATASETS } from './demo-datasets.js';

/** Rows for the producers that exist, for a demonstration or a rehearsal that has no period to carry over from. */
export function exampleRows(offices: readonly Pick<Office, 'id' | 'code' | 'name'>[]): Record<string, unknown>[] {
  return DEMO_DATASETS.flatMap((one) => {
    const office = offices.find(({ code, name }) => one.producer.test(`${code} ${name}`));
    if (!office) return [];
    const { title, definition, unit, schedule, method, dataPeriod, code, indicators } = one;
    return [rowOf({
      id: null, code, title, definition, unit, schedule, method, dataPeriod, officeId: office.id, ddpCode: '-', referenceSource: null, indicatorCode: null, indicatorName: null,
      kind: 'statistik', subject: 'variabel', standardCode: null, riskClass: 'terbuka', classification: 'wilayah', contact: null, decimalMark: ',',
      variables: [...one.variables], rules: [...one.rules], indicators: [...indicators],
    })];
  });
}
