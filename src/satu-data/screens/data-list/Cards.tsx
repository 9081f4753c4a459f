import { useState } from 'react';
import { useLanguage, useT } from 'tertib/screens';
import { StateChip } from '../StateChip.js';
import { shown, type Field, type Row } from './cells.js';
import { listWords } from './list-words.js';

const STEP = 50;

interface Props {
  rows: readonly Row[];
  fields: readonly Field[];
  numberOf: (id: string) => number;
  /** Requests have been sent, so that there is a state to tell. */
  isSent: boolean;
  chosen: ReadonlySet<string>;
  onChoose: (ids: readonly string[], chosen: boolean) => void;
  onOpen: (id: string) => void;
}

/** On a telephone a row is a card; it is edited in a dialog. */
export function Cards({ rows, fields, numberOf, isSent, chosen, onChoose, onOpen }: Props) {
  const t = useT(listWords);
  const language = useLanguage();
  const [most, setMost] = useState(STEP);
  const field = (key: string) => fields.find((one) => one.key === key);
  const say = (row: Row, key: string) => {
    const one = field(key);
    return one ? shown(one, row.values[key] ?? '', language) : '';
  };
  return (
    <>
      <ul className="list-unstyled dl-cards">
        {rows.slice(0, most).map((row) => (
          <li key={row.id} className="card mb-2">
            <div className="card-body p-2 d-flex gap-2">
              <input type="checkbox" className="form-check-input" checked={chosen.has(row.id)} aria-label={t.choose(numberOf(row.id))} onChange={() => onChoose([row.id], !chosen.has(row.id))} />
              <div className="flex-fill">
                <button type="button" className="btn btn-link dl-link p-0 text-start text-wrap" onClick={() => onOpen(row.id)} aria-label={`${t.open(numberOf(row.id))}: ${say(row, 'nama')}`}>{numberOf(row.id)}. {say(row, 'nama') || t.empty}</button>
                <div className="text-secondary">{say(row, 'produsen') || '–'} · {say(row, 'satuan') || '–'}</div>
                <div className="d-flex flex-wrap gap-1">
                  {isSent && row.state !== null ? <StateChip state={row.state} /> : null}
                  {row.problems.length ? <span className="badge bg-red-lt board-state">{t.unready}</span> : null}
                  {row.marks.some(({ state }) => state === 'open') ? <span className="badge bg-orange-lt board-state">{t.marked}</span> : null}
                </div>
              </div>
            </div>
          </li>
        ))}
      </ul>
      {rows.length > most ? <button type="button" className="btn w-100" onClick={() => setMost(most + STEP)}>{t.showMore}</button> : null}
    </>
  );
}
