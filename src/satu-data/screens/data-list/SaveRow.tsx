import { useEffect, useRef } from 'react';
import { Problem, ProblemNote, useT } from 'tertib/screens';
import type { Refusal } from './edit-queue.js';
import { listWords } from './list-words.js';
import { refusedParts, type RefusedPart } from './refused.js';

/** What the server did not accept of a row, by field and line. */
export const partsOf = (refused: Refusal | null, id: string): RefusedPart[] => (refused?.error instanceof Problem ? refusedParts(refused, id, refused.error.errors) : []);

interface Props {
  refused: Refusal | null;
  parts: readonly RefusedPart[];
  placeOf: (part: RefusedPart) => string;
  saving: boolean;
  /** The server was not reached the last time. */
  unreached: boolean;
}

/** The button that saves, with why that has not worked beside it: a long form hides what stands at its top. */
export function SaveRow({ refused, parts, placeOf, saving, unreached }: Props) {
  const t = useT(listWords);
  const why = useRef<HTMLDivElement>(null);
  // It pushes the button down, out of sight.
  useEffect(() => { why.current?.scrollIntoView({ block: 'nearest' }); }, [refused]);
  return (
    <div ref={why}>
      {parts.length ? (
        <div className="alert alert-danger text-body" role="alert"><div>{t.notKept}
          <ul className="mb-0 text-break">{parts.map((part, index) => <li key={index}><strong>{placeOf(part)}</strong> {part.message}</li>)}</ul>
        </div></div>
      ) : <ProblemNote error={refused?.error} />}
      {saving ? <p className="text-secondary" role="status">{unreached ? t.waits : t.saving}</p> : null}
      <button type="submit" className="btn btn-primary" disabled={saving}>{t.save}</button>
    </div>
  );
}
