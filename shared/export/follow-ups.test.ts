import { expect, test } from 'vitest';
import { DAY } from '../base/duration.ts';
import type { FollowUpOfViewT } from '../contract/views/record.ts';
import { followUpsCsv, followUpsJson } from './follow-ups.ts';

const ana = { ref: 'name:ana', name: '+Ana' };
const followUp: FollowUpOfViewT = {
  ...{ id: 'f', by: ana, addedAt: 0, waiting: false, text: '=cmd|"/c calc"!A1', type: 'detect' },
  ...{ owner: ana, state: 'soaking', soakUntil: DAY, due: null, doneWhen: 'It fires,\nalways' },
  ...{ issueUrl: 'https://issues.test/1', incident: 'i' as never, code: 'INC-1', name: '＝Slow' },
  private: false,
};

test('as a table: quoted where it has to be, and nothing that a spreadsheet would run', () => {
  const [head, row] = followUpsCsv([followUp], 2.5 * DAY).split('\r\n');
  expect(head?.startsWith('\uFEFFincident,name,follow-up,state,')).toBe(true);
  expect(row).toBe(
    [
      `INC-1,'＝Slow,"'=cmd|""/c calc""!A1",soaking,'+Ana,detect,,1970-01-02T00:00:00.000Z`,
      '1970-01-01T00:00:00.000Z,2,"It fires,\nalways",https://issues.test/1',
    ].join(','),
  );
});

test('for programs: all that is known of each', () => {
  expect(JSON.parse(followUpsJson([followUp]))).toEqual({
    ...{ format: 'quarterdeck-follow-ups', version: 1 },
    followUps: [followUp],
  });
});
