import { person, producer, taskRow } from '../../../test/support/case-world.js';
import { mayDo } from '../cases/index.js';
import { mayRelease, maySee, mayTakeOver } from './task-access.js';

const at = new Date('2026-03-02T03:00:00.000Z');
const kasi = person('kasi', ['kasi']);
const bps = person('bps', ['bps'], { id: 'office-bps', kind: 'bps' });
const operator = person('operator', ['operator'], producer('dukcapil'));
const leader = person('leader', ['pimpinan'], producer('dukcapil'));
const stranger = person('stranger', ['operator', 'pimpinan'], producer('dinkes'));

const own = taskRow('verifikasi', 'c', at, { role: 'kasi' });
const delivery = taskRow('penyampaian', 'c', at, { role: 'operator', officeId: 'office-dukcapil' });
const validation = taskRow('validasi', 'c', at, { role: 'pimpinan', recordedBy: 'operator', officeId: 'office-dukcapil' });
const review = taskRow('pemeriksaan', 'c', at, { role: 'bps', recordedBy: 'kasi' });
const unplaced = taskRow('tanpa-kantor', 'c', at, { role: 'operator', officeId: 'unknown' });

describe('Who may see and do a task', () => {
  it.each([
    ['the office its own', kasi, own, true, true],
    ['the office a producer’s, without doing it', kasi, delivery, true, false],
    ['the office may record what the statistics office wrote', kasi, review, true, true],
    ['the statistics office its own', bps, review, true, true],
    ['the statistics office not how the office works', bps, own, false, false],
    ['a producer its own', operator, delivery, true, true],
    ['a producer may record what its leader signed', operator, validation, true, true],
    ['a leader sees the operator’s, without doing it', leader, delivery, true, false],
    ['a producer not the office’s', operator, own, false, false],
    ['a producer not another’s', stranger, delivery, false, false],
    ['a producer not one whose office is not known', operator, unplaced, false, false],
  ])('%s', (_what, principal, task, sees, does) => {
    expect([maySee(principal, task), mayDo(principal, task)]).toEqual([sees, does]);
  });
});

describe('Who may have a task that another holds', () => {
  const delegate = (forUserId: string) => ({ ...person('staf', ['staf', 'kasi']), standsIn: [{ role: 'kasi', title: { id: 'a.n. Sari', en: '' }, untilDay: '2026-03-03', forUserId }] });
  const plh = { ...person('staf', ['staf', 'kasi']), standsIn: [{ role: 'kasi', title: { id: 'Plh. Kepala Seksi', en: 'Plh. Head of section' }, untilDay: '2026-03-03' }] };
  const admin = person('admin', ['admin']);
  const held = { ...own, assigneeId: kasi.id };
  const colleague = person('kasi-2', ['kasi']);
  it.each([
    ['its holder gives it back', kasi, held, false, true],
    ['a colleague of the same role leaves it to him', colleague, held, false, false],
    ['a substitute takes it over', plh, held, true, false],
    ['a substitute takes over what the role records for another', plh, { ...review, assigneeId: kasi.id }, true, false],
    ['a delegate takes over what the giver holds', delegate(kasi.id), held, true, false],
    ['not what another of that role holds', delegate('sari'), held, false, false],
    ['not one of another role', plh, { ...delivery, assigneeId: operator.id }, false, false],
    ['an administrator gives it back, and does nothing himself', admin, held, false, true],
    ['nobody takes over what nobody holds', plh, own, false, false],
  ])('%s', (_what, principal, task, takesOver, releases) => {
    expect([mayTakeOver(principal, task), mayRelease(principal, task)]).toEqual([takesOver, releases]);
  });
});
