import { Clock, Problem } from '../../sdk/index.js';
import { networkOf } from './network-of.js';
import { SignInLimiter } from './sign-in-limiter.js';

class SetClock extends Clock {
  at = 0;
  now(): Date {
    return new Date(this.at);
  }
}

describe('slowing down guesses', () => {
  let clock: SetClock;
  let limiter: SignInLimiter;
  beforeEach(() => {
    clock = new SetClock();
    limiter = new SignInLimiter(clock);
  });

  const waitAfter = (account: string, address?: string): number => {
    try {
      limiter.begin({ account, ...(address && { address }) });
      return 0;
    } catch (error) {
      return (error as Problem).extra['retryAfter'] as number;
    }
  };

  it('lets five wrong ones through, then doubles the wait up to a quarter of an hour', () => {
    for (let index = 0; index < 5; index++) expect(waitAfter('a')).toBe(0);
    const waits: number[] = [];
    for (let index = 0; index < 13; index++) {
      const wait = waitAfter('a');
      waits.push(wait);
      clock.at += wait * 1000;
      limiter.begin({ account: 'a' });
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
  });

  it('takes a name for the same however it is written', () => {
    for (const name of ['Kadis', 'kadis', ' KADIS', 'kadis ', 'kaDis']) limiter.begin({ account: name });
    expect(waitAfter('kadis')).toBe(1);
    expect(waitAfter('kabid')).toBe(0);
  });

  it('counts guesses that are still being tried', () => {
    const through = Array.from({ length: 100 }, () => waitAfter('a')).filter((wait) => wait === 0);
    expect(through).toHaveLength(5);
  });

  it('stops one address that goes through many names', () => {
    const through = Array.from({ length: 100 }, (_, index) => waitAfter(`name ${index}`, '192.0.2.1')).filter((wait) => wait === 0);
    expect(through).toHaveLength(30);
    expect(waitAfter('another', '192.0.2.2')).toBe(0);
  });

  it('sells no new tries for an account of the guesser\'s own', () => {
    for (let index = 0; index < 29; index++) limiter.begin({ account: `name ${index}`, address: '192.0.2.1' });
    const own = { account: 'own', address: '192.0.2.1' };
    limiter.begin(own);
    limiter.succeeded(own);
    limiter.begin({ account: 'name 30', address: '192.0.2.1' });
    expect(waitAfter('name 31', '192.0.2.1')).toBe(1);
  });

  it('does not hinder an office whose people all sign in at the same address', () => {
    for (let index = 0; index < 200; index++) {
      const attempt = { account: `person ${index}`, address: '192.0.2.1' };
      limiter.begin(attempt);
      limiter.succeeded(attempt);
    }
    expect(waitAfter('late', '192.0.2.1')).toBe(0);
  });

  it('forgives after success, and forgets after an hour', () => {
    for (let index = 0; index < 4; index++) limiter.begin({ account: 'a' });
    limiter.succeeded({ account: 'a' });
    for (let index = 0; index < 4; index++) expect(waitAfter('a')).toBe(0);
    clock.at += 61 * 60_000;
    for (let index = 0; index < 5; index++) expect(waitAfter('a')).toBe(0);
  });

  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('counts %s as %s', (address, network) => expect(networkOf(address)).toBe(network));
});
