import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Async, request, useFormat, useLanguage, useT, type Language } from 'tertib/screens';
import type { OwnAnalysesView } from '../analysis/analysis.schemas.js';
import { analysisWords as words } from './analysis-words.js';
import { arrival } from './arrival.js';
import { shown } from './Figure.js';

/** What handlers of the office's own computed from the table; nothing where there are none. */
export function AnalysisOwn({ dataset }: { dataset: string }) {
  const query = useQuery({ queryKey: ['live', 'analysis', dataset, 'own'], queryFn: () => request<OwnAnalysesView>(`/satu-data/analysis/${dataset}/own`) });
  return <Async query={query}>{(made) => <>{made.map((one) => <OwnCard key={one.key} made={one} />)}</>}</Async>;
}

function OwnCard({ made: { key, title, method, step, at, current, columns, rows } }: { made: OwnAnalysesView[number] }) {
  const t = useT(words);
  const language = useLanguage();
  const format = useFormat();
  const arrived = useMemo(() => arrival(key), [key]);
  return (
    <div className="card" id={key} ref={arrived}>
      <div className="card-header"><h2 className="card-title">{title[language]}</h2></div>
      <div className="card-body">
        <p>{method[language]}</p>
        {current ? null : <div role="note" className="alert alert-warning">{t.outdated}</div>}
        <p className="text-secondary">{t.ownBy(step[language], format.dateTime(at))}</p>
      </div>
      <div className="table-responsive" tabIndex={0} role="region" aria-label={title[language]}>
        <table className="table card-table">
          <thead><tr>{columns.map((column) => <th key={column.name} className={column.number ? 'text-end' : undefined}>{column.title[language]}</th>)}</tr></thead>
          <tbody>{rows.map((row, index) => <tr key={index}>{columns.map(({ name, number }) => <td key={name} className={number ? 'text-end' : undefined}>{cellText(row[name], number, language) ?? t.none}</td>)}</tr>)}</tbody>
        </table>
      </div>
    </div>
  );
}

const cellText = (value: string | null | undefined, number: boolean, language: Language): string | undefined => (value ? (number ? shown(value, language) : value) : undefined);
