import type { DraftRow } from '../../api/index.js';
import { useT } from '../../shared/i18n/index.js';
import { ProblemNote, say } from '../../shared/ui/index.js';
import { useDiscard, type Kind } from './calls.js';
import { words } from './words.js';

/** For a file that the next version is to be without. */
export function BringBack({ kind, draft: { key, etag } }: { kind: Kind; draft: DraftRow }) {
  const t = useT(words);
  const discard = useDiscard(kind, key);
  return (
    <>
      <button type="button" className="btn btn-sm" disabled={discard.isPending} aria-label={`${t.bringBack} ${key}`} onClick={() => discard.mutate(etag, { onSuccess: () => say(t.broughtBack) })}>{t.bringBack}</button>
      <ProblemNote error={discard.error} />
    </>
  );
}
