import type { z } from 'zod';
import { actionInputs } from './commands/action.ts';
import { bundleInputs } from './commands/bundle.ts';
import { cadenceInputs } from './commands/cadence.ts';
import { connectionInputs } from './commands/connection.ts';
import { fieldInputs } from './commands/custom-field.ts';
import { decisionInputs } from './commands/decision.ts';
import { desktopInputs } from './commands/desktop.ts';
import { draftInputs } from './commands/draft.ts';
import { faultInputs } from './commands/fault.ts';
import { folderInputs } from './commands/folder.ts';
import { followUpInputs } from './commands/follow-up.ts';
import { gitHubInputs } from './commands/github.ts';
import { hypothesisInputs } from './commands/hypothesis.ts';
import { imageInputs } from './commands/image.ts';
import { incidentInputs } from './commands/incident.ts';
import { linkInputs } from './commands/link.ts';
import { nudgeInputs } from './commands/nudge.ts';
import { participantInputs } from './commands/participant.ts';
import { postMortemInputs } from './commands/post-mortem.ts';
import { queueInputs } from './commands/queue.ts';
import { roleInputs } from './commands/role.ts';
import { severityInputs } from './commands/severity.ts';
import { suggestionInputs } from './commands/suggestion.ts';
import { timelineInputs } from './commands/timeline.ts';
import { updateInputs } from './commands/update.ts';
import { writingInputs } from './commands/writing.ts';

/** Everything that changes something. A command has answered only when its effect is on disk. */
export const commands = {
  ...incidentInputs,
  ...roleInputs,
  ...timelineInputs,
  ...actionInputs,
  ...queueInputs,
  ...followUpInputs,
  ...gitHubInputs,
  ...folderInputs,
  ...updateInputs,
  ...decisionInputs,
  ...hypothesisInputs,
  ...linkInputs,
  ...participantInputs,
  ...fieldInputs,
  ...severityInputs,
  ...nudgeInputs,
  ...suggestionInputs,
  ...cadenceInputs,
  ...postMortemInputs,
  ...writingInputs,
  ...imageInputs,
  ...bundleInputs,
  ...desktopInputs,
  ...draftInputs,
  ...connectionInputs,
  ...faultInputs,
} as const;

export type Commands = typeof commands;
export type CommandName = keyof Commands;
export type CommandInput<N extends CommandName> = z.input<Commands[N]['input']>;
export type CommandOutput<N extends CommandName> = z.output<Commands[N]['output']>;
