import type { FormComponent, TableSource } from '../../../../api/index.js';
import { eachComponent } from '../../../../shared/formio/prepare.js';
import { caseTableOf, type CaseColumn, type CaseTable } from '../../../../shared/formio/fields/caseTable.js';

/** A column while the builder has it: its English beside it. */
export interface EditedColumn extends CaseColumn {
  english?: string;
}
export interface EditedTable extends CaseTable {
  columns: EditedColumn[];
}

/** All columns of a source, to be read, called as they are there. */
export const columnsOf = ({ columns }: TableSource): EditedColumn[] =>
  columns.map(({ key, label, format }) => ({ key, from: key, label: label.id, ...(label.en === label.id ? {} : { english: label.en }), format }));

/** Another column of the same place: what it is filled from. What it is called stays where somebody has written it. */
export function takenFrom(column: EditedColumn, source: TableSource | undefined, from: string): EditedColumn {
  const found = source?.columns.find(({ key }) => key === from);
  const { from: _from, ...rest } = column;
  if (!found) return { ...rest, fill: true };
  return { ...rest, from, format: found.format, ...(column.label ? {} : { label: found.label.id, english: found.label.en }) };
}

const nameOf = (label: string): string =>
  label.normalize('NFD').replaceAll(/[^\p{L}\p{N} ]/gu, '').trim().split(/\s+/).map((word, index) => (index === 0 ? word.toLowerCase() : `${word.slice(0, 1).toUpperCase()}${word.slice(1).toLowerCase()}`)).join('').replaceAll(/[^A-Za-z0-9]/g, '').replace(/^\d+/, '').slice(0, 50);

/** Each column has a name that nothing else in the form has. */
export function nameColumns(components: FormComponent[]): void {
  const taken = new Set<string>();
  eachComponent(components, ({ key }) => taken.add(key));
  eachComponent(components, (component) => {
    if (component.type !== 'tabelKasus') return;
    const { source, columns } = caseTableOf(component);
    component['table'] = {
      source,
      columns: columns.map((column) => {
        const wanted = column.key || column.from || nameOf(column.label) || 'kolom';
        let key = wanted;
        for (let count = 2; taken.has(key); count += 1) key = `${wanted}${count}`;
        taken.add(key);
        return { ...column, key };
      }),
    };
  });
}
