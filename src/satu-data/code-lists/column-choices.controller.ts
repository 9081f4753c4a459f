import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { DatasetAccess } from '../datasets/dataset-access.js';
import { ColumnChoices } from './column-choices.service.js';

const Text = z.object({ id: z.string(), en: z.string() });
/** As long as the longest name of a code. */
const LONGEST = 300;
const OffersQuery = z.object({ text: z.string().max(LONGEST).default(''), offset: z.coerce.number().int().min(0).max(100_000).default(0) });
const OfferPage = z.object({ items: z.array(z.object({ code: z.string(), title: Text, detail: Text.nullable() })), count: z.number(), more: z.boolean() });
const Written = z.object({ texts: z.array(z.string().max(LONGEST)).max(10_000) });
/** By what was written: the one code that it can mean. */
const Meant = z.object({ codes: z.record(z.string(), z.string()) });

/** The codes that the cells of one column take, for whoever fills in the table; also of lists with 90,000 codes a page at a time. */
@ApiTags('satu-data')
@Controller('api/satu-data/datasets/:id/columns/:column/codes')
export class ColumnChoicesController {
  constructor(
    private readonly access: DatasetAccess,
    private readonly choices: ColumnChoices,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: OfferPage })
  async offered(@Param('id') id: string, @Param('column') column: string, @Query({ schema: OffersQuery }) query: z.output<typeof OffersQuery>): Promise<z.output<typeof OfferPage>> {
    return this.choices.page(await this.access.dataset(id), column, query);
  }

  @Post('meant')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: Meant })
  async meant(@Param('id') id: string, @Param('column') column: string, @Body({ schema: Written }) { texts }: z.output<typeof Written>): Promise<z.output<typeof Meant>> {
    return { codes: await this.choices.meant(await this.access.dataset(id), column, texts) };
  }
}
