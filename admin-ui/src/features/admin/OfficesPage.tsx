import { useState } from 'react';
import type { Office } from '../../api/index.js';
import { useT } from '../../shared/i18n/index.js';
import { Async, Empty } from '../../shared/ui/index.js';
import { common } from '../../shared/words.js';
import { useOffices } from './calls.js';
import { OfficeDialog } from './OfficeDialog.js';
import { Section } from './Section.js';
import { words } from './words.js';

export function OfficesPage() {
  const t = useT(words);
  const c = useT(common);
  const query = useOffices();
  const [editing, setEditing] = useState<Office | 'new'>();
  return (
    <Section title={t.offices} action={<button type="button" className="btn btn-primary" onClick={() => setEditing('new')}>{t.addOffice}</button>}>
      <Async query={query}>
        {(offices) => (offices.length ? (
          <table className="table table-vcenter card-table cards-table">
            <thead><tr><th scope="col">{t.name}</th><th scope="col">{t.code}</th><th scope="col">{t.kind}</th><th scope="col">{t.email}</th><th className="w-1" /></tr></thead>
            <tbody>
              {offices.map((office) => (
                <tr key={office.id}>
                  <td><strong>{office.name}</strong>{office.active ? null : <span className="badge tertib-badge bg-secondary-lt ms-2">{t.inactive}</span>}</td>
                  <td data-label={t.code}><code>{office.code}</code></td>
                  <td data-label={t.kind}>{t[office.kind]}</td>
                  <td data-label={office.email ? t.email : undefined}>{office.email}</td>
                  <td><button type="button" className="btn btn-sm" aria-label={`${c.edit}: ${office.name}`} onClick={() => setEditing(office)}>{c.edit}</button></td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : <Empty title={t.noOffices}>{t.noOfficesHint}</Empty>)}
      </Async>
      {editing ? <OfficeDialog office={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} /> : null}
    </Section>
  );
}
