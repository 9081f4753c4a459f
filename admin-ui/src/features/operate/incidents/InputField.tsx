import type { StepInput } from '../../../api/index.js';
import { useLanguage, useT } from '../../../shared/i18n/index.js';
import { AreaField, SelectField, TextField } from '../../../shared/ui/index.js';
import { common } from '../../../shared/words.js';
import { words } from './words.js';

type Value = StepInput['value'];

interface Props {
  field: StepInput;
  value: Value;
  onChange: (value: Value) => void;
}

const asText = (value: Value): string => (Array.isArray(value) ? value.join('\n') : value === null ? '' : String(value));

/** One entry of an automatic step, by its kind. Emptied, it counts as not set. */
export function InputField({ field: { label, kind, choices, required }, value, onChange }: Props) {
  const t = useT(words);
  const c = useT(common);
  const lang = useLanguage();
  const text = asText(value);
  const own = { label: label[lang], required };
  const give = (next: string) => onChange(next === '' ? null : next);
  if (kind === 'choice') {
    return (
      <SelectField {...own} value={text} onChange={(e) => give(e.target.value)}>
        {choices.includes(text) ? null : <option value={text}>{text || t.notSet}</option>}
        {required ? null : <option value="">{t.notSet}</option>}
        {choices.map((choice) => <option key={choice} value={choice}>{choice}</option>)}
      </SelectField>
    );
  }
  if (kind === 'yes-no') {
    return (
      <SelectField {...own} value={text} onChange={(e) => onChange(e.target.value === '' ? null : e.target.value === 'true')}>
        <option value="">{t.notSet}</option>
        <option value="true">{c.yes}</option>
        <option value="false">{c.no}</option>
      </SelectField>
    );
  }
  if (kind === 'number') return <TextField {...own} type="number" step="any" value={text} onChange={(e) => onChange(e.target.value === '' ? null : Number(e.target.value))} />;
  if (kind === 'list') return <AreaField {...own} hint={t.perLine} value={text} onChange={(e) => onChange(e.target.value.split('\n'))} />;
  return <TextField {...own} value={text} onChange={(e) => give(e.target.value)} />;
}
