import { useT } from 'tertib/screens';
import type { OfficeRulesView } from '../../rules/rules.schemas.js';
import { rulesWords } from './rules-words.js';

interface Props {
  signs: OfficeRulesView['signs'];
  taken: readonly string[];
  onChange: (taken: readonly string[]) => void;
}

/** Which signs in a column of numbers or dates are taken for an empty cell. */
export function EmptySigns({ signs: { known, usual }, taken, onChange }: Props) {
  const t = useT(rulesWords);
  const toggle = (sign: string, on: boolean) => onChange(known.filter((one) => (one === sign ? on : taken.includes(one))));
  return (
    <fieldset className="list-group-item">
      <legend className="h3 mb-1">{t.signs}</legend>
      <p className="text-secondary mb-2">{t.signsHint}</p>
      {known.map((sign) => (
        <label key={sign} className="form-check form-check-inline">
          <input type="checkbox" className="form-check-input" checked={taken.includes(sign)} onChange={(event) => toggle(sign, event.target.checked)} />
          <span className="form-check-label">{sign}</span>
        </label>
      ))}
      <div className="text-secondary">{t.signsUsual(usual.join(' '))}</div>
    </fieldset>
  );
}
