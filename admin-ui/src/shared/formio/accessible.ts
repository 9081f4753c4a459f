import { Templates } from '@formio/js/form';
import { language } from '../i18n/index.js';
import { words } from './words.js';

type Render = (context: object) => string;
type Drawn = Readonly<Record<string, Readonly<Record<string, Render>> | string>>;

/** What Form.io draws and a screen reader cannot make sense of, with what it becomes. */
const MENDS: readonly (readonly [RegExp, string | ((drawn: string) => string)])[] = [
  // A tab holds a link, which nobody reaches inside a tab: the link is the tab.
  [/(<li [^>]*)role="tab"( [^>]*>\s*<a)\b/g, '$1role="presentation"$2 role="tab"'],
  // The groups of fields are no tabs, and the search among them is none either.
  [/(<div [^>]*\bbuilder-sidebar\b[^>]*) role="tablist"/g, '$1'],
  // A hint says whether it is open, as only what can be pressed may, and has no name.
  [/<i ref="tooltip" tabindex="0"/g, (drawn) => `${drawn} role="button" aria-label="${words[language()].hint}"`],
  // The buttons of a row have a picture and no name.
  [/<button class="[^"]*\beditRow\b[^"]*"/g, (drawn) => `${drawn} type="button" aria-label="${words[language()].changeARow}"`],
  [/class="formio-drag-button\b[^"]*"/g, (drawn) => `${drawn} aria-label="${words[language()].moveARow}"`],
  [/<button class="[^"]*\bremoveRow\b[^"]*"/g, (drawn) => `${drawn} type="button" aria-label="${words[language()].removeARow}"`],
];

const mended = (render: Render): Render => (context) => MENDS.reduce((drawn, [fault, better]) => drawn.replace(fault, better as string), render(context));

/** Form.io's templates as they are, but for the faults that axe finds in them. */
export function mendTemplates(): void {
  const templates = Templates as unknown as { current: Drawn };
  templates.current = Object.fromEntries(Object.entries(templates.current).map(([name, modes]) => [name, typeof modes === 'object' ? Object.fromEntries(Object.entries(modes).map(([mode, render]) => [mode, typeof render === 'function' ? mended(render) : render])) : modes]));
}
