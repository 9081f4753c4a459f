import { SelectField, TextField, useT } from 'tertib/screens';
import type { Setting } from '../../data-list/setting-words.js';
import { NumberField } from '../NumberField.js';
import { ChoiceField } from './ChoiceField.js';
import { listWords } from './list-words.js';
import type { Line } from './TableColumns.js';
import { useSettings } from './useSettings.js';

const BLANK: Line = { kiri: '', pembanding: '=', kanan: '', toleransi: '', tingkat: 'kesalahan' };
const COMPARISONS = ['=', '≠', '<', '≤', '>', '≥'] as const;
const LEVELS = ['kesalahan', 'peringatan', 'informasi'];
const said = (line: Line, key: string): string => (typeof line[key] === 'string' ? (line[key] as string) : '');

interface OwnRulesProps {
  rules: readonly Line[];
  onChange: (rules: Line[]) => void;
}

/** Rules of the office's own: columns compared with columns or a number, without code. */
export function OwnRules({ rules, onChange }: OwnRulesProps) {
  const t = useT(listWords);
  const { label } = useSettings();
  const set = (index: number, key: string, value: string) => onChange(rules.map((one, at) => (at === index ? { ...one, [key]: value } : one)));
  const number = (one: Line, index: number, key: Setting) => <NumberField label={label(key)} value={said(one, key)} onChange={(written) => set(index, key, written)} />;
  return (
    <>
      <h3 className="h4">{label('aturanSendiri')}</h3>
      <p className="text-secondary">{t.ownRulesHint}</p>
      {rules.map((one, index) => (
        <div key={index} className="row border-top pt-2">
          <div className="col-md-4"><TextField label={label('kiri')} value={said(one, 'kiri')} onChange={(event) => set(index, 'kiri', event.target.value)} /></div>
          <div className="col-md-2"><SelectField label={label('pembanding')} value={said(one, 'pembanding')} onChange={(event) => set(index, 'pembanding', event.target.value)}>{COMPARISONS.map((sign) => <option key={sign} value={sign}>{sign}</option>)}</SelectField></div>
          <div className="col-md-4">{number(one, index, 'kanan')}</div>
          <div className="col-md-4">{number(one, index, 'toleransi')}</div>
          <div className="col-md-4"><ChoiceField setting="tingkat" only={LEVELS} value={said(one, 'tingkat')} onChange={(level) => set(index, 'tingkat', level)} /></div>
          <div className="col-12 mb-2"><button type="button" className="btn btn-sm" onClick={() => onChange(rules.filter((_, at) => at !== index))}>{t.removeRule(index + 1)}</button></div>
        </div>
      ))}
      <p><button type="button" className="btn" onClick={() => onChange([...rules, BLANK])}>{t.addRule}</button></p>
    </>
  );
}
