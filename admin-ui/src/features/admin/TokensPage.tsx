import { useState, type FormEvent } from 'react';
import type { ApiToken, NewToken, TokenScope } from '../../api/index.js';
import { useFormat, useT } from '../../shared/i18n/index.js';
import { Async, Empty, LeaveGuard, ProblemNote, TextField } from '../../shared/ui/index.js';
import { useTokens, useWrite } from './calls.js';
import { Section } from './Section.js';
import { tokenWords } from './tokenWords.js';
import { words } from './words.js';

const SCOPES: TokenScope[] = ['releases:read', 'releases:write', 'operations'];
const EMPTY = { name: '', scopes: [] as TokenScope[], days: 90 };

/** What machines show instead of signing in: the token itself is seen once. */
export function TokensPage() {
  const t = useT(words);
  const own = useT(tokenWords);
  const query = useTokens();
  const write = useWrite<NewToken | null>('tokens');
  const [draft, setDraft] = useState(EMPTY);
  const [made, setMade] = useState<NewToken | null>(null);
  const toggle = (scope: TokenScope) => setDraft({ ...draft, scopes: draft.scopes.includes(scope) ? draft.scopes.filter((one) => one !== scope) : [...draft.scopes, scope] });
  const add = (event: FormEvent) => {
    event.preventDefault();
    write.mutate({ path: '/tokens', method: 'POST', body: draft }, {
      onSuccess: (token) => {
        setMade(token);
        setDraft(EMPTY);
      },
    });
  };
  return (
    <Section title={t.tokens}>
      {made && (
        <div className="alert alert-success d-block m-3" role="status">
          <h3 className="alert-heading text-body">{made.name}</h3>
          <p className="mb-2 text-body">{own.tokenOnce}</p>
          <code className="text-break">{made.token}</code>
          <LeaveGuard when title={made.name} lead={own.tokenLeave} />
          <div><button type="button" className="btn btn-sm mt-2" onClick={() => setMade(null)}>{own.tokenKept}</button></div>
        </div>
      )}
      <form className="card-body border-bottom" onSubmit={add}>
        <ProblemNote error={write.error} />
        <p className="text-secondary">{own.tokensHint}</p>
        <div className="row g-2">
          <div className="col-12 col-md"><TextField label={own.tokenName} required maxLength={100} value={draft.name} onChange={(e) => setDraft({ ...draft, name: e.target.value })} /></div>
          <div className="col-12 col-md-3"><TextField label={own.tokenDays} type="number" required min={1} max={366} value={draft.days} onChange={(e) => setDraft({ ...draft, days: Number(e.target.value) })} /></div>
        </div>
        <fieldset className="mb-3">
          <legend className="form-label">{own.tokenScopes}</legend>
          {SCOPES.map((scope) => (
            <label key={scope} className="form-check">
              <input type="checkbox" className="form-check-input" checked={draft.scopes.includes(scope)} onChange={() => toggle(scope)} />
              <span className="form-check-label">{own[scope]} <code>{scope}</code></span>
            </label>
          ))}
        </fieldset>
        <button type="submit" className="btn btn-primary" disabled={write.isPending || draft.scopes.length === 0}>{own.addToken}</button>
      </form>
      <Async query={query}>
        {(tokens) => (tokens.length ? (
          <table className="table table-vcenter card-table cards-table">
            <thead><tr><th scope="col">{own.tokenName}</th><th scope="col">{own.tokenScopes}</th><th scope="col">{own.tokenUse}</th><th className="w-1" /></tr></thead>
            <tbody>{tokens.map((token) => <TokenRow key={token.id} token={token} revoke={() => write.mutate({ path: `/tokens/${token.id}`, method: 'DELETE' })} />)}</tbody>
          </table>
        ) : <Empty title={own.noTokens}>{own.noTokensHint}</Empty>)}
      </Async>
    </Section>
  );
}

function TokenRow({ token, revoke }: { token: ApiToken; revoke: () => void }) {
  const own = useT(tokenWords);
  const format = useFormat();
  const over = token.revokedAt !== null || new Date(token.expiresAt) <= new Date();
  return (
    <tr>
      <td><strong>{token.name}</strong><div className="text-secondary">{own.tokenMade(token.createdByName, format.day(token.createdAt))}</div></td>
      <td>{token.scopes.map((scope) => <div key={scope}><code>{scope}</code></div>)}</td>
      <td className="text-secondary">
        <div>{token.revokedAt ? own.tokenRevoked(format.day(token.revokedAt)) : own.tokenUntil(format.day(token.expiresAt))}</div>
        <div>{token.lastUsedAt ? own.tokenUsed(format.day(token.lastUsedAt)) : own.tokenUnused}</div>
      </td>
      <td>{!over && <button type="button" className="btn btn-sm" aria-label={`${own.revokeToken}: ${token.name}`} onClick={revoke}>{own.revokeToken}</button>}</td>
    </tr>
  );
}
