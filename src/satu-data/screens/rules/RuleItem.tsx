import { SelectField, useLanguage, useT } from 'tertib/screens';
import type { OfficeRulesView } from '../../rules/rules.schemas.js';
import { withMark } from '../../shared/decimal-mark.js';
import { NumberField } from '../NumberField.js';
import { rulesWords } from './rules-words.js';

export type RuleView = OfficeRulesView['rules'][number];
export type Setting = RuleView['setting'];

interface Props {
  view: RuleView;
  setting: Setting;
  error: string | undefined;
  onChange: (setting: Setting) => void;
}

const SIGN = { unit: '', percent: ' %', score: '' } as const;

const isSame = (one: Setting, other: Setting): boolean => {
  const written = ({ level, tolerance }: Setting) => JSON.stringify([level, tolerance && [withMark(tolerance.by.trim(), 'id'), tolerance.in]]);
  return written(one) === written(other);
};

/** One rule: what it weighs, and how far off a value may be. */
export function RuleItem({ view: { title, about, levels, units, usual }, setting, error, onChange }: Props) {
  const t = useT(rulesWords);
  const language = useLanguage();
  const { tolerance } = setting;
  const [first] = units;
  const unit = tolerance?.in ?? first;
  const isScore = unit === 'score';
  const usualTolerance = usual.tolerance ? `${isScore ? t.score : t.tolerance} ${withMark(usual.tolerance.by, language)}${SIGN[usual.tolerance.in]}` : '';
  const isUsual = isSame(usual, setting);
  return (
    <fieldset className="list-group-item">
      <legend className="h3 mb-1">{title[language]}</legend>
      <p className="text-secondary mb-2">{about[language]}</p>
      <div className="row">
        <div className="col-md-5"><SelectField label={t.level} value={setting.level} error={unit ? undefined : error} onChange={(event) => onChange({ ...setting, level: event.target.value as Setting['level'] })}>{levels.map((level) => <option key={level} value={level}>{t[level]}</option>)}</SelectField></div>
        {unit && setting.level !== 'OFF' ? (
          <div className="col-md-4">
            <NumberField label={isScore ? t.score : t.tolerance} hint={isScore ? undefined : t.toleranceHint} error={error} inputMode="decimal" maxLength={20} value={tolerance?.by ?? ''} onChange={(by) => onChange({ ...setting, tolerance: by.trim() ? { by, in: unit } : null })} />
          </div>
        ) : null}
        {units.length > 1 && tolerance ? <div className="col-md-3"><SelectField label={t.toleranceIn} value={tolerance.in} onChange={(event) => onChange({ ...setting, tolerance: { ...tolerance, in: event.target.value as typeof tolerance.in } })}>{units.map((one) => <option key={one} value={one}>{t[one]}</option>)}</SelectField></div> : null}
      </div>
      <div className="d-flex flex-wrap gap-2 align-items-center text-secondary">
        <span>{t.usual(t[usual.level], usualTolerance)}</span>
        {isUsual ? null : <button type="button" className="btn btn-sm" onClick={() => onChange(usual)}>{t.backToUsual}</button>}
      </div>
    </fieldset>
  );
}
