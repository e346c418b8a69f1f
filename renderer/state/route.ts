import { type IncidentId, ULID_PATTERN } from '#shared/base/ids.ts';

/** What the page shows. */
export type Route =
  | { readonly page: 'desk' }
  /** The Desk, with a declaration filled in: what a link asks for. */
  | { readonly page: 'declare'; readonly name: string }
  | { readonly page: 'incident'; readonly incident: IncidentId }
  | { readonly page: 'post-mortem'; readonly incident: IncidentId }
  /** Null: whichever incident is the most pressing. */
  | { readonly page: 'hud'; readonly incident: IncidentId | null }
  /** Those of all incidents. */
  | { readonly page: 'follow-ups' }
  | { readonly page: 'queue' }
  | { readonly page: 'diagnostics' }
  | { readonly page: 'settings' };

const INCIDENT = '#/incident/';
const POST_MORTEM = '/post-mortem';
const DECLARE = '#/declare';
const SETTINGS = '#/settings';
const QUEUE = '#/queue';
const FOLLOW_UPS = '#/follow-ups';
const DIAGNOSTICS = '#/diagnostics';
const HUD = '#/hud';

/** Reads an address; one that leads nowhere leads to the Desk. */
export function parseRoute(hash: string): Route {
  if (hash === DECLARE || hash.startsWith(`${DECLARE}?`)) {
    const asked = new URLSearchParams(hash.slice(DECLARE.length + 1));
    return { page: 'declare', name: asked.get('name') ?? '' };
  }
  if (hash === SETTINGS) return { page: 'settings' };
  if (hash === QUEUE) return { page: 'queue' };
  if (hash === FOLLOW_UPS) return { page: 'follow-ups' };
  if (hash === DIAGNOSTICS) return { page: 'diagnostics' };
  if (hash === HUD || hash.startsWith(`${HUD}/`)) {
    const incident = hash.slice(HUD.length + 1);
    return { page: 'hud', incident: ULID_PATTERN.test(incident) ? (incident as IncidentId) : null };
  }
  const rest = hash.startsWith(INCIDENT) ? hash.slice(INCIDENT.length) : '';
  const page = rest.endsWith(POST_MORTEM) ? 'post-mortem' : 'incident';
  const id = page === 'incident' ? rest : rest.slice(0, -POST_MORTEM.length);
  return ULID_PATTERN.test(id) ? { page, incident: id as IncidentId } : { page: 'desk' };
}

export function routeHash(route: Route): string {
  switch (route.page) {
    case 'desk':
      return '#/';
    case 'declare':
      return `${DECLARE}?${new URLSearchParams({ name: route.name })}`;
    case 'incident':
      return `${INCIDENT}${route.incident}`;
    case 'post-mortem':
      return `${INCIDENT}${route.incident}${POST_MORTEM}`;
    case 'hud':
      return route.incident === null ? HUD : `${HUD}/${route.incident}`;
    case 'queue':
      return QUEUE;
    case 'follow-ups':
      return FOLLOW_UPS;
    case 'diagnostics':
      return DIAGNOSTICS;
    case 'settings':
      return SETTINGS;
  }
}
