import type { IncidentId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type ContractError, contractError } from '#shared/contract/errors.ts';
import type { Asking } from './asking.ts';

type Found = { readonly id: IncidentId; readonly code: string; readonly name: string };

/** Finds an incident by its code as people say it: `INC-7F3K`, `inc-7f3k`, `7F3K`; or by its id. */
export async function findIncident(
  desk: Pick<Asking, 'query'>,
  said: string,
): Promise<Result<Found, ContractError>> {
  const wanted = said.trim().toUpperCase();
  const isMeant = ({ id, code }: Found) =>
    id === wanted || code === wanted || code === `INC-${wanted}`;
  const listed = await desk.query('desk', {});
  if (!listed.ok) return listed;
  const { active, after, recent } = listed.value;
  const near = [...active, ...after, ...recent].filter(isMeant);
  const found = near.length > 0 ? near : await searched(desk, wanted, isMeant);
  const [first, second] = found;
  if (first === undefined) return err(noSuch(said));
  // Two desktops that were offline may have picked the same code.
  return second === undefined ? ok(first) : err(severalSuch(said, found));
}

/** The Desk lists the latest that are over; search knows them all. */
async function searched(
  desk: Pick<Asking, 'query'>,
  text: string,
  isMeant: (found: Found) => boolean,
): Promise<readonly Found[]> {
  const answer = await desk.query('search', { text: text.slice(0, 100), limit: 50 });
  if (!answer.ok) return [];
  const hits = answer.value.hits.map(({ incident, code, name }) => ({ id: incident, code, name }));
  const byId = new Map(hits.filter(isMeant).map((hit) => [hit.id, hit]));
  return [...byId.values()];
}

const noSuch = (said: string) =>
  contractError(
    'not_found',
    `There is no incident ${said} on this computer.`,
    'Look for it by its name.',
  );

const severalSuch = (said: string, found: readonly Found[]) =>
  contractError(
    'not_found',
    `${said} is more than one incident: ${found.map(({ id, name }) => `${id} ${name}`).join('; ')}.`,
    'Say its long id instead of the code.',
  );
