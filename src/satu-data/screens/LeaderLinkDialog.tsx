import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Dialog, ProblemNote, request, say, TextField, useFormat, useT } from 'tertib/screens';
import type { IssuedLink, Waiting } from '../leader/leader.schemas.js';
import { leaderWords } from './leader-words.js';

/** Who the leader is; then, once, his link and its PIN. */
export function LeaderLinkDialog({ row, onClose }: { row: Waiting['items'][number]; onClose: () => void }) {
  const t = useT(leaderWords);
  const format = useFormat();
  const [name, setName] = useState(row.link?.name ?? '');
  const [post, setPost] = useState(row.link?.title ?? '');
  const make = useMutation({ mutationFn: () => request<IssuedLink>('/satu-data/leader-links', { method: 'POST', body: { taskId: row.taskId, name, title: post } }) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate();
  };
  const { data: issued } = make;
  if (issued) {
    const copy = () => void navigator.clipboard?.writeText(issued.address).then(() => say(t.copied));
    return (
      <Dialog title={t.make} onClose={onClose} footer={<button type="button" className="btn btn-primary" onClick={onClose}>{t.close}</button>}>
        <p>{t.once} {(issued.expiresAt === row.deadline ? t.untilDeadline : t.until)(format.dateTime(issued.expiresAt))}</p>
        <TextField label={t.address} readOnly value={issued.address} onFocus={(event) => event.target.select()} />
        <p><button type="button" className="btn" onClick={copy}>{t.copy}</button></p>
        <TextField label={t.pin} readOnly value={issued.pin} onFocus={(event) => event.target.select()} />
      </Dialog>
    );
  }
  return (
    <Dialog
      title={t.make}
      onClose={onClose}
      footer={<><button type="button" className="btn" onClick={onClose}>{t.cancel}</button><button type="submit" form="leader-link" className="btn btn-primary" disabled={make.isPending}>{t.make}</button></>}
    >
      <form id="leader-link" onSubmit={submit}>
        <ProblemNote error={make.error} />
        <p className="text-secondary">{row.office} · {row.period}. {row.link?.state === 'open' ? t.replaces : ''}</p>
        <TextField label={t.name} required maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
        <TextField label={t.post} required maxLength={100} value={post} onChange={(event) => setPost(event.target.value)} />
      </form>
    </Dialog>
  );
}
