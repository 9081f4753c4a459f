import { IconTrash } from '@tabler/icons-react';
import { useState, type ClipboardEvent } from 'react';
import type { Finding } from '../../../../api/index.js';
import { useLanguage, useT } from '../../../i18n/index.js';
import { words } from '../../words.js';
import { sentence } from './Findings.js';
import type { TableColumn, TableRow } from './check.js';
import { cellsOf, pasteAt } from './pasted.js';

const PER_PAGE = 50;

interface Props {
  columns: TableColumn[];
  rows: TableRow[];
  /** What the findings call the rows; their order, where nothing is given. */
  rowNumbers?: number[] | undefined;
  findings: Finding[];
  label: string;
  onChange?: (rows: TableRow[]) => void;
}

/** A table to type in or to paste into, page by page; a finding marks its cell. */
export function Grid({ columns, rows, rowNumbers, findings, label, onChange }: Props) {
  const t = useT(words);
  const lang = useLanguage();
  const [page, setPage] = useState(0);
  const [beyond, setBeyond] = useState(0);
  const pages = Math.max(1, Math.ceil(rows.length / PER_PAGE));
  const start = Math.min(page, pages - 1) * PER_PAGE;
  const at = (row: number, column: TableColumn) => {
    const [worst, ...others] = findings.filter((f) => f.row === row && f.column === column.key);
    return worst && { severity: worst.severity, words: [worst, ...others].map((one) => sentence(one, lang)).join('\n') };
  };
  const set = (index: number, key: string, text: string) => onChange?.(rows.map((row, i) => (i === index ? { ...row, [key]: text } : row)));
  /** What is one cell goes into the field as any text does. */
  const paste = (event: ClipboardEvent, row: number, column: number) => {
    const cells = cellsOf(event.clipboardData.getData('text/plain'));
    if (cells.length === 1 && cells[0]?.length === 1) return;
    event.preventDefault();
    const pasted = pasteAt(rows, columns, { row, column }, cells);
    setBeyond(pasted.beyond);
    onChange?.(pasted.rows);
  };
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
              const number = rowNumbers?.[index] ?? index + 1;
              return (
                <tr key={index}>
                  <th scope="row" className="text-secondary fw-normal">{number}</th>
                  {columns.map((column, place) => {
                    const found = at(number, column);
                    return (
                      <td key={column.key} className={found ? `found-${found.severity}` : ''} title={found?.words}>
                        {onChange ? (
                          <input className="form-control form-control-sm" aria-label={t.cell(column.label, number)} aria-invalid={Boolean(found)} value={String(row[column.key] ?? '')} onChange={(e) => set(index, column.key, e.target.value)} onPaste={(e) => paste(e, index, place)} />
                        ) : String(row[column.key] ?? '')}
                      </td>
                    );
                  })}
                  {onChange ? (
                    <td><button type="button" className="btn btn-sm btn-icon btn-ghost-danger" aria-label={t.removeRow(number)} onClick={() => onChange(rows.filter((_, n) => n !== index))}><IconTrash size={16} aria-hidden /></button></td>
                  ) : null}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div role="status">{beyond ? <p className="alert alert-warning text-body py-2 mt-2 mb-0">{t.pastedBeyond(beyond)}</p> : null}</div>
      {onChange ? <p className="text-secondary small mt-1 mb-0">{t.pasteHint}</p> : null}
      <div className="d-flex mt-2 gap-2 align-items-center">
        {onChange ? <button type="button" className="btn btn-sm" onClick={() => onChange([...rows, {}])}>{t.addRow}</button> : null}
        <span className="small text-secondary">{t.rows(rows.length)}</span>
        {pager}
      </div>
    </>
  );
}
