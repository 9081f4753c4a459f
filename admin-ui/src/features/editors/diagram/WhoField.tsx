import { useState } from 'react';
import { useT } from '../../../shared/i18n/index.js';
import { SelectField } from '../../../shared/ui/index.js';
import { usePeopleNames } from '../calls.js';
import { words } from '../words.js';
import { readProperty, writeProperties, type DiagramElement, type Modeler } from './model.js';
import { stepsToRepeat } from './steps.js';
import { whoWords } from './words.js';

interface Props {
  modeler: Modeler;
  element: DiagramElement;
  /** The roles of the task: who has none of them cannot do it. */
  role: string;
}

const WAYS = ['anyone', 'person', 'same'] as const;
type Way = (typeof WAYS)[number];

/** Who of the role does it: anybody, somebody in particular, or whoever did an earlier step. */
export function WhoField({ modeler, element, role }: Props) {
  const t = useT(whoWords);
  const [person, sameAs] = [readProperty(element, 'person'), readProperty(element, 'sameAs')];
  const [way, setWay] = useState<Way>(person ? 'person' : sameAs ? 'same' : 'anyone');
  const write = (values: { person?: string; sameAs?: string }) => writeProperties(modeler, element, { person: '', sameAs: '', ...values });
  const become = (next: Way) => {
    setWay(next);
    if (person || sameAs) write({});
  };
  return (
    <fieldset className="mb-3">
      <legend className="form-label">{t.who}</legend>
      <SelectField label={t.way} hint={way === 'anyone' ? undefined : t.fallsToRole} value={way} onChange={(e) => become(e.target.value as Way)}>
        {WAYS.map((one) => <option key={one} value={one}>{t.wayName(one)}</option>)}
      </SelectField>
      {way === 'person' ? <PersonField role={role} value={person} onChange={(value) => write({ person: value })} /> : null}
      {way === 'same' ? <SameField element={element} value={sameAs} onChange={(value) => write({ sameAs: value })} /> : null}
    </fieldset>
  );
}

interface Choice {
  value: string;
  onChange: (value: string) => void;
}

function PersonField({ role, value, onChange }: Choice & Pick<Props, 'role'>) {
  const t = useT(whoWords);
  const shared = useT(words);
  const people = usePeopleNames().data ?? [];
  const fit = people.filter(({ active, roles }) => active && role.split(',').some((one) => roles.includes(one.trim())));
  const odd = value !== '' && !fit.some(({ username }) => username === value);
  return (
    <SelectField label={t.person} hint={fit.length === 0 ? t.nobodyHasRole : undefined} value={value} onChange={(e) => onChange(e.target.value)}>
      <option value="">{shared.none}</option>
      {odd ? <option value={value}>{people.find(({ username }) => username === value)?.name ?? value}</option> : null}
      {fit.map(({ username, name, office }) => <option key={username} value={username}>{office ? `${name} (${office.name})` : name}</option>)}
    </SelectField>
  );
}

function SameField({ element, value, onChange }: Choice & Pick<Props, 'element'>) {
  const t = useT(whoWords);
  const shared = useT(words);
  const steps = stepsToRepeat(element);
  const odd = value !== '' && !steps.some(({ id }) => id === value);
  return (
    <SelectField label={t.step} hint={steps.length === 0 ? t.nothingBefore : undefined} value={value} onChange={(e) => onChange(e.target.value)}>
      <option value="">{shared.none}</option>
      {odd ? <option value={value}>{value}</option> : null}
      {steps.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
    </SelectField>
  );
}
