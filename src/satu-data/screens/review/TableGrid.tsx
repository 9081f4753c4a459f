import { useFormat, useLanguage, useT } from 'tertib/screens';
import type { TableUnderReview } from '../../review/review.schemas.js';
import { useCommentPowers } from './comment-powers.js';
import type { Cell } from './PlaceDialog.js';
import { reviewWords } from './review-words.js';

type Row = TableUnderReview['rows'][number];
interface Props {
  table: TableUnderReview;
  onOpen: (cell: Cell) => void;
}

const GROUND = { ERROR: 'rt-error', WARNING: 'rt-warning', INFO: 'rt-info' } as const;

function Value({ table: { columns }, row, column, onOpen }: Props & { row: Row; column: string }) {
  const t = useT(reviewWords);
  const format = useFormat();
  const { mayComment } = useCommentPowers();
  const language = useLanguage();
  const value = row.values[column] ?? '';
  const said = row.comments.filter((one) => one.column === column);
  const open = said.filter((one) => one.open).length;
  const findings = row.findings.filter((one) => one.column === column);
  const worst = (['ERROR', 'WARNING', 'INFO'] as const).find((level) => findings.some(({ severity }) => severity === level));
  const sentence = findings.map(({ message }) => message[language]).join(' ');
  const { title = column, number = false } = columns.find(({ name }) => name === column) ?? {};
  const side = number ? 'text-end' : '';
  if (!mayComment && !said.length && !findings.length) return <td className={side}>{value}</td>;
  return (
    <td className={`${side} ${worst ? GROUND[worst] : ''}`} title={sentence || undefined}>
      <button
        type="button" className={`rt-cell ${side} ${open ? 'rt-open' : said.length ? 'rt-settled' : ''}`} onClick={() => onOpen({ row, column })}
        aria-label={[t.cellOf(title, format.number(row.number)), value || t.empty, said.length ? t.comments(format.number(open)) : '', sentence].filter(Boolean).join('; ')}
      >
        {value}{said.length ? <span className="rt-count" aria-hidden>{said.length}</span> : null}
      </button>
    </td>
  );
}

/** Every cell can be opened; those of which something was said or found are marked. */
export function TableGrid({ table, onOpen }: Props) {
  const t = useT(reviewWords);
  return (
    <div className="table-responsive" role="region" aria-label={t.tableOf(table.title)} tabIndex={0}>
      <table className="table table-sm table-vcenter mb-0 rt-table">
        <thead><tr><th scope="col">{t.row}</th>{table.columns.map(({ name, title, unit, number }) => <th key={name} scope="col" className={number ? 'text-end' : ''}>{title}{unit ? ` (${unit})` : ''}</th>)}</tr></thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.number}>
              <th scope="row" className="text-secondary fw-normal">{row.number}</th>
              {table.columns.map(({ name }) => <Value key={name} table={table} row={row} column={name} onOpen={onOpen} />)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
