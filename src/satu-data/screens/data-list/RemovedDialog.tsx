import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Async, Dialog, ProblemNote, useLanguage, useT } from 'tertib/screens';
import { shown, type Edit, type Field, type Row } from './cells.js';
import type { Refusal } from './edit-queue.js';
import { listWords } from './list-words.js';
import { listKey } from './queues.js';
import { allRows } from './useDataList.js';
import { useSaving } from './useSaving.js';

const STEP = 50;

interface Props {
  caseId: string;
  fields: readonly Field[];
  onSave: (edit: Edit, back: Edit | null) => Promise<boolean>;
  refusal: Refusal | null;
  unreached: boolean;
  onClose: () => void;
}

/** Rows that were taken out, whoever did it and when: put back, one is what it was, with its table and its history. */
export function RemovedDialog({ caseId, fields, onSave, refusal, unreached, onClose }: Props) {
  const t = useT(listWords);
  const language = useLanguage();
  const [most, setMost] = useState(STEP);
  const query = useQuery({ queryKey: [...listKey(caseId), 'removed'], queryFn: () => allRows(caseId, true), staleTime: 0 });
  const { save, saving, refused } = useSaving({ onSave, refusal, onSaved: () => void query.refetch() });
  const putBack = ({ id, version }: Row) => void save({ changes: [{ id, version, removed: false }] }, { changes: [{ id, removed: true }] });
  const say = (row: Row, key: string) => fields.filter((one) => one.key === key).map((one) => shown(one, row.values[key] ?? '', language)).join('');
  return (
    <Dialog title={t.takenOut} wide onClose={onClose} footer={<button type="button" className="btn btn-primary" onClick={onClose}>{t.close}</button>}>
      <ProblemNote error={refused?.error} />
      {saving ? <p className="text-secondary" role="status">{unreached ? t.waits : t.saving}</p> : null}
      <Async query={query}>
        {(rows) => rows.length === 0 ? <p>{t.nothingTakenOut}</p> : (
          <>
            <ul className="list-group">
              {rows.slice(0, most).map((row) => (
                <li key={row.id} className="list-group-item d-flex flex-wrap gap-2 align-items-center">
                  <div className="flex-fill text-break">{say(row, 'nama') || t.empty} <span className="text-secondary">{say(row, 'produsen')}</span></div>
                  <button type="button" className="btn" aria-label={`${t.putBack}: ${say(row, 'nama') || t.empty}`} disabled={saving} onClick={() => putBack(row)}>{t.putBack}</button>
                </li>
              ))}
            </ul>
            {rows.length > most ? <button type="button" className="btn w-100 mt-2" onClick={() => setMost(most + STEP)}>{t.showMore}</button> : null}
          </>
        )}
      </Async>
    </Dialog>
  );
}
