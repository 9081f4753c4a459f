import type { AddressInfo } from 'node:net';
import { BadRequestException, Controller, Get } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { QueryFailedError } from 'typeorm';
import { Problem, type AuditLog } from '../../../sdk/index.js';
import { requestContext } from '../request-context.js';
import { ProblemFilter } from './problem.filter.js';

const coded = (code: string): Error => Object.assign(new Error(code), { code });

@Controller()
class Failing {
  @Get('file') file() { throw coded('ENOSPC'); }
  @Get('database') database() { throw new QueryFailedError('INSERT', [], coded('SQLITE_FULL')); }
  @Get('request') request() { throw new BadRequestException(); }
  @Get('secret') secret() { throw new Error('the password is x'); }
  @Get('forbidden') forbidden() { throw Problem.forbidden(); }
}

describe('An error becomes an answer', () => {
  let app: NestExpressApplication;
  let url: string;
  const written: { action: string; subject?: string | undefined }[] = [];
  let auditFails = false;

  beforeAll(async () => {
    app = (await Test.createTestingModule({ controllers: [Failing] }).compile()).createNestApplication<NestExpressApplication>({ logger: false });
    app.use((_request: unknown, _response: unknown, next: () => void) => requestContext.run({ correlationId: 'c', language: 'id', principal: { id: 'u', roles: [] } as never }, next));
    const write = async (event: { action: string; subject?: string | undefined }): Promise<void> => {
      if (auditFails) throw coded('SQLITE_FULL');
      written.push(event);
    };
    app.useGlobalFilters(new ProblemFilter({ write } as unknown as AuditLog));
    await app.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  });
  afterAll(() => app.close());

  const answer = async (path: string) => {
    const response = await fetch(`${url}/${path}`);
    return { status: response.status, ...((await response.json()) as { code: string; detail: string }) };
  };

  it.each([
    ['file', 507, 'disk-full', 'Ruang penyimpanan server penuh'],
    ['database', 507, 'disk-full', 'Ruang penyimpanan server penuh'],
    ['request', 400, 'http-400', 'tidak dapat dibaca'],
    ['secret', 500, 'internal', 'kesalahan pada sistem'],
  ])('%s: %i %s', async (path, status, code, words) => {
    expect(await answer(path)).toMatchObject({ status, code, detail: expect.stringContaining(words) });
    expect((await answer(path)).detail).not.toContain('password');
  });

  it('a refusal is written down by its address, without what was asked there', async () => {
    expect(await answer('forbidden?rahasia=1')).toMatchObject({ status: 403, code: 'forbidden' });
    expect(written).toEqual([{ action: 'access.denied', subject: 'GET /forbidden', detail: { what: 'route' } }]);
  });

  it('and stays one where nothing can be written down', async () => {
    auditFails = true;
    expect(await answer('forbidden')).toMatchObject({ status: 403 });
  });
});
