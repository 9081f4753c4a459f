import { useRouteError } from 'react-router';
import { ProblemNote } from '../shared/ui/index.js';

/** A fault of ours on a screen, or a part of the app that could not be fetched after an update: load again. */
export function Broken() {
  const error = useRouteError();
  return <main className="container-tight py-5"><ProblemNote error={error} onRetry={() => window.location.reload()} /></main>;
}
