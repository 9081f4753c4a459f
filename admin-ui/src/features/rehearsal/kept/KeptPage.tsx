import { Link } from 'react-router';
import type { KeptTests } from '../../../api/index.js';
import { useLanguage, useT } from '../../../shared/i18n/index.js';
import { Async, Empty, Page, ProblemNote } from '../../../shared/ui/index.js';
import { useKept, useRun, useStop } from './calls.js';
import { TestCard } from './TestCard.js';
import { words } from './words.js';

function Running({ run }: { run: NonNullable<KeptTests['run']> }) {
  const t = useT(words);
  const stop = useStop();
  // Setting up the place is the longest part of a test: it counts as one of its actions.
  const part = (run.act + 0.5) / (run.acts + 1);
  return (
    <div className="d-flex flex-wrap gap-2 align-items-center mb-3">
      <div className="me-auto flex-fill min-w-0">
        <p className="mb-1 text-break" role="status">{t.running(run.name, run.done, run.total)}</p>
        <div className="progress" role="progressbar" aria-label={t.running(run.name, run.done, run.total)} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round((100 * (run.done + part)) / run.total)}>
          <div className="progress-bar" style={{ width: `${(100 * (run.done + part)) / run.total}%` }} />
        </div>
        <p className="small text-secondary mb-0">{stop.isPending ? t.stopping : t.act(run.act, run.acts)} · {t.by(run.by)}</p>
      </div>
      <button type="button" className="btn" disabled={stop.isPending} onClick={() => stop.mutate(undefined)}>{t.stop}</button>
      <ProblemNote error={stop.error} />
    </div>
  );
}

function Tests({ tests, run, broken }: KeptTests) {
  const t = useT(words);
  const lang = useLanguage();
  const waiting = tests.filter(({ state }) => state !== 'passed').length;
  if (tests.length === 0) return <Empty title={t.none}>{t.noneHint}</Empty>;
  return (
    <>
      {run ? <Running run={run} /> : <p className={`alert text-body ${waiting ? 'alert-warning' : 'alert-success'}`} role="status">{waiting ? t.some(waiting, tests.length) : t.all(tests.length)}</p>}
      {broken && !run ? <div className="alert alert-danger text-body d-block" role="alert"><strong className="d-block">{t.broken}</strong><span className="text-break">{broken[lang]}</span></div> : null}
      <ul className="list-unstyled mb-0">{tests.map((test) => <TestCard key={test.id} test={test} busy={run !== null} />)}</ul>
    </>
  );
}

/** Rehearsals that must go as they went before anything is published. */
export default function KeptPage() {
  const t = useT(words);
  const kept = useKept();
  const run = useRun();
  const { tests = [], run: running = null } = kept.data ?? {};
  const needed = tests.some(({ state }) => state !== 'passed');
  return (
    <Page
      title={t.title}
      before={<Link to="/procedures">{t.back}</Link>}
      actions={needed && !running ? <button type="button" className="btn btn-primary" disabled={run.isPending} onClick={() => run.mutate(undefined)}>{t.run}</button> : null}
    >
      <p className="text-secondary narrow">{t.lead}</p>
      <ProblemNote error={run.error} />
      <Async query={kept}>{(data) => <Tests {...data} />}</Async>
    </Page>
  );
}
