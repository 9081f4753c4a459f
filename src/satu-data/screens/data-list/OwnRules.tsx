import { SelectField, TextField, useT } from 'tertib/screens';
import { NumberField } from '../NumberField.js';
import { listWords } from './list-words.js';
import type { Line } from './TableColumns.js';

const BLANK: Line = { kiri: '', pembanding: '=', kanan: '', toleransi: '', tingkat: 'kesalahan' };
const COMPARISONS = ['=', '≠', '<', '≤', '>', '≥'] as const;
const LEVELS = ['kesalahan', 'peringatan', 'informasi'] as const;
const said = (line: Line, key: string): string => (typeof line[key] === 'string' ? (line[key] as string) : '');

interface OwnRulesProps {
  rules: readonly Line[];
  onChange: (rules: Line[]) => void;
}

/** Rules of the office's own: columns compared with columns or a number, without code. */
export function OwnRules({ rules, onChange }: OwnRulesProps) {
  const t = useT(listWords);
  const set = (index: number, key: string, value: string) => onChange(rules.map((one, at) => (at === index ? { ...one, [key]: value } : one)));
  const number = (one: Line, index: number, key: string, label: string) => <NumberField label={label} value={said(one, key)} onChange={(written) => set(index, key, written)} />;
  return (
    <>
      <h3 className="h4">{t.ownRules}</h3>
      <p className="text-secondary">{t.ownRulesHint}</p>
      {rules.map((one, index) => (
        <div key={index} className="row border-top pt-2">
          <div className="col-md-4"><TextField label={t.left} value={said(one, 'kiri')} onChange={(event) => set(index, 'kiri', event.target.value)} /></div>
          <div className="col-md-2"><SelectField label={t.comparison} value={said(one, 'pembanding')} onChange={(event) => set(index, 'pembanding', event.target.value)}>{COMPARISONS.map((sign) => <option key={sign} value={sign}>{sign}</option>)}</SelectField></div>
          <div className="col-md-4">{number(one, index, 'kanan', t.right)}</div>
          <div className="col-md-4">{number(one, index, 'toleransi', t.tolerance)}</div>
          <div className="col-md-4"><SelectField label={t.level} value={said(one, 'tingkat')} onChange={(event) => set(index, 'tingkat', event.target.value)}>{LEVELS.map((level) => <option key={level} value={level}>{t[level]}</option>)}</SelectField></div>
          <div className="col-12 mb-2"><button type="button" className="btn btn-sm" onClick={() => onChange(rules.filter((_, at) => at !== index))}>{t.removeRule(index + 1)}</button></div>
        </div>
      ))}
      <p><button type="button" className="btn" onClick={() => onChange([...rules, BLANK])}>{t.addRule}</button></p>
    </>
  );
}
