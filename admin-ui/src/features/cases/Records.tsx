import { useState } from 'react';
import type { TimelineEntry } from '../../api/index.js';
import { LetterList } from '../../shared/formio/index.js';
import { useFormat, useT } from '../../shared/i18n/index.js';
import { Async } from '../../shared/ui/index.js';
import { stepNote } from '../../shared/step.js';
import { common } from '../../shared/words.js';
import { useCase, useLetters, useSubmissions, useTimeline } from './calls.js';
import { words } from './words.js';

/** Of a long case, what happened last; the rest on request. */
const FEW = 15;

function Timeline({ caseId }: { caseId: string }) {
  const t = useT(words);
  const c = useT(common);
  const format = useFormat();
  const [all, setAll] = useState(false);
  // The end is named by the case, whose title says nothing of it; one with a reason was cancelled.
  const nameOf = ({ kind, name, text }: TimelineEntry) => (kind !== 'ended' ? name : text === null ? t.caseEnded : t.caseCancelled);
  return (
    <Async query={useTimeline(caseId)}>
      {(entries) => (entries.length ? (
        <>
        <ol className="list-group list-group-flush" reversed>
          {entries.toReversed().slice(0, all ? undefined : FEW).map((entry) => (
            <li key={entry.id} className="list-group-item">
              <div><strong>{nameOf(entry)}</strong>{entry.text ? <span className="d-block text-break">{entry.kind === 'missed' ? t.missed(entry.text, entry.who) : entry.text}</span> : null}</div>
              <div className="small text-secondary">{[stepNote(c.step, entry.name, entry.step), entry.kind === 'missed' ? null : entry.who, entry.instanceLabel, format.dateTime(entry.at)].filter(Boolean).join(' · ')}</div>
            </li>
          ))}
        </ol>
        {!all && entries.length > FEW ? <div className="card-footer text-center py-2"><button type="button" className="btn btn-sm" onClick={() => setAll(true)}>{c.showAll(entries.length)}</button></div> : null}
        </>
      ) : <p className="card-body text-secondary mb-0">{t.noTimeline}</p>)}
    </Async>
  );
}

function Submissions({ caseId }: { caseId: string }) {
  const t = useT(words);
  const c = useT(common);
  const format = useFormat();
  const query = useSubmissions(caseId);
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Async query={query}>
      {() => (rows.length ? (
        <>
        <ul className="list-group list-group-flush">
          {rows.map((row) => (
            <li key={row.id} className="list-group-item">
              <strong>{row.taskName}</strong>
              <div className="small text-secondary">{[row.who, row.officeName, format.dateTime(row.at)].filter(Boolean).join(' · ')}</div>
              {row.summary.map(({ label, value }) => <div key={label} className="small">{label}: {format.value(value)}</div>)}
              <div className="small text-secondary text-break">{t.hash} <code>{row.hash.slice(0, 16)}</code></div>
            </li>
          ))}
        </ul>
        {query.hasNextPage ? <div className="card-footer text-center py-2"><button type="button" className="btn btn-sm" disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{c.more}</button></div> : null}
        </>
      ) : <p className="card-body text-secondary mb-0">{t.noSubmissions}</p>)}
    </Async>
  );
}

/** Whom a letter is for, or which part of the case it is about. */
function Letters({ caseId }: { caseId: string }) {
  const found = useCase(caseId).data;
  const offices = new Map(found?.instances.map((one) => [one.officeId, one.office]));
  return <Async query={useLetters(caseId)}>{(letters) => <div className="card-body"><LetterList letters={letters.map((letter) => ({ ...letter, receiver: (letter.officeId ? offices.get(letter.officeId) : null) ?? null }))} /></div>}</Async>;
}

const PARTS = { timeline: Timeline, letters: Letters, submissions: Submissions };
type Part = keyof typeof PARTS;

/** What a case has left behind: history, letters, forms sent. */
export function Records({ caseId }: { caseId: string }) {
  const t = useT(words);
  const [part, setPart] = useState<Part>('timeline');
  const Shown = PARTS[part];
  return (
    <section className="card">
      <div className="card-header">
        <ul className="nav nav-tabs card-header-tabs" role="tablist">
          {(Object.keys(PARTS) as Part[]).map((one) => (
            <li key={one} className="nav-item" role="presentation">
              <button type="button" role="tab" id={`tab-${one}`} aria-selected={one === part} aria-controls="records" className={`nav-link ${one === part ? 'active' : ''}`} onClick={() => setPart(one)}>{t[one]}</button>
            </li>
          ))}
        </ul>
      </div>
      <div role="tabpanel" id="records" aria-labelledby={`tab-${part}`}><Shown caseId={caseId} /></div>
    </section>
  );
}
