import { IconPlus } from '@tabler/icons-react';
import type { TableSource } from '../../../../api/index.js';
import { useLanguage, useT } from '../../../../shared/i18n/index.js';
import { ColumnRow } from './ColumnRow.js';
import { columnsOf, type EditedColumn, type EditedTable } from './columns.js';
import { tableWords } from './words.js';

interface Props {
  id: string;
  value: EditedTable;
  sources: TableSource[];
  onChange: (table: EditedTable) => void;
}

/** Where a table's rows come from and which columns it has; all of it picked, none of it typed but the titles. */
export function TablePanel({ id, value, sources, onChange }: Props) {
  const t = useT(tableWords);
  const lang = useLanguage();
  const source = sources.find((one) => one.source === value.source);
  const { columns } = value;
  const put = (next: EditedColumn[]) => onChange({ ...value, columns: next });
  const choose = (key: string) => {
    const chosen = sources.find((one) => one.source === key);
    // What people fill in here stays; the rest is of the other table.
    onChange({ source: key, columns: [...(chosen ? columnsOf(chosen) : []), ...columns.filter(({ from }) => !from)] });
  };
  if (sources.length === 0 && !value.source) return <p className="text-secondary mb-0">{t.none}</p>;
  return (
    <>
      <select id={id} className="form-select mb-2" aria-label={t.source} value={value.source} onChange={({ target }) => choose(target.value)}>
        <option value="" disabled>{t.chooseSource}</option>
        {sources.map((one) => <option key={one.source} value={one.source}>{one.title[lang]}</option>)}
        {value.source && !source ? <option value={value.source}>{t.gone(value.source)}</option> : null}
      </select>
      {value.source ? (
        <>
          <ul className="list-group mb-2" aria-label={t.columns}>
            {columns.map((column, index) => (
              <ColumnRow
                key={index} row={index + 1} column={column} source={source}
                onChange={(next) => put(columns.map((one, at) => (at === index ? next : one)))}
                onUp={index === 0 ? undefined : () => put(columns.toSpliced(index, 1).toSpliced(index - 1, 0, column))}
                onRemove={() => put(columns.toSpliced(index, 1))}
              />
            ))}
          </ul>
          <button type="button" className="btn btn-sm" onClick={() => put([...columns, { key: '', label: '', format: 'text', fill: true }])}><IconPlus size={16} className="icon" aria-hidden />{t.add}</button>
          <p className="form-hint mt-2 mb-0">{t.hint}</p>
        </>
      ) : null}
    </>
  );
}
