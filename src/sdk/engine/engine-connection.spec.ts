import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EngineConnection } from './engine-connection.js';
import { EngineRejected, EngineUnavailable } from './errors.js';

describe('The connection to the engine', () => {
  let server: Server | undefined;

  const to = async (answer: RequestListener, timeout?: number) => {
    server = createServer(answer);
    await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/engine-rest/`;
    return new EngineConnection({ url, user: 'u', password: 'p', timeout });
  };
  const read = async (request: IncomingMessage) => Buffer.concat(await request.toArray()).toString();

  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });

  it('sends who asks, and times with their offset', async () => {
    const connection = await to(async (request, response) => {
      const { url, headers } = request;
      response.end(JSON.stringify({ url, authorization: headers.authorization, body: JSON.parse(await read(request)) }));
    });
    const query = { after: new Date(0), none: undefined };
    expect(await connection.json('POST', '/job', { query, body: { due: new Date(0) } })).toEqual({
      url: '/engine-rest/job?after=1970-01-01T00%3A00%3A00.000%2B0000',
      authorization: 'Basic dTpw',
      body: { due: '1970-01-01T00:00:00.000+0000' },
    });
  });

  it('answers nothing where the engine does', async () => {
    const connection = await to((_, response) => response.writeHead(204).end());
    expect(await connection.json('POST', '/task/1/complete')).toBeUndefined();
  });

  it('tells a refusal by status, type and message', async () => {
    const connection = await to((_, response) => response.writeHead(500).end('{"type":"NullValueException","message":"task is null"}'));
    const error = await connection.json('POST', '/task/1/complete').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(EngineRejected);
    expect(error).toMatchObject({ status: 500, type: 'NullValueException', message: 'task is null' });
  });

  it.each([
    ['a 503 of a proxy', (_, response) => void response.writeHead(503).end('<html>')],
    ['a broken connection', (request) => void request.socket.destroy()],
    ['an answer cut short', (_, response) => void response.writeHead(200, { 'content-length': '100' }).write('[', () => response.destroy())],
    ['no answer in time', () => {}],
  ] satisfies [string, RequestListener][])('counts as away: %s', async (_, answer) => {
    const connection = await to(answer, 200);
    await expect(connection.json('GET', '/task')).rejects.toBeInstanceOf(EngineUnavailable);
  });

  it('ends a call that its caller abandons', async () => {
    const connection = await to(() => {});
    const stop = new AbortController();
    const call = connection.json('GET', '/task', { signal: stop.signal });
    stop.abort(new Error('stopping'));
    await expect(call).rejects.toThrow('stopping');
  });
});
