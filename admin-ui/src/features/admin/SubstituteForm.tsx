import { useState, type FormEvent } from 'react';
import type { Substitute } from '../../api/index.js';
import { useLanguage, useT } from '../../shared/i18n/index.js';
import { ProblemNote, SelectField, TextField } from '../../shared/ui/index.js';
import { useRoles } from '../session/index.js';
import { usePeople, useWrite } from './calls.js';
import { substituteWords } from './substituteWords.js';

type Capacity = Exclude<Substitute['capacity'], 'delegate'>;
const EMPTY = { userId: '', role: '', capacity: 'plh' as Capacity, fromDay: '', untilDay: '', basis: '' };

export function SubstituteForm() {
  const t = useT(substituteWords);
  const lang = useLanguage();
  // Administrators have no dated substitutes.
  const roles = useRoles().filter(({ key }) => key !== 'admin');
  const people = (usePeople().data ?? []).filter(({ active }) => active);
  const write = useWrite('substitutes');
  const [draft, setDraft] = useState(EMPTY);
  const set = (more: Partial<typeof EMPTY>) => setDraft({ ...draft, ...more });
  const add = (event: FormEvent) => {
    event.preventDefault();
    write.mutate({ path: '/substitutes', method: 'POST', body: draft }, { onSuccess: () => setDraft(EMPTY) });
  };
  return (
    <form className="card-body border-bottom" onSubmit={add}>
      <ProblemNote error={write.error} />
      <p className="text-secondary">{t.hint}</p>
      <div className="row g-2">
        <div className="col-12 col-md-6">
          <SelectField label={t.substitute} required value={draft.userId} onChange={(e) => set({ userId: e.target.value })}>
            <option value="">{t.choose}</option>
            {people.map(({ id, name, title }) => <option key={id} value={id}>{title ? `${name}, ${title}` : name}</option>)}
          </SelectField>
        </div>
        <div className="col-12 col-md-6">
          <SelectField label={t.inPlaceOf} required value={draft.role} onChange={(e) => set({ role: e.target.value })}>
            <option value="">{t.choose}</option>
            {roles.map(({ key, name }) => <option key={key} value={key}>{name[lang]}</option>)}
          </SelectField>
        </div>
        <div className="col-12 col-md-6">
          <SelectField label={t.capacity} value={draft.capacity} onChange={(e) => set({ capacity: e.target.value as Capacity })}>
            <option value="plh">{t.plh}</option>
            <option value="plt">{t.plt}</option>
          </SelectField>
        </div>
        <div className="col-12 col-md-6"><TextField label={t.basis} required maxLength={255} value={draft.basis} onChange={(e) => set({ basis: e.target.value })} /></div>
        <div className="col-12 col-sm-6"><TextField label={t.fromDay} type="date" required value={draft.fromDay} onChange={(e) => set({ fromDay: e.target.value })} /></div>
        <div className="col-12 col-sm-6"><TextField label={t.untilDay} type="date" required min={draft.fromDay} value={draft.untilDay} onChange={(e) => set({ untilDay: e.target.value })} /></div>
      </div>
      <button type="submit" className="btn btn-primary" disabled={write.isPending}>{t.addSubstitute}</button>
    </form>
  );
}
