import { expect, test } from 'vitest';
import { cannotStart } from './cannot-start.ts';

const failure = (code: string, message: string) => Object.assign(new Error(message), { code });

test.each([
  failure('SQLITE_FULL', 'database or disk is full'),
  failure('ENOSPC', 'ENOSPC: no space left on device, write'),
  failure('EDQUOT', 'EDQUOT: quota exceeded'),
  'ENOSPC: no space left on device, mkdir',
])('a full disk is told as that, and that nothing is lost: %s', (cause) => {
  const { code, message, hint } = cannotStart('/home/ana/desk', cause);
  expect(code).toBe('storage_full');
  expect(message).toBe('The disk of the data folder is full: /home/ana/desk.');
  expect(hint).toBe(
    'Free some space, then start it again. Everything that was saved is still there.',
  );
});

test.each([
  [failure('EROFS', 'EROFS: read-only file system'), 'cannot be written'],
  [failure('SQLITE_READONLY', 'attempt to write a readonly database'), 'cannot be written'],
  [failure('EACCES', 'EACCES: permission denied'), 'cannot be written'],
  [failure('ENOTDIR', 'ENOTDIR: not a directory'), 'cannot be used'],
  [failure('EIO', 'EIO: i/o error'), 'cannot be used'],
])('else it is said what is wrong with the folder: %s', (cause, words) => {
  const { code, message } = cannotStart('/home/ana/desk', cause);
  expect(code).toBe('storage_failed');
  expect(message).toBe(`The data folder ${words}: /home/ana/desk (${cause.message}).`);
});
