import { join } from 'node:path';
import { expect, test } from 'vitest';
import { usualProfile } from './profile-folder.ts';

const HOME = join('/home', 'ana');

test.each([
  ['linux', {}, join(HOME, '.local', 'share', 'quarterdeck')],
  ['linux', { XDG_DATA_HOME: '/data' }, join('/data', 'quarterdeck')],
  // The specification: a relative path is invalid and is to be ignored.
  ['linux', { XDG_DATA_HOME: 'data' }, join(HOME, '.local', 'share', 'quarterdeck')],
  [
    'darwin',
    { XDG_DATA_HOME: '/data' },
    join(HOME, 'Library', 'Application Support', 'Quarterdeck'),
  ],
  ['win32', { APPDATA: '/roaming' }, join('/roaming', 'Quarterdeck')],
  ['win32', {}, join(HOME, 'AppData', 'Roaming', 'Quarterdeck')],
] as const)('on %s with %j the data is in %s', (platform, environment, folder) => {
  expect(usualProfile(platform, environment, HOME)).toBe(folder);
});
