import { useState, type FormEvent } from 'react';
import type { Permission } from '../../api/index.js';
import { useLanguage, useT } from '../../shared/i18n/index.js';
import { ProblemNote, say } from '../../shared/ui/index.js';
import { common } from '../../shared/words.js';
import { useRoles } from '../session/index.js';
import { useWrite } from './calls.js';
import { words } from './words.js';

/** What a plugin lets people do, and the roles that may. */
export function PermissionRow({ permission }: { permission: Permission }) {
  const t = useT(words);
  const c = useT(common);
  const lang = useLanguage();
  const roles = useRoles();
  const write = useWrite('permissions', 'session', 'screens');
  const [given, setGiven] = useState(permission.roles);
  const toggle = (key: string) => setGiven(given.includes(key) ? given.filter((one) => one !== key) : [...given, key]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    write.mutate({ path: `/permissions/${permission.key}`, method: 'PUT', body: { roles: given } }, { onSuccess: () => say(t.saved) });
  };
  const title = permission.title[lang];
  return (
    <form className="card-body border-bottom" onSubmit={submit} aria-label={title}>
      <ProblemNote error={write.error} />
      <fieldset>
        <legend className="h4 mb-1">{title}</legend>
        <p className="text-secondary mb-2">{permission.description[lang]} <code>{permission.key}</code></p>
        <div className="row g-1 mb-2">
          {roles.map(({ key, name }) => (
            <label key={key} className="form-check col-12 col-sm-6 col-xl-4 mb-1 ps-4 ms-2">
              <input type="checkbox" className="form-check-input" checked={given.includes(key)} onChange={() => toggle(key)} />
              <span className="form-check-label">{name[lang]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="d-flex flex-wrap gap-2 align-items-center">
        <button type="submit" className="btn" disabled={write.isPending}>{c.save}</button>
        <button type="button" className="btn btn-ghost-secondary" onClick={() => setGiven(permission.standard)}>{t.standard}</button>
      </div>
    </form>
  );
}
