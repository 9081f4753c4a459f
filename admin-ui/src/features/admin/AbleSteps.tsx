import type { Abilities } from '../../api/index.js';
import { useT } from '../../shared/i18n/index.js';
import { abilityWords } from './abilityWords.js';
import { Section } from './Section.js';
import { useThrough } from './useThrough.js';

/** The steps of the live procedures that are for the person. */
export function AbleSteps({ abilities: { procedures, roles } }: { abilities: Abilities }) {
  const t = useT(abilityWords);
  const through = useThrough(roles);
  return (
    <Section title={t.steps}>
      <p className="card-body text-secondary mb-0">{procedures.length ? t.stepsHint : t.noSteps}</p>
      {procedures.map(({ key, title, steps }) => (
        <div key={key} className="card-body">
          <h3 className="h4">{title}</h3>
          <ul className="mb-0">
            {steps.map((one) => <li key={one.id}>{one.name || one.id}<span className="text-secondary">{' – '}{[through(one.through), one.records && t.records, one.ownOffice && t.ownOffice].filter(Boolean).join('; ')}</span></li>)}
          </ul>
        </div>
      ))}
    </Section>
  );
}
