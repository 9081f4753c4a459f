import { useFormat, useLanguage, useT } from 'tertib/screens';
import type { ImportResult } from '../../code-lists/code-list.schemas.js';
import { ChangeLine } from './ChangeLine.js';
import { codeWords } from './words.js';

/** What a file would make of the list, row by row. */
export function UploadPlan({ plan, whole }: { plan: ImportResult; whole: boolean }) {
  const t = useT(codeWords);
  const format = useFormat();
  const language = useLanguage();
  if (plan.refused > 0) {
    return (
      <div className="alert alert-danger text-body" role="alert"><div>{t.refused(format.number(plan.refused))}
        <ul className="mb-0">{plan.problems.map(({ row, cell, code, message }, index) => <li key={index}><strong>{[cell ?? (row === null ? '' : t.row(format.number(row))), code].filter(Boolean).join(' · ')}</strong> {message[language]}</li>)}</ul>
        {plan.problems.length < plan.refused ? t.first(format.number(plan.problems.length)) : null}
      </div></div>
    );
  }
  const total = plan.added + plan.changed + plan.ended;
  const notBegun = plan.notBegun === 0 ? '' : t.notBegun(format.number(plan.notBegun));
  if (total === 0) return <p role="status">{t.nothing} {notBegun}</p>;
  return (
    <div role="status">
      <p>{t.plan(format.number(plan.added), format.number(plan.changed), format.number(plan.ended), format.number(plan.unchanged))} {whole || plan.missing === 0 ? '' : t.missing(format.number(plan.missing))} {notBegun}</p>
      {plan.uses.length > 0 ? (
        <div className="alert alert-warning text-body"><div><strong>{t.uses}</strong><div>{t.usesHint}</div>
          <ul className="mb-0">{plan.uses.map(({ dataset, producer, column, codes }, index) => <li key={index}>{t.use(dataset, producer, column, codes.join(', '))}</li>)}</ul>
        </div></div>
      ) : null}
      <ul>{plan.changes.map((change) => <ChangeLine key={change.code} change={change} where={change.row === null ? t.notInFile : t.row(format.number(change.row))} />)}</ul>
      {plan.changes.length < total ? <p className="text-secondary">{t.first(format.number(plan.changes.length))}</p> : null}
    </div>
  );
}
