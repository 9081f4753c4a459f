import { ADMINISTRATOR_PASSWORD, startIdentityApp, type IdentityApp } from '../../../test/support/identity-app.js';
import { Passwords } from './passwords.js';

const derivations: { kind: 'hash' | 'verify'; parameters: string }[] = [];

// Each derivation of a key is one unit of work: counted, because a clock would only guess.
jest.mock('@node-rs/argon2', () => {
  const real = jest.requireActual<typeof import('@node-rs/argon2')>('@node-rs/argon2');
  return {
    ...real,
    hash: async (...given: Parameters<typeof real.hash>) => {
      const result = await real.hash(...given);
      derivations.push({ kind: 'hash', parameters: result.split('$').slice(1, 4).join('$') });
      return result;
    },
    verify: (...given: Parameters<typeof real.verify>) => {
      derivations.push({ kind: 'verify', parameters: String(given[0]).split('$').slice(1, 4).join('$') });
      return real.verify(...given);
    },
  };
});

/** As another machine on the network would name the server. */
const FROM_ELSEWHERE = { host: 'tertib.kantor:3000' };

describe('signing in', () => {
  let test: IdentityApp;
  beforeAll(async () => void (test = await startIdentityApp()));
  afterAll(() => test.close());
  /** An hour later all failures are forgotten. */
  beforeEach(() => test.clock.moveTo(new Date(test.clock.now().getTime() + 2 * 3_600_000)));

  it('does the same work for an unknown name as for a wrong password', async () => {
    const workOf = async (username: string) => {
      derivations.length = 0;
      await test.client().signIn(username, 'wrong');
      return [...derivations];
    };
    const unknown = await workOf('nobody');
    expect(unknown).toEqual([{ kind: 'verify', parameters: expect.stringMatching(/^argon2id\$v=19\$m=\d+,t=\d+,p=1$/) }]);
    expect(await workOf('admin')).toEqual(unknown);
  });

  it('derives keys outside of tests by what OWASP asks for', async () => {
    derivations.length = 0;
    const { passwordHash } = await new Passwords({ test: false } as never, { now: () => new Date() }).oneTime();
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('is slowed down after five wrong passwords, for known and unknown names alike', async () => {
    for (const username of ['admin', 'nobody']) {
      const statuses: number[] = [];
      for (let index = 0; index < 7; index++) statuses.push((await test.client().signIn(username, 'wrong')).status);
      expect(statuses.slice(0, 5)).not.toContain(429);
      expect(statuses.slice(5)).toEqual([429, 429]);
    }
  });

  it('tries no password while it waits, not even the right one', async () => {
    await test.administrator();
    for (let index = 0; index < 5; index++) await test.client().signIn('admin', 'wrong');
    derivations.length = 0;
    const answer = await test.client().signIn('admin', ADMINISTRATOR_PASSWORD);
    expect(answer).toMatchObject({ status: 429, body: { code: 'too-many-attempts', retryAfter: 1 } });
    expect(derivations).toEqual([]);
  });

  it('lets at most five of fifty guesses through that come at once', async () => {
    // The wait begins with one second: fifty guesses on a busy machine can take longer than that.
    const still = jest.spyOn(test.clock, 'now').mockReturnValue(test.clock.now());
    const answers = await Promise.all(Array.from({ length: 50 }, () => test.client().signIn('someone', 'wrong'))).finally(() => still.mockRestore());
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(45);
  });

  it('slows down guesses at the current password of an open session as well', async () => {
    const admin = await test.administrator();
    const statuses: number[] = [];
    for (let index = 0; index < 6; index++) statuses.push((await admin.put('/api/session/password', { current: 'wrong', next: 'ombak kecil di pantai' })).status);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
  });

  it('over plain HTTP from another machine is refused, and says what the operator can do', async () => {
    const answer = await test.client(FROM_ELSEWHERE).signIn('admin', ADMINISTRATOR_PASSWORD);
    expect(answer).toMatchObject({ status: 403, body: { code: 'https-required' } });
    expect(answer.body['detail']).toContain('TERTIB_ALLOW_HTTP');
    expect(answer.setCookie).toEqual([]);
  });

  it('does not take a proxy on the same machine for the machine\'s own browser', async () => {
    for (const header of ['x-forwarded-for', 'x-forwarded-proto', 'x-real-ip', 'forwarded', 'via']) {
      expect(await test.client({ [header]: 'https' }).signIn('admin', ADMINISTRATOR_PASSWORD)).toMatchObject({ status: 403, body: { code: 'https-required' } });
    }
  });
});

describe('signing in over plain HTTP, where the operator allows it', () => {
  let test: IdentityApp;
  beforeAll(async () => void (test = await startIdentityApp({ TERTIB_ALLOW_HTTP: '1' })));
  afterAll(() => test.close());

  it('has another cookie and a warning', async () => {
    const browser = test.client(FROM_ELSEWHERE);
    const answer = await browser.signIn('admin', test.oneTimePassword);
    expect(answer).toMatchObject({ status: 201, body: { warning: 'plain-http' } });
    const [cookie] = answer.setCookie;
    expect(cookie).toMatch(/^tertib-http=/);
    expect(cookie).not.toContain('Secure');
    expect((await browser.get('/api/session')).body).toMatchObject({ warning: 'plain-http' });
  });

  it('cannot be smuggled into the secure way', async () => {
    const plain = test.client(FROM_ELSEWHERE);
    await plain.signIn('admin', test.oneTimePassword);
    const secure = test.client();
    secure.cookies.set('tertib-http', plain.cookies.get('tertib-http') as string);
    expect((await secure.get('/api/session')).status).toBe(401);
  });
});

describe('a proxy', () => {
  let test: IdentityApp;
  const guessFrom = (address: string, name: string) => test.client({ ...FROM_ELSEWHERE, 'x-forwarded-for': address, 'x-forwarded-proto': 'https' }).signIn(name, 'wrong');
  beforeEach(async () => void (test = await startIdentityApp({ TERTIB_ALLOW_HTTP: '1' })));
  afterEach(() => test.close());

  it('that nobody configured is not believed: whoever names other addresses is slowed down all the same', async () => {
    const statuses: number[] = [];
    for (let index = 0; index < 31; index++) statuses.push((await guessFrom(`203.0.113.${index}`, `name${index}`)).status);
    expect(statuses.slice(0, 30).every((status) => status === 401)).toBe(true);
    expect(statuses[30]).toBe(429);
    const plain = await test.client({ ...FROM_ELSEWHERE, 'x-forwarded-for': '203.0.113.99', 'x-forwarded-proto': 'https' }).signIn('admin', test.oneTimePassword);
    expect(plain.setCookie).toEqual([]);
  });

  it('that is trusted tells addresses apart, and HTTPS from HTTP', async () => {
    test.app.set('trust proxy', 'loopback');
    for (let index = 0; index < 31; index++) expect((await guessFrom(`203.0.113.${index}`, `name${index}`)).status).toBe(401);
    const browser = test.client({ ...FROM_ELSEWHERE, 'x-forwarded-for': '203.0.113.99', 'x-forwarded-proto': 'https' });
    const answer = await browser.signIn('admin', test.oneTimePassword);
    expect(answer.setCookie[0]).toMatch(/^__Host-tertib=/);
    expect(answer.body).toMatchObject({ warning: null });
  });
});

describe('behind HTTPS with PUBLIC_URL', () => {
  let test: IdentityApp;
  beforeAll(async () => void (test = await startIdentityApp({ PUBLIC_URL: 'https://data.kantor.example/' })));
  afterAll(() => test.close());

  it('gives the secure cookie, and takes requests from the public address only', async () => {
    const browser = test.client({ ...FROM_ELSEWHERE, origin: 'https://data.kantor.example' });
    const answer = await browser.signIn('admin', test.oneTimePassword);
    expect(answer.setCookie[0]).toMatch(/^__Host-tertib=.*Secure/);
    expect((await browser.delete('/api/session', { origin: 'https://data.kantor.example.evil.example' })).status).toBe(403);
    expect((await browser.delete('/api/session')).status).toBe(204);
  });
});
