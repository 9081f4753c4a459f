import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { elementTemplatesOf, HandlerCatalogue, Roles, type CatalogueEntry, type ElementTemplate } from '../../../sdk/index.js';
import { CatalogueSchema, ElementTemplatesSchema, TemplatesQuery } from './catalogue.schemas.js';

/** What automatic steps there are, for the diagram's editor and for modelers outside. */
@ApiTags('catalogue')
@Roles('admin')
@Controller('api/catalogue')
export class CatalogueController {
  constructor(private readonly catalogue: HandlerCatalogue) {}

  @Get()
  @ApiOkResponse({ standardSchema: CatalogueSchema })
  list(): readonly CatalogueEntry[] {
    return this.catalogue.handlers;
  }

  /** Element templates of Camunda 7, as its modeler reads them from a file. */
  @Get('element-templates')
  @ApiOkResponse({ standardSchema: ElementTemplatesSchema })
  templates(@Query({ schema: TemplatesQuery }) { language }: z.infer<typeof TemplatesQuery>): readonly ElementTemplate[] {
    return elementTemplatesOf(this.catalogue.handlers, language);
  }
}
