import { z } from 'zod';
import { MINUTE, SECOND } from '#shared/base/duration.ts';
import { type Context, commitEdits } from '../context.ts';
import { followUps } from '../store/follow-ups.ts';
import { type AskedIssue, askedIssue, forgetAskedIssue, saveAskedIssue } from '../store/github.ts';
import { incidentById } from '../store/incidents.ts';
import { nameOf } from '../store/people.ts';
import type { GitHubCall } from './client.ts';
import { type GitHubFailure, gitHubError } from './failure.ts';
import { findIssue, place } from './find-issue.ts';
import { issueText } from './issue-text.ts';

/** GitHub's lists may lag: so long after an unclear try it is looked for a second time. */
const LOOK_AGAIN_MS = 10 * SECOND;
const FIRST_WAIT_MS = 5 * SECOND;
const LONGEST_WAIT_MS = 5 * MINUTE;
/** So often it has to be looked for in vain before it is made anew. */
const LOOKS = 2;

const Made = z.object({ html_url: z.string().startsWith('https://') });

/** When to go on, in ms from now. */
export type Pause = number;

/** Does the next step for an issue that was asked for. */
export type SendIssue = (issue: AskedIssue, call: GitHubCall) => Promise<Pause>;

/**
 * Makes an issue: looked for by its marker first, and again twice after a try that nobody answered, so
 * that it is made once. Its link is written on the follow-up as an op.
 * @param changed tells the screens
 */
export function createSendIssue(context: Context, changed: () => void): SendIssue {
  const { db, ports } = context;
  let failures = 0;

  const save = (issue: AskedIssue) => {
    // Somebody may have taken it back meanwhile.
    if (askedIssue(db, issue) !== null) saveAskedIssue(db, issue);
    changed();
  };

  const failed = (issue: AskedIssue, failure: GitHubFailure, isTried: boolean): Pause => {
    const now = ports.clock.now();
    if (failure.kind === 'refused') {
      const { message, hint = '' } = gitHubError(failure, issue.repository, now);
      save({ ...issue, state: 'held', problem: { message, hint } });
      return 0;
    }
    // A limit is an answer: nothing was made. Silence after a try is none, and neither is an end.
    if (isTried)
      save({ ...issue, state: failure.kind === 'away' ? 'unclear' : 'waiting', looks: 0 });
    else if (issue.state === 'sending') save({ ...issue, state: 'unclear' });
    if (failure.kind === 'wait') return failure.until - now;
    failures += 1;
    return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 3 ** (failures - 1));
  };

  const link = (issue: AskedIssue, issueUrl: string): Pause => {
    const { incident, followUp } = issue;
    commitEdits(context, incident, [{ entity: `follow_up:${followUp}`, set: { issueUrl } }]);
    forgetAskedIssue(db, issue);
    failures = 0;
    changed();
    return 0;
  };

  return async (issue, call) => {
    const { incident: incidentId, followUp: id } = issue;
    const row = followUps.byId(db, incidentId, id);
    const incident = incidentById(db, incidentId);
    if (row === null || incident === null || row.deleted || row.issueUrl !== null) {
      forgetAskedIssue(db, issue);
      changed();
      return 0;
    }
    const found = await findIssue(call, issue, row.addedAt);
    if (!found.ok) return failed(issue, found.error, false);
    // Somebody took it back, or wrote a link, while GitHub was looking.
    if (askedIssue(db, issue)?.state !== issue.state) return 0;
    if (found.value !== null) return link(issue, found.value);
    const looks = issue.looks + 1;
    if (issue.state !== 'waiting' && looks < LOOKS) {
      save({ ...issue, state: 'unclear', looks });
      return LOOK_AGAIN_MS;
    }
    const sending: AskedIssue = { ...issue, state: 'sending', looks: 0 };
    saveAskedIssue(db, sending);
    const owner = row.owner === null ? null : nameOf(db, row.owner);
    const text = issueText(row, incident, owner);
    const made = await call(
      'POST /repos/{owner}/{repo}/issues',
      { ...place(issue.repository), ...text },
      Made,
    );
    return made.ok ? link(sending, made.value.html_url) : failed(sending, made.error, true);
  };
}
