import { IconX } from '@tabler/icons-react';
import type { Overview } from '../../api/index.js';
import { useT } from '../../shared/i18n/index.js';
import { ageText } from './age.js';
import type { Filter, Filters } from './filters.js';
import { words } from './words.js';

/** Filters that were set by pressing a number elsewhere on the page, each with a way to take it off. */
export function Narrowed({ overview, filters }: { overview: Overview; filters: Filters }) {
  const t = useT(words);
  const { get, choose } = filters;
  const [from, to, step] = [get('from'), get('to'), get('step')];
  const name = overview.steps.find(({ processKey, elementId }) => step === `${processKey}/${elementId}`)?.name ?? step;
  const set: { text: string; off: Filter[] }[] = [
    ...(step ? [{ text: t.atStep(name), off: ['step' as const] }] : []),
    ...(get('troubled') ? [{ text: t.withTrouble, off: ['troubled' as const] }] : []),
    ...(from || to ? [{ text: t.aged(ageText(t, Number(from), to ? Number(to) : null)), off: ['from' as const, 'to' as const] }] : []),
  ];
  if (!set.length) return null;
  return (
    <div className="card-body py-2 d-flex flex-wrap gap-2 align-items-center">
      <span className="text-secondary">{t.only}</span>
      {set.map(({ text, off }) => (
        <button key={text} type="button" className="btn btn-sm text-wrap text-start" aria-label={t.clear(text)} onClick={() => choose(Object.fromEntries(off.map((one) => [one, ''])))}>{text} <IconX size={16} aria-hidden className="ms-1 flex-shrink-0" /></button>
      ))}
    </div>
  );
}
