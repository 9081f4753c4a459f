import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Logger, type OnModuleInit } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Asker, SCREEN_ICONS } from '../../sdk/index.js';
import { ScreenRegistry, type KnownPage } from './screen-registry.js';

const ScreensView = z.object({
  plugin: z.string(),
  /** Address of the ES module that has the pages. */
  module: z.string(),
  /** Address of the style sheet, if there is one. */
  style: z.string().nullable(),
  /** What its pages are called together. */
  title: z.object({ id: z.string(), en: z.string() }).nullable(),
  procedures: z.array(z.string()),
  /** Those that the asker may see. */
  pages: z.array(z.object({ path: z.string(), title: z.object({ id: z.string(), en: z.string() }), icon: z.enum(SCREEN_ICONS), from: z.enum(['menu', 'case', 'nowhere']), forms: z.array(z.string()) })),
});

/** Pages that plugins add to the admin. */
@ApiTags('screens')
@Controller('api/screens')
export class ScreensController implements OnModuleInit {
  private readonly logger = new Logger('Screens');

  constructor(
    private readonly registry: ScreenRegistry,
    private readonly asker: Asker,
  ) {}

  onModuleInit(): void {
    for (const { plugin, folder } of this.registry.all) {
      if (!versionOf(folder, 'screens.js')) this.logger.warn(`The plugin "${plugin}" has pages, but there is no ${join(folder, 'screens.js')}: build them, see docs/guides/plugins.md`);
    }
  }

  @Get()
  @ApiOkResponse({ standardSchema: z.array(ScreensView) })
  async list(): Promise<z.infer<typeof ScreensView>[]> {
    return Promise.all(this.registry.all.map(async ({ plugin, title: together, folder, procedures, pages }) => ({
      plugin,
      title: together,
      module: address(plugin, folder, 'screens.js') ?? `/admin/plugins/${plugin}/screens.js`,
      style: address(plugin, folder, 'screens.css'),
      procedures: [...procedures],
      pages: (await this.permitted(pages)).map(({ path, title, icon, from, forms }) => ({ path, title, icon, from, forms: [...forms] })),
    })));
  }

  private async permitted(pages: readonly KnownPage[]): Promise<KnownPage[]> {
    const allowed = await Promise.all(pages.map(({ permission }) => permission === null || this.asker.can(permission)));
    return pages.filter((_, index) => allowed[index]);
  }
}

/** With the file's version, so that a browser never mixes two builds. */
function address(plugin: string, folder: string, file: string): string | null {
  const version = versionOf(folder, file);
  return version && `/admin/plugins/${plugin}/${file}?v=${version}`;
}

function versionOf(folder: string, file: string): string | null {
  const stats = statSync(join(folder, file), { throwIfNoEntry: false });
  return stats ? `${Math.trunc(stats.mtimeMs).toString(36)}${stats.size.toString(36)}` : null;
}
