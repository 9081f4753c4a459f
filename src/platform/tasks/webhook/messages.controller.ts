import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Roles } from '../../../sdk/index.js';
import { MessageList, MessageQuery, MessageRow } from './messages.schemas.js';
import { Messages } from './messages.service.js';

/** The administrator's view of what goes to the messaging gateway. */
@ApiTags('mail')
@Roles('admin')
@Controller('api/messages')
export class MessagesController {
  constructor(private readonly messages: Messages) {}

  @Get()
  @ApiOkResponse({ standardSchema: MessageList })
  list(@Query({ schema: MessageQuery }) query: z.infer<typeof MessageQuery>): Promise<z.infer<typeof MessageList>> {
    return this.messages.list(query);
  }

  @Post(':id/retry')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: MessageRow })
  retry(@Param('id') id: string): Promise<z.infer<typeof MessageRow>> {
    return this.messages.retry(id);
  }
}
