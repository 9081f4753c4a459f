import { useT } from '../../../shared/i18n/index.js';
import { nameOf } from './keyboard/connect.js';
import { keyWords } from './keyboard/words.js';
import type { DiagramElement } from './model.js';

interface Props {
  element: DiagramElement | undefined;
  translate: (text: string) => string;
}

/** Read out by a screen reader, which sees nothing of the drawing. */
export function Chosen({ element, translate }: Props) {
  const t = useT(keyWords);
  return <p className="visually-hidden" role="status">{element ? t.chosen(nameOf(element, translate)) : ''}</p>;
}
