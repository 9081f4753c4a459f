import { useState } from 'react';
import { useFormat, useLanguage, useT } from '../../shared/i18n/index.js';
import { Async, Empty } from '../../shared/ui/index.js';
import { common } from '../../shared/words.js';
import { useAudit } from './calls.js';
import { AuditDetail } from './AuditDetail.js';
import { Section } from './Section.js';
import { words } from './words.js';

/** Nobody is signed in yet when somebody signs in. */
const signedIn = ({ action, detail }: { action: string; detail: Record<string, unknown> }): string | null => (action === 'session.opened' && typeof detail['username'] === 'string' ? detail['username'] : null);

export function AuditPage() {
  const t = useT(words);
  const c = useT(common);
  const format = useFormat();
  const lang = useLanguage();
  const [cursor, setCursor] = useState('');
  return (
    <Section title={t.audit}>
      <Async query={useAudit(cursor)}>
        {({ items, next }) => (items.length ? (
          <>
            <table className="table table-sm table-vcenter card-table cards-table">
              <thead><tr><th scope="col">{c.when}</th><th scope="col">{t.action}</th><th scope="col">{t.who}</th><th scope="col">{t.detail}</th></tr></thead>
              <tbody>
                {items.map((entry) => (
                  <tr key={entry.id}>
                    <td className="text-nowrap">{format.dateTime(entry.at)}</td>
                    <td title={entry.action}>{entry.title?.[lang] ?? <code>{entry.action}</code>}</td>
                    <td data-label={t.who}>{entry.userName ?? signedIn(entry) ?? t.system}</td>
                    <td><AuditDetail entry={entry} /></td>
                  </tr>
                ))}
              </tbody>
            </table>
            {next ? <div className="card-footer text-center"><button type="button" className="btn" onClick={() => setCursor(next)}>{c.more}</button></div> : null}
          </>
        ) : <Empty title={t.noAudit}>{t.noAuditHint}</Empty>)}
      </Async>
    </Section>
  );
}
