import { Link, useParams } from 'react-router';
import type { Abilities } from '../../api/index.js';
import { useFormat, useLanguage, useT } from '../../shared/i18n/index.js';
import { Async } from '../../shared/ui/index.js';
import { AbleSteps } from './AbleSteps.js';
import { abilityWords } from './abilityWords.js';
import { useAbilities } from './calls.js';
import { Section } from './Section.js';
import { SeeAs } from './SeeAs.js';
import { useThrough } from './useThrough.js';

/** What a person may see and do, in plain words, and why. */
export function AbilitiesPage() {
  const { id = '' } = useParams();
  return <Async query={useAbilities(id)}>{(abilities) => <Found abilities={abilities} />}</Async>;
}

function Found({ abilities }: { abilities: Abilities }) {
  const t = useT(abilityWords);
  const { id, name, title, username, active, officeName, roles } = abilities;
  return (
    <>
      <Section title={t.title(name)} action={<Link className="btn" to="/settings/people">{t.back}</Link>}>
        <div className="card-body">
          <p className="mb-0">{[title, officeName].filter(Boolean).join(', ') || username}</p>
          {active ? <><Sight abilities={abilities} />{roles.some(({ key }) => key === 'admin') ? null : <SeeAs userId={id} />}</> : <p className="mt-3 mb-0 text-danger">{t.inactive}</p>}
        </div>
      </Section>
      {active ? <><RoleList abilities={abilities} /><Allowed abilities={abilities} /><AbleSteps abilities={abilities} /></> : null}
    </>
  );
}

function Sight({ abilities: { sees, officeName, roles } }: { abilities: Abilities }) {
  const t = useT(abilityWords);
  return (
    <>
      <h3 className="h4 mt-3 mb-1">{t.sees}</h3>
      <p className="mb-0">{sees === 'office' ? t.office(officeName ?? '') : t[sees]}</p>
      {roles.some(({ key }) => key === 'admin') ? <p className="mb-0">{t.admin}</p> : null}
    </>
  );
}

function RoleList({ abilities: { roles } }: { abilities: Abilities }) {
  const t = useT(abilityWords);
  const lang = useLanguage();
  const format = useFormat();
  return (
    <Section title={t.roles}>
      {roles.length === 0 ? <p className="card-body mb-0">{t.noRoles}</p> : (
        <ul className="list-group list-group-flush">
          {roles.map(({ key, name, standsIn, delegatedTo }) => (
            <li key={key} className="list-group-item"><strong>{name[lang]}</strong><div className="text-secondary">{standsIn ? t.standsIn(standsIn.title[lang], format.day(standsIn.untilDay)) : t.own}{delegatedTo ? `; ${t.delegatedTo(delegatedTo.name, format.day(delegatedTo.untilDay))}` : null}</div></li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Allowed({ abilities: { roles, permissions, starts } }: { abilities: Abilities }) {
  const t = useT(abilityWords);
  const lang = useLanguage();
  const through = useThrough(roles);
  return (
    <>
      <Section title={t.starts}>
        {starts.length === 0 ? <p className="card-body mb-0">{t.noStarts}</p> : (
          <ul className="list-group list-group-flush">{starts.map((one) => <li key={one.key} className="list-group-item"><strong>{one.title}</strong><div className="text-secondary">{one.through.length ? through(one.through) : t.anybody}</div></li>)}</ul>
        )}
      </Section>
      <Section title={t.permissions}>
        {permissions.length === 0 ? <p className="card-body mb-0">{t.noPermissions}</p> : (
          <ul className="list-group list-group-flush">{permissions.map((one) => <li key={one.key} className="list-group-item"><strong>{one.title[lang]}</strong><div>{one.description[lang]}</div><div className="text-secondary">{through(one.through)}</div></li>)}</ul>
        )}
      </Section>
    </>
  );
}
