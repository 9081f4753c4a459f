import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useFormat, useLanguage, useT } from '../../shared/i18n/index.js';
import { Async, Page, SentNotice } from '../../shared/ui/index.js';
import { useCasePages } from '../plugins/index.js';
import { useUser } from '../session/index.js';
import { useCase } from './calls.js';
import { CancelDialog } from './CancelDialog.js';
import { CaseDiagram } from './CaseDiagram.js';
import { CaseTasks } from './CaseTasks.js';
import { IncidentList } from './IncidentList.js';
import { MoveDialog } from './MoveDialog.js';
import { moveWords } from './moveWords.js';
import { Records } from './Records.js';
import { RunningSteps } from './RunningSteps.js';
import { StateBadge } from './StateBadge.js';
import { words } from './words.js';

export function CasePage() {
  const { id = '' } = useParams();
  const t = useT(words);
  const format = useFormat();
  const lang = useLanguage();
  const query = useCase(id);
  const m = useT(moveWords);
  const user = useUser();
  const admin = user.roles.includes('admin');
  const [cancelling, setCancelling] = useState(false);
  const [moving, setMoving] = useState(false);
  const found = query.data;
  const pages = useCasePages(found?.procedureKey, id);
  return (
    <Page
      title={found?.title ?? t.title}
      before={<Link to="/cases">{t.back}</Link>}
      actions={found ? (
        <>
          {pages.map(({ to, title }) => <Link key={to} className="btn" to={to}>{title[lang]}</Link>)}
          {admin && found.state === 'running' ? <button type="button" className="btn" onClick={() => setMoving(true)}>{m.move}</button> : null}
          {found.canCancel ? <button type="button" className="btn btn-outline-danger" onClick={() => setCancelling(true)}>{t.cancel}</button> : null}
        </>
      ) : null}
    >
      <SentNotice />
      <Async query={query} lines={8}>
        {(one) => (
          <>
            <p className="d-flex flex-wrap gap-3 text-secondary align-items-center">
              <StateBadge state={one.state} />
              <span>{t.started} {format.dateTime(one.startedAt)}</span>
              {one.startedByName ? <span>{one.startedByName}</span> : null}
              {one.releaseVersion ? <span>{t.version(one.releaseVersion)}</span> : null}
            </p>
            {one.cancelReason ? <p>{t.reason}: {one.cancelReason}</p> : null}
            <IncidentList caseId={id} />
            {user.officeKind === 'bps' ? null : <section className="card mb-3" aria-label={t.diagram}><RunningSteps caseId={id} /><CaseDiagram found={one} /></section>}
            <div className="row g-3">
              <div className="col-12 col-lg-5"><CaseTasks found={one} /></div>
              <div className="col-12 col-lg-7"><Records caseId={id} /></div>
            </div>
          </>
        )}
      </Async>
      {moving ? <MoveDialog caseId={id} onClose={() => setMoving(false)} /> : null}
      {cancelling ? <CancelDialog caseId={id} onClose={() => setCancelling(false)} /> : null}
    </Page>
  );
}
