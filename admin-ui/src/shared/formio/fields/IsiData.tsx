import { useState } from 'react';
import type { CheckAnswer, Finding, FormComponent } from '../../../api/index.js';
import { useFormat, useT } from '../../i18n/index.js';
import { editFormWith, FormioField, type BuilderInfo } from '../base.js';
import { ReactField, type ViewProps } from '../ReactField.js';
import { words } from '../words.js';
import { ROW_KEY, shownIn } from './ofRow.js';
import type { TableColumn, TableRow } from './tabel/check.js';
import { Findings } from './tabel/Findings.js';
import { Grid } from './tabel/Grid.js';
import { ADMIN, API } from '../../place.js';

/** A table as it was delivered; long ones in part, with the file itself to look further. */
interface Delivered {
  nama: string;
  fileId: string | null;
  columns: TableColumn[];
  rows: TableRow[];
  rowNumbers: number[];
  rowCount: number;
  findings: Finding[];
  /** What codes are called, by column. */
  titles?: CheckAnswer['titles'];
  /** The report of findings, by its address in the API without the ending: as PDF, and as a workbook with their cells marked. */
  report?: string | null;
  /** A page of the application on which the table is talked about, cell by cell. */
  discuss?: string | null;
}

/** Many tables have many cells: they are drawn when somebody looks. */
function Table({ table, called, label, open: isOpen }: { table: Delivered; called: string; label: string; open: boolean }) {
  const t = useT(words);
  const format = useFormat();
  const [open, setOpen] = useState(isOpen);
  const { fileId, columns, rows, rowNumbers, rowCount, findings, titles, report, discuss } = table;
  return (
    <details className="card border mb-2" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="card-body py-2"><strong>{called}</strong> <span className="text-secondary">{t.rows(rowCount)}</span></summary>
      {open ? (
        <div className="card-body pt-0">
          {findings.length ? <Findings findings={findings} columns={columns} /> : null}
          <Grid columns={columns} rows={rows} rowNumbers={rowNumbers} findings={findings} titles={titles ?? {}} label={label} />
          {rowCount > rows.length ? <p className="text-secondary small mb-0">{t.partly(format.number(rows.length), format.number(rowCount))}</p> : null}
          {fileId ? <p className="mb-0"><a className="d-inline-block py-1" href={`${API}/files/${fileId}`}>{t.uploaded}</a></p> : null}
          {discuss ? <p className="mb-0"><a className="d-inline-block py-1" href={`${ADMIN}${discuss}`} target="_blank" rel="noreferrer">{t.discuss}</a></p> : null}
          {report ? <p className="mb-0 d-flex flex-wrap column-gap-3"><a className="d-inline-block py-1" href={`${API}${report}.pdf`} target="_blank" rel="noreferrer">{t.findingsPdf}</a><a className="d-inline-block py-1" href={`${API}${report}.xlsx`}>{t.findingsBook}</a></p> : null}
        </div>
      ) : null}
    </details>
  );
}

function IsiDataView(props: ViewProps<Delivered[]>) {
  const { component, say } = props;
  const t = useT(words);
  const tables = shownIn(props);
  if (!tables.length) return <p className={`text-secondary mb-0 ${component['hideEmpty'] === true ? 'nothing' : ''}`}>{t.noRows}</p>;
  // In a row of a table the row says what it is of, and what else is there comes first.
  const ofRow = typeof component['rowKey'] === 'string' && component['rowKey'] !== '';
  return tables.map((table, index) => {
    const called = ofRow ? say(component.label ?? '') : table.nama;
    return <Table key={table.nama} table={table} called={called} label={ofRow ? `${called}: ${table.nama}` : called} open={!ofRow && index === 0} />;
  });
}

/** The tables that a decision is about, put there by the server; shown, never stored. */
export class IsiData extends ReactField<Delivered[]> {
  static override schema(...extend: object[]): FormComponent {
    return FormioField.schema({ type: 'isiData', label: 'Isi data', key: 'isi', persistent: false }, ...extend);
  }

  static get builderInfo(): BuilderInfo {
    return { title: 'Delivered data (read only)', group: 'tertib', icon: 'table', weight: 40, schema: IsiData.schema() };
  }

  static editForm(...extend: object[][]) {
    return editFormWith([{ type: 'checkbox', key: 'hideEmpty', label: 'Hide when empty', input: true, weight: 1 }, ROW_KEY], extend);
  }

  get defaultSchema(): FormComponent {
    return IsiData.schema();
  }

  get emptyValue(): Delivered[] {
    return [];
  }

  protected view(props: ViewProps<Delivered[]>) {
    return <IsiDataView {...props} />;
  }
}
