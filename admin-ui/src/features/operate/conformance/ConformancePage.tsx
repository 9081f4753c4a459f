import { Link } from 'react-router';
import { useT } from '../../../shared/i18n/index.js';
import { Async, Page, SelectField } from '../../../shared/ui/index.js';
import { useProcedures } from '../calls.js';
import { DAYS, useFilters } from '../filters.js';
import { words as operate } from '../words.js';
import { useConformance } from './calls.js';
import { Compared } from './Compared.js';
import { words } from './words.js';

/** What cases did, beside the order of the procedure as it was made. */
export function ConformancePage() {
  const t = useT(words);
  const o = useT(operate);
  const filters = useFilters();
  const procedures = useProcedures();
  const procedure = procedures.data?.find(({ key }) => key === filters.get('procedure'))?.key ?? procedures.data?.[0]?.key ?? '';
  const filter = { procedure, days: filters.days, process: filters.get('diagram'), reference: filters.get('reference') };
  const query = useConformance(filter);
  const forget = { diagram: '', step: '', kind: '' };
  return (
    <Page title={t.title} actions={<Link className="btn" to="/operate">{t.overview}</Link>}>
      <p className="text-secondary narrow">{t.lead}</p>
      <Async query={procedures}>
        {(all) => (
          <>
            <div className="row g-2">
              <div className="col-12 col-md-5">
                <SelectField label={o.procedure} value={procedure} onChange={(e) => filters.choose({ ...forget, procedure: e.target.value, reference: '' })}>
                  {all.map(({ key, name }) => <option key={key} value={key}>{name}</option>)}
                </SelectField>
              </div>
              <div className="col-6 col-md-3">
                <SelectField label={o.period} value={filters.days} onChange={(e) => filters.choose({ days: e.target.value })}>
                  {DAYS.map((days) => <option key={days} value={days}>{o.lastDays(days)}</option>)}
                </SelectField>
              </div>
              <div className="col-6 col-md-4">
                <SelectField label={t.reference} value={query.data?.reference.id ?? filter.reference} onChange={(e) => filters.choose({ ...forget, reference: e.target.value })}>
                  {(query.data?.references ?? []).map(({ id, version }) => <option key={id} value={id}>{version === null ? t.shipped : t.version(version)}</option>)}
                </SelectField>
              </div>
            </div>
            {procedure ? <Async query={query} lines={8}>{(found) => <Compared found={found} filter={filter} filters={filters} />}</Async> : null}
          </>
        )}
      </Async>
    </Page>
  );
}
