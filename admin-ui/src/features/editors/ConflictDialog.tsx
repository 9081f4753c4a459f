import type { Draft } from '../../api/index.js';
import { useT } from '../../shared/i18n/index.js';
import { Async, Dialog } from '../../shared/ui/index.js';
import { useConflict, type Kind } from './calls.js';
import { FileList } from './compare/FileList.js';
import { words } from './words.js';

interface Props {
  kind: Kind;
  mine: string;
  theirs: Draft;
  onMine: () => void;
  onTheirs: () => void;
  onClose: () => void;
}

/** Two people saved the same draft: what saving one's own would change, in words and side by side; nothing overwritten unseen. */
export function ConflictDialog({ kind, mine, theirs, onMine, onTheirs, onClose }: Props) {
  const t = useT(words);
  return (
    <Dialog
      title={t.conflict}
      wide
      onClose={onClose}
      footer={<><button type="button" className="btn" onClick={onTheirs}>{t.takeTheirs}</button><button type="button" className="btn btn-primary" onClick={onMine}>{t.keepMine}</button></>}
    >
      <p>{t.conflictLead(theirs.updatedByName ?? '–')}</p>
      <Async query={useConflict(kind, theirs.key, mine, theirs.etag)}>{({ files }) => <FileList files={files} before={t.theirs} after={t.mine} />}</Async>
    </Dialog>
  );
}
