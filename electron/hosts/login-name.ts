import { userInfo } from 'node:os';

/** What the computer calls the person: their name until Slack, or they themselves, tell another. */
export function loginName(): string {
  try {
    return userInfo().username;
  } catch {
    // No entry for this user id, as in some containers.
    return 'me';
  }
}
