import { Body, Controller, HttpCode, Put } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { SystemClock } from './platform/kernel/index.js';
import { Public } from './sdk/index.js';

const ClockBody = z.object({ now: z.iso.datetime({ offset: true }) });

/** Moves the application's clock in tests. Part of the application only under TERTIB_TEST; the engine has its own. */
@Public()
@ApiExcludeController()
@Controller('api/test/clock')
export class TestClockController {
  constructor(private readonly clock: SystemClock) {}

  @Put()
  @HttpCode(204)
  move(@Body({ schema: ClockBody }) { now }: z.infer<typeof ClockBody>): void {
    this.clock.moveTo(new Date(now));
  }
}
