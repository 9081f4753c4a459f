import { useState } from 'react';
import { useLanguage, useT, zoneName } from '../../../shared/i18n/index.js';
import { SelectField, TextField } from '../../../shared/ui/index.js';
import { words } from '../words.js';
import { kindOf, readDate, readVariable, readWait, UNIT_NAMES, writeDate, writeWait, type TimeKind, type Unit } from './time.js';
import { timeSentence } from './timeSentence.js';
import { asExpression, type Variable } from './variables.js';
import { ruleWords } from './words.js';

interface Props {
  label: string;
  body: string;
  /** Of these, the dates are offered. */
  variables: readonly Variable[];
  kinds: readonly TimeKind[];
  /** How many working days, where it counts in those; empty where not. */
  workingDays?: string;
  onChange: (body: string, workingDays: string) => void;
}

const FIRST_DAYS = '7';
const FIRST_WAIT = { amount: 1, unit: 'days' } as const;

/** When something happens, picked: at the date of a field, on a date, after a while. */
export function TimeField({ label, body, workingDays = '', variables, kinds, onChange }: Props) {
  const lang = useLanguage();
  const t = useT(ruleWords);
  const shared = useT(words);
  const [kind, setKind] = useState<TimeKind>(() => kindOf(body, workingDays));
  const days = workingDays || FIRST_DAYS;
  const plain = (next: string) => onChange(next, '');
  const sentence = timeSentence(lang, body, workingDays, variables);
  const become = (next: TimeKind) => {
    setKind(next);
    if (next === 'working') onChange(`P${days}D`, days);
    else if (next === 'before') onChange(readVariable(body) === null ? '' : body, days);
    else if (next === 'wait' && !readWait(body)) plain(writeWait(FIRST_WAIT.amount, FIRST_WAIT.unit));
    else if (next === 'variable' && readVariable(body) === null) plain('');
    else if (workingDays) plain(body);
  };
  return (
    <fieldset className="mb-3">
      <legend className="form-label">{label}</legend>
      <SelectField label={t.timeKind} value={kind} onChange={(e) => become(e.target.value as TimeKind)}>
        {kinds.map((one) => <option key={one} value={one}>{t.timeKindName(one)}</option>)}
      </SelectField>
      {kind === 'before' ? <Days value={days} onChange={(next) => onChange(body, next)} /> : null}
      {kind === 'variable' || kind === 'before' ? <FromVariable body={body} variables={variables} onChange={(next) => onChange(next, kind === 'before' ? days : '')} /> : null}
      {kind === 'working' ? <Days value={days} onChange={(next) => onChange(`P${next}D`, next)} /> : null}
      {kind === 'date' ? <TextField label={shared.time(zoneName())} type="datetime-local" value={readDate(body) ?? ''} onChange={(e) => plain(writeDate(e.target.value))} /> : null}
      {kind === 'wait' ? <Wait body={body} onChange={plain} /> : null}
      {kind === 'written' ? <TextField label={t.timeWritten} hint={t.timeWrittenHint} value={body} onChange={(e) => plain(e.target.value)} /> : null}
      {sentence ? <p className="form-hint mb-0">{sentence}</p> : null}
      {kind === 'written' && body.trim() !== '' && !sentence ? <p className="text-danger small mb-0" role="status">{t.timeUnread}</p> : null}
    </fieldset>
  );
}

interface Part {
  body: string;
  onChange: (body: string) => void;
}

function Days({ value, onChange }: { value: string; onChange: (days: string) => void }) {
  const t = useT(ruleWords);
  return <TextField label={t.workingDays} type="number" min={1} max={999} value={value} onChange={(e) => onChange(String(Math.max(1, Math.min(999, Math.trunc(Number(e.target.value)) || 1))))} />;
}

function FromVariable({ body, variables, onChange }: Part & Pick<Props, 'variables'>) {
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

function Wait({ body, onChange }: Part) {
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
