import { expect, test } from 'vitest';
import { chromiumCode, chromiumFetch } from './network.ts';

test('Chromium’s failures have the codes by which the engine knows what has not left', () => {
  expect(chromiumCode(new Error('net::ERR_NAME_NOT_RESOLVED'))).toBe('ENOTFOUND');
  expect(chromiumCode(new Error('net::ERR_INTERNET_DISCONNECTED'))).toBe('ENETUNREACH');
  expect(chromiumCode(new Error('net::ERR_CERT_AUTHORITY_INVALID'))).toBe(
    'ERR_CERT_AUTHORITY_INVALID',
  );
  expect(chromiumCode(new Error('net::ERR_CONNECTION_RESET'))).toBe('ERR_CONNECTION_RESET');
  expect(chromiumCode('odd')).toBe('');
});

test('a redirect that is not followed is an answer; any other failure is one', async () => {
  const failing = (words: string) =>
    chromiumFetch(() => ({ fetch: () => Promise.reject(new Error(words)) }));
  const cancelled = failing('Redirect was cancelled');
  expect((await cancelled('https://files.test/', { redirect: 'manual' })).status).toBe(302);
  await expect(cancelled('https://files.test/')).rejects.toThrow('Redirect');
  const reset = failing('net::ERR_CONNECTION_RESET');
  await expect(reset('https://files.test/', { redirect: 'manual' })).rejects.toThrow('RESET');
});
