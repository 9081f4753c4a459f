import { useQuery } from '@tanstack/react-query';
import { Async, Dialog, request, useFormat, useT } from 'tertib/screens';
import type { Duplicates } from '../../data-list/data-list.schemas.js';
import { listWords } from './list-words.js';

interface Props {
  caseId: string;
  numberOf: (id: string) => number;
  onOpen: (id: string) => void;
  onClose: () => void;
}

/** Names that may be one thing listed twice. */
export function DuplicatesDialog({ caseId, numberOf, onOpen, onClose }: Props) {
  const t = useT(listWords);
  const format = useFormat();
  const query = useQuery({ queryKey: ['data-list', caseId, 'duplicates'], queryFn: () => request<Duplicates>(`/satu-data/data-list/${caseId}/duplicates`) });
  return (
    <Dialog title={t.duplicates} wide onClose={onClose} footer={<button type="button" className="btn btn-primary" onClick={onClose}>{t.close}</button>}>
      <Async query={query}>
        {({ pairs, thresholds, more }) => (
          <>
            <p className="text-secondary">{t.duplicatesHint(format.percent(thresholds.sameProducer), format.percent(thresholds.otherProducer))}{more ? ` ${t.more500}` : ''}</p>
            {pairs.length ? (
              <ul className="list-group">
                {pairs.map(({ a, b, likeness }) => (
                  <li key={`${a.id} ${b.id}`} className="list-group-item">
                    {[a, b].map(({ id, name, producer }) => <div key={id}><button type="button" className="btn btn-link p-0 text-start text-wrap" onClick={() => onOpen(id ?? '')}>{numberOf(id ?? '')}. {name}</button> <span className="text-secondary">{producer}</span></div>)}
                    <span className="badge bg-yellow-lt board-state">{t.alike(format.percent(Math.floor(likeness * 100) / 100))}</span>
                  </li>
                ))}
              </ul>
            ) : <p>{t.noDuplicates}</p>}
          </>
        )}
      </Async>
    </Dialog>
  );
}
