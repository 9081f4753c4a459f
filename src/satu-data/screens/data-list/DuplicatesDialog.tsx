import type { UseQueryResult } from '@tanstack/react-query';
import { Async, Dialog, useFormat, useT } from 'tertib/screens';
import type { Duplicates } from '../../data-list/data-list.schemas.js';
import { listWords } from './list-words.js';

type Named = Duplicates['pairs'][number]['a'];

interface Props {
  query: UseQueryResult<Duplicates>;
  numberOf: (id: string) => number;
  onOpen: (id: string) => void;
  /** Null where nothing may be taken out now. */
  onRemove: ((id: string) => void) | null;
  onClose: () => void;
}

/** Names that may be one thing listed twice; a pair is done with when one of both is taken out. */
export function DuplicatesDialog({ query, numberOf, onOpen, onRemove, onClose }: Props) {
  const t = useT(listWords);
  const format = useFormat();
  const name = ({ id, name: title, producer }: Named) => (
    <div key={id} className="d-flex flex-wrap gap-2 align-items-center py-1">
      <div className="flex-fill dl-name"><button type="button" className="btn btn-link p-0 text-start text-wrap text-break dl-link" onClick={() => onOpen(id ?? '')}>{numberOf(id ?? '')}. {title}</button><div className="text-secondary">{producer}</div></div>
      {onRemove ? <button type="button" className="btn btn-sm" aria-label={`${t.remove}: ${numberOf(id ?? '')}. ${title}`} onClick={() => onRemove(id ?? '')}>{t.remove}</button> : null}
    </div>
  );
  return (
    <Dialog title={t.duplicates} wide onClose={onClose} footer={<button type="button" className="btn btn-primary" onClick={onClose}>{t.close}</button>}>
      <Async query={query}>
        {({ pairs, thresholds, more }) => {
          // Those that were taken out just now, or are about to be, go at once.
          const left = pairs.filter(({ a, b }) => [a, b].every(({ id }) => numberOf(id ?? '') > 0));
          return (
            <>
              <p className="text-secondary">{t.duplicatesHint(format.percent(thresholds.sameProducer), format.percent(thresholds.otherProducer))}{more ? ` ${t.more500}` : ''}</p>
              {left.length ? (
                <ul className="list-group">
                  {left.map(({ a, b, likeness }) => <li key={`${a.id} ${b.id}`} className="list-group-item"><span className="badge bg-yellow-lt board-state">{t.alike(format.percent(Math.floor(likeness * 100) / 100))}</span>{name(a)}{name(b)}</li>)}
                </ul>
              ) : <p>{t.noDuplicates}</p>}
            </>
          );
        }}
      </Async>
    </Dialog>
  );
}
