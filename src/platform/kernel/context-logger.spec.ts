import { Logger } from '@nestjs/common';
import { ContextLogger } from './context-logger.js';
import { requestContext } from './request-context.js';

it('every line of a request or task carries its correlation id, whoever writes it', () => {
  const lines: string[] = [];
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  try {
    Logger.overrideLogger(new ContextLogger({ colors: false }));
    const logger = new Logger('Somebody');
    requestContext.run({ correlationId: 'chain-1', language: 'id', principal: null }, () => logger.warn('within'));
    logger.warn('without');
  } finally {
    Logger.overrideLogger(false);
    write.mockRestore();
  }
  expect(lines[0]).toMatch(/WARN \[Somebody\] \[chain-1\] within/);
  expect(lines[1]).toMatch(/WARN \[Somebody\] without/);
});
