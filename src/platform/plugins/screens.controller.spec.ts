import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Logger } from '@nestjs/common';
import type { Asker } from '../../sdk/index.js';
import { ScreenRegistry } from './screen-registry.js';
import { ScreensController } from './screens.controller.js';

const title = { id: 'Daftar', en: 'Register' };

describe('the list of pages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tertib-screens-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const registry = new ScreenRegistry([{ name: 'permits', procedures: [], screens: { folder: pathToFileURL(`${folder}/`), pages: { register: { title, permission: 'permits.see' }, help: { title } } } }], new Set(['permits.see']));
  const controller = (can: boolean) => new ScreensController(registry, { can: () => Promise.resolve(can) } as unknown as Asker);

  it('warns at the start of pages that were not built', async () => {
    const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
    controller(true).onModuleInit();
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('The plugin "permits" has pages, but there is no'));
    expect(await controller(true).list()).toMatchObject([{ module: '/admin/plugins/permits/screens.js', style: null }]);
    writeFileSync(join(folder, 'screens.js'), '');
    warn.mockReset();
    controller(true).onModuleInit();
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });

  it('has the pages of whoever asks, at addresses that change with the files', async () => {
    writeFileSync(join(folder, 'screens.js'), 'export default 1');
    writeFileSync(join(folder, 'screens.css'), '');
    const [screens] = await controller(false).list();
    expect(screens).toMatchObject({ module: expect.stringMatching(/^\/admin\/plugins\/permits\/screens\.js\?v=\w+$/), style: expect.stringContaining('screens.css?v='), pages: [{ path: 'help', icon: 'grid', from: 'menu' }] });
    writeFileSync(join(folder, 'screens.js'), 'export default 12');
    expect((await controller(true).list())[0]?.pages.map(({ path }) => path)).toEqual(['register', 'help']);
    expect((await controller(true).list())[0]?.module).not.toBe(screens?.module);
  });
});
