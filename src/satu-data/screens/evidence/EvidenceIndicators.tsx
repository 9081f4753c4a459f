import { useFormat, useLanguage, useT } from 'tertib/screens';
import type { Evidence } from '../../evidence/evidence.schemas.js';
import { evidenceWords } from './evidence-words.js';

type Kind = Evidence['kinds'][number];
interface Props {
  evidence: Evidence;
  onShow: (kind: Kind) => void;
}

function Indicator({ kinds, onShow }: { kinds: readonly Kind[]; onShow: Props['onShow'] }) {
  const t = useT(evidenceWords);
  const language = useLanguage();
  const format = useFormat();
  const found = kinds.filter(({ count }) => count > 0);
  if (found.length === 0) return <><span className="badge bg-orange-lt analysis-mark">{t.noEvidence}</span>{kinds.length === 0 ? <span className="text-secondary ms-2">{t.notOurs}</span> : null}</>;
  return (
    <div className="btn-list">
      {found.map((kind) => <button key={kind.key} type="button" className="btn btn-sm text-wrap text-start" aria-label={`${t.see(kind.name[language])} (${format.number(kind.count)})`} onClick={() => onShow(kind)}>{kind.name[language]}: {format.number(kind.count)}</button>)}
    </div>
  );
}

/** Every indicator with what there is for it, or that there is nothing yet. */
export function EvidenceIndicators({ evidence: { domains, kinds }, onShow }: Props) {
  const t = useT(evidenceWords);
  const language = useLanguage();
  const format = useFormat();
  const known = new Map(kinds.map((kind) => [kind.key, kind]));
  const of = (keys: readonly string[]): Kind[] => keys.flatMap((key) => known.get(key) ?? []);
  const all = domains.flatMap(({ aspects }) => aspects.flatMap(({ indicators }) => indicators));
  const have = all.filter((one) => of(one.kinds).some(({ count }) => count > 0));
  const records = kinds.reduce((sum, { count }) => sum + count, 0);
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
                  <td data-label={t.evidence}><Indicator kinds={of(one.kinds)} onShow={onShow} /></td>
                </tr>
              )))}
            </tbody>
          </table>
        </section>
      ))}
    </>
  );
}
