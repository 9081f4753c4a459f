import { DEFAULT_LICENCE, LICENCES } from '../publication/licences.js';
import type { ListedPublication } from '../publication/publication.repository.js';

/** The catalogue in Project Open Data's schema 1.1 (resources.data.gov/resources/dcat-us), which harvesters read. */
export function dataJson(publications: readonly ListedPublication[], office: { name: string; email: string }, baseUrl: string) {
  return {
    '@context': 'https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld',
    '@type': 'dcat:Catalog',
    conformsTo: 'https://project-open-data.cio.gov/v1.1/schema',
    describedBy: 'https://project-open-data.cio.gov/v1.1/schema/catalog.json',
    dataset: publications.map((one) => ({
      '@type': 'dcat:Dataset',
      identifier: `${baseUrl}/dataset/${one.slug}`,
      title: one.title,
      description: one.definition,
      keyword: [one.metadata.kind, one.officeName],
      issued: one.publishedAt.toISOString(),
      modified: one.modifiedAt.toISOString(),
      publisher: { '@type': 'org:Organization', name: one.officeName },
      contactPoint: { '@type': 'vcard:Contact', fn: office.name, hasEmail: `mailto:${office.email}` },
      accessLevel: 'public',
      license: (LICENCES[one.licence] ?? LICENCES[DEFAULT_LICENCE])?.url,
      landingPage: `${baseUrl}/dataset/${one.slug}`,
      distribution: [
        { '@type': 'dcat:Distribution', title: `${one.title} (CSV)`, mediaType: 'text/csv', format: 'CSV', downloadURL: `${baseUrl}/dataset/${one.slug}/data.csv` },
      ],
    })),
  };
}
