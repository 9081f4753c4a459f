import { useState } from 'react';
import { useT } from '../../../shared/i18n/index.js';
import { SelectField, TextField } from '../../../shared/ui/index.js';
import { words } from '../words.js';
import { firstOf, OPERATORS, readComparison, writeComparison, type Comparison, type Operator } from './condition.js';
import type { Variable } from './variables.js';
import { ruleWords } from './words.js';

interface Props {
  /** The expression; empty for a flow without a condition. */
  body: string;
  variables: readonly Variable[];
  onChange: (body: string) => void;
}

/** A condition picked: which field, how it compares, with what. What says more stays as it is written. */
export function ConditionField({ body, variables, onChange }: Props) {
  const t = useT(ruleWords);
  const comparison = readComparison(body);
  const [written, setWritten] = useState(false);
  const simple = body === '' || comparison !== null;
  return (
    <fieldset className="mb-3">
      <legend className="form-label">{t.condition}</legend>
      {written || !simple ? <TextField label={t.conditionWritten} hint={t.conditionHint} value={body} onChange={(e) => onChange(e.target.value)} /> : <Picked comparison={comparison} variables={variables} onChange={onChange} />}
      {simple ? <button type="button" className="btn btn-sm btn-ghost-secondary" onClick={() => setWritten(!written)}>{written ? t.pick : t.writeYourself}</button> : <p className="form-hint mb-0">{t.conditionComplex}</p>}
    </fieldset>
  );
}

function Picked({ comparison, variables, onChange }: Omit<Props, 'body'> & { comparison: Comparison | null }) {
  const t = useT(ruleWords);
  const variable = comparison ? (variables.find(({ name }) => name === comparison.variable) ?? { name: comparison.variable, label: comparison.variable, kind: 'unknown' as const, choices: [] }) : undefined;
  const listed = variable && !variables.some(({ name }) => name === variable.name) ? [...variables, variable] : variables;
  const set = (change: Partial<Comparison>) => comparison && variable && onChange(writeComparison({ ...comparison, ...change }, variable.kind));
  const choose = (name: string) => {
    const next = listed.find((one) => one.name === name);
    onChange(next ? writeComparison(firstOf(next), next.kind) : '');
  };
  const operators = variable ? withCurrent(OPERATORS[variable.kind], comparison?.operator) : [];
  const compares = comparison && comparison.operator !== 'empty' && comparison.operator !== 'filled';
  return (
    <>
      <SelectField label={t.field} value={variable?.name ?? ''} onChange={(e) => choose(e.target.value)}>
        <option value="">{t.noCondition}</option>
        {listed.map(({ name, label }) => <option key={name} value={name}>{label === name ? name : `${label} (${name})`}</option>)}
      </SelectField>
      {comparison && variable ? (
        <SelectField label={t.comparison} value={comparison.operator} onChange={(e) => set({ operator: e.target.value as Operator })}>
          {operators.map((operator) => <option key={operator} value={operator}>{t.operator(operator)}</option>)}
        </SelectField>
      ) : null}
      {compares && variable ? <Value variable={variable} value={comparison.value} onChange={(value) => set({ value })} /> : null}
    </>
  );
}

const withCurrent = (operators: readonly Operator[], current: Operator | undefined): readonly Operator[] => (current && !operators.includes(current) ? [...operators, current] : operators);

function Value({ variable: { kind, choices }, value, onChange }: { variable: Variable; value: string; onChange: (value: string) => void }) {
  const t = useT(ruleWords);
  const shared = useT(words);
  const offered = kind === 'yes-no' ? [{ value: 'true', label: t.yes }, { value: 'false', label: t.no }] : kind === 'choice' ? choices : [];
  if (offered.length > 0) {
    const odd = offered.some((choice) => choice.value === value) ? [] : [{ value, label: value }];
    return (
      <SelectField label={t.value} value={value} error={odd.length > 0 ? shared.mustBe : undefined} onChange={(e) => onChange(e.target.value)}>
        {[...odd, ...offered].map((choice) => <option key={choice.value} value={choice.value}>{choice.label}</option>)}
      </SelectField>
    );
  }
  return <TextField label={t.value} {...(kind === 'number' ? { type: 'number', step: 'any' } : {})} value={value} onChange={(e) => onChange(e.target.value)} />;
}
