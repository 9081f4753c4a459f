import { lazy, Suspense, type ComponentProps } from 'react';
import { Loading } from '../ui/index.js';

const FormView = lazy(() => import('./FormView.js'));

/** The form renderer is large: fetched with the first form. */
export function Form(props: ComponentProps<typeof FormView>) {
  return <Suspense fallback={<Loading lines={6} />}><FormView {...props} /></Suspense>;
}
