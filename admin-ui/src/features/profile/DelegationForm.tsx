import { useState, type FormEvent } from 'react';
import { useLanguage, useT } from '../../shared/i18n/index.js';
import { Async, ProblemNote, SelectField, TextField } from '../../shared/ui/index.js';
import { useRoles } from '../session/index.js';
import type { DelegationChoices } from '../../api/index.js';
import { useChoices, useDelegate, type DelegationDraft } from './calls.js';
import { words } from './words.js';

const EMPTY: DelegationDraft = { userId: '', role: '', fromDay: '', untilDay: '', basis: '' };

export function DelegationForm() {
  const t = useT(words);
  return (
    <section className="card mb-3" aria-label={t.delegate}>
      <div className="card-header"><h2 className="card-title">{t.delegate}</h2></div>
      <div className="card-body">
        <p className="text-secondary">{t.hint}</p>
        <Async query={useChoices()}>
          {(choices) => {
            if (choices.roles.length === 0) return <p className="mb-0">{t.noRole}</p>;
            return choices.colleagues.length === 0 ? <p className="mb-0">{t.noColleague}</p> : <Fields choices={choices} />;
          }}
        </Async>
      </div>
    </section>
  );
}

function Fields({ choices: { roles, colleagues } }: { choices: DelegationChoices }) {
  const t = useT(words);
  const lang = useLanguage();
  const names = new Map(useRoles().map(({ key, name }) => [key, name[lang]]));
  const delegate = useDelegate();
  const [draft, setDraft] = useState({ ...EMPTY, role: roles.length === 1 ? (roles[0] ?? '') : '' });
  const set = (more: Partial<DelegationDraft>) => setDraft({ ...draft, ...more });
  const send = (event: FormEvent) => {
    event.preventDefault();
    delegate.mutate(draft, { onSuccess: () => setDraft({ ...EMPTY, role: draft.role }) });
  };
  return (
    <form onSubmit={send}>
      <ProblemNote error={delegate.error} />
      <div className="row g-2">
        <div className="col-12 col-md-6">
          <SelectField label={t.role} required value={draft.role} onChange={(e) => set({ role: e.target.value })}>
            <option value="">{t.choose}</option>
            {roles.map((key) => <option key={key} value={key}>{names.get(key) ?? key}</option>)}
          </SelectField>
        </div>
        <div className="col-12 col-md-6">
          <SelectField label={t.colleague} required value={draft.userId} onChange={(e) => set({ userId: e.target.value })}>
            <option value="">{t.choose}</option>
            {colleagues.filter((one) => !one.roles.includes(draft.role)).map(({ id, name, title }) => <option key={id} value={id}>{title ? `${name}, ${title}` : name}</option>)}
          </SelectField>
        </div>
        <div className="col-12 col-sm-6"><TextField label={t.fromDay} type="date" required value={draft.fromDay} onChange={(e) => set({ fromDay: e.target.value })} /></div>
        <div className="col-12 col-sm-6"><TextField label={t.untilDay} type="date" required min={draft.fromDay} value={draft.untilDay} onChange={(e) => set({ untilDay: e.target.value })} /></div>
        <div className="col-12"><TextField label={t.basis} hint={t.basisHint} required maxLength={255} value={draft.basis} onChange={(e) => set({ basis: e.target.value })} /></div>
      </div>
      <button type="submit" className="btn btn-primary" disabled={delegate.isPending}>{t.send}</button>
    </form>
  );
}
