import { Injectable } from '@nestjs/common';
import { Settings } from 'tertib';
import { z } from 'zod';
import { PublicationRepository } from '../publication/publication.repository.js';
import { ckanOrganization, ckanPackage } from './ckan-package.js';

/** An error as CKAN answers it. */
export class CkanError extends Error {
  constructor(
    readonly status: number,
    readonly type: 'Not Found Error' | 'Validation Error' | 'Bad Request Error',
    message: string,
  ) {
    super(message);
  }
}

const Id = z.object({ id: z.string().min(1).max(200) });
const Search = z.object({
  q: z.string().max(500).default(''),
  fq: z.string().max(500).default(''),
  rows: z.coerce.number().int().min(0).max(1000).default(10),
  start: z.coerce.number().int().min(0).max(1_000_000).default(0),
});
const Window = z.object({ limit: z.coerce.number().int().min(1).max(1000).optional(), offset: z.coerce.number().int().min(0).default(0) });

type Action = (input: Record<string, unknown>, base: string) => Promise<unknown>;

/** The read actions that harvesters use, over what is published. */
@Injectable()
export class CkanActions {
  private readonly actions: Readonly<Record<string, Action>> = {
    package_list: (input) => this.packageList(input),
    package_show: (input, base) => this.packageShow(input, base),
    package_search: (input, base) => this.packageSearch(input, base),
    organization_list: () => this.organizationList(),
    organization_show: (input) => this.organizationShow(input),
    status_show: (_input, base) => this.statusShow(base),
  };

  constructor(
    private readonly publications: PublicationRepository,
    private readonly settings: Settings,
  ) {}

  /** @throws {@link CkanError} for what does not exist or does not fit. */
  async run(name: string, input: Record<string, unknown>, base: string): Promise<unknown> {
    const action = Object.hasOwn(this.actions, name) ? this.actions[name] : undefined;
    if (!action) throw new CkanError(400, 'Bad Request Error', `Action name not known: ${name}`);
    return action(input, base);
  }

  private async packageList(input: Record<string, unknown>): Promise<string[]> {
    return this.publications.slugs(parse(Window, input));
  }

  private async packageShow(input: Record<string, unknown>, base: string) {
    const one = await this.publications.find(parse(Id, input).id);
    if (!one) throw new CkanError(404, 'Not Found Error', 'Not found');
    return ckanPackage(one, base);
  }

  private async packageSearch(input: Record<string, unknown>, base: string) {
    const { q, fq, rows, start } = parse(Search, input);
    const office = /^\+?(?:organization|owner_org):"?([\w-]+)"?$/.exec(fq.trim())?.[1];
    if (fq.trim() && !office) throw new CkanError(409, 'Validation Error', 'fq: only organization:<name> is supported');
    const code = office && (await this.publications.offices()).find((one) => one.code.toLowerCase() === office.toLowerCase())?.code;
    const found = await this.publications.search({ q: q === '*:*' ? '' : q, office: office ? (code ?? office) : undefined, start, rows: Math.max(rows, 1) });
    return { count: found.count, sort: 'metadata_modified desc', facets: {}, search_facets: {}, results: rows === 0 ? [] : found.results.map((one) => ckanPackage(one, base)) };
  }

  private async organizationList(): Promise<string[]> {
    return (await this.publications.offices()).map((one) => one.code.toLowerCase());
  }

  private async organizationShow(input: Record<string, unknown>) {
    const { id } = parse(Id, input);
    const one = (await this.publications.offices()).find((office) => office.code.toLowerCase() === id.toLowerCase());
    if (!one) throw new CkanError(404, 'Not Found Error', 'Not found');
    return ckanOrganization(one.code, one.name, one.count);
  }

  private async statusShow(base: string) {
    return { site_title: await this.settings.get('office.name', 'Portal Satu Data'), site_url: base, ckan_version: '2.10.0', extensions: [], locale_default: 'id' };
  }
}

function parse<T extends z.ZodType>(schema: T, input: unknown): z.infer<T> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new CkanError(409, 'Validation Error', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'does not fit'}`);
}
