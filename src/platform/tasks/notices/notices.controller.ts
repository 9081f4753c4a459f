import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { NoticesService } from './notices.service.js';

const Words = z.object({ id: z.string(), en: z.string() });
const Notices = z.object({
  items: z.array(z.object({ key: z.string(), title: Words, text: Words, items: z.array(Words), since: z.iso.datetime(), action: z.object({ path: z.string(), title: Words }) })),
});

/** What somebody should see when he signs in, beside his tasks. */
@ApiTags('tasks')
@Controller('api/notices')
export class NoticesController {
  constructor(private readonly notices: NoticesService) {}

  @Get()
  @ApiOkResponse({ standardSchema: Notices })
  async mine(): Promise<z.infer<typeof Notices>> {
    const items = await this.notices.mine();
    return { items: items.map(({ items: parts = [], since, ...notice }) => ({ ...notice, items: [...parts], since: since.toISOString() })) };
  }
}
