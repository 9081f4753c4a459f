import { inForm } from './answers.js';
import { completeness } from './completeness.js';
import { codeOf } from './metadata-code.js';
import type { MetadataEntity } from './metadata.entity.js';
import type { MetadataRow, MetadataVersion, MetadataView } from './metadata.schemas.js';
import { SHEETS } from './sheets/index.js';
import { fieldsOf } from './sheets/sheet.js';

type Names = ReadonlyMap<string, string>;

export function rowOf(one: MetadataEntity, names: Names): MetadataRow {
  const { recordId, kind, officeId, content, version, name, userName, at } = one;
  return { id: recordId, code: codeOf(one), kind, officeId, officeName: names.get(officeId) ?? officeId, name, version, by: userName, at: at.toISOString(), ...completeness(kind, content) };
}

/** With the versions, newest first. */
export function viewOf(versions: readonly [MetadataEntity, ...MetadataEntity[]], names: Names): MetadataView {
  const [newest] = versions;
  const sheet = SHEETS[newest.kind];
  return {
    ...rowOf(newest, names), content: newest.content, values: { ...inForm(sheet, newest.content) }, form: sheet.form, labels: Object.fromEntries(fieldsOf(sheet).map(({ key, label }) => [key, { ...label }])),
    versions: versions.map(({ version, userName: by, at }) => ({ version, by, at: at.toISOString() })),
  };
}

export const versionOf = ({ kind, content, version, userName, at }: MetadataEntity): MetadataVersion => ({ version, by: userName, at: at.toISOString(), values: { ...inForm(SHEETS[kind], content) } });
