import { IconX } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import { useT } from '../../../i18n/index.js';
import { ProblemNote } from '../../../ui/index.js';
import type { ViewProps } from '../../ReactField.js';
import { useChoices, useChosen } from './useChoices.js';
import { choiceWords } from './words.js';

/** One of many, found by typing: a combobox with a list, for keyboard, screen reader and thumb. */
export function ChoiceView({ id, component, value, onChange, disabled, required, context, say }: ViewProps<string>) {
  const t = useT(choiceWords);
  const [typed, setTyped] = useState<string>();
  const [at, setAt] = useState(-1);
  const open = typed !== undefined && !disabled;
  const chosen = useChosen(context, component, value || undefined);
  const found = useChoices(context, component, typed ?? '', open);
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const name = value ? (chosen.data?.label ?? (chosen.isLoading ? t.looking : t.nameless(value))) : '';
  const close = () => { setTyped(undefined); setAt(-1); };
  const take = (choice: string | undefined) => { if (choice !== undefined) { onChange(choice); close(); } };
  const move = (to: number) => {
    setAt(Math.max(0, Math.min(to, items.length - 1)));
    if (to >= items.length - 1 && found.hasNextPage && !found.isFetching) void found.fetchNextPage();
    document.getElementById(`${id}-${to}`)?.scrollIntoView({ block: 'nearest' });
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => (open ? move(at + 1) : setTyped('')), ArrowUp: () => move(at - 1), Escape: close,
    Enter: () => take(items[at]?.value),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keys[event.key];
    if (!act || (!open && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return (
    <div className="tertib-choice" onBlur={({ currentTarget, relatedTarget }) => { if (!currentTarget.contains(relatedTarget)) close(); }}>
      <div className="input-group">
        <input
          id={id} className="form-control" role="combobox" type="text" autoComplete="off" aria-expanded={open} aria-controls={`${id}-list`} aria-autocomplete="list" aria-required={required}
          aria-activedescendant={open && at >= 0 ? `${id}-${at}` : undefined} disabled={disabled} value={typed ?? name} placeholder={component['placeholder'] ? say(String(component['placeholder'])) : t.type}
          onClick={() => typed === undefined && setTyped('')} onChange={({ target }) => { setTyped(target.value); setAt(-1); }} onKeyDown={onKeyDown}
        />
        {value && !disabled ? <button type="button" className="btn btn-icon" aria-label={t.clear} title={t.clear} onClick={() => onChange(null)}><IconX size={16} aria-hidden /></button> : null}
      </div>
      {!open && chosen.data?.detail ? <div className="form-hint">{chosen.data.detail}</div> : null}
      {open ? (
        <div className="tertib-choices">
          <ProblemNote error={found.error} onRetry={() => void found.refetch()} />
          <div id={`${id}-list`} role="listbox" aria-label={t.list}>
            {items.map((item, index) => (
              <div key={item.value} id={`${id}-${index}`} role="option" aria-selected={item.value === value} className={index === at ? 'active' : ''} onMouseDown={(event) => { event.preventDefault(); take(item.value); }}>
                <span className="d-block">{item.label}</span>
                {item.detail ? <span className="d-block small text-secondary">{item.detail}</span> : null}
              </div>
            ))}
          </div>
          {found.hasNextPage ? <button type="button" className="btn btn-sm w-100" disabled={found.isFetching} onMouseDown={(event) => event.preventDefault()} onClick={() => void found.fetchNextPage()}>{t.more}</button> : null}
        </div>
      ) : null}
      <div className="small text-secondary" role="status">{open && !found.error ? (found.isFetching ? t.searching : t.count(items.length, found.hasNextPage)) : ''}</div>
    </div>
  );
}
