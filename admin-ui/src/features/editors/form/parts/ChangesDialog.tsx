import { useT } from '../../../../shared/i18n/index.js';
import { Async, Dialog } from '../../../../shared/ui/index.js';
import { common } from '../../../../shared/words.js';
import { usePartChanges } from '../../calls.js';
import { ChangeList } from '../../compare/ChangeList.js';
import type { Pin } from './copies.js';
import { partWords } from './words.js';

interface Props {
  name: string;
  pin: Pin;
  to: number;
  onTake: () => void;
  onClose: () => void;
}

/** What a newer version of a part brings, before it is taken. */
export function ChangesDialog({ name, pin, to, onTake, onClose }: Props) {
  const t = useT(partWords);
  const c = useT(common);
  const changes = usePartChanges(pin.key, pin.version, to);
  return (
    <Dialog
      title={t.changesTitle(name, pin.version, to)}
      onClose={onClose}
      footer={<><button type="button" className="btn" onClick={onClose}>{c.cancel}</button><button type="button" className="btn btn-primary" onClick={onTake}>{t.take(to)}</button></>}
    >
      <Async query={changes}>{(all) => (all.length > 0 ? <ChangeList changes={all} onJump={undefined} /> : <p className="mb-0">{t.same}</p>)}</Async>
    </Dialog>
  );
}
