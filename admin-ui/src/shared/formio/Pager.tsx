import { useRef } from 'react';
import { useT } from '../i18n/index.js';
import type { Webform } from './handle.js';
import { isShown, type FormPage } from './pages.js';
import { words } from './words.js';

interface Props {
  pages: FormPage[];
  webform: Webform;
  page: number;
  onPage: (page: number) => void;
}

/** Where one is in a form of several pages, and the ways back and on. What is wrong on a page is said before one leaves it forward. */
export function Pager({ pages, webform, page, onPage }: Props) {
  const t = useT(words);
  const here = useRef<HTMLParagraphElement>(null);
  const shown = pages.map((one, index) => ({ one, index })).filter(({ one, index }) => index === page || isShown(one, webform));
  const at = shown.findIndex(({ index }) => index === page);
  const go = (to: number | undefined) => {
    if (to === undefined) return;
    onPage(to);
    // The button may be gone on the new page, and its beginning is what one wants to see.
    here.current?.focus();
    webform.element.scrollIntoView({ block: 'start' });
  };
  const onward = () => {
    const wrong = pages[page]?.keys.map((key) => webform.getComponent(key)).find((component) => component && component.visible && !component.checkValidity(webform.data, true, webform.data));
    if (wrong) wrong.element?.querySelector<HTMLElement>('.has-message input, .has-message select, .has-message textarea')?.focus();
    else go(shown[at + 1]?.index);
  };
  return (
    <nav className="d-flex flex-wrap gap-2 align-items-center border-top pt-3 mt-2" aria-label={t.pages}>
      <p className="mb-0 me-auto text-secondary" tabIndex={-1} ref={here} aria-live="polite">{t.pageOf(at + 1, shown.length, pages[page]?.title ?? '')}</p>
      {at > 0 ? <button type="button" className="btn" onClick={() => go(shown[at - 1]?.index)}>{t.back}</button> : null}
      {at < shown.length - 1 ? <button type="button" className="btn" onClick={onward}>{t.onward}</button> : null}
    </nav>
  );
}
