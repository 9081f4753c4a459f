import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { useT } from '../i18n/index.js';
import { common } from '../words.js';
import { Dialog } from './Dialog.js';

interface Props {
  /** Whether there is something to lose. */
  when: boolean;
  /** What is lost, where it is not unsaved changes. */
  title?: string;
  lead?: string;
  /** Saves; answers whether that worked. */
  onSave?: () => Promise<boolean>;
  /** Told when the person leaves what is not saved behind. */
  onLeave?: () => void;
}

/** Asks before unsaved work is left, by a link of ours as by closing the window. */
export function LeaveGuard({ when, title, lead, onSave, onLeave }: Props) {
  const t = useT(common);
  const blocker = useBlocker(({ currentLocation, nextLocation }) => when && currentLocation.pathname !== nextLocation.pathname);
  useEffect(() => {
    if (!when) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [when]);
  if (blocker.state !== 'blocked') return null;
  const leave = () => {
    onLeave?.();
    blocker.proceed();
  };
  const saveFirst = async () => ((await onSave?.()) ? blocker.proceed() : blocker.reset());
  return (
    <Dialog
      title={title ?? t.leave}
      onClose={() => blocker.reset()}
      footer={(
        <>
          <button type="button" className="btn me-auto" onClick={leave}>{t.leaveUnsaved}</button>
          <button type="button" className="btn" onClick={() => blocker.reset()}>{t.stay}</button>
          {onSave ? <button type="button" className="btn btn-primary" onClick={() => void saveFirst()}>{t.saveAndLeave}</button> : null}
        </>
      )}
    >
      <p className="mb-0">{lead ?? t.leaveLead}</p>
    </Dialog>
  );
}
