import { useState } from 'react';
import { useT, zoneName } from '../../../shared/i18n/index.js';
import { SelectField, TextField } from '../../../shared/ui/index.js';
import { words } from '../words.js';
import { kindOf, readDate, readVariable, readWait, UNIT_NAMES, writeDate, writeWait, type TimeKind, type Unit } from './time.js';
import { asExpression, type Variable } from './variables.js';
import { ruleWords } from './words.js';

interface Props {
  label: string;
  body: string;
  /** Of these, the dates are offered. */
  variables: readonly Variable[];
  kinds: readonly TimeKind[];
  onChange: (body: string) => void;
}

const FIRST_WAIT = { amount: 1, unit: 'days' } as const;

/** When something happens, picked: at the date of a field, on a date, after a while. */
export function TimeField({ label, body, variables, kinds, onChange }: Props) {
  const t = useT(ruleWords);
  const shared = useT(words);
  const [kind, setKind] = useState<TimeKind>(() => kindOf(body));
  const become = (next: TimeKind) => {
    setKind(next);
    if (next === 'wait' && !readWait(body)) onChange(writeWait(FIRST_WAIT.amount, FIRST_WAIT.unit));
    if (next === 'variable' && readVariable(body) === null) onChange('');
  };
  return (
    <fieldset className="mb-3">
      <legend className="form-label">{label}</legend>
      <SelectField label={t.timeKind} value={kind} onChange={(e) => become(e.target.value as TimeKind)}>
        {kinds.map((one) => <option key={one} value={one}>{t.timeKindName(one)}</option>)}
      </SelectField>
      {kind === 'variable' ? <FromVariable body={body} variables={variables} onChange={onChange} /> : null}
      {kind === 'date' ? <TextField label={shared.time(zoneName())} type="datetime-local" value={readDate(body) ?? ''} onChange={(e) => onChange(writeDate(e.target.value))} /> : null}
      {kind === 'wait' ? <Wait body={body} onChange={onChange} /> : null}
      {kind === 'written' ? <TextField label={t.timeWritten} hint={t.timeWrittenHint} value={body} onChange={(e) => onChange(e.target.value)} /> : null}
    </fieldset>
  );
}

function FromVariable({ body, variables, onChange }: Pick<Props, 'body' | 'variables' | 'onChange'>) {
  const t = useT(ruleWords);
  const shared = useT(words);
  const current = readVariable(body);
  const dates = variables.filter(({ kind, name }) => kind === 'date' || name === current);
  const listed = current !== null && !dates.some(({ name }) => name === current) ? [...dates, { name: current, label: current }] : dates;
  return (
    <SelectField label={t.dateOf} value={current ?? ''} onChange={(e) => onChange(e.target.value && asExpression({ name: e.target.value }))}>
      <option value="">{shared.none}</option>
      {listed.map(({ name, label }) => <option key={name} value={name}>{label === name ? name : `${label} (${name})`}</option>)}
    </SelectField>
  );
}

function Wait({ body, onChange }: Pick<Props, 'body' | 'onChange'>) {
  const t = useT(ruleWords);
  const { amount, unit } = readWait(body) ?? FIRST_WAIT;
  return (
    <div className="row g-2">
      <div className="col-5"><TextField label={t.amount} type="number" min={1} value={amount} onChange={(e) => onChange(writeWait(Number(e.target.value), unit))} /></div>
      <div className="col-7">
        <SelectField label={t.unit} value={unit} onChange={(e) => onChange(writeWait(amount, e.target.value as Unit))}>
          {UNIT_NAMES.map((one) => <option key={one} value={one}>{t.unitName(one)}</option>)}
        </SelectField>
      </div>
    </div>
  );
}
