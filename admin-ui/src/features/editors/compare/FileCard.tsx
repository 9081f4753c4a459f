import './compare.css';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { FileComparison } from '../../../api/index.js';
import { useLanguage, useT } from '../../../shared/i18n/index.js';
import { Loading } from '../../../shared/ui/index.js';
import { ChangeList } from './ChangeList.js';
import { Mark } from './Mark.js';
import { words } from './words.js';

const SideBySide = lazy(() => import('./SideBySide.js'));

interface Props {
  file: FileComparison;
  before: string;
  after: string;
  brief: boolean;
}

/** One file that differs: what changes in words, and on request the two versions of it. */
export function FileCard({ file, before, after, brief }: Props) {
  const t = useT(words);
  const lang = useLanguage();
  const [open, setOpen] = useState(false);
  const [focus, setFocus] = useState<string>();
  const picture = useRef<HTMLDivElement>(null);
  const title = `${t[file.kind]}: ${file.title[lang]}`;
  useEffect(() => {
    if (open && focus) picture.current?.scrollIntoView({ block: 'nearest' });
  }, [open, focus]);
  const jump = (place: string) => {
    setOpen(true);
    setFocus(place);
  };
  return (
    <section className="card mb-3" aria-label={title}>
      <div className="card-header gap-2 py-2">
        <h2 className="card-title text-break me-auto">{title}</h2>
        {file.change === 'changed' ? null : <Mark change={file.change} />}
        {brief ? null : (
          <button type="button" className="btn btn-sm flex-shrink-0" aria-expanded={open} aria-label={`${open ? t.hide : file.kind === 'letter' ? t.showLines : t.show}: ${file.title[lang]}`} onClick={() => setOpen(!open)}>
            {open ? t.hide : file.kind === 'letter' ? t.showLines : t.show}
          </button>
        )}
      </div>
      <ChangeList changes={file.changes} onJump={brief || file.kind === 'letter' ? undefined : jump} />
      {open ? <div className="card-body" ref={picture}><Suspense fallback={<Loading />}><SideBySide file={file} before={before} after={after} focus={focus} /></Suspense></div> : null}
    </section>
  );
}
