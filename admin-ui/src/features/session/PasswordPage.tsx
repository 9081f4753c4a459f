import { useState, type FormEvent } from 'react';
import { useT } from '../../shared/i18n/index.js';
import { ProblemNote, say, TextField } from '../../shared/ui/index.js';
import { arrival } from './arrival.js';
import { Front } from './Front.js';
import { useChangePassword, useSignOut } from './session.js';
import { words } from './words.js';

const LEAST = 12;

/** Between a one-time password and the house. */
export function PasswordPage() {
  const t = useT(words);
  const [current, setCurrent] = useState(arrival.get().code);
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [different, setDifferent] = useState(false);
  const change = useChangePassword();
  const leave = useSignOut();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setDifferent(next !== again);
    if (next === again) change.mutate({ current, next }, { onSuccess: () => say(t.changed) });
  };
  return (
    <Front title={t.change}>
      <form className="card" onSubmit={submit}>
        <div className="card-body">
          <h1 className="h2 mb-1">{t.change}</h1>
          <p className="text-secondary">{t.changeLead}</p>
          <ProblemNote error={change.error} />
          <TextField label={t.current} type="password" autoComplete="current-password" required value={current} onChange={(e) => setCurrent(e.target.value)} />
          <TextField label={t.next} hint={t.nextHint} type="password" autoComplete="new-password" required minLength={LEAST} value={next} onChange={(e) => setNext(e.target.value)} />
          <TextField label={t.again} error={different ? t.different : undefined} type="password" autoComplete="new-password" required value={again} onChange={(e) => setAgain(e.target.value)} />
          <button type="submit" className="btn btn-primary w-100" disabled={change.isPending}>{t.change}</button>
          <button type="button" className="btn btn-link w-100 mt-2" onClick={() => leave.mutate()}>{t.signOut}</button>
        </div>
      </form>
    </Front>
  );
}
