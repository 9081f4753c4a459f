import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Roles } from '../../../sdk/index.js';
import type { FormComponent, PartPin } from '../../forms/index.js';
import { ChangesSchema } from '../comparison/comparisons.schemas.js';
import { NewPartBody, PartPinSchema, PartsSchema, Version } from './parts.schemas.js';
import { Parts } from './parts.service.js';

/** Parts of forms that several forms share, by version. */
@ApiTags('drafts')
@Roles('admin')
@Controller('api/drafts/parts')
export class PartsController {
  constructor(private readonly parts: Parts) {}

  /** Every version, with the forms that have a copy of it. */
  @Get()
  @ApiOkResponse({ standardSchema: PartsSchema })
  async list(): Promise<z.infer<typeof PartsSchema>> {
    return (await this.parts.all()).map(({ key, version, form, usedBy }) => ({ key, version, title: form.title, components: form.components.map((component) => ({ ...component })), english: { ...form.i18n?.en }, usedBy: [...usedBy] }));
  }

  /** A part of its own, or a new version of one. */
  @Post()
  @ApiCreatedResponse({ standardSchema: PartPinSchema })
  save(@Body({ schema: NewPartBody }) { components, ...part }: z.infer<typeof NewPartBody>): Promise<PartPin> {
    return this.parts.save({ ...part, components: components as FormComponent[] });
  }

  /** What differs between two versions. */
  @Get(':key/:version/changes/:to')
  @ApiOkResponse({ standardSchema: ChangesSchema })
  changes(@Param('key') key: string, @Param('version', { schema: Version }) version: number, @Param('to', { schema: Version }) to: number): ReturnType<Parts['changes']> {
    return this.parts.changes(key, version, to);
  }

  /** Refused while a form has a copy of it. */
  @Delete(':key/:version')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@Param('key') key: string, @Param('version', { schema: Version }) version: number): Promise<void> {
    return this.parts.remove({ key, version });
  }
}
