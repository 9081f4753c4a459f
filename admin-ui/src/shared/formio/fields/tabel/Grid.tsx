import { IconTrash } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { CheckAnswer, Finding } from '../../../../api/index.js';
import { useLanguage, useT } from '../../../i18n/index.js';
import { words } from '../../words.js';
import { sentence } from './Findings.js';
import { Cell } from './Cell.js';
import { NotMatched } from './NotMatched.js';
import type { TableColumn, TableRow } from './check.js';
import { useCells } from './useCells.js';

const PER_PAGE = 50;
const ignore = (): void => undefined;

interface Props {
  /** Whose table it is; nothing where it is only shown. */
  datasetId?: string;
  columns: TableColumn[];
  rows: TableRow[];
  /** What the findings call the rows; their order, where nothing is given. */
  rowNumbers?: number[] | undefined;
  findings: Finding[];
  /** What codes are called, by column. */
  titles?: CheckAnswer['titles'];
  label: string;
  onChange?: (rows: TableRow[]) => void;
}

/** A table to type in, or to paste into, page by page; a finding marks its cell. */
export function Grid({ datasetId = '', columns, rows, rowNumbers, findings, titles = {}, label, onChange }: Props) {
  const t = useT(words);
  const lang = useLanguage();
  const id = useId();
  const [page, setPage] = useState(0);
  const pages = Math.max(1, Math.ceil(rows.length / PER_PAGE));
  const start = Math.min(page, pages - 1) * PER_PAGE;
  const foundAt = (row: number, column: TableColumn) => {
    const [worst, ...others] = findings.filter((f) => f.row === row && f.column === column.key);
    return worst && { severity: worst.severity, words: [worst, ...others].map((one) => sentence(one, lang)).join('\n') };
  };
  const cells = useCells({ datasetId, columns, rows, onChange: onChange ?? ignore });
  const titleOf = ({ key, coded }: TableColumn, code: string) => (coded ? (titles[key]?.[code] ?? cells.chosen(key, code))?.[lang] : undefined) ?? null;
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
                  {columns.map((column, at) => {
                    const found = foundAt(number, column);
                    return (
                      <td key={column.key} className={found ? `found-${found.severity}` : ''} title={found?.words}>
                        <Cell id={`${id}-${index}-${at}`} datasetId={datasetId} column={column} text={String(row[column.key] ?? '')} title={titleOf(column, String(row[column.key] ?? ''))} label={t.cell(column.label, number)} invalid={Boolean(found)} place={onChange ? { row: index, column: at } : null} cells={cells} />
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
      <NotMatched unmatched={cells.unmatched} onAgain={cells.matchAgain} />
      {onChange ? <p className="text-secondary small mt-1 mb-0">{t.pasteHint}</p> : null}
      <div className="d-flex mt-2 gap-2 align-items-center">
        {onChange ? <button type="button" className="btn btn-sm" onClick={() => onChange([...rows, {}])}>{t.addRow}</button> : null}
        <span className="small text-secondary">{t.rows(rows.length)}</span>
        {pager}
      </div>
    </>
  );
}
