import { useMutation } from '@tanstack/react-query';
import { useState, type MouseEvent } from 'react';
import { Dialog, ProblemNote, request, say, useLanguage, useT } from 'tertib/screens';
import type { ImportPlan } from '../../data-list/data-list.schemas.js';
import { listWords } from './list-words.js';

function Preview({ plan }: { plan: ImportPlan }) {
  const t = useT(listWords);
  const language = useLanguage();
  if (plan.errors.length) {
    return (
      <div className="alert alert-danger text-body" role="alert"><div>{t.errors}
        <ul className="mb-0">{plan.errors.map(({ cell, message }, index) => <li key={index}><strong>{cell}</strong> {message[language]}</li>)}</ul>
      </div></div>
    );
  }
  return (
    <div role="status">
      <p>{t.plan(plan.added, plan.changed, plan.unchanged, plan.missing)}</p>
      <ul>
        {plan.changes.map(({ row, name, fields }) => <li key={row}>{t.sheetRow(row)}, {name}: {fields.map((one) => `${one.label[language]}: ${one.before || t.empty} → ${one.after || t.empty}`).join('; ')}</li>)}
        {plan.names.map((name, index) => <li key={`new ${index}`}>{t.new}: {name}</li>)}
      </ul>
    </div>
  );
}

/** A browser says nothing of a file that was chosen before, though it has been corrected since. */
const chooseAgain = (event: MouseEvent<HTMLInputElement>): void => { event.currentTarget.value = ''; };

/** A workbook into the list: what it would change is shown first, then all of it is done or nothing. */
export function ImportDialog({ caseId, onDone, onClose }: { caseId: string; onDone: () => Promise<unknown>; onClose: () => void }) {
  const t = useT(listWords);
  const [fileId, setFileId] = useState('');
  const ask = (body: object) => request<ImportPlan>(`/satu-data/data-list/${caseId}/import`, { method: 'POST', body });
  const preview = useMutation({
    mutationFn: async (file: File) => {
      const body = new FormData();
      body.append('caseId', caseId);
      body.append('file', file);
      const { id } = await request<{ id: string }>('/files', { method: 'POST', body });
      setFileId(id);
      return ask({ fileId: id });
    },
  });
  const apply = useMutation({ mutationFn: (fingerprint: string) => ask({ fileId, fingerprint }), onSuccess: async () => { await onDone(); say(t.imported); onClose(); } });
  const plan = preview.data;
  const ready = plan !== undefined && plan.errors.length === 0 && plan.added + plan.changed > 0;
  return (
    <Dialog
      title={t.import} wide onClose={onClose}
      footer={<><button type="button" className="btn" onClick={onClose}>{t.cancel}</button><button type="button" className="btn btn-primary" disabled={!ready || apply.isPending} onClick={() => plan && apply.mutate(plan.fingerprint)}>{t.apply}</button></>}
    >
      <p className="text-secondary">{t.importHint}</p>
      <label className="form-label d-block">{t.chooseFile}
        <input type="file" className="form-control" accept=".xlsx" disabled={preview.isPending} onClick={chooseAgain} onChange={(event) => { const file = event.target.files?.[0]; if (file) preview.mutate(file); }} />
      </label>
      <ProblemNote error={preview.error ?? apply.error} />
      {plan ? <Preview plan={plan} /> : null}
    </Dialog>
  );
}
