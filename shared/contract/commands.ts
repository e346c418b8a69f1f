import type { z } from 'zod';
import { actionInputs } from './commands/action.ts';
import { connectionInputs } from './commands/connection.ts';
import { incidentInputs } from './commands/incident.ts';
import { queueInputs } from './commands/queue.ts';
import { roleInputs } from './commands/role.ts';
import { timelineInputs } from './commands/timeline.ts';

/** Everything that changes something. A command has answered only when its effect is on disk. */
export const commands = {
  ...incidentInputs,
  ...roleInputs,
  ...timelineInputs,
  ...actionInputs,
  ...queueInputs,
  ...connectionInputs,
} as const;

export type Commands = typeof commands;
export type CommandName = keyof Commands;
export type CommandInput<N extends CommandName> = z.input<Commands[N]['input']>;
export type CommandOutput<N extends CommandName> = z.output<Commands[N]['output']>;
