import type { FormComponent } from '../../../../api/index.js';
import { editFormWith, FormioField, type BuilderInfo } from '../../base.js';
import { ReactField, type ViewProps } from '../../ReactField.js';
import type { TableValue } from './check.js';
import { TabelDataView } from './TabelDataView.js';

/** A data set's table: from the Excel template, a CSV file, or typed in; checked at once, cell by cell. */
export class TabelData extends ReactField<TableValue> {
  static override schema(...extend: object[]): FormComponent {
    return FormioField.schema({ type: 'tabelData', label: 'Tabel data', key: 'data', datasetKey: 'datasetId' }, ...extend);
  }

  static get builderInfo(): BuilderInfo {
    return { title: 'Data table', group: 'tertib', icon: 'grid', weight: 20, schema: TabelData.schema() };
  }

  static editForm(...extend: object[][]) {
    return editFormWith([
      { type: 'textfield', key: 'datasetKey', label: 'Field that holds the data set code', input: true, weight: 1 },
    ], extend);
  }

  get defaultSchema(): FormComponent {
    return TabelData.schema();
  }

  get emptyValue(): TableValue {
    return {};
  }

  isEmpty(value: unknown = this.dataValue): boolean {
    const table = value as TableValue | null | undefined;
    return !table?.fileId && !table?.rows?.length;
  }

  protected view(props: ViewProps<TableValue>) {
    return <TabelDataView {...props} />;
  }
}
