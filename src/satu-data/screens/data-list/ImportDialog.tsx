import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog, FileField, newestError, ProblemNote, request, say, useFormat, useLanguage, useT } from 'tertib/screens';
import type { ImportPlan } from '../../data-list/data-list.schemas.js';
import { listWords } from './list-words.js';

function Preview({ plan }: { plan: ImportPlan }) {
  const t = useT(listWords);
  const language = useLanguage();
  const format = useFormat();
  const rest = plan.added + plan.changed - plan.names.length - plan.changes.length;
  if (plan.errors.length) {
    return (
      <div className="alert alert-danger text-body" role="alert"><div>{t.errors(format.number(plan.refused))}
        <ul className="mb-0">{plan.errors.map(({ cell, message }, index) => <li key={index}><strong>{cell}</strong> {message[language]}</li>)}</ul>
        {plan.refused > plan.errors.length ? <p className="mb-0">{t.moreErrors(format.number(plan.refused - plan.errors.length))}</p> : null}
      </div></div>
    );
  }
  return (
    <div role="status">
      <p>{t.plan(plan.added, plan.changed, plan.unchanged, plan.missing)}</p>
      <ul>
        {plan.changes.map(({ row, name, fields }) => <li key={row}>{t.sheetRow(row)}, {name}: {fields.map((one) => `${one.label[language]}: ${one.before[language] || t.empty} → ${one.after[language] || t.empty}`).join('; ')}</li>)}
        {plan.names.map((name, index) => <li key={`new ${index}`}>{t.new}: {name}</li>)}
      </ul>
      {rest > 0 ? <p className="text-secondary">{t.moreRows(format.number(rest))}</p> : null}
    </div>
  );
}

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
  // What is being applied cannot be called off, and whoever went away would not be told that it failed.
  const close = () => { if (!apply.isPending) onClose(); };
  return (
    <Dialog
      title={t.import} wide onClose={close}
      footer={<><button type="button" className="btn" disabled={apply.isPending} onClick={close}>{t.cancel}</button><button type="button" className="btn btn-primary" disabled={!ready || apply.isPending} onClick={() => plan && apply.mutate(plan.fingerprint)}>{t.apply}</button></>}
    >
      <p className="text-secondary">{t.importHint}</p>
      <FileField label={t.chooseFile} accept=".xlsx" disabled={preview.isPending || apply.isPending} onFile={(file) => preview.mutate(file)} />
      <ProblemNote error={newestError(preview, apply)} />
      {plan ? <Preview plan={plan} /> : null}
    </Dialog>
  );
}
