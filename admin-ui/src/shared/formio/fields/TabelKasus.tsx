import type { FormComponent } from '../../../api/index.js';
import { useT } from '../../i18n/index.js';
import { editFormWith, FormioField, type BuilderInfo } from '../base.js';
import { ReactField, type ViewProps } from '../ReactField.js';
import { words } from '../words.js';
import { CaseInput, CaseText } from './CaseCell.js';
import { caseTableOf, type CaseColumn, type Row } from './caseTable.js';

/** Right below each other, figures are compared at their last digit. */
const side = ({ format }: CaseColumn): string | undefined => (format === 'number' || format === 'money' ? 'text-md-end' : undefined);

function TabelKasusView({ component, value, onChange, disabled, say }: ViewProps<Row[]>) {
  const t = useT(words);
  const { columns } = caseTableOf(component);
  const rows = Array.isArray(value) ? value : [];
  if (rows.length === 0 && columns.length === 0) return <p className="text-secondary mb-0">{t.emptyTable}</p>;
  const put = (at: number, key: string, cell: unknown) => onChange(rows.map((row, index) => (index === at ? { ...row, [key]: cell } : row)));
  return (
    <div className="table-responsive border rounded" tabIndex={0} role="region" aria-label={say(component.label ?? '')}>
      <table className="table table-sm table-vcenter mb-0 tertib-case-table">
        <thead><tr><th scope="col">{t.rowNumber}</th>{columns.map((column) => <th key={column.key} scope="col" className={side(column)}>{say(column.label)}{column.fill && column.required ? <span className="text-danger"> *</span> : null}</th>)}</tr></thead>
        <tbody>
          {rows.length === 0 ? <tr><td colSpan={columns.length + 1} className="text-secondary">{t.emptyTable}</td></tr> : null}
          {rows.map((row, index) => (
            <tr key={index}>
              <th scope="row" className="fw-normal">{index + 1}</th>
              {columns.map((column) => (
                <td key={column.key} className={side(column)}>
                  <span className="tertib-cell-title" aria-hidden>{say(column.label)}{column.fill && column.required ? ' *' : ''}</span>
                  {column.fill && !disabled
                    ? <CaseInput column={column} label={t.cell(say(column.label), index + 1)} value={row[column.key]} onChange={(cell) => put(index, column.key, cell)} />
                    : <span><CaseText column={column} value={row[column.key]} /></span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Rows that the case brings, from an earlier form or a process variable: read, and completed where a column is to be filled in. */
export class TabelKasus extends ReactField<Row[]> {
  static override schema(...extend: object[]): FormComponent {
    return FormioField.schema({ type: 'tabelKasus', label: 'Tabel', key: 'tabel', table: { source: '', columns: [] } }, ...extend);
  }

  static get builderInfo(): BuilderInfo {
    return { title: 'Table from earlier entries', group: 'tertib', icon: 'table', weight: 31, schema: TabelKasus.schema() };
  }

  static editForm(...extend: object[][]) {
    return editFormWith([], extend);
  }

  get defaultSchema(): FormComponent {
    return TabelKasus.schema();
  }

  get emptyValue(): Row[] {
    return [];
  }

  protected view(props: ViewProps<Row[]>) {
    return <TabelKasusView {...props} />;
  }
}
