import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Async, request, useFormat, useLanguage, useT } from 'tertib/screens';
import type { HistoryEntry } from '../../data-list/data-list.schemas.js';
import { MARK_SOURCES } from '../../data-list/mark-words.js';
import { StateChip } from '../StateChip.js';
import { listWords } from './list-words.js';
import { listAddress, listKey } from './queues.js';
import type { RowProps } from './RowDialog.js';

/** What happened, in words. */
function What({ entry: { kind, label, before, after, text, state } }: { entry: HistoryEntry }) {
  const t = useT(listWords);
  const language = useLanguage();
  const of = label ? t.ofField(label[language]) : t.ofRow;
  const said = text?.[language];
  switch (kind) {
    case 'changed': return <>{label?.[language]}: <s className="text-secondary">{before?.[language] || t.empty}</s> → {after?.[language] || t.empty}</>;
    case 'moved': return t.moved(before?.[language] ?? '', after?.[language] ?? '');
    case 'state': return <><StateChip state={state ?? ''} />{said ? <div>{said}</div> : null}</>;
    case 'marked': return <>{t.markedAt(of)}: {said}</>;
    case 'answered': return <>{t.answeredAt(of)}{said ? `: ${said}` : ''}</>;
    case 'accepted': return t.acceptedAt(of);
    case 'reopened': return t.reopenedAt(of);
    default: return t[kind];
  }
}

/** All that happened to a row, newest first: who changed what, what was to be corrected, and what became of its data set. */
export function RowHistory({ list, row }: RowProps) {
  const t = useT(listWords);
  const language = useLanguage();
  const format = useFormat();
  // The marks of a row are read with it, and raise no version.
  const standing = row.marks.map(({ id, state }) => `${id} ${state}`).join();
  const query = useQuery({ queryKey: [...listKey(list.caseId), 'history', row.id, row.version, standing], queryFn: () => request<HistoryEntry[]>(`${listAddress(list.caseId)}/rows/${row.id}/history`) });
  const who = ({ by, at, source, kind }: HistoryEntry): ReactNode => [source && kind === 'marked' ? MARK_SOURCES[source][language] : null, by, at && format.dateTime(at)].filter(Boolean).join(', ') || t.notKnown;
  return (
    <Async query={query}>
      {(entries) => (
        <ol className="list-unstyled dl-history">
          {entries.map((entry, index) => <li key={index}><div className="text-break"><What entry={entry} /></div><div className="text-secondary small">{who(entry)}</div></li>)}
        </ol>
      )}
    </Async>
  );
}
