import { Link, useSearchParams } from 'react-router';
import type { Release } from '../../../api/index.js';
import { useT } from '../../../shared/i18n/index.js';
import { Async, Page, SelectField } from '../../../shared/ui/index.js';
import { useComparison, useReleases } from '../calls.js';
import { words as editors } from '../words.js';
import { words as replay } from '../replay/words.js';
import { FileList } from './FileList.js';
import { words } from './words.js';

interface ChoiceProps {
  label: string;
  value: string;
  releases: Release[];
  onChange: (value: string) => void;
}

function Choice({ label, value, releases, onChange }: ChoiceProps) {
  const t = useT(words);
  return (
    <div className="col-12 col-sm-6 col-lg-4">
      <SelectField label={label} value={value} onChange={(e) => onChange(e.target.value)}>
        <option value="drafts">{t.drafts}</option>
        {releases.map(({ version, note }) => <option key={version} value={String(version)}>{`${t.version(version)} – ${note}`}</option>)}
      </SelectField>
    </div>
  );
}

function Compared({ from, to }: { from: string; to: string }) {
  const t = useT(words);
  return (
    <Async query={useComparison(from, to)} lines={8}>
      {({ before, after, files }) => {
        const name = (version: number | null) => (version === null ? t.drafts : t.version(version));
        return <FileList files={files} before={name(before.version)} after={name(after.version)} />;
      }}
    </Async>
  );
}

/** Two versions, chosen in the address, so that a colleague can be sent there. */
export default function ComparePage() {
  const t = useT(words);
  const e = useT(editors);
  const r = useT(replay);
  const [params, setParams] = useSearchParams();
  const releases = useReleases();
  return (
    <Page title={t.title} before={<Link to="/procedures">{e.back}</Link>} actions={<Link className="btn" to="/procedures/replay">{r.link}</Link>}>
      <Async query={releases}>
        {(known) => {
          const newest = String(known.find(({ state }) => state !== 'failed')?.version ?? 'drafts');
          const [asked, to] = [params.get('from') ?? 'newest', params.get('to') ?? 'drafts'];
          const from = asked === 'newest' ? newest : asked;
          return (
            <>
              <div className="row">
                <Choice label={t.from} value={from} releases={known} onChange={(value) => setParams({ from: value, to }, { replace: true })} />
                <Choice label={t.to} value={to} releases={known} onChange={(value) => setParams({ from, to: value }, { replace: true })} />
              </div>
              <Compared key={`${from}/${to}`} from={from} to={to} />
            </>
          );
        }}
      </Async>
    </Page>
  );
}
