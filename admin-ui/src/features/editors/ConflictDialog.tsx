import { useT } from '../../shared/i18n/index.js';
import { Dialog } from '../../shared/ui/index.js';
import { words } from './words.js';

interface Props {
  mine: string;
  theirs: { content: string; updatedByName?: string | null };
  onMine: () => void;
  onTheirs: () => void;
  onClose: () => void;
}

/** Lines of one text that the other has not. */
const differing = (text: string, other: string): Set<number> => {
  const there = new Set(other.split('\n').map((line) => line.trim()));
  return new Set(text.split('\n').flatMap((line, index) => (line.trim() && !there.has(line.trim()) ? [index] : [])));
};

/** The lines of one version that the other has not, with their numbers. */
function Side({ title, text, other }: { title: string; text: string; other: string }) {
  const marked = differing(text, other);
  return (
    <div className="col-12 col-md-6">
      <h3 className="h4">{title}</h3>
      <pre className="compare" tabIndex={0} aria-label={title}>
        {text.split('\n').flatMap((line, index) => (marked.has(index) ? [<span key={index}>{index + 1}  <mark>{line.trim()}</mark>{'\n'}</span>] : []))}
      </pre>
    </div>
  );
}

/** Two people saved the same draft: both versions side by side, nothing overwritten unseen. */
export function ConflictDialog({ mine, theirs, onMine, onTheirs, onClose }: Props) {
  const t = useT(words);
  return (
    <Dialog
      title={t.conflict}
      wide
      onClose={onClose}
      footer={<><button type="button" className="btn" onClick={onTheirs}>{t.takeTheirs}</button><button type="button" className="btn btn-primary" onClick={onMine}>{t.keepMine}</button></>}
    >
      <p>{t.conflictLead(theirs.updatedByName ?? '–')}</p>
      <div className="row g-3"><Side title={t.mine} text={mine} other={theirs.content} /><Side title={t.theirs} text={theirs.content} other={mine} /></div>
    </Dialog>
  );
}
