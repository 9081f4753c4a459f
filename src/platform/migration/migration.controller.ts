import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Roles } from '../../sdk/index.js';
import { PageQuery } from '../kernel/index.js';
import { OrderBody, OrderedCasePage, OrderedCaseQuery, OrderListSchema, OrderSchema, PreviewSchema, RunningCasePage, VersionsSchema, WantedBody } from './migration.schemas.js';
import { OrderView } from './orders/order-view.js';
import { Orders } from './orders/orders.service.js';
import { previewView } from './preview-view.js';
import { Previews } from './preview.service.js';
import { RunningCases } from './running-cases.js';

/** Running cases from one version to another. */
@ApiTags('migration')
@Roles('admin')
@Controller('api')
export class MigrationController {
  constructor(
    private readonly running: RunningCases,
    private readonly previews: Previews,
    private readonly orders: Orders,
    private readonly view: OrderView,
  ) {}

  /** How many run on which version. */
  @Get('procedures/running-cases')
  @ApiOkResponse({ standardSchema: VersionsSchema })
  versions(): Promise<z.infer<typeof VersionsSchema>> {
    return this.running.versions();
  }

  @Get('releases/:id/running-cases')
  @ApiOkResponse({ standardSchema: RunningCasePage })
  cases(@Param('id') id: string, @Query({ schema: PageQuery }) query: z.infer<typeof PageQuery>): Promise<z.infer<typeof RunningCasePage>> {
    return this.running.page(id, query);
  }

  /** What would become of cases of this version. Changes nothing. */
  @Post('releases/:id/migration-preview')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: PreviewSchema })
  async preview(@Param('id') id: string, @Body({ schema: WantedBody }) body: z.infer<typeof WantedBody>): Promise<z.infer<typeof PreviewSchema>> {
    return previewView(await this.previews.of(id, body));
  }

  /** `consent` is the preview's `lossHash`: with it, what it listed may be lost, and nothing else. */
  @Post('releases/:id/migrations')
  @ApiCreatedResponse({ standardSchema: OrderSchema })
  async order(@Param('id') id: string, @Body({ schema: OrderBody }) body: z.infer<typeof OrderBody>): Promise<z.infer<typeof OrderSchema>> {
    return this.view.view(await this.orders.give(id, body));
  }

  @Get('procedures/migrations')
  @ApiOkResponse({ standardSchema: OrderListSchema })
  all(): Promise<z.infer<typeof OrderListSchema>> {
    return this.view.all();
  }

  @Get('procedures/migrations/:id')
  @ApiOkResponse({ standardSchema: OrderSchema })
  one(@Param('id') id: string): Promise<z.infer<typeof OrderSchema>> {
    return this.view.one(id);
  }

  @Get('procedures/migrations/:id/cases')
  @ApiOkResponse({ standardSchema: OrderedCasePage })
  ordered(@Param('id') id: string, @Query({ schema: OrderedCaseQuery }) query: z.infer<typeof OrderedCaseQuery>): Promise<z.infer<typeof OrderedCasePage>> {
    return this.view.cases(id, query);
  }

  /** What is migrated stays so. */
  @Post('procedures/migrations/:id/cancel')
  @HttpCode(204)
  @ApiNoContentResponse()
  async cancel(@Param('id') id: string): Promise<void> {
    await this.orders.cancel(id);
  }
}
