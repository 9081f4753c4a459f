import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { elementTemplatesOf, HandlerCatalogue, Roles, type CatalogueEntry, type ElementTemplate } from '../../../sdk/index.js';
import { ALLOWED, writable } from '../diagram/allow-list.js';
import { CatalogueSchema, ElementTemplatesSchema, PermittedSchema, TemplatesQuery, WritableSchema } from './catalogue.schemas.js';

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

  /** Kinds of elements that a diagram may hold, as BPMN names them: what an editor offers. */
  @Get('elements')
  @ApiOkResponse({ standardSchema: PermittedSchema })
  elements(): readonly string[] {
    return Object.keys(ALLOWED).filter((type) => type.startsWith('bpmn:'));
  }

  /** What experts may write at each kind of element, by the same list that decides what is published. */
  @Get('properties')
  @ApiOkResponse({ standardSchema: WritableSchema })
  properties(): z.infer<typeof WritableSchema> {
    const types = Object.keys(ALLOWED).filter((type) => /^(bpmn|camunda):/.test(type));
    return Object.fromEntries(types.map((type) => [type, writable(type).map(({ name, choices }) => ({ name, choices: choices.map((one) => (typeof one === 'boolean' ? one : String(one))) }))]));
  }

  /** Element templates of Camunda 7, as its modeler reads them from a file. */
  @Get('element-templates')
  @ApiOkResponse({ standardSchema: ElementTemplatesSchema })
  templates(@Query({ schema: TemplatesQuery }) { language }: z.infer<typeof TemplatesQuery>): readonly ElementTemplate[] {
    return elementTemplatesOf(this.catalogue.handlers, language);
  }
}
