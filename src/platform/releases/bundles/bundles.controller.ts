import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Roles, Transactions } from '../../../sdk/index.js';
import { Machines } from '../../identity/index.js';
import { nextBundle, releaseBy, resourcesOf } from '../bundle.js';
import { releaseView } from '../release-view.js';
import { ReleaseProblem } from '../releases.problems.js';
import { placeAt, type Resource } from '../resource.js';
import { BundleImport, misplaced, type ImportResult } from './bundle-import.service.js';
import { BundleSchema, ImportBody, ImportedSchema } from './bundle.schemas.js';

type Bundle = z.infer<typeof BundleSchema>;
const filesOf = (resources: readonly Resource[]): Bundle['resources'] => resources.map(({ path, content }) => ({ path, content })).toSorted((a, b) => (a.path < b.path ? -1 : 1));

/** Whole folders, to and fro: what `tertib export`, `import` and `deploy` ask for. */
@ApiTags('releases')
@Roles('admin')
@Controller('api')
export class BundlesController {
  constructor(
    private readonly transactions: Transactions,
    private readonly imports: BundleImport,
  ) {}

  /** By its id, its version or `live`. */
  @Get('releases/:which/bundle')
  @Machines('releases:read')
  @ApiOkResponse({ standardSchema: BundleSchema })
  async release(@Param('which') which: string): Promise<Bundle> {
    const release = await releaseBy(this.transactions.read, which);
    const view = releaseView(release);
    return { release: { ...view, publishedAt: view.publishedAt.toISOString() }, resources: filesOf(await resourcesOf(this.transactions.read, release)) };
  }

  /** The newest release with the drafts laid over it. */
  @Get('drafts/bundle')
  @Machines('releases:read')
  @ApiOkResponse({ standardSchema: BundleSchema })
  async drafts(): Promise<Bundle> {
    return { release: null, resources: filesOf((await nextBundle(this.transactions.read)).resources) };
  }

  @Put('drafts/bundle')
  @Machines('releases:write')
  @ApiOkResponse({ standardSchema: ImportedSchema })
  take(@Body({ schema: ImportBody }) { resources, ...wishes }: z.infer<typeof ImportBody>): Promise<ImportResult> {
    const places = resources.map(({ path, content }) => ({ path, content, place: placeAt(path) }));
    const lost = places.filter(({ place }) => place === null);
    if (lost.length > 0) throw ReleaseProblem.refused(lost.map(({ path }) => misplaced(path)));
    return this.imports.take(places.flatMap(({ path, content, place }) => (place ? [{ path, content, ...place }] : [])), wishes);
  }
}
