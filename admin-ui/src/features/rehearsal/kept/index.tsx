import { lazy, Suspense } from 'react';
import { Loading } from '../../../shared/ui/index.js';

const Loaded = lazy(() => import('./KeptPage.js'));

/** Fetched when somebody looks at the tests. */
export function KeptPage() {
  return <Suspense fallback={<Loading lines={8} />}><Loaded /></Suspense>;
}
