import { isMail, LETTER_TITLES, PLAIN_LAYOUT } from '../../notifications/index.js';
import { finding, type Finding } from '../finding.js';
import { repair } from '../repair.js';
import { pathOf, type Resource } from '../resource.js';

const LAYOUT = 'layout';
const PATH = pathOf('letter', LAYOUT);
const MOST_NAMED = 3;

/** A letter is drawn into the layout: without one, a case would find out when it wants its letter. A mail has no frame. */
export function lettersHaveLayout(resources: readonly Resource[], before: readonly Resource[]): Finding[] {
  const letters = resources.filter(({ kind }) => kind === 'letter').map(({ key }) => key);
  const drawn = letters.filter((key) => key !== LAYOUT && !isMail(key));
  if (drawn.length === 0 || letters.includes(LAYOUT)) return [];
  const last = before.find(({ path }) => path === PATH);
  const mended = last ? repair('file', '', last.content, 'Kembalikan bingkai surat', 'Bring the frame back') : repair('file', '', PLAIN_LAYOUT, 'Tambahkan bingkai sederhana', 'Add a plain frame');
  const found = finding('letter-layout-missing', '',
    `Bingkai surat (${PATH}) tidak ada, sehingga surat ini tidak dapat dibuat: ${some(drawn, 'lainnya')}. Tambahkan bingkai itu, atau pasang plugin yang membawanya.`,
    `There is no frame for letters (${PATH}), so that these cannot be drawn: ${some(drawn, 'more')}. Add the frame, or install a plugin that brings one.`, 'error', mended);
  return [{ ...found, path: PATH, title: LETTER_TITLES[LAYOUT] ?? found.title }];
}

function some(keys: readonly string[], others: string): string {
  const named = keys.slice(0, MOST_NAMED).map((key) => `“${key}”`).join(', ');
  return keys.length > MOST_NAMED ? `${named}, ${keys.length - MOST_NAMED} ${others}` : named;
}
