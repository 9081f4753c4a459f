import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { MailDetail, MailList, MailQuery, TestMail } from './mail.schemas.js';
import { MailboxService } from './mailbox.service.js';

/** The administrator's view of the outbox. */
@ApiTags('mail')
@Controller('api/mail')
export class MailController {
  constructor(private readonly mailbox: MailboxService) {}

  @Get()
  @ApiOkResponse({ standardSchema: MailList })
  list(@Query({ schema: MailQuery }) query: z.infer<typeof MailQuery>): Promise<z.infer<typeof MailList>> {
    return this.mailbox.list(query);
  }

  @Get(':id')
  @ApiOkResponse({ standardSchema: MailDetail })
  one(@Param('id') id: string): Promise<z.infer<typeof MailDetail>> {
    return this.mailbox.one(id);
  }

  @Post('test')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: MailDetail })
  test(@Body({ schema: TestMail }) { to }: z.infer<typeof TestMail>): Promise<z.infer<typeof MailDetail>> {
    return this.mailbox.sendTest(to);
  }

  @Post(':id/retry')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: MailDetail })
  retry(@Param('id') id: string): Promise<z.infer<typeof MailDetail>> {
    return this.mailbox.retry(id);
  }
}
