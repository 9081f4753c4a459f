import 'reflect-metadata';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Mailer, MailTexts, type Mail } from 'tertib';
import { createHandlerTest, type HandlerTest } from 'tertib/testing';
import { __Name__Handlers } from './handlers.js';

describe('the check of a request', () => {
  const sent: Mail[] = [];
  let test: HandlerTest;
  before(async () => {
    test = await createHandlerTest(__Name__Handlers, {
      providers: [
        { provide: MailTexts, useValue: { render: async () => ({ subject: 'Answer', text: 'Hello' }) } },
        { provide: Mailer, useValue: { send: async (mail: Mail) => void sent.push(mail) } },
      ],
      // What is written in a step needs a transaction; here nothing is kept.
      transaction: (work) => work({} as never),
    });
  });
  after(() => test.close());

  it('approves what is small, and says so by mail once', async () => {
    const input = { title: 'A chair', amount: 500, email: 'ani@example.org' };
    const { id, outcome } = await test.run('__name__.check', input);
    assert.deepEqual(outcome, { kind: 'complete', variables: { approved: true } });
    await test.run('__name__.check', input, { id });
    assert.deepEqual(sent.map(({ to }) => to), [['ani@example.org']]);
  });

  it('refuses what is large', async () => {
    const { outcome } = await test.run('__name__.check', { title: 'A car', amount: 50_000, email: 'ani@example.org' });
    assert.deepEqual(outcome, { kind: 'complete', variables: { approved: false } });
  });

  it('tells the diagram of an amount that cannot be', async () => {
    const { outcome } = await test.run('__name__.check', { title: 'Nothing', amount: 0, email: 'ani@example.org' });
    assert.equal(outcome.kind === 'business-error' && outcome.code, 'AMOUNT_INVALID');
  });
});
