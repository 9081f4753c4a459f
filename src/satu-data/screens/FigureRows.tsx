import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Async, request, useFormat, useLanguage, useT } from 'tertib/screens';
import type { FigureLineage, FigureRows as Rows } from '../analysis/analysis.schemas.js';
import { analysisWords as words } from './analysis-words.js';
import { shown } from './Figure.js';

interface Props {
  dataset: string;
  figure: string;
  index: number;
  source: FigureLineage['sources'][number];
}

/** The rows of a large table that a figure was added up from, a page at a time. */
export function FigureRows({ dataset, figure, index, source }: Props) {
  const t = useT(words);
  const language = useLanguage();
  const format = useFormat();
  const [page, setPage] = useState(1);
  const query = useQuery({
    queryKey: ['figure-rows', dataset, figure, index, page], placeholderData: keepPreviousData,
    queryFn: () => request<Rows>(`/satu-data/analysis/${dataset}/figures/${encodeURIComponent(figure)}/rows`, { query: { source: index, page } }),
  });
  const title = t.rowsOf(source.fileName ?? t.grid);
  return (
    <div className="card mb-3">
      <div className="card-header"><h2 className="card-title">{title}{query.data ? `: ${format.number(query.data.count)}` : ''}</h2></div>
      <Async query={query}>
        {({ rows, columns, pages }) => (
          <>
            <table className="table table-vcenter card-table cards-table" aria-label={title}>
              <thead><tr><th scope="col">{t.rowTitle}</th><th scope="col">{t.where}</th>{columns.map((column) => <th scope="col" className="text-end" key={column}>{column}</th>)}</tr></thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.row}>
                    <th scope="row">{format.number(row.row)}</th><td data-label={t.where}>{row.where}</td>
                    {row.cells.map(({ cell, value }, at) => <td key={cell} data-label={columns[at]} className="text-end">{value === null ? t.none : shown(value, language)} <small className="text-secondary">{cell}</small></td>)}
                  </tr>
                ))}
              </tbody>
            </table>
            {pages > 1 ? (
              <div className="card-footer d-flex flex-wrap gap-2 align-items-center justify-content-between">
                <span className="text-secondary">{t.page(format.number(page), format.number(pages))}</span>
                <span className="d-flex gap-2">
                  <button type="button" className="btn" disabled={page <= 1} onClick={() => setPage(page - 1)}>{t.previous}</button>
                  <button type="button" className="btn" disabled={page >= pages} onClick={() => setPage(page + 1)}>{t.next}</button>
                </span>
              </div>
            ) : null}
          </>
        )}
      </Async>
    </div>
  );
}
