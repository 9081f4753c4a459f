import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { MigrationOrder } from '../../api/index.js';
import { useFormat, useT } from '../../shared/i18n/index.js';
import { Async, Dialog, Page, ProblemNote } from '../../shared/ui/index.js';
import { common } from '../../shared/words.js';
import { useMigration, useOrderedCases, useStop } from './calls.js';
import { SaidOfCases } from './CaseNotes.js';
import { BADGE } from './OrderList.js';
import { words } from './words.js';

function Progress({ order }: { order: MigrationOrder }) {
  const t = useT(words);
  const format = useFormat();
  const { moved, refused, waiting, cancelled } = order;
  const all = moved + refused + waiting + cancelled;
  const share = all === 0 ? 0 : (moved + refused) / all;
  return (
    <section className="card card-body mb-3" aria-label={t.progress}>
      <div className="d-flex flex-wrap gap-2 align-items-center">
        <span className={`badge tertib-badge ${BADGE[order.state]}`}>{t[order.state]}</span>
        <span className="text-secondary">{t.orderedBy(order.orderedByName ?? '–', format.dateTime(order.createdAt))}</span>
      </div>
      <p className="my-2 text-break">{order.reason}</p>
      <div className="progress" role="progressbar" aria-label={t.progress} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(share * 100)}>
        <div className="progress-bar" style={{ width: `${share * 100}%` }} />
      </div>
      <div role="status"><dl className="d-flex flex-wrap column-gap-4 row-gap-1 mt-2 mb-0 task-facts">
        <div><dt>{t.moved}</dt><dd>{format.number(moved)}</dd></div>
        <div><dt>{t.refused}</dt><dd>{format.number(refused)}</dd></div>
        {waiting ? <div><dt>{t.waiting}</dt><dd>{format.number(waiting)}</dd></div> : null}
        {cancelled ? <div><dt>{t.notDone}</dt><dd>{format.number(cancelled)}</dd></div> : null}
      </dl></div>
    </section>
  );
}

/** Which ones stayed and why, and what the others lost. */
function Result({ id, order }: { id: string; order: MigrationOrder }) {
  const t = useT(words);
  const c = useT(common);
  const refused = useOrderedCases(id, 'refused');
  const losing = useOrderedCases(id, 'losing');
  const stayed = refused.data?.pages.flatMap(({ items }) => items) ?? [];
  const changed = losing.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      {order.state === 'done' && order.refused === 0 ? <p>{t.allMoved}</p> : null}
      <ProblemNote error={refused.error ?? losing.error} />
      <SaidOfCases title={t.why} tone="danger" cases={stayed.map((one) => ({ ...one, sentences: one.reasons }))} />
      {refused.hasNextPage ? <button type="button" className="btn mb-3" onClick={() => void refused.fetchNextPage()}>{c.more}</button> : null}
      <SaidOfCases title={t.whatLost} tone="warning" cases={changed.map((one) => ({ ...one, sentences: one.losses }))} />
      {losing.hasNextPage ? <button type="button" className="btn" onClick={() => void losing.fetchNextPage()}>{c.more}</button> : null}
    </>
  );
}

function StopDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT(words);
  const stop = useStop(id);
  return (
    <Dialog
      title={t.stopSure}
      onClose={onClose}
      footer={<><button type="button" className="btn" onClick={onClose}>{t.goOn}</button><button type="button" className="btn btn-danger" disabled={stop.isPending} onClick={() => stop.mutate(undefined, { onSuccess: onClose })}>{t.stop}</button></>}
    >
      <ProblemNote error={stop.error} />
      <p className="mb-0">{t.stopLead}</p>
    </Dialog>
  );
}

/** One move, while it runs and afterwards. */
export function OrderPage() {
  const { id = '' } = useParams();
  const t = useT(words);
  const query = useMigration(id);
  const [stopping, setStopping] = useState(false);
  const order = query.data;
  return (
    <Page
      title={order ? t.orderTitle(order.fromVersion, order.toVersion) : t.moves}
      before={<Link to="/procedures/running">{t.title}</Link>}
      actions={order?.state === 'running' ? <button type="button" className="btn" onClick={() => setStopping(true)}>{t.stop}</button> : null}
    >
      <Async query={query} lines={6}>{(found) => <><Progress order={found} /><Result id={id} order={found} /></>}</Async>
      {stopping && order?.state === 'running' ? <StopDialog id={id} onClose={() => setStopping(false)} /> : null}
    </Page>
  );
}
