import { useEffect, useRef } from 'react';
import { useLanguage, useT } from 'tertib/screens';
import type { MetadataView } from '../../metadata/metadata.schemas.js';
import { merge, type Values } from './merge.js';
import { metadataWords } from './words.js';

interface Props {
  base: Values;
  theirs: MetadataView;
  mine: Values;
  onMerge: (values: Values) => void;
  onTheirs: () => void;
}

/** Somebody else saved meanwhile: what each changed, and two ways on. */
export function Conflict({ base, theirs, mine, onMerge, onTheirs }: Props) {
  const t = useT(metadataWords);
  const language = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  // The button that was pressed stands far below.
  useEffect(() => {
    place.current?.focus();
    place.current?.scrollIntoView({ block: 'center' });
  }, []);
  const found = merge(base, theirs.values, mine);
  const named = (fields: readonly string[]) => fields.map((field) => theirs.labels[field]?.[language] ?? field).join(', ') || t.nothing;
  return (
    <div className="alert alert-warning d-block text-body" role="alert" tabIndex={-1} ref={place}>
      <h2 className="alert-heading h3 text-body">{t.conflictTitle(theirs.by, String(theirs.version))}</h2>
      <p>{t.conflictIntro}</p>
      <dl className="analysis-facts">
        <dt>{t.theirs(theirs.by)}</dt><dd>{named(found.theirs)}</dd>
        <dt>{t.both}</dt><dd>{named(found.both)}</dd>
      </dl>
      <div className="d-flex flex-wrap gap-2">
        <button type="button" className="btn btn-primary" onClick={() => onMerge(found.values)}>{t.merge}</button>
        <button type="button" className="btn" onClick={onTheirs}>{t.takeTheirs}</button>
      </div>
    </div>
  );
}
