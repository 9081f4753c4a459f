import { ProblemNote, useLanguage, useT } from 'tertib/screens';
import { shown, type Field } from './cells.js';
import type { Refusal } from './edit-queue.js';
import { listWords } from './list-words.js';

const MOST = 10;

/** An edit that the server refused: the list shows what it had before, and what was written is told here. */
export function NotTaken({ refusal, fields, numberOf, onAgain }: { refusal: Refusal | null; fields: readonly Field[]; numberOf: (id: string) => number; onAgain: (id: string) => void }) {
  const t = useT(listWords);
  const language = useLanguage();
  if (!refusal) return null;
  const { changes, added = [] } = refusal.edit;
  const rows = [...changes.map(({ id, values }) => ({ place: numberOf(id) ? `${t.row} ${numberOf(id)}` : t.added, values })), ...added.map((values) => ({ place: t.added, values }))];
  const cells = rows.flatMap(({ place, values }) => fields.flatMap((field) => {
    const text = values?.[field.key];
    return typeof text === 'string' && text !== '' ? [{ place, label: field.label[language], text: shown(field, text, language) }] : [];
  }));
  // A description of a table is too long to be repeated here: it is opened again as it was written.
  const tables = changes.filter(({ id, values = {} }) => numberOf(id) > 0 && Object.keys(values).some((key) => !fields.some((field) => field.key === key)));
  return (
    <>
      <ProblemNote error={refusal.error} />
      {cells.length + tables.length ? (
        <div className="alert alert-warning text-body"><div>{t.notTaken}
          <ul className="mb-0 text-break">{cells.slice(0, MOST).map(({ place, label, text }, index) => <li key={index}>{place}, {label}: “{text}”</li>)}
            {tables.slice(0, MOST).map(({ id }) => <li key={id}>{t.row} {numberOf(id)}, {t.table} <button type="button" className="btn btn-sm" onClick={() => onAgain(id)}>{t.writeAgain}</button></li>)}
          </ul>
          {cells.length > MOST ? t.moreNotTaken(cells.length - MOST) : null}
        </div></div>
      ) : null}
    </>
  );
}
