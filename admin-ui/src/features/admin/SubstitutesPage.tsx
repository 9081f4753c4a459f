import type { Substitute } from '../../api/index.js';
import { useFormat, useLanguage, useT } from '../../shared/i18n/index.js';
import { Async, Empty, ProblemNote } from '../../shared/ui/index.js';
import { useRoles } from '../session/index.js';
import { useSubstitutes, useWrite } from './calls.js';
import { Section } from './Section.js';
import { SubstituteForm } from './SubstituteForm.js';
import { substituteWords } from './substituteWords.js';
import { words } from './words.js';

const BADGE: Record<Substitute['state'], string> = { now: 'bg-green-lt', later: 'bg-blue-lt', over: 'bg-secondary-lt' };

/** Who stands in for whom, in force first. */
export function SubstitutesPage() {
  const t = useT(substituteWords);
  const { substitutes } = useT(words);
  const query = useSubstitutes();
  const write = useWrite('substitutes');
  return (
    <Section title={substitutes}>
      <SubstituteForm />
      <ProblemNote error={write.error} />
      <Async query={query}>
        {(all) => (all.length ? (
          <table className="table table-vcenter card-table cards-table">
            <thead><tr><th scope="col">{t.substitute}</th><th scope="col">{t.inPlaceOf}</th><th scope="col">{t.period}</th><th className="w-1" /></tr></thead>
            <tbody>{all.toSorted(byState).map((one) => <Row key={one.id} one={one} end={() => write.mutate({ path: `/substitutes/${one.id}`, method: 'DELETE' })} />)}</tbody>
          </table>
        ) : <Empty title={t.noSubstitutes}>{t.noSubstitutesHint}</Empty>)}
      </Async>
    </Section>
  );
}

const ORDER: Substitute['state'][] = ['now', 'later', 'over'];
const byState = (a: Substitute, b: Substitute): number => ORDER.indexOf(a.state) - ORDER.indexOf(b.state);

function Row({ one, end }: { one: Substitute; end: () => void }) {
  const t = useT(substituteWords);
  const lang = useLanguage();
  const format = useFormat();
  const role = useRoles().find(({ key }) => key === one.role)?.name[lang] ?? one.role;
  return (
    <tr>
      <td><strong>{one.name}</strong> <span className={`badge tertib-badge ${BADGE[one.state]}`}>{t[one.state]}</span></td>
      <td>{one.capacity === 'delegate' ? t.onBehalf(one.forName ?? '', role) : `${one.capacity === 'plh' ? 'Plh.' : 'Plt.'} ${role}`}<div className="text-secondary">{one.basis}</div></td>
      <td className="text-secondary">{t.days(format.day(one.fromDay), format.day(one.untilDay))}</td>
      <td>{one.state !== 'over' && <button type="button" className="btn btn-sm" aria-label={`${t.endSubstitute}: ${one.name}`} onClick={end}>{t.endSubstitute}</button>}</td>
    </tr>
  );
}
