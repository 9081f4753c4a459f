import { useFormat, useLanguage, useT } from 'tertib/screens';
import type { Evidence } from '../../evidence/evidence.schemas.js';
import { evidenceWords } from './evidence-words.js';

type Kind = Evidence['kinds'][number];
export type Shown = Evidence['domains'][number]['aspects'][number]['indicators'][number];
interface Props {
  evidence: Evidence;
  onShow: (kind: Kind) => void;
  onOwn: (indicator: Shown) => void;
}

function Indicator({ indicator, kinds, onShow, onOwn }: { indicator: Shown; kinds: readonly Kind[]; onShow: Props['onShow']; onOwn: Props['onOwn'] }) {
  const t = useT(evidenceWords);
  const language = useLanguage();
  const format = useFormat();
  const found = kinds.filter(({ count }) => count > 0);
  const unfinished = kinds.filter((kind) => kind.unfinished > 0);
  return (
    <>
      {found.length + indicator.own === 0 ? <p className="mb-2"><span className="badge bg-orange-lt analysis-mark">{t.noEvidence}</span>{kinds.length === 0 ? <span className="text-secondary ms-2">{t.notOurs}</span> : null}</p> : null}
      <div className="btn-list">
        {found.map((kind) => <button key={kind.key} type="button" className="btn btn-sm text-wrap text-start" aria-label={`${t.see(kind.name[language])} (${format.number(kind.count)})`} onClick={() => onShow(kind)}>{kind.name[language]}: {format.number(kind.count)}</button>)}
        <button type="button" className="btn btn-sm" aria-label={`${indicator.own > 0 ? t.ownCount(format.number(indicator.own)) : t.attach}: ${indicator.code}`} onClick={() => onOwn(indicator)}>{indicator.own > 0 ? t.ownCount(format.number(indicator.own)) : t.attach}</button>
      </div>
      {unfinished.map((kind) => <div key={kind.key} className="small text-secondary mt-1">{t.unfinished(kind.name[language], format.number(kind.unfinished))}</div>)}
    </>
  );
}

/** Every indicator with what there is for it, or that there is nothing yet. */
export function EvidenceIndicators({ evidence: { domains, kinds }, onShow, onOwn }: Props) {
  const t = useT(evidenceWords);
  const language = useLanguage();
  const format = useFormat();
  const known = new Map(kinds.map((kind) => [kind.key, kind]));
  const of = (keys: readonly string[]): Kind[] => keys.flatMap((key) => known.get(key) ?? []);
  const all = domains.flatMap(({ aspects }) => aspects.flatMap(({ indicators }) => indicators));
  const have = all.filter((one) => one.own > 0 || of(one.kinds).some(({ count }) => count > 0));
  const records = kinds.reduce((sum, { count }) => sum + count, 0) + all.reduce((sum, { own }) => sum + own, 0);
  return (
    <>
      <p><strong>{t.summary(format.number(have.length), format.number(all.length), format.number(records))}</strong></p>
      {domains.map((domain) => (
        <section key={domain.code} className="card mb-3" aria-label={domain.name[language]}>
          <div className="card-header"><h2 className="card-title">{domain.code}. {domain.name[language]}</h2></div>
          <table className="table table-vcenter card-table cards-table evidence-table">
            <thead><tr><th scope="col">{t.indicator}</th><th scope="col">{t.evidence}</th></tr></thead>
            <tbody>
              {domain.aspects.flatMap((aspect) => aspect.indicators.map((one) => (
                <tr key={one.code}>
                  <th scope="row">{one.code} {one.name[language]}<div className="small text-secondary fw-normal">{aspect.name[language]}</div></th>
                  <td data-label={t.evidence}><Indicator indicator={one} kinds={of(one.kinds)} onShow={onShow} onOwn={onOwn} /></td>
                </tr>
              )))}
            </tbody>
          </table>
        </section>
      ))}
    </>
  );
}
