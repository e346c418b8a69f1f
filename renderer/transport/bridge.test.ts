import { expect, it } from 'vitest';
import type { ContractReply } from '#shared/contract/envelope.ts';
import { bridgeTransport } from './bridge.ts';
import { ENGINE_STOPPED } from './transport.ts';

function electron(reply: (id: number) => Promise<ContractReply>) {
  return bridgeTransport({ request: ({ id }) => reply(id), subscribe: () => () => undefined });
}

it('carries results and errors as values', async () => {
  const error = { code: 'not_found', message: 'Not here.' } as const;
  const fine = electron(async (id) => ({ type: 'result', id, output: { active: [] } }));
  const refused = electron(async (id) => ({ type: 'error', id, error }));
  expect(await fine.request('query', 'desk', {})).toEqual({ ok: true, value: { active: [] } });
  expect(await refused.request('query', 'desk', {})).toEqual({ ok: false, error });
});

it('tells that the engine has stopped, and that it is back', async () => {
  let alive = false;
  const transport = electron(async (id) =>
    alive ? { type: 'result', id, output: {} } : { type: 'error', id, error: ENGINE_STOPPED },
  );
  const seen: string[] = [];
  transport.onConnection((connection) => seen.push(connection.kind));
  await transport.request('query', 'desk', {});
  alive = true;
  await transport.request('query', 'desk', {});
  expect(seen).toEqual(['closed', 'open']);
});

it('takes a failing bridge for a stopped engine', async () => {
  const transport = electron(() => Promise.reject(new Error('An object could not be cloned.')));
  expect(await transport.request('query', 'desk', {})).toMatchObject({
    ok: false,
    error: { code: 'engine_stopped' },
  });
});
