import { zoneName, useT } from '../../shared/i18n/index.js';
import { TextField } from '../../shared/ui/index.js';
import { words } from './words.js';

interface Props {
  /** By the office's clock, `2026-11-30T06:00`; undefined: at once. */
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** Now, or by the office's clock later. */
export function WhenField({ value, onChange }: Props) {
  const t = useT(words);
  const choices = [{ label: t.atOnce, on: value === undefined, next: undefined }, { label: t.later, on: value !== undefined, next: '' }];
  return (
    <fieldset className="mb-3">
      <legend className="form-label">{t.when}</legend>
      {choices.map(({ label, on, next }) => (
        <label key={label} className="form-check form-check-inline">
          <input type="radio" name="when" className="form-check-input" checked={on} onChange={() => onChange(next)} />
          <span className="form-check-label">{label}</span>
        </label>
      ))}
      {value === undefined ? null : <TextField label={t.time(zoneName())} hint={t.planHint} type="datetime-local" required value={value} onChange={(e) => onChange(e.target.value)} />}
    </fieldset>
  );
}
