import { useInfiniteQuery } from '@tanstack/react-query';
import { Async, Dialog, fileAddress, Link, request, useFormat, useLanguage, useT } from 'tertib/screens';
import type { Evidence, EvidenceRecords } from '../../evidence/evidence.schemas.js';
import { evidenceWords } from './evidence-words.js';

interface Props {
  scope: string;
  kind: Evidence['kinds'][number];
  onClose: () => void;
}

/** The records of one kind, a page at a time: each with its place in the admin, its file and the file's hash. */
export function EvidenceRecordsDialog({ scope, kind, onClose }: Props) {
  const t = useT(evidenceWords);
  const language = useLanguage();
  const format = useFormat();
  const at = `/satu-data/evidence/${scope}/${kind.key}`;
  const query = useInfiniteQuery({ queryKey: ['evidence-records', scope, kind.key], initialPageParam: '', queryFn: ({ pageParam }) => request<EvidenceRecords>(at, { query: { after: pageParam } }), getNextPageParam: ({ next }) => next });
  return (
    <Dialog title={`${kind.name[language]}: ${format.number(kind.count)}`} wide onClose={onClose} footer={<button type="button" className="btn" onClick={onClose}>{t.close}</button>}>
      <Async query={query}>
        {({ pages }) => (
          <>
            <ul className="list-group list-group-flush">
              {pages.flatMap(({ records }) => records).map((one) => (
                <li key={one.id} className="list-group-item px-0">
                  {one.link ? <Link to={one.link}>{one.title}</Link> : <strong>{one.title}</strong>}
                  <div className="text-secondary">{[one.office, one.at ? format.dateTime(one.at) : null].filter(Boolean).join(' · ')}</div>
                  <a href={fileAddress(`${at}/${one.id}`)} download aria-label={t.download(one.fileName)} className="text-break">{one.fileName}</a>
                  <div className="small text-break">{t.hash}: {one.sha256 === null ? t.hashLater : <code>{one.sha256}</code>}{one.stored ? null : <div className="text-secondary">{t.made}</div>}</div>
                </li>
              ))}
            </ul>
            {query.hasNextPage ? <button type="button" className="btn mt-3" disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t.more}</button> : null}
          </>
        )}
      </Async>
    </Dialog>
  );
}
