import type { FormComponent } from '../../../api/index.js';
import { useT } from '../../i18n/index.js';
import { ADMIN } from '../../place.js';
import { editFormWith, FormioField, type BuilderInfo } from '../base.js';
import { ReactField, type ViewProps } from '../ReactField.js';
import { words } from '../words.js';
import { ROW_KEY, shownIn } from './ofRow.js';

type Row = Record<string, unknown>;
interface Column {
  key: string;
  label: string;
}

function cellText(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (Array.isArray(value)) return value.map(cellText).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** A cell may lead to another screen; only to one of ours. */
interface Leading {
  teks: string;
  tautan: string;
}
const leads = (value: unknown): value is Leading => typeof value === 'object' && value !== null && 'teks' in value && 'tautan' in value && typeof value.tautan === 'string' && /^\/[^/\\]/.test(value.tautan);

function Cell({ value, say }: { value: unknown; say: (text: string) => string }) {
  return leads(value) ? <a href={`${ADMIN}${value.tautan}`} target="_blank" rel="noreferrer">{say(value.teks)}</a> : <>{say(cellText(value))}</>;
}

/** Right below each other, figures are compared at their last digit. */
const holdsFigures = (rows: readonly Row[], { key }: Column): boolean => rows.some((row) => typeof row[key] === 'number') && rows.every((row) => typeof (row[key] ?? 0) === 'number' || row[key] === '');

/** What stands in the way of whoever reads on a telephone: more than two columns, which there are below each other; many, which are figures and short, in a line each. */
const onTelephone = ({ length }: readonly Column[]): string => (length < 3 ? '' : length < 5 ? ' tertib-stacked' : ' tertib-stacked tertib-lines');

/** A word before each value, one below the other; what is not there is left out. */
function AsText({ rows, columns, say }: { rows: readonly Row[]; columns: readonly Column[]; say: (text: string) => string }) {
  return rows.map((row, index) => (
    <dl key={index} className="tertib-as-text small mb-0">
      {columns.filter(({ key }) => (row[key] ?? '') !== '').map(({ key, label }) => <div key={key}><dt>{say(label)}</dt><dd><Cell value={row[key]} say={say} /></dd></div>)}
    </dl>
  ));
}

function ReadonlyTableView(props: ViewProps<Row[]>) {
  const { component, say } = props;
  const t = useT(words);
  const rows = shownIn(props);
  const given = component['columns'] as unknown as Column[] | undefined;
  const columns = given?.length ? given : Object.keys(rows[0] ?? {}).map((key) => ({ key, label: key }));
  if (!rows.length) return <p className={`text-secondary mb-0 ${component['hideEmpty'] === true ? 'nothing' : ''}`}>{t.emptyTable}</p>;
  if (component['asText'] === true) return <AsText rows={rows} columns={columns} say={say} />;
  const side = new Map(columns.filter((column) => holdsFigures(rows, column)).map(({ key }) => [key, 'text-end']));
  const numbered = component['numbered'] === true;
  return (
    <div className="table-responsive border rounded tertib-rows" tabIndex={0} role="region" aria-label={say(component.label ?? '')}>
      <table className={`table table-sm table-vcenter mb-0 tertib-readonly${onTelephone(columns)}`}>
        <thead><tr>{numbered ? <th scope="col">{t.rowNumber}</th> : null}{columns.map((column) => <th key={column.key} scope="col" className={side.get(column.key)}>{say(column.label)}</th>)}</tr></thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>{numbered ? <th scope="row" className="fw-normal">{index + 1}</th> : null}{columns.map((column) => <td key={column.key} data-label={say(column.label)} className={side.get(column.key)}><Cell value={row[column.key]} say={say} /></td>)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Rows that the server puts under the form; shown, never stored. */
export class ReadonlyTable extends ReactField<Row[]> {
  static override schema(...extend: object[]): FormComponent {
    return FormioField.schema({ type: 'readonlyTable', label: 'Tabel', key: 'tabel', columns: [], persistent: false }, ...extend);
  }

  static get builderInfo(): BuilderInfo {
    return { title: 'Table (read only)', group: 'tertib', icon: 'table', weight: 30, schema: ReadonlyTable.schema() };
  }

  static editForm(...extend: object[][]) {
    return editFormWith([
      { type: 'checkbox', key: 'hideEmpty', label: 'Hide when empty', input: true, weight: 2 },
      { type: 'checkbox', key: 'numbered', label: 'Number the rows', input: true, weight: 3 },
      { type: 'checkbox', key: 'asText', label: 'Show as text', input: true, weight: 4 },
      ROW_KEY,
      {
        type: 'datagrid', key: 'columns', label: 'Columns', input: true, weight: 1, addAnother: 'Add a column',
        components: [
          { type: 'textfield', key: 'key', label: 'Property Name', input: true },
          { type: 'textfield', key: 'label', label: 'Column title', input: true },
        ],
      },
    ], extend);
  }

  get defaultSchema(): FormComponent {
    return ReadonlyTable.schema();
  }

  get emptyValue(): Row[] {
    return [];
  }

  protected view(props: ViewProps<Row[]>) {
    return <ReadonlyTableView {...props} />;
  }
}
