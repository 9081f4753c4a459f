import type { LetterPicture } from '../../../api/index.js';
import { useT } from '../../../shared/i18n/index.js';
import { letterWords as words } from './words.js';

type PageMark = LetterPicture['marks'][number];

function Drawn({ mark }: { mark: PageMark }) {
  switch (mark.kind) {
    case 'text':
      // Stretched to the width that it has in the PDF, whatever letters this device has.
      return <text x={mark.x} y={mark.y} fontSize={mark.size} fill={mark.color} textLength={mark.width} lengthAdjust="spacingAndGlyphs" {...(mark.bold && { fontWeight: 600 })} {...(mark.italic && { fontStyle: 'italic' })} {...(mark.underline && { textDecoration: 'underline' })}>{mark.text}</text>;
    case 'line':
      return <line x1={mark.x} y1={mark.y} x2={mark.x2} y2={mark.y2} stroke={mark.color} strokeWidth={mark.width} />;
    case 'area':
      return <rect x={mark.x} y={mark.y} width={mark.width} height={mark.height} fill={mark.color} />;
    case 'dot':
      return <circle cx={mark.x} cy={mark.y} r={mark.size} fill={mark.color} />;
    default:
      return <image x={mark.x} y={mark.y} width={mark.width} height={mark.height} href={mark.source} />;
  }
}

/** Pages as they are printed, drawn from what the PDF is made of: so they are seen where no PDF viewer is. */
export function Pages({ pages, total }: { pages: readonly LetterPicture[]; total: number }) {
  const t = useT(words);
  return (
    <div className="letter-pages" role="group" aria-label={t.preview} tabIndex={0}>
      {pages.map(({ width, height, marks }, index) => (
        <svg key={index} className="letter-page" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t.page(index + 1, total)}>
          {marks.map((mark, place) => <Drawn key={`${place} ${mark.kind}`} mark={mark} />)}
        </svg>
      ))}
      {total > pages.length ? <p className="mb-0">{t.morePages(total - pages.length)}</p> : null}
    </div>
  );
}
