import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { z } from 'zod';
import { Problem, Roles } from '../../../sdk/index.js';
import { RESOURCE_KEY } from '../resource.js';
import { fieldList } from './field-list.js';
import { CasesQuery, CasesSchema, FieldsSchema, PreviewBody, PreviewSchema } from './letter-editing.schemas.js';
import { LetterEditing, type ShownPreview } from './letter-editing.service.js';

/** What a text may name, and what it becomes, with made-up values or those of a case. Nothing is stored, numbered or sent. */
@ApiTags('drafts')
@Roles('admin')
@Controller('api/drafts/letters')
export class LetterEditingController {
  constructor(private readonly editing: LetterEditing) {}

  @Get(':key/fields')
  @ApiOkResponse({ standardSchema: FieldsSchema })
  async fields(@Param('key') key: string): Promise<z.infer<typeof FieldsSchema>> {
    const { steps, values, groups } = await this.editing.scope(known(key));
    return { steps: steps.map(({ diagram, elementId, name }) => ({ procedure: diagram.resource.key, elementId, name })), closed: values !== null, groups: fieldList(groups).map((group) => ({ ...group, fields: [...group.fields] })) };
  }

  /** The newest ones, or those whose titles have the text. */
  @Get(':key/cases')
  @ApiOkResponse({ standardSchema: CasesSchema })
  async cases(@Param('key') key: string, @Query({ schema: CasesQuery }) { q }: z.infer<typeof CasesQuery>): Promise<z.infer<typeof CasesSchema>> {
    return [...(await this.editing.casesFor(known(key), q))];
  }

  @Post(':key/preview')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: PreviewSchema })
  preview(@Param('key') key: string, @Body({ schema: PreviewBody }) body: z.infer<typeof PreviewBody>, @Res({ passthrough: true }) response: Response): Promise<ShownPreview> {
    const gone = new AbortController();
    // Whoever goes on typing gives up what was asked for before.
    response.on('close', () => gone.abort());
    return this.editing.preview(known(key), body, gone.signal);
  }
}

function known(key: string): string {
  if (!RESOURCE_KEY.test(key)) throw Problem.notFound();
  return key;
}
