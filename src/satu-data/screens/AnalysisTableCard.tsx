import { useQuery } from '@tanstack/react-query';
import { Async, request, useFormat, useLanguage, useT } from 'tertib/screens';
import type { AnalysisTable } from '../analysis/analysis.schemas.js';
import { analysisWords as words } from './analysis-words.js';
import type { Choice } from './AnalysisPage.js';
import { Figure } from './Figure.js';
import { reviewWords } from './review/review-words.js';

interface Props {
  dataset: string;
  choice: Choice;
  onPage: (page: number) => void;
  /** Comments on a row, where that may be done. */
  onComment: ((row: { readonly value: string; readonly label: string; readonly table: AnalysisTable }) => void) | null;
}

const COMPARED: readonly string[] = ['selisih', 'pertumbuhan'];

/** What was chosen, row by row; each figure leads to where it comes from. */
export function AnalysisTableCard({ dataset, choice, onPage, onComment }: Props) {
  const t = useT(words);
  const r = useT(reviewWords);
  const format = useFormat();
  const language = useLanguage();
  const headOf = ({ since }: AnalysisTable, key: string, title: string): string => (since && COMPARED.includes(key) ? `${title} ${since[language]}` : title);
  const query = useQuery({ queryKey: ['live', 'analysis-table', dataset, choice], queryFn: () => request<AnalysisTable>(`/satu-data/analysis/${dataset}/table`, { query: { ...choice } }) });
  const columns = [['nilai', t.value], ['selisih', t.change], ['pertumbuhan', t.growth], ['pangsa', t.share], ['peringkat', t.rank]] as const;
  return (
    <div className="card mb-3">
      <Async query={query}>
        {(table) => (
          <>
            <table className="table table-vcenter card-table cards-table analysis-table" aria-label={t.title}>
              <thead><tr><th scope="col">{t.by}</th>{columns.map(([key, title]) => <th key={key} scope="col" className="text-end">{headOf(table, key, title)}</th>)}{onComment ? <th scope="col"><span className="visually-hidden">{r.addComment}</span></th> : null}</tr></thead>
              <tbody>
                {table.rows.map((row) => (
                  <tr key={row.value}>
                    <th scope="row">{row.label}{row.since ? <span className="d-block text-secondary fw-normal">{t.compared(row.since[language])}</span> : null}</th>
                    {columns.map(([key, title]) => <td key={key} data-label={headOf(table, key, title)} className="text-end"><Figure dataset={dataset} cell={row[key]} /></td>)}
                    {onComment ? <td className="text-end"><button type="button" className="btn btn-sm" aria-label={r.commentOn(row.label)} onClick={() => onComment({ value: row.value, label: row.label, table })}>{r.comment}</button></td> : null}
                  </tr>
                ))}
              </tbody>
              <tfoot><tr><th scope="row">{t.total}, {table.period}</th><td data-label={t.value} className="text-end"><Figure dataset={dataset} cell={table.total} unit /></td><td colSpan={onComment ? 5 : 4} className="d-none d-md-table-cell" /></tr></tfoot>
            </table>
            {table.pages > 1 ? (
              <div className="card-footer d-flex gap-2 align-items-center">
                <button type="button" className="btn" disabled={table.page <= 1} onClick={() => onPage(table.page - 1)}>{t.previous}</button>
                <span>{t.page(format.number(table.page), format.number(table.pages))}</span>
                <button type="button" className="btn" disabled={table.page >= table.pages} onClick={() => onPage(table.page + 1)}>{t.next}</button>
              </div>
            ) : null}
          </>
        )}
      </Async>
    </div>
  );
}
