import { useFormat, useLanguage, useT } from 'tertib/screens';
import type { CodePage, CodeView } from '../../code-lists/code-list.schemas.js';
import { codeWords } from './words.js';

/** A page of codes. On a telephone each is a block of its own. */
export function CodeTable({ page: { list, items }, onEdit }: { page: CodePage; onEdit: ((code: CodeView) => void) | null }) {
  const t = useT(codeWords);
  const language = useLanguage();
  const levels = new Map(list.levels.map(({ key, title }) => [key, title[language]]));
  const pair = list.pairedWith ? t.pair(list.pairedWith.title[language]) : null;
  return (
    <table className="table card-table code-table mb-0">
      <thead><tr><th>{t.code}</th><th>{t.name}</th><th>{t.validity}</th>{pair ? <th>{pair}</th> : null}{onEdit ? <th><span className="visually-hidden">{t.actions}</span></th> : null}</tr></thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.code} className={one.valid ? '' : 'text-secondary'}>
            <th scope="row">{one.code}</th>
            <td>
              <div>{one.title[language]}</div>
              <div className="text-secondary small">{[one.level ? levels.get(one.level) : '', one.parent ? `${t.within} ${one.parentTitle?.[language] ?? ''} (${one.parent})` : ''].filter(Boolean).join(' · ')}</div>
            </td>
            <td data-label={t.validity}><Validity code={one} shipped={list.shipped} /></td>
            {pair ? <td data-label={pair}>{one.pair ? `${one.pair} ${one.pairTitle?.[language] ?? ''}` : t.noPair}</td> : null}
            {onEdit ? <td className="text-end"><button type="button" className="btn btn-sm" aria-label={t.editOf(one.code)} onClick={() => onEdit(one)}>{t.edit}</button></td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A first day that nobody wrote: the lists that come with the application do not have it; of an own code it means that it was always valid. */
function Validity({ code: { validFrom, validTo, replacedBy }, shipped }: { code: CodeView; shipped: boolean }) {
  const t = useT(codeWords);
  const format = useFormat();
  const [from, to] = [validFrom && format.day(validFrom), validTo && format.day(validTo)];
  const open = to ? (shipped ? t.unknownUntil(to) : t.until(to)) : shipped ? t.since : t.sinceAlways;
  const when = !from ? open : to ? t.between(from, to) : t.from(from);
  return <>{when}{replacedBy ? <div className="small">{t.replacedBy(replacedBy)}</div> : null}</>;
}
