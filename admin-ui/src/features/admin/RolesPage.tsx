import { useState, type FormEvent } from 'react';
import type { Role } from '../../api/index.js';
import { useT } from '../../shared/i18n/index.js';
import { Async, Empty, ProblemNote, say, TextField } from '../../shared/ui/index.js';
import { common } from '../../shared/words.js';
import { useRoles } from '../session/index.js';
import { usePermissions, useWrite } from './calls.js';
import { PermissionRow } from './PermissionRow.js';
import { Section } from './Section.js';
import { words } from './words.js';

function RoleRow({ role }: { role: Role }) {
  const t = useT(words);
  const c = useT(common);
  const write = useWrite('session');
  const [name, setName] = useState(role.name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    write.mutate({ path: `/roles/${role.key}`, method: 'PUT', body: { nameId: name.id, nameEn: name.en } }, { onSuccess: () => say(t.saved) });
  };
  return (
    <form className="card-body border-bottom py-2" onSubmit={submit} aria-label={role.key}>
      <ProblemNote error={write.error} />
      <div className="row g-2 align-items-end">
        <div className="col-12 col-md-2 mb-md-4"><code>{role.key}</code></div>
        <div className="col-12 col-md"><TextField label={t.roleId} required value={name.id} onChange={(e) => setName({ ...name, id: e.target.value })} /></div>
        <div className="col-12 col-md"><TextField label={t.roleEn} required value={name.en} onChange={(e) => setName({ ...name, en: e.target.value })} /></div>
        <div className="col-12 col-md-auto mb-3"><button type="submit" className="btn" disabled={write.isPending}>{c.save}</button></div>
      </div>
    </form>
  );
}

/** What the office calls its roles, and what they may do in plugins; diagrams and running processes keep the keys. */
export function RolesPage() {
  const t = useT(words);
  return (
    <>
      <Section title={t.roleNames}>{useRoles().map((role) => <RoleRow key={role.key} role={role} />)}</Section>
      <Section title={t.permissions}>
        <Async query={usePermissions()}>
          {(permissions) => (permissions.length ? permissions.map((permission) => <PermissionRow key={permission.key} permission={permission} />) : <Empty title={t.noPermissions}>{t.noPermissionsHint}</Empty>)}
        </Async>
      </Section>
    </>
  );
}
