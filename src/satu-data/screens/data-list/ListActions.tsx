import { useT } from 'tertib/screens';
import { listWords } from './list-words.js';
import { MoreActions } from './MoreActions.js';
import { useNarrow } from './useNarrow.js';

/** What opens a dialog of its own. */
export type Action = 'many' | 'import' | 'compare' | 'duplicates' | 'removed';

interface Props {
  /** Whether rows may be added, changed and taken out now. */
  listing: boolean;
  anyChosen: boolean;
  canUndo: boolean;
  exportAddress: string;
  onOpen: (action: Action) => void;
  onRemove: () => void;
  onUndo: () => void;
  onAdd: () => void;
}

/** What can be done with the list: what officers do all the time is in sight, the others by one button; on a telephone only the first is. */
export function ListActions({ listing, anyChosen, canUndo, exportAddress, onOpen, onRemove, onUndo, onAdd }: Props) {
  const t = useT(listWords);
  const narrow = useNarrow();
  const add = listing ? <button type="button" className="btn btn-primary" onClick={onAdd}>{t.add}</button> : null;
  const frequent = [
    { name: t.many, disabled: !anyChosen, act: () => onOpen('many') },
    { name: t.remove, disabled: !anyChosen, act: onRemove },
    { name: t.undo, disabled: !canUndo, act: onUndo },
  ];
  const rare = (done: () => void) => {
    const item = (name: string, act: () => void, disabled = false) => <li key={name}><button type="button" className="dropdown-item" disabled={disabled} onClick={() => { done(); act(); }}>{name}</button></li>;
    return (
      <>
        {listing && narrow ? frequent.map(({ name, act, disabled }) => item(name, act, disabled)) : null}
        {listing ? item(t.import, () => onOpen('import')) : null}
        <li><a className="dropdown-item" href={exportAddress} download onClick={done}>{t.export}</a></li>
        {item(t.compare, () => onOpen('compare'))}
        {item(t.duplicates, () => onOpen('duplicates'))}
        {listing ? item(t.takenOut, () => onOpen('removed')) : null}
      </>
    );
  };
  return (
    <div className={narrow ? 'w-100 d-grid gap-2' : 'ms-auto d-flex flex-wrap gap-2'}>
      {narrow ? add : null}
      {listing && !narrow ? frequent.map(({ name, disabled, act }) => <button key={name} type="button" className="btn" disabled={disabled} onClick={act}>{name}</button>) : null}
      <MoreActions>{rare}</MoreActions>
      {narrow ? null : add}
    </div>
  );
}
