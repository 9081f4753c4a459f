import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Handovers } from './handovers.service.js';

const Colleagues = z.object({ items: z.array(z.object({ id: z.string(), name: z.string(), title: z.string().nullable() })) });
const HandOverBody = z.strictObject({ userId: z.string().max(64), note: z.string().trim().min(1).max(1000) });
const HandedOver = z.object({ assigneeName: z.string() });

/** Giving a task to a colleague. */
@ApiTags('tasks')
@Controller('api/tasks')
export class HandoverController {
  constructor(private readonly handovers: Handovers) {}

  @Get(':id/colleagues')
  @ApiOkResponse({ standardSchema: Colleagues })
  async colleagues(@Param('id') id: string): Promise<z.infer<typeof Colleagues>> {
    return { items: await this.handovers.colleagues(id) };
  }

  @Post(':id/hand-over')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: HandedOver })
  async handOver(@Param('id') id: string, @Body({ schema: HandOverBody }) { userId, note }: z.infer<typeof HandOverBody>): Promise<z.infer<typeof HandedOver>> {
    return { assigneeName: (await this.handovers.handOver(id, userId, note)).assigneeName ?? '' };
  }
}
