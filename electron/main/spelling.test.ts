import { expect, test } from 'vitest';
import { checkSpelling } from './spelling.ts';
import { createElectronDouble } from './testing/electron-double.ts';

function told(languages: readonly string[], platform: NodeJS.Platform = 'linux') {
  const double = createElectronDouble({ languages });
  checkSpelling(double.parts, platform);
  return double.asked;
}

test('spelling is checked in the languages of the system, by the nearest dictionary', () => {
  expect(told(['de-AT', 'en-us', 'de-DE'])).toEqual(['spell de en-US']);
  expect(told(['en-NZ'])).toEqual(['spell en-GB']);
});

test('a language without a dictionary changes nothing, and a Mac is told nothing', () => {
  expect(told(['tlh'])).toEqual([]);
  expect(told(['de'], 'darwin')).toEqual([]);
});
