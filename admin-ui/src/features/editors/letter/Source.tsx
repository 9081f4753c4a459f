import { useRef, useState, type RefObject } from 'react';
import type { Mark } from './marks.js';
import { marked } from './marks.js';

interface Props {
  area: RefObject<HTMLTextAreaElement | null>;
  id: string;
  text: string;
  marks: readonly Mark[];
  onType: () => void;
}

/** The text, with what nothing fills marked where it stands. The marks lie below the letters, which stay those of an ordinary field. */
export function Source({ area, id, text, marks, onType }: Props) {
  const below = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState(text);
  const follow = () => {
    if (below.current && area.current) below.current.scrollTop = area.current.scrollTop;
  };
  return (
    <div className="letter-paper">
      <div ref={below} className="letter-marks font-monospace" aria-hidden>
        {marked(typed, marks).map((piece) => (piece.mark ? <mark key={piece.at}>{piece.text}</mark> : <span key={piece.at}>{piece.text}</span>))}
        {'\n'}
      </div>
      <textarea
        ref={area} id={id} rows={28} className="form-control font-monospace" spellCheck={false} aria-describedby={`${id}-hint`} aria-invalid={marks.length > 0} defaultValue={text}
        onScroll={follow}
        onChange={({ target }) => {
          setTyped(target.value);
          onType();
        }}
      />
    </div>
  );
}
