import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { AuditLog, Cases, Permission, Problem, Settings, Transactions } from 'tertib';
import { Between } from 'typeorm';
import { z } from 'zod';
import type { Entry, Year } from './register.schemas.js';
import { stateOf } from './register.state.js';
import { yearIn, yearsOf } from './register.years.js';
import { RequestEntity } from './requests.entity.js';
import { Requests } from './requests.js';

const YearOnly = z.coerce.number().int().min(2008).max(9998);

@Controller('api/informasi-publik')
@Permission('informasi-publik.lihat-register')
export class RegisterController {
  constructor(
    private readonly database: Transactions,
    private readonly requests: Requests,
    private readonly cases: Cases,
    private readonly audit: AuditLog,
    private readonly settings: Settings,
  ) {}

  @Get('register')
  async register(@Query('year', { schema: YearOnly }) year: number): Promise<Entry[]> {
    const now = this.requests.now();
    const yearOf = yearIn(await this.zone());
    // A day more at both ends in UTC: no zone is further from it, and the office's year is what counts.
    const near = Between(`${year - 1}-12-31`, `${year + 1}-01-02`);
    const rows = (await this.database.read.find(RequestEntity, { where: { receivedAt: near }, order: { receivedAt: 'DESC' } })).filter((row) => yearOf(row) === year);
    return Promise.all(
      rows.map(async (row) => {
        const { state, dueAt, mayObject } = stateOf(row, now);
        const { caseId, number, applicant, subject, receivedAt } = row;
        return { caseId, number, applicant, subject, receivedAt, state, dueAt, mayObject, daysLeft: dueAt ? await this.requests.daysBetween(now, new Date(dueAt)) : null };
      }),
    );
  }

  /** Article 12: how many requests, the time they took, how many were granted and refused, and why. */
  @Get('years')
  async years(): Promise<Year[]> {
    return yearsOf(await this.database.read.find(RequestEntity), await this.zone());
  }

  @Post('requests/:caseId/objection')
  @HttpCode(204)
  @Permission('informasi-publik.terima-keberatan')
  async object(@Param('caseId') caseId: string): Promise<void> {
    const row = await this.database.read.findOneBy(RequestEntity, { caseId });
    if (!row) throw Problem.notFound();
    if (!stateOf(row, this.requests.now()).mayObject) {
      throw new Problem('no-objection-now', 409, {
        id: 'Keberatan belum atau tidak lagi dapat diajukan: permohonan masih dalam waktu jawab, atau 30 hari kerja sudah lewat.',
        en: 'No objection can be made now: the time to answer is not over yet, or 30 working days have passed.',
      });
    }
    await this.database.tx(async () => {
      await this.cases.correlate(caseId, 'keberatan.diajukan');
      await this.audit.write({ action: 'informasi-publik.objection', caseId });
    });
  }

  private zone(): Promise<string> {
    return this.settings.get('timezone', 'Asia/Jakarta');
  }
}
