import { useState } from 'react';
import type { GatewayMessage } from '../../api/index.js';
import { useFormat, useT } from '../../shared/i18n/index.js';
import { Async, Empty, ProblemNote, say } from '../../shared/ui/index.js';
import { common } from '../../shared/words.js';
import { useMessages, useWrite } from './calls.js';
import { gatewayWords } from './gateway-words.js';
import { Section } from './Section.js';

/** What the messaging gateway did not take, why, and once more. */
export function GatewaySection() {
  const t = useT(gatewayWords);
  const c = useT(common);
  const format = useFormat();
  const [cursor, setCursor] = useState('');
  const [failedOnly, setFailedOnly] = useState(false);
  const query = useMessages(cursor, failedOnly);
  const write = useWrite<GatewayMessage>('messages');
  const again = (id: string) => write.mutate({ path: `/messages/${id}/retry`, method: 'POST' }, { onSuccess: ({ state }) => say(state === 'sent' ? t.resent : t.notResent) });
  return (
    <Section title={t.title}>
      <ProblemNote error={write.error} />
      <Async query={query}>
        {({ items, next, on, failed, waiting }) => (
          <>
            <div className="card-body border-bottom d-flex flex-wrap gap-3 align-items-center">
              <span className="text-secondary me-auto">{on ? null : <span className="d-block">{t.off}</span>}{on || failed ? t.counts(format.number(failed), format.number(waiting)) : null}</span>
              {on || failed ? <label className="form-check mb-0"><input type="checkbox" className="form-check-input" checked={failedOnly} onChange={(e) => { setFailedOnly(e.target.checked); setCursor(''); }} /><span className="form-check-label">{t.onlyFailed}</span></label> : null}
            </div>
            {items.length ? <Rows items={items} busy={write.isPending} onAgain={again} /> : on ? <Empty title={failedOnly ? t.noneFailed : t.none}>{failedOnly ? null : t.noneHint}</Empty> : null}
            {next ? <div className="card-footer text-center"><button type="button" className="btn" onClick={() => setCursor(next)}>{c.more}</button></div> : null}
          </>
        )}
      </Async>
    </Section>
  );
}

function Rows({ items, busy, onAgain }: { items: GatewayMessage[]; busy: boolean; onAgain: (id: string) => void }) {
  const t = useT(gatewayWords);
  const c = useT(common);
  const format = useFormat();
  return (
    <table className="table table-vcenter card-table cards-table">
      <thead><tr><th scope="col">{t.message}</th><th scope="col">{t.receiver}</th><th scope="col">{c.status}</th><th scope="col">{c.when}</th><th className="w-1"><span className="visually-hidden">{t.again}</span></th></tr></thead>
      <tbody>
        {items.map(({ id, title, receiver, state, attempts, lastError, sentAt, createdAt }) => (
          <tr key={id}>
            <td>{title}</td>
            <td data-label={t.receiver}>{receiver}</td>
            <td><span className="badge bg-secondary-lt tertib-badge">{t[state]}</span>{lastError ? <div className="small text-danger text-break">{lastError} <span className="text-secondary">({t.tries(format.number(attempts))})</span></div> : null}</td>
            <td className="text-nowrap">{format.dateTime(sentAt ?? createdAt)}</td>
            <td>{state === 'failed' ? <button type="button" className="btn btn-sm" disabled={busy} onClick={() => onAgain(id)}>{t.again}</button> : null}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
