import { useT } from '../../shared/i18n/index.js';
import { Dialog } from '../../shared/ui/index.js';
import { common } from '../../shared/words.js';
import { words } from './words.js';

interface Props {
  /** What is lost. */
  lead: string;
  onDiscard: () => void;
  /** Back to the draft as it was saved; only where there is both. */
  onUnsaved?: (() => void) | undefined;
  onClose: () => void;
}

export function DiscardDialog({ lead, onDiscard, onUnsaved, onClose }: Props) {
  const t = useT(words);
  const c = useT(common);
  return (
    <Dialog
      title={t.discard}
      onClose={onClose}
      footer={<><button type="button" className="btn" onClick={onClose}>{c.cancel}</button>{onUnsaved ? <button type="button" className="btn" onClick={onUnsaved}>{t.discardLast}</button> : null}<button type="button" className="btn btn-danger" onClick={onDiscard}>{t.discard}</button></>}
    >
      <p className="mb-0">{lead}</p>
    </Dialog>
  );
}
