import { DEFAULT_LICENCE, LICENCES } from '../publication/licences.js';
import type { ListedPublication } from '../publication/publication.repository.js';

/** CKAN keeps naive UTC times: `2026-03-01T10:00:00.000000`. */
const ckanTime = (at: Date): string => at.toISOString().replace('Z', '000');

/** An organization as CKAN's `organization_show` gives it. */
export const ckanOrganization = (code: string, title: string, packageCount: number) => ({
  id: code,
  name: code.toLowerCase(),
  title,
  display_name: title,
  type: 'organization',
  is_organization: true,
  state: 'active',
  package_count: packageCount,
});

/** A published data set as CKAN 2's `package_show` gives it. */
export function ckanPackage(one: ListedPublication, baseUrl: string) {
  const licence = LICENCES[one.licence] ?? LICENCES[DEFAULT_LICENCE];
  const page = `${baseUrl}/dataset/${one.slug}`;
  const organization = ckanOrganization(one.officeCode, one.officeName, 0);
  return {
    id: one.id,
    name: one.slug,
    title: one.title,
    notes: one.definition,
    url: page,
    type: 'dataset',
    state: 'active',
    private: false,
    isopen: true,
    author: one.officeName,
    license_id: one.licence,
    license_title: licence?.title,
    license_url: licence?.url,
    metadata_created: ckanTime(one.publishedAt),
    metadata_modified: ckanTime(one.modifiedAt),
    owner_org: organization.id,
    organization,
    num_resources: 1,
    num_tags: 0,
    tags: [],
    groups: [],
    extras: [
      { key: 'periode', value: one.periodTitle },
      { key: 'satuan', value: one.unit },
      ...Object.entries(one.metadata).filter(([, value]) => value).map(([key, value]) => ({ key, value: String(value) })),
    ],
    resources: [
      {
        id: `${one.id}-csv`,
        package_id: one.id,
        name: `${one.slug}.csv`,
        format: 'CSV',
        mimetype: 'text/csv',
        url: `${page}/data.csv`,
        size: one.fileSize,
        hash: `sha256:${one.sha256}`,
        created: ckanTime(one.publishedAt),
        last_modified: ckanTime(one.modifiedAt),
        position: 0,
        state: 'active',
      },
    ],
  };
}
