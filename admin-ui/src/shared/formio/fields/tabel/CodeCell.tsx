import { useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useLanguage, useT } from '../../../i18n/index.js';
import { Options } from '../pilih/Options.js';
import { useActive } from '../pilih/useActive.js';
import { choiceWords } from '../pilih/words.js';
import { useOffers } from './codes.js';
import type { Offer } from './offers.js';
import { Floating } from './Floating.js';

interface Props {
  id: string;
  datasetId: string;
  column: string;
  label: string;
  value: string;
  /** What the code is called. */
  title: string | null;
  invalid: boolean;
  /** What was chosen; or what was typed, whatever it is. */
  onWrite: (text: string, chosen: Offer | null) => void;
  onPaste: (event: ClipboardEvent) => void;
}

/** A cell that takes codes of a list: they are found by typing a code or a part of a name. What is typed and is no code stays as it is, for the check to name. */
export function CodeCell({ id, datasetId, column, label, value, title, invalid, onWrite, onPaste }: Props) {
  const t = useT(choiceWords);
  const language = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  /** Not written yet; what is searched for. */
  const [typed, setTyped] = useState<string>();
  const { pages, items, current } = useOffers(datasetId, column, typed ?? '', open);
  const { at, move, reset } = useActive(id, items.length, () => { if (pages.hasNextPage && !pages.isFetching) void pages.fetchNextPage(); });
  const close = () => { setOpen(false); setTyped(undefined); reset(); };
  const take = (offer: Offer | undefined) => {
    if (offer) onWrite(offer.code, offer);
    close();
  };
  const leave = () => {
    if (typed !== undefined && typed.trim() !== value) onWrite(typed.trim(), null);
    close();
  };
  const show = () => { setOpen(true); input.current?.select(); };
  const keys: Readonly<Record<string, (() => void) | undefined>> = {
    ArrowDown: () => (open ? move(at + 1) : show()),
    ...(open && {
      ArrowUp: () => move(at - 1),
      Escape: close,
      // The only one that fits what was typed is meant; of several one has to be pointed out. What fits another text is nobody's choice: then the server says what is meant.
      Enter: () => { const offer = current ? (items[at] ?? (typed?.trim() && items.length === 1 ? items[0] : undefined)) : undefined; if (offer) take(offer); else leave(); },
    }),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  /** Cells were written, this one among them: what was typed here before is no more. */
  const paste = (event: ClipboardEvent) => {
    onPaste(event);
    if (event.defaultPrevented) close();
  };
  const named = title ? `${id}-title` : undefined;
  return (
    <div className="tertib-code">
      <input
        ref={input} id={id} className="form-control form-control-sm" type="text" autoComplete="off" role="combobox" aria-autocomplete="list" aria-expanded={open} aria-controls={open ? `${id}-list` : undefined} aria-activedescendant={open && at >= 0 ? `${id}-${at}` : undefined}
        aria-label={label} aria-describedby={named} aria-invalid={invalid} value={typed ?? value} onClick={() => { if (!open) show(); }} onChange={({ target }) => { setOpen(true); setTyped(target.value); reset(); }} onKeyDown={onKeyDown} onBlur={leave} onPaste={paste}
      />
      {title ? <span id={named} className="tertib-code-title" title={title}>{title}</span> : null}
      {open ? (
        <Floating by={input.current}>
          <Options id={id} items={items.map((offer) => ({ value: offer.code, label: [offer.code, offer.title[language]].filter(Boolean).join(' · '), detail: offer.detail?.[language] ?? null }))} at={at} value={value} pages={pages} onTake={(code) => take(items.find((offer) => offer.code === code))} />
          <div className="small text-secondary px-2 pb-1" aria-hidden>{pages.error ? '' : !current || pages.isFetching ? t.searching : t.count(items.length, pages.hasNextPage)}</div>
        </Floating>
      ) : null}
      <span className="visually-hidden" role="status">{open && !pages.error ? (!current || pages.isFetching ? t.searching : t.count(items.length, pages.hasNextPage)) : ''}</span>
    </div>
  );
}
