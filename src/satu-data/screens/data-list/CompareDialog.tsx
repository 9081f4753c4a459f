import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Async, Dialog, request, useLanguage, useT } from 'tertib/screens';
import type { Comparison } from '../../data-list/data-list.schemas.js';
import { listWords } from './list-words.js';
import { listAddress, listKey } from './queues.js';

/** So many are shown without being asked for. */
const FEW = 20;

type Row = Comparison['added'][number] & { readonly fields?: Comparison['changed'][number]['fields'] };

interface PartProps {
  title: string;
  count: number;
  /** The first ones. */
  rows: readonly Row[];
  name: (row: Row) => ReactNode;
}

/** One kind of difference, with its rows. */
function Part({ title, count, rows, name }: PartProps) {
  const t = useT(listWords);
  const language = useLanguage();
  if (count === 0) return <p className="mb-2 dl-part">{title}</p>;
  return (
    <details className="mb-2" open={count <= FEW}>
      <summary>{title}</summary>
      <ul className="list-group mt-1">
        {rows.map((row, index) => (
          <li key={row.id ?? index} className="list-group-item py-2 text-break">
            {name(row)} <span className="text-secondary">{row.producer}</span>
            {row.fields ? <ul className="list-unstyled ps-3 mb-0">{row.fields.map((one) => <li key={one.label.id}>{one.label[language]}: <s className="text-secondary">{one.before[language] || t.empty}</s> → {one.after[language] || t.empty}</li>)}</ul> : null}
          </li>
        ))}
      </ul>
      {count > rows.length ? <p className="text-secondary mt-1 mb-0">{t.more500}</p> : null}
    </details>
  );
}

interface Props {
  caseId: string;
  numberOf: (id: string) => number;
  onOpen: (id: string) => void;
  onClose: () => void;
}

/** What is new, gone and different since the last period. */
export function CompareDialog({ caseId, numberOf, onOpen, onClose }: Props) {
  const t = useT(listWords);
  const query = useQuery({ queryKey: [...listKey(caseId), 'comparison'], queryFn: () => request<Comparison>(`${listAddress(caseId)}/comparison`), staleTime: 0 });
  const name = ({ id, name: title }: Row) => {
    const number = id === null ? 0 : numberOf(id);
    return id !== null && number > 0 ? <button type="button" className="btn btn-link p-0 text-start text-wrap dl-link" onClick={() => onOpen(id)}>{number}. {title || t.empty}</button> : title || t.empty;
  };
  return (
    <Dialog title={t.compare} wide onClose={onClose} footer={<button type="button" className="btn btn-primary" onClick={onClose}>{t.close}</button>}>
      <Async query={query}>
        {({ from, counts, added, dropped, changed }) => from === null ? <p>{t.noLast}</p> : (
          <>
            <p className="text-secondary">{t.from(from)}</p>
            <Part title={t.changedRows(counts.changed)} count={counts.changed} rows={changed} name={name} />
            <Part title={t.addedRows(counts.added)} count={counts.added} rows={added} name={name} />
            <Part title={t.droppedRows(counts.dropped)} count={counts.dropped} rows={dropped} name={name} />
            <p className="mb-0 dl-part">{t.sameRows(counts.same)}</p>
          </>
        )}
      </Async>
    </Dialog>
  );
}
