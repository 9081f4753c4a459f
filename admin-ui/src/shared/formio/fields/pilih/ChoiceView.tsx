import { IconX } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import { useT } from '../../../i18n/index.js';
import type { ViewProps } from '../../ReactField.js';
import { Options } from './Options.js';
import { useActive } from './useActive.js';
import { useChoices, useChosen } from './useChoices.js';
import { choiceWords } from './words.js';

/** One of many, found by typing: a combobox with a list, for keyboard, screen reader and thumb. */
export function ChoiceView({ id, component, value, onChange, disabled, required, context, say }: ViewProps<string>) {
  const t = useT(choiceWords);
  const [typed, setTyped] = useState<string>();
  const open = typed !== undefined && !disabled;
  const chosen = useChosen(context, component, value || undefined);
  const found = useChoices(context, component, typed ?? '', open);
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const name = value ? (chosen.data?.label ?? (chosen.isLoading ? t.looking : t.nameless(value))) : '';
  const { at, move, reset } = useActive(id, items.length, () => { if (found.hasNextPage && !found.isFetching) void found.fetchNextPage(); });
  const close = () => { setTyped(undefined); reset(); };
  const take = (choice: string | undefined) => { if (choice !== undefined) { onChange(choice); close(); } };
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
          onClick={() => typed === undefined && setTyped('')} onChange={({ target }) => { setTyped(target.value); reset(); }} onKeyDown={onKeyDown}
        />
        {value && !disabled ? <button type="button" className="btn btn-icon" aria-label={t.clear} title={t.clear} onClick={() => onChange(null)}><IconX size={16} aria-hidden /></button> : null}
      </div>
      {!open && chosen.data?.detail ? <div className="form-hint">{chosen.data.detail}</div> : null}
      {open ? <Options id={id} items={items} at={at} value={value} onTake={take} pages={found} /> : null}
      <div className="small text-secondary" role="status">{open && !found.error ? (found.isFetching ? t.searching : t.count(items.length, found.hasNextPage)) : ''}</div>
    </div>
  );
}
