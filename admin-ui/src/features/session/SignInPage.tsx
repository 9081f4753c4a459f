import { useState, type FormEvent } from 'react';
import { useT } from '../../shared/i18n/index.js';
import { ProblemNote, TextField } from '../../shared/ui/index.js';
import { arrival } from './arrival.js';
import { DemoAccounts } from './DemoAccounts.js';
import { Front } from './Front.js';
import { useDemoAccounts, useSignIn } from './session.js';
import { words } from './words.js';

export function SignInPage() {
  const t = useT(words);
  const [username, setUsername] = useState(arrival.get().username);
  const [password, setPassword] = useState(arrival.get().code);
  const invited = arrival.get().code !== '';
  const signIn = useSignIn();
  const demo = useDemoAccounts();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ username, password });
  };
  return (
    <Front title={t.title}>
      <form className="card" onSubmit={submit}>
        <div className="card-body">
          <h1 className="h2 mb-1">{t.title}</h1>
          <p className="text-secondary">{invited ? t.invited : t.lead}</p>
          <ProblemNote error={signIn.error} />
          <TextField label={t.username} name="username" autoComplete="username" autoCapitalize="none" required autoFocus value={username} onChange={(e) => setUsername(e.target.value)} />
          <TextField label={t.password} name="password" type="password" autoComplete="current-password" required value={password} onChange={(e) => setPassword(e.target.value)} />
          <button type="submit" className="btn btn-primary w-100" disabled={signIn.isPending}>{t.signIn}</button>
          <p className="small text-secondary mt-3 mb-0">{t.codeHint}</p>
        </div>
      </form>
      <DemoAccounts accounts={demo.data ?? []} busy={signIn.isPending} onChoose={(account) => signIn.mutate({ username: account.username, password: account.password })} />
    </Front>
  );
}
