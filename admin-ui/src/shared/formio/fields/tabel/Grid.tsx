import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Finding } from '../../../../api/index.js';
import { useT } from '../../../i18n/index.js';
import { words } from '../../words.js';
import type { TableColumn, TableRow } from './check.js';

const PER_PAGE = 50;

interface Props {
  columns: TableColumn[];
  rows: TableRow[];
  findings: Finding[];
  label: string;
  onChange?: (rows: TableRow[]) => void;
}

/** A table to type in, page by page; a finding marks its cell. Rows are counted from 1, as the check does. */
export function Grid({ columns, rows, findings, label, onChange }: Props) {
  const t = useT(words);
  const [page, setPage] = useState(0);
  const pages = Math.max(1, Math.ceil(rows.length / PER_PAGE));
  const start = Math.min(page, pages - 1) * PER_PAGE;
  const at = (row: number, column: TableColumn) =>
    findings.find((f) => f.row === row && (f.column === column.key || f.column === column.label));
  const set = (index: number, key: string, text: string) => onChange?.(rows.map((row, i) => (i === index ? { ...row, [key]: text } : row)));
  const pager = pages > 1 ? (
    <div className="btn-list ms-auto align-items-center">
      <span className="small text-secondary">{t.page(start / PER_PAGE + 1, pages)}</span>
      <button type="button" className="btn btn-sm" disabled={start === 0} onClick={() => setPage(start / PER_PAGE - 1)}>{t.previous}</button>
      <button type="button" className="btn btn-sm" disabled={start + PER_PAGE >= rows.length} onClick={() => setPage(start / PER_PAGE + 1)}>{t.next}</button>
    </div>
  ) : null;
  return (
    <>
      <div className="table-responsive border rounded tertib-grid" role="region" aria-label={label} tabIndex={0}>
        <table className="table table-sm mb-0">
          <thead><tr><th scope="col">#</th>{columns.map((c) => <th key={c.key} scope="col">{c.label}{c.required ? ' *' : ''}</th>)}{onChange ? <th /> : null}</tr></thead>
          <tbody>
            {rows.slice(start, start + PER_PAGE).map((row, i) => {
              const index = start + i;
              return (
                <tr key={index}>
                  <th scope="row" className="text-secondary fw-normal">{index + 1}</th>
                  {columns.map((column) => {
                    const found = at(index + 1, column);
                    return (
                      <td key={column.key} className={found ? `found-${found.severity}` : ''} title={found?.message}>
                        {onChange ? (
                          <input className="form-control form-control-sm" aria-label={t.cell(column.label, index + 1)} aria-invalid={Boolean(found)} value={String(row[column.key] ?? '')} onChange={(e) => set(index, column.key, e.target.value)} />
                        ) : String(row[column.key] ?? '')}
                      </td>
                    );
                  })}
                  {onChange ? (
                    <td><button type="button" className="btn btn-sm btn-icon btn-ghost-danger" aria-label={t.removeRow(index + 1)} onClick={() => onChange(rows.filter((_, n) => n !== index))}><IconTrash size={16} aria-hidden /></button></td>
                  ) : null}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div className="d-flex mt-2 gap-2 align-items-center">
        {onChange ? <button type="button" className="btn btn-sm" onClick={() => onChange([...rows, {}])}>{t.addRow}</button> : null}
        <span className="small text-secondary">{t.rows(rows.length)}</span>
        {pager}
      </div>
    </>
  );
}
