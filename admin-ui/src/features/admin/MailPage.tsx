import { useState, type FormEvent } from 'react';
import { useFormat, useT } from '../../shared/i18n/index.js';
import { Async, Dialog, Empty, ProblemNote, say, TextField } from '../../shared/ui/index.js';
import { common } from '../../shared/words.js';
import { useMail, useMailText, useWrite } from './calls.js';
import { GatewaySection } from './GatewaySection.js';
import { Section } from './Section.js';
import { mailWords } from './mailWords.js';
import { words } from './words.js';

function Message({ id, onClose }: { id: string; onClose: () => void }) {
  const own = useT(mailWords);
  return (
    <Dialog title={own.read} wide onClose={onClose}>
      <Async query={useMailText(id)}>
        {(mail) => <><p><strong>{mail.subject}</strong><br /><span className="text-secondary">{mail.to.join(', ')}</span></p><pre className="mail-text">{mail.text}</pre></>}
      </Async>
    </Dialog>
  );
}

export function MailPage() {
  return (
    <>
      <Mails />
      <GatewaySection />
    </>
  );
}

function Mails() {
  const t = useT(words);
  const own = useT(mailWords);
  const c = useT(common);
  const format = useFormat();
  const [cursor, setCursor] = useState('');
  const [failedOnly, setFailedOnly] = useState(false);
  const query = useMail(cursor, failedOnly);
  const write = useWrite('mail');
  const [to, setTo] = useState('');
  const [reading, setReading] = useState<string>();
  const test = (event: FormEvent) => {
    event.preventDefault();
    write.mutate({ path: '/mail/test', method: 'POST', body: { to } }, { onSuccess: () => say(own.testSent) });
  };
  return (
    <Section title={t.mail}>
      <form className="card-body border-bottom" onSubmit={test}>
        {query.data ? <p className="text-secondary">{query.data.sending ? own.sendingFrom(query.data.from) : own.notSending}</p> : null}
        <ProblemNote error={write.error} />
        <div className="row g-2 align-items-end">
          <div className="col-12 col-sm"><TextField label={own.testTo} type="email" required value={to} onChange={(e) => setTo(e.target.value)} /></div>
          <div className="col-12 col-sm-auto mb-3"><button type="submit" className="btn btn-primary w-100" disabled={write.isPending}>{own.testSend}</button></div>
        </div>
      </form>
      {query.data?.failed || failedOnly ? (
        <div className="card-body border-bottom d-flex flex-wrap gap-3 align-items-center">
          <span className="text-secondary me-auto">{own.failedMails(format.number(query.data?.failed ?? 0))}</span>
          <label className="form-check mb-0"><input type="checkbox" className="form-check-input" checked={failedOnly} onChange={(e) => { setFailedOnly(e.target.checked); setCursor(''); }} /><span className="form-check-label">{own.onlyFailed}</span></label>
        </div>
      ) : null}
      <Async query={query}>
        {({ items, next }) => (items.length ? (
          <>
            <table className="table table-vcenter card-table cards-table">
              <thead><tr><th scope="col">{own.subject}</th><th scope="col">{own.to}</th><th scope="col">{c.status}</th><th scope="col">{c.when}</th><th className="w-1" /></tr></thead>
              <tbody>
                {items.map((mail) => (
                  <tr key={mail.id}>
                    <td><button type="button" className="btn btn-link p-0 text-start text-wrap" onClick={() => setReading(mail.id)}>{mail.subject}</button></td>
                    <td className="text-break">{mail.to.map((address) => <div key={address}>{address}</div>)}</td>
                    <td><span className="badge bg-secondary-lt tertib-badge">{own[mail.state]}</span>{mail.lastError ? <div className="small text-danger">{mail.lastError}</div> : null}</td>
                    <td className="text-nowrap">{format.dateTime(mail.sentAt ?? mail.createdAt)}</td>
                    <td>{mail.state === 'failed' ? <button type="button" className="btn btn-sm" onClick={() => write.mutate({ path: `/mail/${mail.id}/retry`, method: 'POST' })}>{own.again}</button> : null}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {next ? <div className="card-footer text-center"><button type="button" className="btn" onClick={() => setCursor(next)}>{c.more}</button></div> : null}
          </>
        ) : <Empty title={own.noMail}>{own.noMailHint}</Empty>)}
      </Async>
      {reading ? <Message id={reading} onClose={() => setReading(undefined)} /> : null}
    </Section>
  );
}
