import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { EngineHealth } from './platform/cases/index.js';
import { Database } from './platform/kernel/index.js';
import { MailEntity } from './platform/notifications/index.js';
import { Releases } from './platform/releases/index.js';
import { WebhookMessageEntity } from './platform/tasks/index.js';
import { Public } from './sdk/index.js';

/** For whoever watches the machine: alive, and ready to work. */
@Public()
@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly engine: EngineHealth,
    private readonly releases: Releases,
  ) {}

  @Get('live')
  live() {
    return { status: 'ok' };
  }

  /**
   * 503 while the database or the engine does not answer, or the engine has no version yet that cases could start from; forms are taken all the same while only the engine
   * is away. What could not be delivered makes nothing less ready, but somebody should know.
   */
  @Get('ready')
  async ready(@Res() response: Response): Promise<void> {
    if (!(await this.answers(() => this.database.read.query('SELECT 1')))) {
      response.status(503).json({ status: 'unavailable', database: 'unavailable', engine: 'unavailable', procedures: 'unavailable', since: null, waitingCommands: 0, failedMails: 0, failedMessages: 0 });
      return;
    }
    const { read } = this.database;
    const [engine, procedures, failedMails, failedMessages] = await Promise.all([this.engine.state(), this.releases.canStart(), read.countBy(MailEntity, { state: 'failed' }), read.countBy(WebhookMessageEntity, { state: 'failed' })]);
    const ready = engine.reachable === true && procedures;
    response.status(ready ? 200 : 503).json({ status: word(ready), database: 'ok', engine: word(engine.reachable === true), procedures: word(procedures), since: engine.since, waitingCommands: engine.backlog, failedMails, failedMessages });
  }

  private async answers(question: () => Promise<unknown>): Promise<boolean> {
    try {
      await question();
      return true;
    } catch {
      return false;
    }
  }
}

const word = (well: boolean): string => (well ? 'ok' : 'unavailable');
