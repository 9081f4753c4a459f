import { SelectField, TextField, useLanguage, useT } from 'tertib/screens';
import { withMark } from '../../shared/decimal-mark.js';
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
  const language = useLanguage();
  const set = (index: number, key: string, value: string) => onChange(rules.map((one, at) => (at === index ? { ...one, [key]: value } : one)));
  const field = (one: Line, index: number, key: string, label: string) => <TextField label={label} value={withMark(said(one, key), language)} onChange={(event) => set(index, key, event.target.value)} />;
  return (
    <>
      <h3 className="h4">{t.ownRules}</h3>
      <p className="text-secondary">{t.ownRulesHint}</p>
      {rules.map((one, index) => (
        <div key={index} className="row border-top pt-2">
          <div className="col-md-4">{field(one, index, 'kiri', t.left)}</div>
          <div className="col-md-2"><SelectField label={t.comparison} value={said(one, 'pembanding')} onChange={(event) => set(index, 'pembanding', event.target.value)}>{COMPARISONS.map((sign) => <option key={sign} value={sign}>{sign}</option>)}</SelectField></div>
          <div className="col-md-4">{field(one, index, 'kanan', t.right)}</div>
          <div className="col-md-4">{field(one, index, 'toleransi', t.tolerance)}</div>
          <div className="col-md-4"><SelectField label={t.level} value={said(one, 'tingkat')} onChange={(event) => set(index, 'tingkat', event.target.value)}>{LEVELS.map((level) => <option key={level} value={level}>{t[level]}</option>)}</SelectField></div>
          <div className="col-12 mb-2"><button type="button" className="btn btn-sm" onClick={() => onChange(rules.filter((_, at) => at !== index))}>{t.removeRule(index + 1)}</button></div>
        </div>
      ))}
      <p><button type="button" className="btn" onClick={() => onChange([...rules, BLANK])}>{t.addRule}</button></p>
    </>
  );
}
