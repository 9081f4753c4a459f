import { useState, type FormEvent } from 'react';
import type { NewAccount, Person } from '../../api/index.js';
import { useLanguage, useT } from '../../shared/i18n/index.js';
import { newestError } from '../../shared/newest-error.js';
import { Dialog, ProblemNote, say, SelectField, TextField } from '../../shared/ui/index.js';
import { common } from '../../shared/words.js';
import { useRoles } from '../session/index.js';
import { useOffices, useWrite } from './calls.js';
import { invitationWords } from './invitationWords.js';
import { words } from './words.js';

interface Props {
  person: Person | undefined;
  onClose: () => void;
  onDone: (accounts: NewAccount[]) => void;
}

export function PersonDialog({ person, onClose, onDone }: Props) {
  const t = useT(words);
  const c = useT(common);
  const i = useT(invitationWords);
  const lang = useLanguage();
  const roles = useRoles();
  const offices = useOffices();
  const save = useWrite<NewAccount | undefined>('users');
  const reset = useWrite<NewAccount>('users');
  const [draft, setDraft] = useState({
    username: person?.username ?? '', name: person?.name ?? '', title: person?.title ?? '', nip: person?.nip ?? '', email: person?.email ?? '',
    officeId: person?.officeId ?? '', roles: person?.roles ?? [], active: person?.active ?? true, language: person?.language ?? lang,
  });
  const [byMail, setByMail] = useState(true);
  const by = byMail ? 'mail' : 'paper';
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change });
  const toggle = (key: string) => set({ roles: draft.roles.includes(key) ? draft.roles.filter((one) => one !== key) : [...draft.roles, key] });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const target = person ? { path: `/users/${person.id}`, method: 'PUT' as const } : { path: '/users', method: 'POST' as const };
    save.mutate({ ...target, body: { ...draft, officeId: draft.officeId || null, ...(person ? {} : { by }) } }, {
      onSuccess: (account) => {
        say(t.saved);
        onDone(account ? [account] : []);
      },
    });
  };
  const newPassword = () => person && reset.mutate({ path: `/users/${person.id}/password`, method: 'POST', body: { by } }, { onSuccess: (account) => onDone([account]) });
  return (
    <Dialog
      title={person ? t.editPerson : t.addPerson}
      onClose={onClose}
      footer={(
        <>
          {person ? <button type="button" className="btn me-auto" disabled={reset.isPending} onClick={newPassword}>{t.resetPassword}</button> : null}
          <button type="button" className="btn" onClick={onClose}>{c.cancel}</button>
          <button type="submit" form="person" className="btn btn-primary" disabled={save.isPending}>{c.save}</button>
        </>
      )}
    >
      <form id="person" onSubmit={submit}>
        <ProblemNote error={newestError(save, reset)} />
        <TextField label={t.fullName} required minLength={2} value={draft.name} onChange={(e) => set({ name: e.target.value })} />
        <TextField label={t.username} required pattern="[a-z0-9][a-z0-9._\-]+" autoCapitalize="none" value={draft.username} onChange={(e) => set({ username: e.target.value })} />
        <SelectField label={t.officeOf} value={draft.officeId} onChange={(e) => set({ officeId: e.target.value })}>
          <option value="">{t.noOffice}</option>
          {offices.data?.map((office) => <option key={office.id} value={office.id}>{office.name}</option>)}
        </SelectField>
        <fieldset className="mb-3">
          <legend className="form-label">{t.rolesOf}</legend>
          <div className="row g-1">
            {roles.map((role) => (
              <label key={role.key} className="form-check col-12 col-sm-6 mb-1 ps-4 ms-2">
                <input type="checkbox" className="form-check-input" checked={draft.roles.includes(role.key)} onChange={() => toggle(role.key)} />
                <span className="form-check-label">{role.name[lang]}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <TextField label={t.jobTitle} value={draft.title} onChange={(e) => set({ title: e.target.value })} />
        <TextField label={t.nip} inputMode="numeric" value={draft.nip} onChange={(e) => set({ nip: e.target.value })} />
        <TextField label={t.email} type="email" value={draft.email} onChange={(e) => set({ email: e.target.value })} />
        <SelectField label={i.language} value={draft.language} onChange={(e) => set({ language: e.target.value as 'id' | 'en' })}>
          <option value="id">Indonesia</option>
          <option value="en">English</option>
        </SelectField>
        <label className="form-check"><input type="checkbox" className="form-check-input" checked={byMail} onChange={(e) => setByMail(e.target.checked)} /><span className="form-check-label">{i.byMail}</span></label>
        <label className="form-check"><input type="checkbox" className="form-check-input" checked={draft.active} onChange={(e) => set({ active: e.target.checked })} /><span className="form-check-label">{t.active}</span></label>
      </form>
    </Dialog>
  );
}
