import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { AccessGuard } from './access.guard.js';

it('asks nobody around the handler of an external task', async () => {
  const context = new ExecutionContextHost([{}, { id: 't1' }]);
  context.setType('tertib');
  expect(await new AccessGuard(null as never, null as never, null as never, null as never, null as never, null as never).canActivate(context)).toBe(true);
});
