import { useQuery } from '@tanstack/react-query';
import { Async, Dialog, request, useLanguage, useT } from 'tertib/screens';
import type { Comparison } from '../../data-list/data-list.schemas.js';
import { listWords } from './list-words.js';

function Names({ title, rows }: { title: string; rows: Comparison['added'] }) {
  return <details className="mb-2"><summary>{title}</summary><ul>{rows.map(({ id, name, producer }, index) => <li key={id ?? index}>{name} <span className="text-secondary">{producer}</span></li>)}</ul></details>;
}

/** What is new, gone and different since the last period. */
export function CompareDialog({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const t = useT(listWords);
  const language = useLanguage();
  const query = useQuery({ queryKey: ['data-list', caseId, 'comparison'], queryFn: () => request<Comparison>(`/satu-data/data-list/${caseId}/comparison`) });
  return (
    <Dialog title={t.compare} wide onClose={onClose} footer={<button type="button" className="btn btn-primary" onClick={onClose}>{t.close}</button>}>
      <Async query={query}>
        {({ from, counts, added, dropped, changed }) => from === null ? <p>{t.noLast}</p> : (
          <>
            <p className="text-secondary">{t.from(from)}</p>
            <Names title={t.addedRows(counts.added)} rows={added} />
            <Names title={t.droppedRows(counts.dropped)} rows={dropped} />
            <details className="mb-2" open>
              <summary>{t.changedRows(counts.changed)}</summary>
              <ul>{changed.map(({ id, name, fields }) => <li key={id}>{name}<ul>{fields.map((one) => <li key={one.label.id}>{one.label[language]}: <s className="text-secondary">{one.before[language] || t.empty}</s> → {one.after[language] || t.empty}</li>)}</ul></li>)}</ul>
            </details>
            <p>{t.sameRows(counts.same)}</p>
          </>
        )}
      </Async>
    </Dialog>
  );
}
