import { lazy, Suspense } from 'react';
import { Loading } from '../../../shared/ui/index.js';

const Loaded = lazy(() => import('./ComparePage.js'));

/** Fetched with the first comparison. */
export function ComparePage() {
  return <Suspense fallback={<Loading lines={8} />}><Loaded /></Suspense>;
}
