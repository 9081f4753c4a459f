import { useState, type FormEvent } from 'react';
import { useT } from '../../shared/i18n/index.js';
import { ProblemNote, TextField } from '../../shared/ui/index.js';
import { DemoAccounts } from './DemoAccounts.js';
import { Front } from './Front.js';
import { useDemoAccounts, useSignIn } from './session.js';
import { words } from './words.js';

export function SignInPage() {
  const t = useT(words);
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
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
          <p className="text-secondary">{t.lead}</p>
          <ProblemNote error={signIn.error} />
          <TextField label={t.username} name="username" autoComplete="username" autoCapitalize="none" required autoFocus value={username} onChange={(e) => setUsername(e.target.value)} />
          <TextField label={t.password} name="password" type="password" autoComplete="current-password" required value={password} onChange={(e) => setPassword(e.target.value)} />
          <button type="submit" className="btn btn-primary w-100" disabled={signIn.isPending}>{t.signIn}</button>
        </div>
      </form>
      <DemoAccounts accounts={demo.data ?? []} busy={signIn.isPending} onChoose={(account) => signIn.mutate({ username: account.username, password: account.password })} />
    </Front>
  );
}
