import type { Kind } from './calls.js';

const KIND_OF: Readonly<Record<string, Kind>> = { bpmn: 'diagrams', forms: 'forms', letters: 'letters' };

/** Where a file of a version is edited: `bpmn/pengelolaan-data.bpmn` is the diagram `pengelolaan-data`. */
export function placeOf(path: string): { kind: Kind; key: string } | undefined {
  const [, folder = '', key = ''] = /^(bpmn|forms|letters)\/([\w-]+)\./.exec(path) ?? [];
  const kind = KIND_OF[folder];
  return kind && { kind, key };
}
