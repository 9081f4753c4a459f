import type { Overview } from '../../api/index.js';
import { useLanguage, useT } from '../../shared/i18n/index.js';
import { SelectField, TextField } from '../../shared/ui/index.js';
import type { Filters } from './filters.js';
import { words } from './words.js';

const STATES = ['running', 'ended', 'cancelled'] as const;

export function SearchRow({ fields, filters }: { fields: Overview['fields']; filters: Filters }) {
  const t = useT(words);
  const lang = useLanguage();
  const { get, choose } = filters;
  return (
    <div className="card-body pb-0 row g-2">
      <div className="col-12 col-md-6"><TextField type="search" label={t.search} value={get('q')} maxLength={100} onChange={(e) => choose({ q: e.target.value })} /></div>
      <div className="col-6 col-md-3">
        <SelectField label={t.inField} value={get('field')} onChange={(e) => choose({ field: e.target.value })}>
          <option value="">{t.anyField}</option>
          {fields.map(({ name, label }) => <option key={name} value={name}>{label[lang]}</option>)}
        </SelectField>
      </div>
      <div className="col-6 col-md-3">
        <SelectField label={t.state} value={get('state')} onChange={(e) => choose({ state: e.target.value })}>
          <option value="">{t.anyState}</option>
          {STATES.map((state) => <option key={state} value={state}>{t[state]}</option>)}
        </SelectField>
      </div>
    </div>
  );
}
