import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Dialog, ProblemNote, request, say, useNavigate, useT } from 'tertib/screens';
import type { Entry } from '../register.schemas.js';
import { words } from './words.js';

export function ObjectionDialog({ entry, onClose }: { readonly entry: Entry; readonly onClose: () => void }) {
  const t = useT(words);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const taking = useMutation({
    mutationFn: () => request<void>(`/informasi-publik/requests/${entry.caseId}/objection`, { method: 'POST' }),
    onSuccess: () => {
      say(t.taken);
      void queries.invalidateQueries({ queryKey: ['live', 'informasi-publik'] });
      navigate(`/cases/${entry.caseId}`);
    },
  });
  const footer = (
    <>
      <button type="button" className="btn" onClick={onClose}>{t.cancel}</button>
      <button type="button" className="btn btn-primary" disabled={taking.isPending} onClick={() => taking.mutate()}>{t.object}</button>
    </>
  );
  return (
    <Dialog title={t.object} onClose={onClose} footer={footer}>
      <p>{t.ask(entry.applicant)}</p>
      <ProblemNote error={taking.error} />
    </Dialog>
  );
}
