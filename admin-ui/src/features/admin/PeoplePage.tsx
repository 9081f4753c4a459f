import { useState } from 'react';
import { Link } from 'react-router';
import type { NewAccount, Person } from '../../api/index.js';
import { useFormat, useLanguage, useT } from '../../shared/i18n/index.js';
import { Async, Empty } from '../../shared/ui/index.js';
import { common } from '../../shared/words.js';
import { useRoles } from '../session/index.js';
import { abilityWords } from './abilityWords.js';
import { usePeople } from './calls.js';
import { ImportDialog } from './ImportDialog.js';
import { invitationWords } from './invitationWords.js';
import { OneTimePasswords } from './OneTimePasswords.js';
import { PersonDialog } from './PersonDialog.js';
import { Section } from './Section.js';
import { words } from './words.js';

export function PeoplePage() {
  const t = useT(words);
  const c = useT(common);
  const a = useT(abilityWords);
  const i = useT(invitationWords);
  const format = useFormat();
  const lang = useLanguage();
  const roles = useRoles();
  const query = usePeople();
  const [open, setOpen] = useState<Person | 'new' | 'import'>();
  const [made, setMade] = useState<NewAccount[]>([]);
  const roleName = (key: string) => roles.find((role) => role.key === key)?.name[lang] ?? key;
  const close = () => setOpen(undefined);
  const done = (accounts: NewAccount[]) => {
    // Those of an earlier import stay: nobody can look them up again.
    setMade((earlier) => [...earlier.filter(({ id }) => !accounts.some((one) => one.id === id)), ...accounts]);
    close();
  };
  return (
    <Section
      title={t.people}
      action={<><button type="button" className="btn" onClick={() => setOpen('import')}>{t.import}</button><button type="button" className="btn btn-primary" onClick={() => setOpen('new')}>{t.addPerson}</button></>}
    >
      <OneTimePasswords accounts={made} />
      <Async query={query}>
        {(people) => (people.length ? (
          <table className="table table-vcenter card-table cards-table">
            <thead><tr><th scope="col">{t.fullName}</th><th scope="col">{t.username}</th><th scope="col">{t.officeOf}</th><th scope="col">{t.rolesOf}</th><th className="w-1" /></tr></thead>
            <tbody>
              {people.map((person) => (
                <tr key={person.id}>
                  <td><strong>{person.name}</strong>{person.active ? null : <span className="badge tertib-badge bg-secondary-lt ms-2">{t.inactive}</span>}<div className="small text-secondary">{person.title}</div>{person.oneTimeUntil ? <div className="small text-secondary">{i.waiting(format.dateTime(person.oneTimeUntil))}</div> : null}</td>
                  <td data-label={t.username}><code>{person.username}</code></td>
                  <td>{person.office?.name}</td>
                  <td>{person.roles.map((role) => <span key={role} className="badge tertib-badge bg-blue-lt me-1">{roleName(role)}</span>)}</td>
                  <td className="text-nowrap"><Link className="btn btn-sm me-2" aria-label={`${a.open}: ${person.name}`} to={`/settings/people/${person.id}`}>{a.open}</Link><button type="button" className="btn btn-sm" aria-label={`${c.edit}: ${person.name}`} onClick={() => setOpen(person)}>{c.edit}</button></td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : <Empty title={t.noPeople}>{t.noPeopleHint}</Empty>)}
      </Async>
      {open === 'import' ? <ImportDialog onClose={close} onDone={done} /> : null}
      {open && open !== 'import' ? <PersonDialog person={open === 'new' ? undefined : open} onClose={close} onDone={done} /> : null}
    </Section>
  );
}
