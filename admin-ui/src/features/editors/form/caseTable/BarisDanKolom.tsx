import type { FormComponent, TableSource } from '../../../../api/index.js';
import { Components, FormioField } from '../../../../shared/formio/base.js';
import { caseTableOf } from '../../../../shared/formio/fields/caseTable.js';
import { ReactField, type ViewProps } from '../../../../shared/formio/ReactField.js';
import type { EditedTable } from './columns.js';
import { TablePanel } from './TablePanel.js';

/** The panel of rows and columns as a field of the builder's dialog; it is never part of a form. */
export class BarisDanKolom extends ReactField<EditedTable> {
  static override schema(...extend: object[]): FormComponent {
    return FormioField.schema({ type: 'barisDanKolom', key: 'table', label: '' }, ...extend);
  }

  get defaultSchema(): FormComponent {
    return BarisDanKolom.schema();
  }

  get emptyValue(): EditedTable {
    return { source: '', columns: [] };
  }

  protected view({ id, value, onChange, component }: ViewProps<EditedTable>) {
    return <TablePanel id={id} value={caseTableOf({ type: '', key: '', table: value }) as EditedTable} sources={(component['sources'] ?? []) as TableSource[]} onChange={onChange} />;
  }
}

(Components as unknown as { setComponents(components: object): void }).setComponents({ barisDanKolom: BarisDanKolom });
