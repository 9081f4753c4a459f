import { useState } from 'react';
import { Link } from 'react-router';
import type { MigrationPreview } from '../../api/index.js';
import { useLanguage, useT } from '../../shared/i18n/index.js';
import { words } from './words.js';

type Case = MigrationPreview['cases'][number];
type Sentence = Case['losses'][number];

/** Of a thousand nobody reads all at once. */
const FEW = 20;

interface ListProps {
  title: string;
  tone: 'danger' | 'warning' | 'secondary';
  cases: { caseId: string; title: string; sentences: Sentence[]; hint?: string }[];
}

/** Cases with what is to be said of each. */
export function SaidOfCases({ title, tone, cases }: ListProps) {
  const t = useT(words);
  const lang = useLanguage();
  const [all, setAll] = useState(false);
  if (!cases.length) return null;
  return (
    <section className={`card mb-3 border-${tone}`} aria-label={title}>
      <div className="card-header"><h3 className="card-title">{title}</h3></div>
      <ul className="list-group list-group-flush">
        {(all ? cases : cases.slice(0, FEW)).map(({ caseId, title: name, sentences, hint }) => (
          <li key={caseId} className="list-group-item py-2">
            <Link className="fw-bold text-reset text-break" to={`/cases/${caseId}`}>{name}</Link>
            {sentences.map((sentence) => <div key={sentence.en} className="text-break">{sentence[lang]}</div>)}
            {hint ? <div className="small text-secondary">{hint}</div> : null}
          </li>
        ))}
      </ul>
      {!all && cases.length > FEW ? <div className="card-footer text-center"><button type="button" className="btn btn-sm" onClick={() => setAll(true)}>{t.showAll(cases.length)}</button></div> : null}
    </section>
  );
}

/** What is to be known of single cases: what stays, what is lost. */
export function CaseNotes({ cases, lossless }: { cases: Case[]; lossless: boolean }) {
  const t = useT(words);
  const goes = ({ refusals }: Case): boolean => refusals.every(({ passing }) => passing);
  const refused = cases.filter(({ refusals }) => refusals.length).map((one) => ({ ...one, sentences: one.refusals.map(({ text }) => text), ...(goes(one) ? { hint: t.later } : {}) }));
  const losing = cases.filter((one) => goes(one) && one.losses.length).map((one) => ({ ...one, sentences: one.losses }));
  const parts = cases.filter((one) => goes(one) && one.staying.length).map((one) => ({ ...one, sentences: one.staying }));
  return (
    <>
      <SaidOfCases title={t.staying(refused.length)} tone="danger" cases={refused} />
      <SaidOfCases title={t.lost(losing.length)} tone="warning" cases={losing} />
      <SaidOfCases title={t.parts} tone="secondary" cases={parts} />
      {lossless ? <p className="text-secondary">{t.nothingLost}</p> : null}
    </>
  );
}
