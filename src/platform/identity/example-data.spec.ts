import { startIdentityApp, type IdentityApp } from '../../../test/support/identity-app.js';
import { ExampleData } from '../../sdk/index.js';
import { AppConfig } from '../kernel/index.js';
import { ExampleDataService } from './example-data.service.js';
import { UsersRepository } from './users.repository.js';

class PlayedConfig extends AppConfig {
  override readonly exampleData = true;
}

describe('example data', () => {
  let test: IdentityApp;
  afterEach(() => test.close());
  const wantedWith = (config: AppConfig) => new ExampleDataService(config, test.app.get(UsersRepository)).wanted();

  it('is not for an office of its own, also where a demonstration was asked for later', async () => {
    test = await startIdentityApp();
    expect(await test.app.get(ExampleData).wanted()).toBe(false);
    await (await test.administrator()).post('/api/users', { username: 'nyata', name: 'Orang Nyata', officeId: null, roles: ['kadis'] });
    expect(await wantedWith(new AppConfig({ TERTIB_DEMO: '1' }))).toBe(false);
    expect(await wantedWith(new PlayedConfig({}))).toBe(true);
  });

  it('is for a demonstration, as long as it is started as one', async () => {
    test = await startIdentityApp({ TERTIB_DEMO: '1' });
    expect(await test.app.get(ExampleData).wanted()).toBe(true);
    expect(await wantedWith(new AppConfig({}))).toBe(false);
  });
});
