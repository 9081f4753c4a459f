import { Link } from 'react-router';
import { useT } from '../shared/i18n/index.js';
import { Empty, Page } from '../shared/ui/index.js';
import { words } from './words.js';

export function Missing() {
  const t = useT(words);
  return (
    <Page title={t.missing}>
      <Empty title={t.missingHint}><Link className="btn btn-primary mt-3" to="/tasks">{t.home}</Link></Empty>
    </Page>
  );
}
