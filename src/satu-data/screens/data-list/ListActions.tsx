import { useT } from 'tertib/screens';
import { listWords } from './list-words.js';
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

/** What can be done with the list; on a telephone only the first is in sight, the others by one button. */
export function ListActions({ listing, anyChosen, canUndo, exportAddress, onOpen, onRemove, onUndo, onAdd }: Props) {
  const t = useT(listWords);
  const narrow = useNarrow();
  const others = (
    <>
      {listing ? <button type="button" className="btn" disabled={!anyChosen} onClick={() => onOpen('many')}>{t.many}</button> : null}
      {listing ? <button type="button" className="btn" disabled={!anyChosen} onClick={onRemove}>{t.remove}</button> : null}
      {listing ? <button type="button" className="btn" onClick={() => onOpen('removed')}>{t.takenOut}</button> : null}
      {listing ? <button type="button" className="btn" disabled={!canUndo} onClick={onUndo}>{t.undo}</button> : null}
      {listing ? <button type="button" className="btn" onClick={() => onOpen('import')}>{t.import}</button> : null}
      <a className="btn" href={exportAddress} download>{t.export}</a>
      <button type="button" className="btn" onClick={() => onOpen('compare')}>{t.compare}</button>
      <button type="button" className="btn" onClick={() => onOpen('duplicates')}>{t.duplicates}</button>
    </>
  );
  const add = listing ? <button type="button" className="btn btn-primary" onClick={onAdd}>{t.add}</button> : null;
  if (!narrow) return <div className="ms-auto d-flex flex-wrap gap-2">{others}{add}</div>;
  return (
    <div className="w-100 d-grid gap-2">
      {add}
      <details><summary className="btn w-100">{t.more}</summary><div className="d-grid gap-2 mt-2">{others}</div></details>
    </div>
  );
}
