import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Asker, Problem } from '../../sdk/index.js';
import { ChoicePage, Choices, ChoicesQuery } from '../forms/index.js';
import { PageForm } from './page-forms.schemas.js';
import { PublishedForms } from './published-forms.js';
import { ScreenRegistry } from './screen-registry.js';

/** Forms that a plugin's pages draw themselves, for whoever may see such a page. */
@ApiTags('screens')
@Controller('api/screens/:plugin/forms/:form')
export class PageFormsController {
  constructor(
    private readonly registry: ScreenRegistry,
    private readonly forms: PublishedForms,
    private readonly choices: Choices,
    private readonly asker: Asker,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: PageForm })
  async one(@Param('plugin') plugin: string, @Param('form') form: string): Promise<z.infer<typeof PageForm>> {
    await this.permitted(plugin, form);
    return { form: { ...(await this.forms.form(form)) } };
  }

  @Get('choices/:field')
  @ApiOkResponse({ standardSchema: ChoicePage })
  async of(@Param('plugin') plugin: string, @Param('form') form: string, @Param('field') field: string, @Query({ schema: ChoicesQuery }) query: z.infer<typeof ChoicesQuery>): Promise<z.infer<typeof ChoicePage>> {
    await this.permitted(plugin, form);
    return this.choices.of(await this.forms.form(form), field, query);
  }

  /** @throws "not found" also where there is such a page and it is not the asker's. */
  private async permitted(plugin: string, form: string): Promise<void> {
    const pages = this.registry.all.filter((one) => one.plugin === plugin).flatMap(({ pages: all }) => all).filter(({ fills }) => Object.hasOwn(fills, form));
    const allowed = await Promise.all(pages.map(({ permission }) => permission === null || this.asker.can(permission)));
    if (!allowed.includes(true)) throw Problem.notFound();
  }
}
