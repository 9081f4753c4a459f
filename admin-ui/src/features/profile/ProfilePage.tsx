import { useLanguage, useT } from '../../shared/i18n/index.js';
import { Async, Page, ProblemNote } from '../../shared/ui/index.js';
import { useRoles, useUser } from '../session/index.js';
import { useDelegations, useEnd } from './calls.js';
import { DelegationForm } from './DelegationForm.js';
import { DelegationList } from './DelegationList.js';
import { words } from './words.js';

/** What a person keeps himself: who does his tasks while he is away. */
export function ProfilePage() {
  const t = useT(words);
  const query = useDelegations();
  const end = useEnd();
  return (
    <Page title={t.title}>
      <div className="row g-3">
        <div className="col-12 col-lg-4"><About /></div>
        <div className="col-12 col-lg-8">
          <DelegationForm />
          <ProblemNote error={end.error} />
          <Async query={query}>
            {({ given, received }) => (
              <>
                <DelegationList title={t.given} none={t.noneGiven} rows={given} nameOf={({ name }) => name} end={(id) => end.mutate(id)} />
                <DelegationList title={t.received} none={t.noneReceived} rows={received} nameOf={({ forName }) => forName} />
              </>
            )}
          </Async>
        </div>
      </div>
    </Page>
  );
}

function About() {
  const t = useT(words);
  const lang = useLanguage();
  const { name, username, title, roles, standsIn } = useUser();
  const known = useRoles();
  const titles = roles.map((key) => standsIn.find(({ role }) => role === key)?.title[lang] ?? known.find((one) => one.key === key)?.name[lang] ?? key);
  return (
    <section className="card" aria-label={t.self}>
      <div className="card-body">
        <h2 className="h3">{name}</h2>
        <dl className="mb-0">
          <dt>{t.username}</dt><dd>{username}</dd>
          {title ? <><dt>{t.position}</dt><dd>{title}</dd></> : null}
          <dt>{t.roles}</dt><dd className="mb-0">{titles.join('; ') || t.none}</dd>
        </dl>
      </div>
    </section>
  );
}
