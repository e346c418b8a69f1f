import type { FollowUpOfViewT, FollowUpViewT } from '#shared/contract/views/record.ts';
import type { PersonViewT } from '#shared/contract/views.ts';
import { fromNow } from '../time/span.ts';
import { isSettled } from './follow-up-shape.ts';

/** Which of them are shown. */
export const FILTERS = ['open', 'mine', 'overdue', 'all'] as const;
export type Filter = (typeof FILTERS)[number];

export type Asked = {
  /** The person at this desktop. */
  readonly me: string | null;
  /** ms since 1970. */
  readonly now: number;
};

/** It is still to be done, and should have been by now. */
export const isOverdue = (followUp: FollowUpViewT, now: number): boolean =>
  !isSettled(followUp) && followUp.due !== null && followUp.due <= now;

/** What each filter shows, in the order in which it came. */
export function filtered(
  all: readonly FollowUpOfViewT[],
  { me, now }: Asked,
): Readonly<Record<Filter, readonly FollowUpOfViewT[]>> {
  const open = all.filter((one) => !isSettled(one));
  return {
    open,
    mine: open.filter(({ owner }) => owner !== null && owner.ref === me),
    overdue: open.filter((one) => isOverdue(one, now)),
    all,
  };
}

/** When it is due, or how long it soaks: `in 3 d`, `2 d late`, `soaks 1 d`; empty for neither. */
export function dueWords(followUp: FollowUpViewT, now: number): string {
  const { due, soakUntil, state } = followUp;
  if (isSettled(followUp)) return '';
  if (due !== null) {
    return isOverdue(followUp, now)
      ? fromNow(due, now).replace(/ ago$/, ' late')
      : fromNow(due, now);
  }
  if (state !== 'soaking' || soakUntil === null) return '';
  return soakUntil <= now ? 'soaked' : `soaks ${fromNow(soakUntil, now).slice('in '.length)}`;
}

/** Whom a follow-up can be given to: those in the workspace, and whoever has one already. */
export function ownersOf(
  people: readonly PersonViewT[],
  all: readonly FollowUpOfViewT[],
): readonly PersonViewT[] {
  const byRef = new Map(people.map((person) => [person.ref, person]));
  for (const { owner } of all)
    if (owner !== null && !byRef.has(owner.ref)) byRef.set(owner.ref, owner);
  return [...byRef.values()];
}

/** An issue's address as people say it: `acme/shop#12`, or the host where it is none of GitHub's. */
export function issueName(address: string): string {
  const { host, pathname } = new URL(address);
  const [, repository, number] = /^\/([^/]+\/[^/]+)\/issues\/(\d+)$/.exec(pathname) ?? [];
  return host === 'github.com' && repository !== undefined ? `${repository}#${number}` : host;
}
