import { caseTableOf } from '../case-table.js';
import type { FormComponent } from '../form-definition.js';
import type { FormFinding } from '../form-policy.js';

/** What keeps a table from having rows that anybody could read or fill. */
export function unfitTable(component: FormComponent): FormFinding[] {
  const { source, columns } = caseTableOf(component);
  const name = component.label || component.key;
  const unfit = (id: string, en: string): FormFinding => ({ code: 'component-options', component: component.key, message: { id: `“${name}”: ${id}`, en: `“${name}”: ${en}` } });
  if (source === '') return [unfit('pilih dari mana barisnya diambil.', 'choose where its rows come from.')];
  if (columns.length === 0) return [unfit('pilih sedikitnya satu kolom.', 'choose at least one column.')];
  const untitled = columns.filter(({ label }) => !label);
  const nobody = columns.filter(({ from, fill }) => !from && fill !== true);
  return [
    ...(untitled.length > 0 ? [unfit('beri judul untuk setiap kolom.', 'give each column a title.')] : []),
    ...nobody.map(({ label, key }) => unfit(`kolom “${label || key}” tidak diambil dari mana pun dan tidak dapat diisi. Pilih asalnya, atau izinkan pengisian.`, `the column “${label || key}” is taken from nowhere and cannot be filled in. Choose where it comes from, or let people fill it in.`)),
  ];
}
