import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createProcedureTest, type ProcedureCase, type ProcedureTest } from '../../src/testing/index.js';
import { Calendar, Leave } from './leave/leave.plugin.js';

const fired = async (test: ProcedureTest, stretch: string) => (await test.advance(stretch)).map(({ kind, elementId, at }) => `${at.toISOString().slice(5, 16)} ${kind} ${elementId}`);

/** A procedure of a plugin of its own, on a real engine. */
describe('createProcedureTest', () => {
  let test: ProcedureTest;
  const ask = (employee = 'Ani') => test.start('leave', { variables: { employee } });
  const grant = (leave: ProcedureCase<'leave'>, granted: 'yes' | 'no' = 'yes') => leave.complete('decide', { as: 'head', data: { granted } });

  beforeAll(async () => {
    test = await createProcedureTest({ plugins: [Leave], people: { head: 'kasi', clerk: ['staf'] }, holidays: ['2026-01-07'], now: '2026-01-05T08:00:00+07:00' });
  });
  afterAll(() => test?.close());

  it('begins with the time that it was given, which stands', () => {
    expect(test.now().toISOString().slice(0, 19)).toBe('2026-01-05T01:00:00');
  });

  it('lets people complete tasks with forms as in life', async () => {
    const leave = await ask();
    expect(await leave.tasks()).toMatchObject([{ elementId: 'decide', name: 'Decide on the leave', role: 'kasi', formKey: 'leave-decision', about: null }]);
    expect(await leave.task('decide', { as: 'head' })).toMatchObject({ data: {}, dueAt: null });
    await grant(leave);
    expect(await leave.path()).toEqual(['start', 'decide', 'granted', 'book', 'booked']);
    expect(await leave.variables()).toEqual({ employee: 'Ani', granted: 'yes' });
    expect([await leave.state(), await leave.tasks(), await leave.incidents(), await leave.mails(), await leave.letters()]).toEqual(['ended', [], [], [], []]);
    expect(await leave.submissions()).toMatchObject([{ formKey: 'leave-decision', userName: 'head', data: { granted: 'yes' } }]);
    expect(test.get(Calendar).booked).toEqual(['Ani']);
  });

  it('refuses what life refuses, with its fields', async () => {
    const leave = await ask();
    await expect(leave.complete('decide', { as: 'head', data: { granted: 'maybe' as 'yes', note: 'much too long for this field' } })).rejects.toMatchObject({
      name: 'Refused', code: 'submission-invalid', status: 422, fields: [{ path: 'granted' }, { path: 'note' }],
      message: expect.stringMatching(/^"decide" by head was refused:\n {2}granted: .+\n {2}note: .+20.+/),
    });
    await expect(leave.complete('decide', { as: 'clerk', data: { granted: 'yes' } })).rejects.toMatchObject({ name: 'Refused', code: 'forbidden', status: 403 });
    await expect(leave.cancel('A mistake', { as: 'clerk' }).then(() => leave.state())).resolves.toBe('cancelled');
    await expect(leave.cancel('again', { as: 'clerk' })).rejects.toMatchObject({ code: 'case-over' });
  });

  it('says what there is where something is not', async () => {
    const leave = await ask();
    await expect(leave.complete('approve' as 'decide', { as: 'head' })).rejects.toThrow('There is no open task "approve". Open: decide (kasi).');
    await expect(leave.complete('decide', { as: 'head', about: 'Budi' })).rejects.toThrow('There is no open task "decide" about "Budi". Open: decide (kasi).');
    await expect(leave.task('decide', { as: 'nobody' })).rejects.toThrow('Nobody is called "nobody" in this test. There is: admin (admin), clerk (staf), head (kasi).');
    await expect(leave.path({ procedure: 'other' })).rejects.toThrow('The case has no part {"procedure":"other"}. It has: leave.');
    await expect(test.start('absence' as 'leave', { as: 'head' })).rejects.toMatchObject({ name: 'Refused', code: 'not-found' });
  });

  it('fires exactly the timers that are due, in their order, and those that these bring about', async () => {
    const [begin, leave] = [test.now(), await ask('Budi')];
    await expect(fired(test, '2 days')).resolves.toEqual([]);
    const rest = await test.advance('30 days');
    const of = rest.filter(({ caseId }) => caseId === leave.id).map(({ elementId, at }) => `${elementId} after ${((at.getTime() - begin.getTime()) / 86_400_000).toFixed(2)}`);
    expect(of).toEqual(['reminder after 3.00', 'pause after 5.00', 'deadline after 10.00']);
    expect(rest.map(({ at }) => at.getTime())).toEqual(rest.map(({ at }) => at.getTime()).sort((a, b) => a - b));
    expect((await leave.path()).slice(0, 2)).toEqual(['start', 'decide']);
    expect(await leave.path()).toEqual(expect.arrayContaining(['reminder', 'remind', 'pause', 'remind-again', 'reminded', 'deadline', 'expired']));
    const mails = await leave.mails();
    expect(mails.map(({ to, subject, at }) => [to, subject, Math.round((at.getTime() - begin.getTime()) / 86_400_000)])).toEqual([[['head@example.org'], 'Leave of Budi', 3], [['head@example.org'], 'Leave of Budi', 5]]);
    expect(await leave.state()).toBe('ended');
  });

  it('goes by the office’s working days, and never back', async () => {
    await test.advance(new Date('2027-01-08T08:00:00+07:00'));
    await test.advance('1 working day');
    expect(test.now().toISOString().slice(0, 16)).toBe('2027-01-11T01:00');
    await expect(test.advance(new Date('2026-01-01'))).rejects.toThrow('Time only goes forward: it is 2027-01-11T01:00:00');
    await expect(test.advance('soon')).rejects.toThrow('"soon" is no stretch of time.');
  });

  it('gives a failed task out again when its time has come, and shows what has failed for good', async () => {
    test.get(Calendar).failures = 2;
    const leave = await ask('Citra');
    await grant(leave);
    expect([await leave.state(), await leave.incidents()]).toEqual(['running', []]);
    expect((await fired(test, '59 seconds')).concat(await fired(test, '2 minutes'))).toEqual([expect.stringContaining('retry book')]);
    expect((await fired(test, '2 hours'))).toEqual([expect.stringContaining('retry book')]);
    expect(test.get(Calendar).booked).toContain('Citra');
    const other = await ask('nobody');
    await grant(other);
    expect(await other.incidents()).toEqual([{ elementId: 'book', message: 'Nobody works here under this name' }]);
    await expect(other.complete('decide', { as: 'head' })).rejects.toThrow('Open: nothing.\n  incident at book: Nobody works here under this name');
  });

  it('knows what its cases have passed', async () => {
    const coverage = await test.coverage();
    expect(coverage.diagrams.find(({ procedure }) => procedure === 'leave')?.missing.map(({ id }) => id)).toEqual(['refused', 'is-refused']);
    await grant(await ask(), 'no');
    const all = await test.coverage();
    expect(all.diagrams.find(({ procedure }) => procedure === 'leave')).toMatchObject({ elements: 1, flows: 1, missing: [] });
    expect(all.svg('leave')).toContain('leave: elements 100 %, flows 100 %');
  });
});

describe('a test that cannot begin', () => {
  const begin = (options: object) => createProcedureTest({ plugins: [Leave], ...options });

  it('says why, and gives its engine back', async () => {
    await expect(begin({ now: 'tomorrow' })).rejects.toThrow('"tomorrow" is no time. Write for instance 2026-01-05T08:00:00+07:00.');
    await expect(begin({ people: { ani: { roles: ['operator'], office: 'DINKES' } } })).rejects.toThrow('ani works at "DINKES", which is not among the test\'s offices: there are none.');
    await expect(begin({ plugins: [{ ...Leave, resources: pathToFileURL(join(__dirname, 'broken/')) }] })).rejects.toThrow('No version of the procedures could be deployed:\n  bpmn/broken.bpmn ');
    await expect(begin({ people: { ani: 'operator' } })).rejects.toThrow('ani cannot be one of the test\'s people: ');
  });
});
