import type { MenuItemConstructorOptions } from 'electron';
import { formatAge } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import type { NudgeViewT } from '#shared/contract/views/nudge.ts';
import { severityGlyph } from '#shared/domain/severity.ts';
import type { DeskSeen } from './desk-watch.ts';

/** What the tray shows at a glance: nothing is going on, something is, or somebody must act. */
export type TrayState = 'calm' | 'active' | 'attention';

/** What can be done from the tray. */
export type TrayDeeds = {
  readonly open: () => void;
  readonly openIncident: (incident: IncidentId) => void;
  readonly declare: () => void;
  readonly hud: () => void;
  readonly snooze: (nudge: NudgeViewT) => void;
  readonly quit: () => void;
};

/** How long the tray's one press puts a reminder off. */
export const SNOOZE_MINUTES = 10;
/** More than fit a menu are for the window. */
const INCIDENTS_MAX = 8;
const LABEL_MAX = 60;

export function trayState({ desk, nudges }: DeskSeen): TrayState {
  if (nudges.length > 0) return 'attention';
  return desk.active.length > 0 ? 'active' : 'calm';
}

/** One line under the pointer. */
export function trayTip({ desk, nudges }: DeskSeen): string {
  const [nudge] = nudges;
  if (nudge !== undefined) return `${nudge.code}: ${shortened(nudge.text)}`;
  const count = desk.active.length;
  if (count === 0) return 'Quarterdeck: all calm';
  return `Quarterdeck: ${count} active ${count === 1 ? 'incident' : 'incidents'}`;
}

/** The active incidents with their clocks, the one thing that is due next, and the ways on. */
export function trayMenu(
  seen: DeskSeen,
  now: number,
  deeds: TrayDeeds,
): MenuItemConstructorOptions[] {
  const { active } = seen.desk;
  const rows = active.slice(0, INCIDENTS_MAX).map(({ id, code, name, severity, declaredAt }) => ({
    label: shortened(`${severityGlyph(severity)} ${code} ${name}  ${formatAge(now - declaredAt)}`),
    click: () => deeds.openIncident(id),
  }));
  return [
    ...due(seen.nudges, deeds),
    ...(rows.length === 0 ? [{ label: 'All calm', enabled: false }] : rows),
    { type: 'separator' },
    { label: 'Declare incident…', click: deeds.declare },
    { label: 'Show HUD', click: deeds.hud, enabled: active.length > 0 },
    { label: 'Open Quarterdeck', click: deeds.open },
    { type: 'separator' },
    { label: 'Quit', click: deeds.quit },
  ];
}

function due(nudges: readonly NudgeViewT[], deeds: TrayDeeds): MenuItemConstructorOptions[] {
  const [nudge] = nudges;
  if (nudge === undefined) return [];
  return [
    { label: shortened(`${nudge.code}: ${nudge.text}`), enabled: false },
    { label: `${nudge.answer.label}…`, click: () => deeds.openIncident(nudge.incident) },
    { label: `Remind me in ${SNOOZE_MINUTES} min`, click: () => deeds.snooze(nudge) },
    { type: 'separator' },
  ];
}

/** Menus take `&` for the mark of a key. */
function shortened(text: string): string {
  const line = text.length > LABEL_MAX ? `${text.slice(0, LABEL_MAX - 1)}…` : text;
  return line.toWellFormed().replaceAll('&', '&&');
}
