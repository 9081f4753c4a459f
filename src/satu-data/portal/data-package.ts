import { tableSchema } from '../metadata/table-schema.js';
import { DEFAULT_LICENCE, LICENCES } from '../publication/licences.js';
import { CONFIDENTIAL } from '../publication/csv.js';
import type { PublicationEntity } from '../publication/publication.entity.js';
import type { ListedPublication } from '../publication/publication.repository.js';
import { codeResources } from './code-resources.js';

type Packed = ListedPublication & Pick<PublicationEntity, 'columns' | 'hidden' | 'rowCount'>;

/** A published data set as a Frictionless Data Package: where its CSV lies, and what each column may hold. */
export function dataPackage(one: Packed, baseUrl: string) {
  const licence = LICENCES[one.licence] ?? LICENCES[DEFAULT_LICENCE];
  const coded = codeResources(one);
  const page = `${baseUrl}/dataset/${one.slug}`;
  const table = {
    name: one.slug, path: `${page}/data.csv`, format: 'csv', mediatype: 'text/csv', encoding: 'utf-8', bytes: one.fileSize, hash: `sha256:${one.sha256}`,
    schema: { ...schemaOf(one), ...(coded.length > 0 && { foreignKeys: coded.map(({ key }) => key) }) },
  };
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: one.slug,
    id: one.id,
    title: one.title,
    description: one.definition,
    homepage: page,
    created: one.publishedAt.toISOString(),
    contributors: [{ title: one.officeName, roles: ['publisher'] }],
    licenses: [{ name: one.licence, ...(licence && { title: licence.title, path: licence.url }) }],
    resources: [table, ...coded.map(({ resource }) => resource)] as const,
  };
}

/**
 * A cell that is not told reads as missing, so that its column cannot be required of the file. Nor are its column's bounds told: a hidden
 * count is at most 3, and where no value may be less than 3 it is 3.
 */
function schemaOf({ columns, hidden }: Packed) {
  const untold = new Set((hidden ?? []).map(({ column }) => column));
  const schema = tableSchema(columns.map((column) => ({ ...column, key: column.key ?? false, ...(untold.has(column.name) && { required: false, min: null, max: null }) })));
  return untold.size > 0 ? { ...schema, missingValues: [...schema.missingValues, CONFIDENTIAL] } : schema;
}
