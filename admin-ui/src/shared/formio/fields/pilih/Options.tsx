import { useT } from '../../../i18n/index.js';
import { ProblemNote } from '../../../ui/index.js';
import { choiceWords } from './words.js';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly detail: string | null;
}

interface Props {
  /** Of the field that they belong to. */
  readonly id: string;
  readonly items: readonly Option[];
  readonly at: number;
  readonly value: string | undefined;
  readonly onTake: (value: string) => void;
  readonly pages: { readonly error: unknown; readonly hasNextPage: boolean; readonly isFetching: boolean; readonly refetch: () => unknown; readonly fetchNextPage: () => unknown };
}

/** The list of a combobox, a page at a time. The field keeps the focus, whatever is pressed here. */
export function Options({ id, items, at, value, onTake, pages }: Props) {
  const t = useT(choiceWords);
  return (
    <div className="tertib-choices">
      <ProblemNote error={pages.error} onRetry={() => void pages.refetch()} />
      <div id={`${id}-list`} role="listbox" aria-label={t.list}>
        {items.map((item, index) => (
          <div key={item.value} id={`${id}-${index}`} role="option" aria-selected={item.value === value} className={index === at ? 'active' : ''} onMouseDown={(event) => { event.preventDefault(); onTake(item.value); }}>
            <span className="d-block">{item.label}</span>
            {item.detail ? <span className="d-block small text-secondary">{item.detail}</span> : null}
          </div>
        ))}
      </div>
      {pages.hasNextPage ? <button type="button" className="btn btn-sm w-100" disabled={pages.isFetching} onMouseDown={(event) => event.preventDefault()} onClick={() => void pages.fetchNextPage()}>{t.more}</button> : null}
    </div>
  );
}
