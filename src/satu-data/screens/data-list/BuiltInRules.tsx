import { useQuery } from '@tanstack/react-query';
import { Async, request, SelectField, useLanguage, useT } from 'tertib/screens';
import type { BuiltInChoice } from '../../data-list/data-list.schemas.js';
import { NumberField } from '../NumberField.js';
import { listWords } from './list-words.js';
import type { Line } from './TableColumns.js';
import { useSettings } from './useSettings.js';

const WORD = { ERROR: 'kesalahan', WARNING: 'peringatan', INFO: 'informasi', OFF: 'mati' } as const;
const said = (line: Line, key: string): string => (typeof line[key] === 'string' ? (line[key] as string) : '');

interface Props {
  rules: readonly Line[];
  onChange: (rules: Line[]) => void;
}

/** Built-in rules that weigh otherwise for this data set than for the office's others. */
export function BuiltInRules({ rules, onChange }: Props) {
  const t = useT(listWords);
  const language = useLanguage();
  const { label, choices: choicesOf } = useSettings();
  const query = useQuery({ queryKey: ['built-in-rules'], queryFn: () => request<BuiltInChoice[]>('/satu-data/built-in-rules'), staleTime: 300_000 });
  const set = (rule: string, line: Line | null) => onChange([...rules.filter((one) => one['aturan'] !== rule), ...(line ? [line] : [])]);
  return (
    <>
      <h3 className="h4 mt-3">{label('aturanBawaan')}</h3>
      <p className="text-secondary">{t.builtInHint}</p>
      <Async query={query}>
        {(choices) => choices.map(({ rule, title, levels, units }) => {
          const own = rules.find((one) => one['aturan'] === rule);
          return (
            <div key={rule} className="row border-top pt-2">
              <div className="col-md-6">
                <SelectField label={title[language]} value={own ? said(own, 'tingkat') : ''} onChange={(event) => set(rule, event.target.value ? { aturan: rule, toleransi: own ? said(own, 'toleransi') : '', tingkat: event.target.value } : null)}>
                  <option value="">{t.asOffice}</option>
                  {choicesOf('tingkat').filter(({ value }) => levels.some((level) => WORD[level] === value)).map(({ value, label: name }) => <option key={value} value={value}>{name}</option>)}
                </SelectField>
              </div>
              {own && units.length ? <div className="col-md-6"><NumberField label={units.includes('score') ? t.score : label('toleransi')} value={said(own, 'toleransi')} onChange={(toleransi) => set(rule, { ...own, toleransi })} /></div> : null}
            </div>
          );
        })}
      </Async>
    </>
  );
}
