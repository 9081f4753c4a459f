import { codesNamed, type CodesByColumn, type ColumnCodes } from '../../src/satu-data/code-lists/column-codes.js';
import type { Variable } from '../../src/satu-data/datasets/dataset.types.js';

/** What columns take where all regions are these, and no code ever ends. */
export function codesByColumn(variables: readonly Variable[], regions: Readonly<Record<string, string>> = {}): CodesByColumn {
  const listed: ColumnCodes = { list: { id: 'Wilayah (kode Kemendagri)', en: 'Regions (codes of the Ministry of Home Affairs)' }, names: new Map(Object.entries(regions)), parents: parentsOf(Object.keys(regions)), refused: new Map() };
  return new Map(variables.flatMap((variable) => (variable.codes?.length ? [[variable.name, codesNamed(variable, listed)] as const] : variable.type === 'region' ? [[variable.name, listed] as const] : [])));
}

/** `15.06` lies in `15`, where that is one of them. */
const parentsOf = (codes: readonly string[]): Map<string, string> =>
  new Map(codes.flatMap((code): [string, string][] => { const parent = code.slice(0, Math.max(0, code.lastIndexOf('.'))); return codes.includes(parent) ? [[code, parent]] : []; }));
