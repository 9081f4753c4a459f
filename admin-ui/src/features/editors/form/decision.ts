import type { FormComponent } from '../../../api/index.js';
import { eachComponent } from '../../../shared/formio/prepare.js';

const KEY = 'keputusan';
const choice = (value: string, label: string, english: string) => ({ value, label, english });
const on = (value: string) => ({ component: KEY, operator: 'isEqual', value });

/**
 * A decision and its reason, of ordinary fields: whoever makes the form may change the choices, and the ones for which a reason is
 * asked. The reason is shown and must be given where the decision says so, on the screen and on the server.
 */
export const decision = {
  type: 'fieldset', key: 'kelompokKeputusan', legend: 'Keputusan', english: { legend: 'Decision' }, input: false, tableView: false,
  components: [
    {
      type: 'radio', key: KEY, label: 'Keputusan', english: { label: 'Decision' }, input: true, tableView: false, inline: false, processVariable: true, dataType: 'string', validate: { required: true, onlyAvailableItems: true },
      values: [choice('disetujui', 'Disetujui', 'Approved'), choice('dikembalikan', 'Dikembalikan untuk diperbaiki', 'Returned to be corrected'), choice('ditolak', 'Ditolak', 'Refused')],
    },
    {
      type: 'textarea', key: 'alasan', label: 'Alasan', english: { label: 'Reason' }, input: true, tableView: false, rows: 3, autoExpand: true, validate: { required: true, maxLength: 2_000 },
      conditional: { show: true, conjunction: 'any', conditions: [on('dikembalikan'), on('ditolak')] },
    },
  ],
};

interface Condition {
  component: string;
}

/** Where a form has the pair twice, the builder gives the second decision another name, but not the condition of its reason. */
export function reasonsFollow(components: FormComponent[]): void {
  eachComponent(components, ({ components: inside = [] }) => {
    const keys = inside.map(({ key }) => key);
    const own = inside.find(({ type, key }) => type === 'radio' && new RegExp(`^${KEY}\\d+$`).test(key))?.key;
    if (own === undefined || keys.includes(KEY)) return;
    for (const { conditional } of inside as { conditional?: { conditions?: Condition[] } }[]) {
      for (const condition of conditional?.conditions ?? []) if (condition.component === KEY) condition.component = own;
    }
  });
}
