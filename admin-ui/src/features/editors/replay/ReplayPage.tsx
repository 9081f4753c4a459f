import { useState } from 'react';
import { Link } from 'react-router';
import type { Replay } from '../../../api/index.js';
import { useT } from '../../../shared/i18n/index.js';
import { Empty, Page, ProblemNote } from '../../../shared/ui/index.js';
import { words as editors } from '../words.js';
import { GroupList } from './GroupList.js';
import { OUTCOMES } from './merge.js';
import { Picture } from './Picture.js';
import { useReplay } from './useReplay.js';
import { words } from './words.js';

function Running({ result, onStop }: { result: Replay | undefined; onStop: () => void }) {
  const t = useT(words);
  const [done, total] = [result?.done ?? 0, result?.total ?? 0];
  return (
    <div className="d-flex flex-wrap gap-2 align-items-center mb-3">
      <div className="me-auto flex-fill min-w-0">
        <p className="mb-1" role="status">{t.running(done, total)}</p>
        <div className="progress" role="progressbar" aria-label={t.progress} aria-valuemin={0} aria-valuemax={total} aria-valuenow={done}>
          <div className="progress-bar" style={{ width: `${total === 0 ? 5 : (100 * done) / total}%` }} />
        </div>
      </div>
      <button type="button" className="btn" onClick={onStop}>{t.stop}</button>
    </div>
  );
}

function Result({ result, whole }: { result: Replay; whole: boolean }) {
  const t = useT(words);
  const worst = result.groups.find(({ elementId }) => elementId !== '');
  const [chosen, choose] = useState<{ key: string; focus: string | undefined }>();
  const first = worst?.processKey ?? result.ways[0]?.processKey ?? result.groups[0]?.processKey ?? '';
  const counts = OUTCOMES.map((outcome) => ({ outcome, count: result.groups.filter((group) => group.outcome === outcome).reduce((sum, group) => sum + group.count, 0) }));
  const parts = counts.filter(({ count }) => count > 0).map(({ outcome, count }) => t.part(outcome, count)).join(', ');
  return (
    <>
      <p className="h3" {...(whole ? { role: 'status' } : {})}>{t.summary(result.done, parts)}</p>
      {result.older > 0 ? <p className="text-secondary">{t.older(result.older)}</p> : null}
      <GroupList groups={result.groups} onShow={({ processKey, elementId }) => choose({ key: processKey, focus: elementId })} />
      <Picture result={result} shown={chosen?.key ?? first} focus={chosen?.focus} onChoose={(key) => choose({ key, focus: undefined })} />
    </>
  );
}

/** What the drafts would have made of the past, before they make the future. */
export default function ReplayPage() {
  const t = useT(words);
  const e = useT(editors);
  const { result, error, state, begin, stop } = useReplay();
  return (
    <Page
      title={t.title}
      before={<Link to="/procedures">{e.back}</Link>}
      actions={<><Link className="btn" to="/procedures/compare?from=newest&to=drafts">{e.compare}</Link>{state === 'running' ? null : <button type="button" className="btn" onClick={begin}>{t.again}</button>}</>}
    >
      <p className="text-secondary narrow">{t.lead}</p>
      {state === 'running' ? <Running result={result} onStop={stop} /> : null}
      {state === 'failed' ? <div className="mb-3"><ProblemNote error={error} onRetry={begin} /></div> : null}
      {state === 'stopped' ? <p role="status">{t.stopped(result?.done ?? 0, result?.total ?? 0)}</p> : null}
      {state === 'done' && result?.total === 0 ? <Empty title={t.none}>{t.noneHint}</Empty> : null}
      {result && result.done > 0 ? <Result result={result} whole={state === 'done'} /> : null}
    </Page>
  );
}
