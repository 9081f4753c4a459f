import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useT } from '../../../../shared/i18n/index.js';
import { ConditionRow } from './ConditionRow.js';
import type { Asked } from './fields.js';
import { isLogic, keptOf, ruleOf, type Part, type Rule } from './rule.js';
import { conditionWords } from './words.js';

interface Props {
  id: string;
  value: unknown;
  fields: Asked[];
  onChange: (value: object) => void;
}

const EMPTY: Part = { component: '', operator: 'isEqual' };
const written = (rule: Rule | undefined): string => JSON.stringify(keptOf(rule));
const finished = ({ parts }: Rule): Part[] => parts.filter(({ component }) => component !== '');

/** When a part of a form is shown: a list of conditions, each picked and none written as code. */
export function ConditionPanel({ id, value, fields, onChange }: Props) {
  const t = useT(conditionWords);
  // A row that nobody has chosen a field in is on the screen only, for as long as what is kept beside it is the same.
  const [typed, setTyped] = useState<{ rule: Rule | undefined; kept: string }>();
  const rule = typed?.kept === written(ruleOf(value)) ? typed.rule : ruleOf(value);
  const put = (next: Rule | undefined) => {
    const kept = next && finished(next).length > 0 ? { ...next, parts: finished(next) } : undefined;
    setTyped({ rule: next, kept: written(kept) });
    onChange(keptOf(kept));
  };
  if (isLogic(value)) return <div className="alert alert-warning text-body d-block mb-0"><p>{t.logic}</p><button type="button" className="btn" onClick={() => put(undefined)}>{t.replace}</button></div>;
  if (fields.length === 0 && !rule) return <p className="text-secondary mb-0">{t.nothing}</p>;
  const parts = rule?.parts ?? [];
  const change = (now: Part[]) => put(rule && now.length > 0 ? { ...rule, parts: now } : undefined);
  const mode = rule ? (rule.show ? 'shown' : 'hidden') : 'always';
  return (
    <>
      <div className="row g-2 mb-2">
        <div className="col-12 col-sm-6">
          <select id={id} className="form-select" aria-label={t.when} value={mode} onChange={({ target }) => put(target.value === 'always' ? undefined : { any: rule?.any ?? false, parts: parts.length > 0 ? parts : [EMPTY], show: target.value === 'shown' })}>
            <option value="always">{t.always}</option><option value="shown">{t.shown}</option><option value="hidden">{t.hidden}</option>
          </select>
        </div>
        {rule && parts.length > 1 ? (
          <div className="col-12 col-sm-6">
            <select className="form-select" aria-label={t.count} value={rule.any ? 'any' : 'all'} onChange={({ target }) => put({ ...rule, any: target.value === 'any' })}>
              <option value="all">{t.all}</option><option value="any">{t.any}</option>
            </select>
          </div>
        ) : null}
      </div>
      {rule ? (
        <>
          <ul className="list-group mb-2">
            {parts.map((part, index) => <ConditionRow key={index} row={index + 1} part={part} fields={fields} onChange={(now) => change(parts.map((one, at) => (at === index ? now : one)))} onRemove={() => change(parts.filter((_, at) => at !== index))} />)}
          </ul>
          <button type="button" className="btn btn-sm" onClick={() => change([...parts, EMPTY])}><IconPlus size={16} className="icon" aria-hidden />{t.add}</button>
          <p className="form-hint mt-2 mb-0">{t.hint}</p>
        </>
      ) : null}
    </>
  );
}
