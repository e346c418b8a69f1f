import { describe, expect, it } from 'vitest';
import type { ContractEvent } from '#shared/contract/events.ts';
import { type LoopbackPorts, loopbackTransport, type SocketListener } from './loopback.ts';

/** A shell at the other end, opened and closed by hand. */
function shell(given: { token?: string; isKnown?: LoopbackPorts['isKnown'] } = {}) {
  const sockets: (SocketListener & { sent: string[] })[] = [];
  const waits: { ms: number; task: () => void }[] = [];
  const traded: string[] = [];
  const transport = loopbackTransport({
    openSocket: (listener) => {
      const sent: string[] = [];
      sockets.push({ ...listener, sent });
      return (text) => void sent.push(text);
    },
    takeToken: () => given.token ?? null,
    trade: async (token) => void traded.push(token),
    isKnown: given.isKnown ?? (async () => true),
    after: (ms, task) => void waits.push({ ms, task }),
    random: () => 1,
  });
  const at = (index: number) => {
    const socket = sockets.at(index);
    if (socket === undefined) throw new Error('no socket was opened');
    return socket;
  };
  return { transport, sockets, waits, traded, at };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('the loopback transport', () => {
  it('trades the token of its address before it opens the socket', async () => {
    const { traded, sockets } = shell({ token: 'right' });
    expect(sockets).toHaveLength(0);
    await settled();
    expect(traded).toEqual(['right']);
    expect(sockets).toHaveLength(1);
  });

  it('joins replies to requests by number, in any order', async () => {
    const { transport, at } = shell();
    at(0).opened();
    const first = transport.request('query', 'desk', {});
    const second = transport.request('query', 'sync', {});
    expect(at(0).sent.map((text) => JSON.parse(text).id)).toEqual([1, 2]);
    at(0).heard(JSON.stringify({ type: 'result', id: 2, output: 'two' }));
    at(0).heard(JSON.stringify({ type: 'result', id: 1, output: 'one' }));
    expect([await first, await second]).toEqual([
      { ok: true, value: 'one' },
      { ok: true, value: 'two' },
    ]);
  });

  it('keeps what is asked before the socket opens, and sends it then', async () => {
    const { transport, at } = shell();
    const asked = transport.request('query', 'desk', {});
    expect(at(0).sent).toEqual([]);
    at(0).opened();
    expect(at(0).sent.map((text) => JSON.parse(text).id)).toEqual([1]);
    at(0).heard(JSON.stringify({ type: 'result', id: 1, output: 'one' }));
    expect(await asked).toEqual({ ok: true, value: 'one' });
  });

  it('answers what was asked before a socket that never opens', async () => {
    const { transport, at, waits } = shell();
    const asked = transport.request('query', 'desk', {});
    at(0).closed();
    expect(await asked).toMatchObject({ ok: false, error: { code: 'engine_stopped' } });
    await settled();
    waits[0]?.task();
    at(1).opened();
    expect(at(1).sent).toEqual([]);
  });

  it('hands events to those who listen', () => {
    const { transport, at } = shell();
    const seen: ContractEvent[] = [];
    transport.subscribe((event) => seen.push(event));
    at(0).opened();
    at(0).heard(JSON.stringify({ type: 'event', event: { view: 'desk' } }));
    expect(seen).toEqual([{ view: 'desk' }]);
  });

  it('answers what was in flight when the connection is lost, and connects again', async () => {
    const { transport, at, waits, sockets } = shell();
    at(0).opened();
    const asked = transport.request('query', 'desk', {});
    at(0).closed();
    expect(await asked).toMatchObject({ ok: false, error: { code: 'engine_stopped' } });
    expect(transport.connection()).toEqual({ kind: 'closed', reason: 'stopped' });
    waits[0]?.task();
    expect(sockets).toHaveLength(2);
    at(1).opened();
    expect(transport.connection()).toEqual({ kind: 'open' });
  });

  it('waits longer after each failure, and never longer than five seconds', async () => {
    const { at, waits } = shell({ isKnown: () => Promise.reject(new TypeError('fetch failed')) });
    for (let i = 0; i < 8; i++) {
      at(-1).closed();
      await settled();
      waits.at(-1)?.task();
    }
    expect(waits.map(({ ms }) => ms)).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000, 5000]);
  });

  it('gives up when the shell answers but does not know this page', async () => {
    const { transport, at, waits } = shell({ isKnown: async () => false });
    at(0).closed();
    await settled();
    expect(transport.connection()).toEqual({ kind: 'closed', reason: 'refused' });
    expect(waits).toHaveLength(0);
  });

  it('refuses at once what is asked while nobody is there', async () => {
    const { transport, at } = shell();
    at(0).opened();
    at(0).closed();
    const answer = await transport.request('command', 'slack.disconnect', {});
    expect(answer).toMatchObject({ ok: false, error: { code: 'engine_stopped' } });
  });
});
