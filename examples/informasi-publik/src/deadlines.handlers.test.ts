import 'reflect-metadata';
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Mailer, MailTexts, Offices, type Mail } from 'tertib';
import { createHandlerTest } from 'tertib/testing';
import { DeadlineHandlers } from './deadlines.handlers.js';
import { Requests } from './requests.js';

const setUp = async (addresses: readonly string[]) => {
  const sent: Mail[] = [];
  const test = await createHandlerTest(DeadlineHandlers, {
    providers: [
      { provide: Requests, useValue: { get: async () => ({ number: '1', applicant: 'Ani', subject: 'Hibah', dueAt: '2026-01-27T02:00:00.000Z' }) } },
      { provide: Offices, useValue: { mailOf: async () => addresses } },
      { provide: MailTexts, useValue: { render: async () => ({ subject: 'Lewat batas', text: '…' }) } },
      { provide: Mailer, useValue: { send: async (mail: Mail) => void sent.push(mail) } },
    ],
    // What is written in a step needs a transaction; here nothing is kept.
    transaction: (work) => work({} as never),
  });
  return { test, sent };
};

it('tells the superior once, however often the step is tried', async () => {
  const { test, sent } = await setUp(['atasan@example.org']);
  const { id, outcome } = await test.run('informasi-publik.escalate');
  assert.deepEqual(outcome, { kind: 'complete', variables: {} });
  await test.run('informasi-publik.escalate', {}, { id });
  assert.deepEqual(sent.map(({ to }) => to), [['atasan@example.org']]);
  await test.close();
});

it('says what to do where nobody can be told', async () => {
  const { test } = await setUp([]);
  const { outcome } = await test.run('informasi-publik.remind', {}, { triesLeft: 1 });
  assert.match(outcome.kind === 'failure' ? outcome.message : '', /Nobody with the role “ppid” has an e-mail address/);
  await test.close();
});
