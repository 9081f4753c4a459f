import { IconFileTypePdf } from '@tabler/icons-react';
import type { Letter } from '../../../api/index.js';
import { useFormat, useT } from '../../i18n/index.js';
import { words } from '../words.js';
import { API } from '../../place.js';

/** As much of a letter as a list of them shows. */
export type ListedLetter = Pick<Letter, 'id' | 'number' | 'subject' | 'sentAt'> & { signedFile: object | null; receiver?: string | null };

interface Props {
  letters: ListedLetter[];
}

/** Letters with their number, receiver and a link to the page as it was rendered. */
export function LetterList({ letters }: Props) {
  const t = useT(words);
  const format = useFormat();
  if (!letters.length) return <p className="text-secondary mb-0">{t.noLetters}</p>;
  return (
    <ul className="list-group">
      {letters.map((letter) => (
        <li key={letter.id} className="list-group-item d-flex flex-wrap align-items-center gap-2">
          <IconFileTypePdf aria-hidden className="text-secondary flex-shrink-0" />
          <span className="letter-text min-w-0">
            <strong className="d-block text-break">{letter.subject || t.letter}</strong>
            <span className="small text-secondary">{[letter.number ? t.number(letter.number) : '', letter.receiver, letter.signedFile ? t.signed : '', letter.sentAt ? t.sentAt(format.dateTime(letter.sentAt)) : ''].filter(Boolean).join(' · ')}</span>
          </span>
          <a className="btn btn-sm" href={`${API}/letters/${letter.id}/pdf`} target="_blank" rel="noreferrer" aria-label={`${t.openPdf}: ${letter.subject || letter.number || t.letter}${letter.receiver ? `, ${letter.receiver}` : ''}`}>{t.openPdf}</a>
        </li>
      ))}
    </ul>
  );
}
