import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Clock, Offices, Permission, TaskLinks, Transactions } from 'tertib';
import { In } from 'typeorm';
import type { z } from 'zod';
import { PublicAddress } from '../portal/public-address.js';
import { RequestEntity } from '../requests/request.entity.js';
import { IssuedLink, LinkBody, Waiting, WaitingQuery } from './leader.schemas.js';
import { shownLink } from './shown-link.js';

export const LEADER_FORM = 'validasi-pimpinan';
const PAGE = 25;

/** Links for leaders without an account, as those see them who send them. */
@ApiTags('satu-data')
@Permission('satu-data.send-leader-link')
@Controller('api/satu-data/leader-links')
export class LeaderLinksController {
  constructor(
    private readonly links: TaskLinks,
    private readonly offices: Offices,
    private readonly database: Transactions,
    private readonly address: PublicAddress,
    private readonly clock: Clock,
  ) {}

  /** Who waits for a leader's word, and the last link that was made for it. */
  @Get()
  @ApiOkResponse({ standardSchema: Waiting })
  async waiting(@Query({ schema: WaitingQuery }) { page: asked, q }: z.infer<typeof WaitingQuery>): Promise<Waiting> {
    const tasks = await this.links.waiting(LEADER_FORM);
    const requests = await this.database.read.findBy(RequestEntity, { periodId: In([...new Set(tasks.map(({ caseId }) => caseId))]) });
    const requestOf = new Map(requests.map((one) => [`${one.periodId} ${one.officeId}`, one]));
    const names = new Map((await this.offices.all()).map(({ id, name }) => [id, name]));
    const words = q?.toLowerCase() ?? '';
    const found = tasks.flatMap(({ taskId, caseId, caseTitle, officeId, link }) => {
      const request = requestOf.get(`${caseId} ${officeId}`);
      return request ? [{ taskId, caseId, period: caseTitle, office: names.get(request.officeId) ?? request.officeCode, deadline: request.deadline.toISOString(), link: link && shownLink(link, request.deadline, this.clock.now()) }] : [];
    }).filter(({ office }) => office.toLowerCase().includes(words)).toSorted((one, other) => (one.deadline < other.deadline ? -1 : one.deadline > other.deadline ? 1 : 0));
    const pages = Math.max(1, Math.ceil(found.length / PAGE));
    const page = Math.min(asked, pages);
    return { items: found.slice((page - 1) * PAGE, page * PAGE), page, pages };
  }

  /** The only answer that has the link and its PIN. */
  @Post()
  @ApiCreatedResponse({ standardSchema: IssuedLink })
  async issue(@Body({ schema: LinkBody }) { taskId, name, title }: z.infer<typeof LinkBody>, @Req() request: Request): Promise<IssuedLink> {
    const deadline = await this.deadline(taskId);
    const { token, pin, ...link } = await this.links.issue(taskId, LEADER_FORM, { name, title });
    // Behind the `#`: browsers send that part to no server, and no log has it.
    return { ...shownLink(link, deadline ?? link.expiresAt, this.clock.now()), pin, address: `${this.address.of(request)}/validasi#${token}` };
  }

  /** Of what the task is about; null where there is none, of which making the link says more. */
  private async deadline(taskId: string): Promise<Date | null> {
    const task = (await this.links.waiting(LEADER_FORM)).find((one) => one.taskId === taskId);
    const request = task && (await this.database.read.findOneBy(RequestEntity, { periodId: task.caseId, officeId: task.officeId ?? '' }));
    return request?.deadline ?? null;
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async revoke(@Param('id') id: string): Promise<void> {
    await this.links.revoke(id);
  }
}
