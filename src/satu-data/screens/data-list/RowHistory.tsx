import { useQuery } from '@tanstack/react-query';
import { Async, request, useFormat, useLanguage, useT } from 'tertib/screens';
import type { HistoryEntry } from '../../data-list/data-list.schemas.js';
import { listWords } from './list-words.js';
import type { RowProps } from './RowDialog.js';

/** Who changed what, newest first. */
export function RowHistory({ list, row }: RowProps) {
  const t = useT(listWords);
  const language = useLanguage();
  const format = useFormat();
  const query = useQuery({ queryKey: ['data-list', list.caseId, 'history', row.id, row.version], queryFn: () => request<HistoryEntry[]>(`/satu-data/data-list/${list.caseId}/rows/${row.id}/history`) });
  return (
    <Async query={query}>
      {(entries) => (
        <ul className="list-unstyled">
          {entries.map(({ version, kind, label, before, after, by, at }, index) => (
            <li key={index} className="mb-2">
              <div>{kind === 'changed' ? <>{label?.[language]}: <s className="text-secondary">{before?.[language] || t.empty}</s> → {after?.[language] || t.empty}</> : t[kind]}</div>
              <div className="text-secondary small">{by}, {format.dateTime(at)} (v{version})</div>
            </li>
          ))}
        </ul>
      )}
    </Async>
  );
}
