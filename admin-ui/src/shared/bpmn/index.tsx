import { lazy, Suspense } from 'react';
import { Loading } from '../ui/index.js';
import type { DiagramProps } from './Diagram.js';

export type { Heat, Passed } from './draw.js';

const Loaded = lazy(() => import('./Diagram.js'));

/** The diagram viewer is fetched with the first diagram. */
export function Diagram(props: DiagramProps) {
  return <Suspense fallback={<Loading />}><Loaded {...props} /></Suspense>;
}
