import { useLanguage, useT } from 'tertib/screens';
import type { Field } from './cells.js';
import { isPinned, placed } from './layout.js';
import { listWords } from './list-words.js';

interface Props {
  fields: readonly Field[];
  lefts: readonly number[];
  width: number;
  allChosen: boolean;
  onChooseAll: () => void;
  filters: Readonly<Record<string, string>>;
  onFilter: (key: string, text: string) => void;
}

/** The titles of the columns, and below each what its cells are filtered by. */
export function GridHead({ fields, lefts, width, allChosen, onChooseAll, filters, onFilter }: Props) {
  const t = useT(listWords);
  const language = useLanguage();
  const cell = (field: Field) => `dl-cell${isPinned(field) ? ' dl-pin' : ''}`;
  return (
    <div role="rowgroup" className="dl-head" style={{ width }}>
      <div role="row" aria-rowindex={1} className="dl-titles">
        <div role="columnheader" aria-colindex={1} className="dl-cell dl-aside"><input type="checkbox" className="form-check-input m-0" checked={allChosen} aria-label={t.chooseAll} onChange={onChooseAll} />{t.row}</div>
        {fields.map((field, column) => <div key={field.key} role="columnheader" aria-colindex={column + 2} className={cell(field)} style={placed(field, lefts[column] ?? 0)}>{field.label[language]}{field.required ? ' *' : ''}</div>)}
      </div>
      <div role="row" aria-rowindex={2} className="dl-titles">
        <div role="gridcell" aria-colindex={1} className="dl-cell dl-aside text-secondary">{t.filter}</div>
        {fields.map((field, column) => (
          <div key={field.key} role="gridcell" aria-colindex={column + 2} className={`${cell(field)} dl-filter`} style={placed(field, lefts[column] ?? 0)}>
            <input className="form-control form-control-sm" aria-label={t.filterBy(field.label[language])} value={filters[field.key] ?? ''} onChange={(event) => onFilter(field.key, event.target.value)} />
          </div>
        ))}
      </div>
    </div>
  );
}
