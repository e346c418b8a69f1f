import { type IncidentId, ULID_PATTERN } from '#shared/base/ids.ts';

/** What the page shows. */
export type Route =
  | { readonly page: 'desk' }
  | { readonly page: 'incident'; readonly incident: IncidentId }
  | { readonly page: 'queue' }
  | { readonly page: 'settings' };

const INCIDENT = '#/incident/';
const SETTINGS = '#/settings';
const QUEUE = '#/queue';

/** Reads an address; one that leads nowhere leads to the Desk. */
export function parseRoute(hash: string): Route {
  if (hash === SETTINGS) return { page: 'settings' };
  if (hash === QUEUE) return { page: 'queue' };
  const id = hash.startsWith(INCIDENT) ? hash.slice(INCIDENT.length) : '';
  if (ULID_PATTERN.test(id)) return { page: 'incident', incident: id as IncidentId };
  return { page: 'desk' };
}

export function routeHash(route: Route): string {
  switch (route.page) {
    case 'desk':
      return '#/';
    case 'incident':
      return `${INCIDENT}${route.incident}`;
    case 'queue':
      return QUEUE;
    case 'settings':
      return SETTINGS;
  }
}
