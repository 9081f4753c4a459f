import { IconCircleCheck, IconCloudOff, IconLoader2, IconPencil } from '@tabler/icons-react';
import { useFormat, useT } from '../../shared/i18n/index.js';
import type { DraftState } from './useDraft.js';
import { words } from './words.js';

interface Props {
  state: DraftState;
  savedAt: string | null;
  /** Why the server takes nothing more. */
  refusal: string;
  /** Whether this browser has what the server has not got. */
  kept: boolean;
  onKeep: () => void;
  onDiscard: () => void;
}

/** Tells truthfully whether what is typed is safe. */
export function DraftNote({ state, savedAt, refusal, kept, onKeep, onDiscard }: Props) {
  const t = useT(words);
  const format = useFormat();
  if (state === 'conflict') {
    return (
      <div className="alert alert-warning d-block mb-0" role="alert">
        <p className="mb-2 text-body">{t.conflict}</p>
        <div className="btn-list">
          <button type="button" className="btn btn-sm" onClick={onKeep}>{t.keepMine}</button>
          <button type="button" className="btn btn-sm" onClick={onDiscard}>{t.takeTheirs}</button>
        </div>
      </div>
    );
  }
  if (state === 'refused') return <div className="alert alert-warning d-block mb-0 text-body" role="alert">{refusal} {kept ? t.keptHere : t.onlyHere}</div>;
  if (state === 'unsaved' && !kept) return <div className="alert alert-warning d-block mb-0 text-body" role="alert">{t.unsaved}. {t.onlyHere}</div>;
  const face = {
    clean: null,
    typed: <><IconPencil size={16} aria-hidden /> {t.unsaved}</>,
    saving: <><IconLoader2 size={16} aria-hidden /> {t.saving}</>,
    saved: <><IconCircleCheck size={16} className="text-success" aria-hidden /> {savedAt ? t.savedAt(format.dateTime(savedAt)) : t.saved}</>,
    unsaved: <span title={t.unsavedHint}><IconCloudOff size={16} className="text-danger" aria-hidden /> {t.unsaved}</span>,
  }[state];
  return <div className="small text-secondary" role="status">{face}</div>;
}
