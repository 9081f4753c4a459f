import { useState, type FormEvent } from 'react';
import type { Office } from '../../api/index.js';
import { useT } from '../../shared/i18n/index.js';
import { Dialog, ProblemNote, say, SelectField, TextField } from '../../shared/ui/index.js';
import { common } from '../../shared/words.js';
import { useWrite } from './calls.js';
import { words } from './words.js';

const KINDS = ['produsen', 'walidata', 'bps'] as const;

export function OfficeDialog({ office, onClose }: { office: Office | undefined; onClose: () => void }) {
  const t = useT(words);
  const c = useT(common);
  const save = useWrite('offices');
  const [draft, setDraft] = useState({
    code: office?.code ?? '', name: office?.name ?? '', kind: office?.kind ?? 'produsen', email: office?.email ?? '', active: office?.active ?? true,
  });
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const target = office ? { path: `/offices/${office.id}`, method: 'PUT' as const } : { path: '/offices', method: 'POST' as const };
    save.mutate({ ...target, body: draft }, {
      onSuccess: () => {
        say(t.saved);
        onClose();
      },
    });
  };
  return (
    <Dialog
      title={office ? t.editOffice : t.addOffice}
      onClose={onClose}
      footer={<><button type="button" className="btn" onClick={onClose}>{c.cancel}</button><button type="submit" form="office" className="btn btn-primary" disabled={save.isPending}>{c.save}</button></>}
    >
      <form id="office" onSubmit={submit}>
        <ProblemNote error={save.error} />
        <TextField label={t.name} required minLength={2} value={draft.name} onChange={(e) => set({ name: e.target.value })} />
        <TextField label={t.code} hint={t.codeHint} required pattern="[A-Za-z0-9][A-Za-z0-9\-]*" value={draft.code} onChange={(e) => set({ code: e.target.value })} />
        <SelectField label={t.kind} value={draft.kind} onChange={(e) => set({ kind: e.target.value as Office['kind'] })}>
          {KINDS.map((kind) => <option key={kind} value={kind}>{t[kind]}</option>)}
        </SelectField>
        <TextField label={t.email} type="email" value={draft.email} onChange={(e) => set({ email: e.target.value })} />
        <label className="form-check"><input type="checkbox" className="form-check-input" checked={draft.active} onChange={(e) => set({ active: e.target.checked })} /><span className="form-check-label">{t.active}</span></label>
      </form>
    </Dialog>
  );
}
