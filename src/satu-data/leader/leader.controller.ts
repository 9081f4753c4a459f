import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Problem, Public, TaskLinks } from 'tertib';
import type { z } from 'zod';
import { PeriodEntity } from '../periods/period.entity.js';
import { LEADER_FORM } from './leader-links.controller.js';
import { LeaderNotice } from './leader-notice.js';
import { LeaderViews } from './leader-view.service.js';
import { Decided, DecisionBody, KeyBody, LeaderView } from './leader.schemas.js';

/**
 * What a leader does with his link. Both secrets come in the body of each request, and no cookie counts: another site that makes
 * a leader's browser send something has nothing to send.
 */
@ApiTags('satu-data')
@Public()
@Controller('api/satu-data/leader')
export class LeaderController {
  constructor(
    private readonly links: TaskLinks,
    private readonly views: LeaderViews,
    private readonly notice: LeaderNotice,
  ) {}

  @Post('open')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ standardSchema: LeaderView })
  open(@Body({ schema: KeyBody }) key: z.infer<typeof KeyBody>): Promise<z.infer<typeof LeaderView>> {
    return this.links.open(key, LEADER_FORM, (opened) => this.views.of(opened));
  }

  @Post('decide')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ standardSchema: Decided })
  async decide(@Body({ schema: DecisionBody }) { decision, note, ...key }: z.infer<typeof DecisionBody>): Promise<z.infer<typeof Decided>> {
    if (decision === 'kembalikan' && !note) throw new Problem('note-missing', 422, { id: 'Tuliskan apa yang perlu diperbaiki, agar operator tahu.', en: 'Say what needs correction, so that the operator knows.' });
    const data = decision === 'setuju' ? { hasilValidasi: decision, caraValidasi: 'langsung' } : { hasilValidasi: decision, catatan: note };
    await this.links.complete(key, LEADER_FORM, data, async (opened, db) => {
      const { caseId, officeId } = opened.context;
      await this.views.stillOpen(caseId, officeId, opened.at);
      const { title } = await db.findOneByOrFail(PeriodEntity, { id: caseId });
      await this.notice.send(opened, decision, title);
    });
    return { decision };
  }
}
