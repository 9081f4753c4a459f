import { useFormat, useT } from 'tertib/screens';
import type { CodeChange } from '../../code-lists/code-list.schemas.js';
import { codeWords } from './words.js';

const FIELDS = ['titleId', 'titleEn', 'parent', 'level', 'validFrom', 'validTo', 'replacedBy', 'pair'] as const;

/** What became of one code, field by field. */
export function ChangeLine({ change: { code, kind, before, after }, where }: { change: CodeChange; where: string | null }) {
  const t = useT(codeWords);
  const format = useFormat();
  const shown = (field: (typeof FIELDS)[number], value: string | undefined) => (!value ? t.blank : field === 'validFrom' || field === 'validTo' ? format.day(value) : value);
  const kinds = { added: t.added, changed: t.isChanged, ended: t.isEnded };
  const labels = { titleId: t.titleId, titleEn: t.titleEn, parent: t.parent, level: t.level, validFrom: t.validFrom, validTo: t.validTo, replacedBy: t.replaced, pair: t.pairField };
  const changed = FIELDS.filter((field) => (before?.[field] ?? '') !== after[field] && !(field === 'titleEn' && after.titleEn === after.titleId));
  return (
    <li className="text-break">
      {where ? `${where}: ` : ''}<strong>{kinds[kind]} “{code}”</strong>{before ? ` ${before.titleId}` : ''}
      {changed.length > 0 ? `; ${changed.map((field) => `${labels[field]}: ${before ? `${shown(field, before[field])} → ` : ''}${shown(field, after[field])}`).join('; ')}` : ''}
    </li>
  );
}
