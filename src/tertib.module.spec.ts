import { pathToFileURL } from 'node:url';
import { packageRoot } from './platform/kernel/index.js';
import { TertibModule } from './tertib.module.js';

it('is refused before anything starts where two plugins bring the same file', () => {
  const plugin = (name: string) => ({ name, module: class {}, procedures: [], resources: pathToFileURL(`${packageRoot()}/examples/informasi-publik/`) });
  expect(() => TertibModule.forRoot({ engine: 'embedded', plugins: [plugin('izin'), plugin('surat')] })).toThrow(/^The plugins "izin" and "surat" both bring bpmn\/informasi-publik\.bpmn\./);
});
