import type { MetadataKind } from './metadata.entity.js';

const PREFIX: Readonly<Record<MetadataKind, string>> = { activity: 'KEG', variable: 'VAR', indicator: 'IND' };
const KINDS = Object.keys(PREFIX) as MetadataKind[];

/** What a record is called by on other sheets: `VAR-0012`. */
export const codeOf = ({ kind, number }: { readonly kind: MetadataKind; readonly number: number }): string => `${PREFIX[kind]}-${String(number).padStart(4, '0')}`;

/** What a code stands for; small letters and fewer noughts are taken as well. Null: no code. */
export function readCode(text: string): { readonly kind: MetadataKind; readonly number: number } | null {
  const [, prefix, digits] = /^\s*([A-Za-z]{3})-(\d{1,9})\s*$/.exec(text) ?? [];
  const kind = KINDS.find((one) => PREFIX[one] === prefix?.toUpperCase());
  return kind && digits ? { kind, number: Number(digits) } : null;
}
