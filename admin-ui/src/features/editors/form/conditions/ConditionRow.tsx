import { IconTrash } from '@tabler/icons-react';
import { useT } from '../../../../shared/i18n/index.js';
import type { Asked } from './fields.js';
import { operatorsFor, standsAlone, type Operator } from './operators.js';
import type { Part } from './rule.js';
import { conditionWords } from './words.js';

interface Props {
  row: number;
  part: Part;
  fields: Asked[];
  onChange: (part: Part) => void;
  onRemove: () => void;
}

/** Ticks are compared as ticks, so that a box nobody touched counts as not ticked. */
const first = (field: Asked): Part => {
  const [operator = 'isEqual'] = operatorsFor(field);
  return { component: field.path, operator, ...(field.type === 'checkbox' ? { value: true } : {}) };
};

function valueFor(field: Asked | undefined, text: string): string | number {
  return field?.type === 'number' && text !== '' ? Number(text) : text;
}

/** One condition: a field, how it is compared, and with what. */
export function ConditionRow({ row, part, fields, onChange, onRemove }: Props) {
  const t = useT(conditionWords);
  const field = fields.find(({ path }) => path === part.component);
  const offered = field ? operatorsFor(field) : [];
  const operators = offered.includes(part.operator) ? offered : [part.operator, ...offered];
  const lost = part.component !== '' && !field;
  const open = !field || (needsValue(field, part) && (part.value === undefined || part.value === ''));
  return (
    <li className="list-group-item p-2">
      <div className="d-flex gap-2">
        <select className="form-select" aria-label={t.field(row)} value={part.component} onChange={({ target }) => onChange(first(fields.find(({ path }) => path === target.value) as Asked))}>
          {part.component === '' ? <option value="">{t.choose}</option> : null}
          {lost ? <option value={part.component}>{t.gone(part.component)}</option> : null}
          {fields.map(({ path, label }) => <option key={path} value={path}>{label}</option>)}
        </select>
        <button type="button" className="btn btn-icon" aria-label={t.remove(row)} title={t.remove(row)} onClick={onRemove}><IconTrash size={16} aria-hidden /></button>
      </div>
      {field ? (
        <div className="row g-2 mt-0">
          <div className="col-12 col-sm-6">
            <select className="form-select" aria-label={t.comparison(row)} value={part.operator} onChange={({ target }) => onChange({ ...part, operator: target.value as Operator })}>
              {operators.map((one) => <option key={one} value={one}>{said(t, field, one)}</option>)}
            </select>
          </div>
          {needsValue(field, part) ? <div className="col-12 col-sm-6"><Value row={row} part={part} field={field} onChange={onChange} /></div> : null}
        </div>
      ) : null}
      {lost ? <p className="text-danger small mb-0 mt-1">{t.lost}</p> : open ? <p className="text-secondary small mb-0 mt-1">{t.unfinished}</p> : null}
    </li>
  );
}

const needsValue = (field: Asked, { operator }: Part): boolean => field.type !== 'checkbox' && !standsAlone(operator);

function said(t: (typeof conditionWords)['id'], { type }: Asked, operator: Operator): string {
  if (type === 'checkbox' && operator === 'isEqual') return t.ticked;
  if (type === 'checkbox' && operator === 'isNotEqual') return t.notTicked;
  if (type === 'selectboxes' && operator === 'isEqual') return t.chosen;
  if (type === 'selectboxes' && operator === 'isNotEqual') return t.notChosen;
  return t[operator];
}

function Value({ row, part, field, onChange }: { row: number; part: Part; field: Asked; onChange: (part: Part) => void }) {
  const t = useT(conditionWords);
  const value = String(part.value ?? '');
  const choose = (text: string) => onChange({ ...part, value: valueFor(field, text) });
  if (!field.choices) return <input className="form-control" type={field.type === 'number' ? 'number' : 'text'} aria-label={t.value(row)} value={value} onChange={({ target }) => choose(target.value)} />;
  const known = field.choices.some((choice) => choice.value === value);
  return (
    <select className="form-select" aria-label={t.value(row)} value={value} onChange={({ target }) => choose(target.value)}>
      {known ? null : <option value={value}>{value === '' ? t.chooseValue : t.gone(value)}</option>}
      {field.choices.map((choice) => <option key={choice.value} value={choice.value}>{choice.label}</option>)}
    </select>
  );
}
