import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Roles } from '../../../sdk/index.js';
import { Machines } from '../../identity/index.js';
import { packageRoot } from '../../kernel/index.js';
import { FindingSchema, LiveCheck } from '../../releases/index.js';
import { WaitingEffects } from './waiting-effects.js';

const EffectSchema = z.object({ caseId: z.string(), kind: z.enum(['start', 'complete', 'correlate', 'reschedule', 'move', 'cancel']), since: z.iso.datetime(), state: z.enum(['waits', 'refused']), error: z.string().nullable() });
const DiagnosisSchema = z.object({ version: z.string(), effects: z.object({ count: z.number(), oldest: z.array(EffectSchema) }), live: z.object({ version: z.number().nullable(), findings: z.array(FindingSchema) }) });

const { version } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string };

/** What only the running application can say of itself; `tertib doctor` asks for it. */
@ApiTags('operations')
@Roles('admin')
@Machines('operations')
@Controller('api/operations/diagnosis')
export class DiagnosisController {
  constructor(
    private readonly effects: WaitingEffects,
    private readonly live: LiveCheck,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: DiagnosisSchema })
  async diagnosis(): Promise<object> {
    return { version, effects: await this.effects.find(), live: await this.live.run() };
  }
}
