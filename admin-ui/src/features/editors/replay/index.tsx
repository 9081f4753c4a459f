import { lazy, Suspense } from 'react';
import { Loading } from '../../../shared/ui/index.js';

const Loaded = lazy(() => import('./ReplayPage.js'));

/** Fetched with the first replay. */
export function ReplayPage() {
  return <Suspense fallback={<Loading lines={8} />}><Loaded /></Suspense>;
}
