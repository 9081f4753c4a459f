import { Loading } from '../shared/ui/index.js';

/** While the page that was opened first is fetched. */
export function Waiting() {
  return <div className="container-xl mt-3"><Loading lines={6} /></div>;
}
