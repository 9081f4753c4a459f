import { IconTrash } from '@tabler/icons-react';
import { useId, useMemo, useState, type CSSProperties } from 'react';
import type { CheckAnswer, Finding } from '../../../../api/index.js';
import { useLanguage, useT } from '../../../i18n/index.js';
import { words } from '../../words.js';
import { sentence } from './Findings.js';
import { Cell } from './Cell.js';
import { NotMatched } from './NotMatched.js';
import { Head } from './Head.js';
import type { TableColumn, TableRow } from './check.js';
import { holdsFigures, type Mark } from './figures.js';
import { useCells } from './useCells.js';

const PER_PAGE = 50;
/** Right below each other, figures are compared at their last digit; on a telephone they stand in cards. */
const FIGURES = 'text-md-end';
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
  /** Whether the rows are as somebody typed them, and not as the server read them. */
  typed?: boolean;
  /** How the numbers in the rows are written; as the server reads them, where nothing is given. */
  mark?: Mark | undefined;
  onChange?: (rows: TableRow[]) => void;
}

/** A table to type in, or to paste into, page by page; a finding marks its cell. */
export function Grid({ datasetId = '', columns, rows, rowNumbers, findings, titles = {}, label, typed = false, mark = '.', onChange }: Props) {
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
  const figures = useMemo(() => new Set(onChange ? [] : columns.filter((column) => holdsFigures(column, rows)).map(({ key }) => key)), [onChange, columns, rows]);
  // The first column stays beside the row numbers, so far from the edge as the longest of these is wide.
  const digits = String(Math.max(rows.length, rowNumbers?.at(-1) ?? 0)).length;
  const pager = pages > 1 ? (
    <div className="btn-list ms-auto align-items-center">
      <span className="small text-secondary">{t.page(start / PER_PAGE + 1, pages)}</span>
      <button type="button" className="btn btn-sm" disabled={start === 0} onClick={() => setPage(start / PER_PAGE - 1)}>{t.previous}</button>
      <button type="button" className="btn btn-sm" disabled={start + PER_PAGE >= rows.length} onClick={() => setPage(start / PER_PAGE + 1)}>{t.next}</button>
    </div>
  ) : null;
  return (
    <>
      <div className="table-responsive border rounded tertib-grid" style={{ '--grid-digits': digits } as CSSProperties} role="region" aria-label={label} tabIndex={0}>
        <table className={`table table-sm mb-0 ${onChange ? 'typed' : ''}`}>
          <thead><tr><th scope="col">#</th>{columns.map((c) => <th key={c.key} scope="col" className={figures.has(c.key) ? FIGURES : ''}><Head column={c} /></th>)}{onChange ? <th /> : null}</tr></thead>
          <tbody>
            {rows.slice(start, start + PER_PAGE).map((row, i) => {
              const index = start + i;
              const number = rowNumbers?.[index] ?? index + 1;
              return (
                <tr key={index}>
                  <th scope="row" className="text-secondary fw-normal"><span className="tertib-cell-title" aria-hidden>{t.rowNumber} </span>{number}</th>
                  {columns.map((column, at) => {
                    const found = foundAt(number, column);
                    return (
                      <td key={column.key} className={`${found ? `found-${found.severity}` : ''} ${figures.has(column.key) ? FIGURES : ''}`} title={found?.words}>
                        <span className="tertib-cell-title" aria-hidden><Head column={column} /></span>
                        <Cell id={`${id}-${index}-${at}`} datasetId={datasetId} column={column} text={String(row[column.key] ?? '')} title={titleOf(column, String(row[column.key] ?? ''))} label={t.cell(column.label, number)} invalid={Boolean(found)} asWritten={typed || found?.severity === 'ERROR'} mark={mark} place={onChange ? { row: index, column: at } : null} cells={cells} />
                      </td>
                    );
                  })}
                  {onChange ? (
                    <td className="tertib-row-end"><button type="button" className="btn btn-sm btn-icon btn-ghost-danger" aria-label={t.removeRow(number)} onClick={() => onChange(rows.filter((_, n) => n !== index))}><IconTrash size={16} aria-hidden /></button></td>
                  ) : null}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <NotMatched unmatched={cells.unmatched} onAgain={cells.matchAgain} />
      {onChange ? <p className="text-secondary small mt-1 mb-0">{t.pasteHint}</p> : null}
      <div className="d-flex flex-wrap mt-2 gap-2 align-items-center">
        {onChange ? <button type="button" className="btn btn-sm" onClick={() => onChange([...rows, {}])}>{t.addRow}</button> : null}
        <span className="small text-secondary">{t.rows(rows.length)}</span>
        {pager}
      </div>
    </>
  );
}
