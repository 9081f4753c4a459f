import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { caseRow, caseWorld, taskRow, type CaseWorld } from '../../../../test/support/case-world.js';
import type { Principal } from '../../../sdk/index.js';
import { CaseEntity, TaskEntity } from '../../cases/index.js';
import type { UsersRepository } from '../../identity/index.js';
import { AppConfig, Events } from '../../kernel/index.js';
import { isAllowed } from './allowed-address.js';
import { GatewayMessages } from './gateway-messages.js';
import { WebhookMessageEntity } from './webhook-message.entity.js';
import { post, signatureOf } from './webhook-post.js';
import { WebhookSender } from './webhook-sender.js';
import { WebhookWriter } from './webhook-writer.js';

const SECRET = 'rahasia-dengan-tiga-puluh-dua-tanda';
const MINUTE = 60_000;
interface Got {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

describe('a messaging gateway', () => {
  let server: Server;
  let url: string;
  let got: Got[];
  let answers: (number | 'cut')[];
  beforeEach(async () => {
    got = [];
    answers = [];
    server = createServer((request, response) => {
      void text(request).then((body) => {
        got.push({ headers: request.headers, body });
        const answer = answers.shift() ?? 204;
        if (answer === 'cut') return void request.socket.destroy();
        response.writeHead(answer, answer === 302 ? { location: 'http://127.0.0.1:1/' } : {}).end('{"tidak":"dibaca"}');
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/pesan`;
  });
  afterEach(() => new Promise((done) => server.close(done)));

  describe('is told of new tasks', () => {
    let world: CaseWorld;
    let sender: WebhookSender;
    let gateway: GatewayMessages;
    const someone = (username: string, role: string, officeId: string | null, more: Partial<Principal> = {}): Principal => ({ id: username, username, name: username, roles: [role], officeId, officeKind: null, language: 'id', ...more });
    let people: Principal[];
    beforeEach(async () => {
      world = await caseWorld();
      people = [someone('kasi', 'kasi', null), someone('operator.a', 'operator', 'a'), someone('operator.b', 'operator', 'b', { language: 'en' })];
      await world.database.tx((db) => db.insert(CaseEntity, { ...caseRow('c1', world.clock.now()), title: 'Judul yang tidak dikirim' }));
      sender = senderOf({ WEBHOOK_URL: url });
      await task('lama', 'kasi');
      await sender.look();
      world.clock.step(1000);
    });
    afterEach(async () => {
      await sender.onModuleDestroy();
      await world.close();
    });
    const senderOf = (environment: Record<string, string>): WebhookSender => {
      const config = new AppConfig({ WEBHOOK_SECRET: SECRET, PUBLIC_URL: 'https://data.example.go.id', ...environment });
      const users = { principals: () => Promise.resolve(people) } as unknown as UsersRepository;
      gateway = new GatewayMessages(world.database, users, world.clock, new Events(), config);
      return new WebhookSender(world.database, new WebhookWriter(world.database, users, gateway, world.clock), world.clock, new Events(), config);
    };
    const task = (id: string, role: string, more: Partial<TaskEntity> = {}) => world.database.tx((db) => db.insert(TaskEntity, taskRow(id, 'c1', world.clock.now(), { role, name: `Tugas ${id}`, ...more })));
    const bodies = () => got.map(({ body }) => JSON.parse(body) as Record<string, unknown>);

    it('with title, link and who it is for, and nothing else of anybody; what was open before stays untold', async () => {
      await task('baru', 'operator', { officeId: 'a' });
      await sender.look();
      expect(bodies()).toEqual([{ id: expect.any(String), type: 'task.waiting', title: 'Tugas baru', link: 'https://data.example.go.id/admin/tasks/baru', receiver: 'operator.a' }]);
      const [{ headers, body } = { headers: {}, body: '' }] = got;
      expect(headers['idempotency-key']).toBe(bodies()[0]?.['id']);
      expect(headers['tertib-signature']).toBe(signatureOf(SECRET, String(headers['tertib-timestamp']), body));
      expect(Number(headers['tertib-timestamp'])).toBe(Math.floor(world.clock.now().getTime() / 1000));
    });

    it.each<[string, number | 'cut']>([['answers with a fault', 503], ['goes away in the middle', 'cut']])('once by its key, where the gateway first %s', async (_, answer) => {
      answers = [answer];
      await task('baru', 'kasi');
      await Promise.all([sender.look(), sender.look()]);
      expect(got).toHaveLength(1);
      await sender.look();
      expect(got).toHaveLength(1);
      world.clock.step(MINUTE);
      await sender.look();
      world.clock.step(60 * MINUTE);
      await sender.look();
      expect(got).toHaveLength(2);
      expect(new Set(got.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
      expect(await world.database.read.countBy(WebhookMessageEntity, { state: 'sent' })).toBe(1);
    });

    it('to whoever holds the task, else to all of its role; by two nodes only once', async () => {
      await task('dipegang', 'kasi', { assigneeId: 'kasi.lain' });
      people.push(someone('kasi.lain', 'kasi', null));
      await task('semua', 'operator');
      const other = senderOf({ WEBHOOK_URL: url });
      await Promise.all([sender.look(), other.look()]);
      expect(bodies().map(({ title, receiver }) => `${String(title)} ${String(receiver)}`).toSorted()).toEqual(['Tugas dipegang kasi.lain', 'Tugas semua operator.a', 'Tugas semua operator.b']);
      await other.onModuleDestroy();
    });

    it('to who stands in as it is in the inbox: the substitute for any holder, a delegate for the one who gave it', async () => {
      const standsIn = (forUserId?: string) => [{ role: 'kasi', title: { id: 'Plh.', en: 'Acting' }, untilDay: '2026-12-31', ...(forUserId && { forUserId }) }];
      people.push(someone('plh', 'kasi', null, { standsIn: standsIn() }), someone('wakil', 'kasi', null, { standsIn: standsIn('kasi') }), someone('wakil.lain', 'kasi', null, { standsIn: standsIn('orang.lain') }));
      await task('dipegang', 'kasi', { assigneeId: 'kasi' });
      await sender.look();
      expect(bodies().map(({ receiver }) => receiver).toSorted()).toEqual(['kasi', 'plh', 'wakil']);
    });

    it('of what is no task too, to all of a role at an office, each in his language and once', async () => {
      people.push(someone('operator.b2', 'operator', 'b'));
      const message = { key: 'telat:1', title: { id: 'Data ditunggu', en: 'Data are awaited' }, path: '/satu-data/deliveries/1', to: { role: 'operator', officeId: 'b' } };
      await gateway.tell(message);
      await gateway.tell(message);
      await sender.look();
      expect(bodies().map(({ title, receiver, type, link }) => [title, receiver, type, link]).toSorted()).toEqual([
        ['Data are awaited', 'operator.b', 'notice', 'https://data.example.go.id/admin/satu-data/deliveries/1'], ['Data ditunggu', 'operator.b2', 'notice', 'https://data.example.go.id/admin/satu-data/deliveries/1'],
      ]);
    });

    it('of a task that was handed over', async () => {
      await gateway.task('handover:1', { id: 'lama', name: 'Tugas lama' }, 'kasi');
      await sender.look();
      expect(bodies()).toMatchObject([{ type: 'task.waiting', title: 'Tugas lama', link: 'https://data.example.go.id/admin/tasks/lama', receiver: 'kasi' }]);
    });

    it('until it has failed for a day, and then no more', async () => {
      answers = Array.from({ length: 20 }, () => 500);
      await task('baru', 'kasi');
      for (let n = 0; n < 12; n += 1) {
        await sender.look();
        world.clock.step(9 * 60 * MINUTE);
      }
      expect(got).toHaveLength(9);
      expect(await world.database.read.findOneBy(WebhookMessageEntity, { state: 'failed' })).toMatchObject({ lastError: 'Gerbang menjawab 500 / the gateway answered 500' });
    });

    it('never, where none is set', async () => {
      const off = new WebhookSender(world.database, { write: () => { throw new Error('asked'); } } as unknown as WebhookWriter, world.clock, new Events(), new AppConfig({}));
      off.onApplicationBootstrap();
      await off.onModuleDestroy();
      expect(got).toEqual([]);
    });
  });

  describe('is not', () => {
    const target = (to: string, allowPrivate = false) => ({ url: to, secret: SECRET, allowPrivate });
    const named = (...addresses: string[]) => (_: string, done: (error: null, found: { address: string; family: number }[]) => void) => done(null, addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
    const at = new Date();
    const port = () => new URL(url).port;

    it.each(['10.0.0.5', '127.0.0.1', '169.254.169.254', '::1', 'fd00::1', '::ffff:127.0.0.1'])('a name that leads to %s', async (address) => {
      await expect(post(target(`http://gateway.example:${port()}/`), 'k', '{}', at, named(address))).rejects.toThrow('is not allowed');
      expect(got).toEqual([]);
    });

    it('a name of which one address is not allowed, nor an address that is written in the URL', async () => {
      await expect(post(target('https://gateway.example/'), 'k', '{}', at, named('93.184.216.34', '10.0.0.5'))).rejects.toThrow('10.0.0.5 is not allowed');
      for (const host of ['10.0.0.5', '169.254.169.254', '[::ffff:10.0.0.5]', '0x7f000001.example']) await expect(post(target(`https://${host}/`), 'k', '{}', at, named('127.0.0.1'))).rejects.toThrow('is not allowed');
    });

    it('what a redirect leads to', async () => {
      answers = [302];
      await expect(post(target(url), 'k', '{}', at)).rejects.toThrow('the gateway answered 302');
      expect(got).toHaveLength(1);
    });

    it('looked up again for the connection: what was checked is what is connected to', async () => {
      let lookups = 0;
      const rebinding = (_: string, done: (error: null, found: { address: string; family: number }[]) => void) => done(null, [{ address: (lookups += 1) === 1 ? '127.0.0.1' : '10.0.0.5', family: 4 }]);
      await post(target(`http://gateway.example:${port()}/`, true), 'k', '{}', at, rebinding);
      expect([lookups, got.length, got[0]?.headers.host]).toEqual([1, 1, `gateway.example:${port()}`]);
    });

    it('a name that only looks like this machine', async () => {
      for (const host of ['127.0.0.1.example', '127.example', 'localhost.example']) await expect(post(target(`http://${host}:${port()}/`), 'k', '{}', at, named('127.0.0.1'))).rejects.toThrow('is not allowed');
      expect(() => new AppConfig({ WEBHOOK_URL: 'http://127.example/', WEBHOOK_SECRET: SECRET, PUBLIC_URL: 'https://data.example.go.id' })).toThrow('must begin with https');
    });

    it('a name that nobody knows', () => expect(post(target('https://gateway.example/'), 'k', '{}', at, (_, done) => done(new Error('ENOTFOUND'), []))).rejects.toThrow('ENOTFOUND'));
  });

  it.each<[string, boolean, boolean]>([
    ['93.184.216.34', false, true], ['2606:2800:220:1::1', false, true], ['10.0.0.5', false, false], ['10.0.0.5', true, true], ['192.168.1.1', true, true], ['fd12:3456::1', true, true], ['127.0.0.1', true, true],
    ['169.254.169.254', true, false], ['fe80::1', true, false], ['fd00:ec2::254', true, false], ['100.100.100.200', true, false], ['0.0.0.0', true, false], ['255.255.255.255', true, false], ['::ffff:169.254.169.254', true, false], ['64:ff9b::a00:5', true, false], ['2002:a00:5::1', true, false], ['bukan alamat', true, false],
  ])('at %s, where private ones are allowed: %s, is %s', (address, privateToo, allowed) => expect(isAllowed(address, privateToo)).toBe(allowed));

  it.each<[string, Record<string, string>]>([
    ['WEBHOOK_URL: must begin with https', { WEBHOOK_URL: 'http://gateway.example/', WEBHOOK_SECRET: SECRET }], ['WEBHOOK_SECRET: must be set', { WEBHOOK_URL: 'https://gateway.example/' }],
    ['WEBHOOK_SECRET: needs 32', { WEBHOOK_URL: 'https://gateway.example/', WEBHOOK_SECRET: 'pendek' }], ['PUBLIC_URL: must be set', { WEBHOOK_URL: 'https://gateway.example/', WEBHOOK_SECRET: SECRET, PUBLIC_URL: '' }],
  ])('that cannot be used stops the start: %s', (sentence, { PUBLIC_URL, ...environment }) => {
    expect(() => new AppConfig({ ...environment, ...(PUBLIC_URL === undefined && { PUBLIC_URL: 'https://data.example.go.id' }) })).toThrow(sentence);
  });
});
