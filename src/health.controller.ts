import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { EngineHealth } from './platform/cases/index.js';
import { Database } from './platform/kernel/index.js';
import { Public } from './sdk/index.js';

/** For whoever watches the machine: alive, and ready to work. */
@Public()
@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly engine: EngineHealth,
  ) {}

  @Get('live')
  live() {
    return { status: 'ok' };
  }

  /** 503 while the database or the engine does not answer; forms are taken all the same while only the engine is away. */
  @Get('ready')
  async ready(@Res() response: Response): Promise<void> {
    const [database, engine] = await Promise.all([this.answers(() => this.database.read.query('SELECT 1')), this.engine.state()]);
    const ready = database && engine.reachable === true;
    response.status(ready ? 200 : 503).json({ status: ready ? 'ok' : 'unavailable', database: database ? 'ok' : 'unavailable', engine: engine.reachable ? 'ok' : 'unavailable', since: engine.since, waitingCommands: engine.backlog });
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
