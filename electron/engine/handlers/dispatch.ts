import type { z } from 'zod';
import { err } from '#shared/base/result.ts';
import { commands } from '#shared/contract/commands.ts';
import type { ContractReply, ContractRequest } from '#shared/contract/envelope.ts';
import { type ContractError, contractError } from '#shared/contract/errors.ts';
import { queries } from '#shared/contract/queries.ts';
import { actionCommands } from './action.ts';
import { afterListQueries } from './after-list.ts';
import { bundleCommands, bundleQueries } from './bundle.ts';
import { cadenceCommands } from './cadence.ts';
import { connectionCommands, connectionQueries } from './connection.ts';
import { fieldCommands } from './custom-field.ts';
import { decisionCommands, decisionQueries } from './decision.ts';
import { deskQueries } from './desk.ts';
import { desktopCommands } from './desktop.ts';
import { diagnosticsQueries } from './diagnostics.ts';
import { draftCommands, draftQueries } from './draft.ts';
import { entryCommands, entryQueries } from './entry.ts';
import { faultCommands } from './fault.ts';
import { folderCommands } from './folder.ts';
import { followUpCommands, followUpQueries } from './follow-up.ts';
import { gitHubCommands } from './github.ts';
import type { Answer, CommandHandlers, HandlerContext, QueryHandlers } from './handler.ts';
import { handoverCommands } from './handover.ts';
import { handoverBriefQueries } from './handover-brief.ts';
import { hypothesisCommands, hypothesisQueries } from './hypothesis.ts';
import { imageCommands, imageQueries } from './image.ts';
import { incidentCommands, incidentQueries } from './incident.ts';
import { likeBeforeQueries } from './like-before.ts';
import { lineCommands } from './line.ts';
import { linkCommands } from './link.ts';
import { nudgeCommands, nudgeQueries } from './nudge.ts';
import { participantCommands } from './participant.ts';
import { postMortemCommands, postMortemQueries } from './post-mortem.ts';
import { evidenceQueries } from './post-mortem-evidence.ts';
import { postMortemExportQueries } from './post-mortem-export.ts';
import { shareCommands, shareQueries } from './post-mortem-share.ts';
import { queueCommands, queueQueries } from './queue.ts';
import { relationCommands } from './relation.ts';
import { releaseCommands } from './release.ts';
import { removedQueries } from './removed.ts';
import { roleCommands } from './role.ts';
import { searchQueries } from './search.ts';
import { severityCommands } from './severity.ts';
import { situationCommands } from './situation.ts';
import { suggestionCommands, suggestionQueries } from './suggestion.ts';
import { timelineQueries } from './timeline.ts';
import { updateCommands, updateQueries } from './update.ts';
import { updateDraftQueries } from './update-draft.ts';
import { writingCommands } from './writing.ts';

const commandHandlers: CommandHandlers = {
  ...incidentCommands,
  ...roleCommands,
  ...entryCommands,
  ...lineCommands,
  ...actionCommands,
  ...queueCommands,
  ...followUpCommands,
  ...gitHubCommands,
  ...folderCommands,
  ...updateCommands,
  ...decisionCommands,
  ...hypothesisCommands,
  ...linkCommands,
  ...handoverCommands,
  ...relationCommands,
  ...participantCommands,
  ...fieldCommands,
  ...severityCommands,
  ...cadenceCommands,
  ...desktopCommands,
  ...nudgeCommands,
  ...suggestionCommands,
  ...releaseCommands,
  ...situationCommands,
  ...postMortemCommands,
  ...shareCommands,
  ...writingCommands,
  ...imageCommands,
  ...bundleCommands,
  ...draftCommands,
  ...connectionCommands,
  ...faultCommands,
};

const queryHandlers: QueryHandlers = {
  ...deskQueries,
  ...incidentQueries,
  ...timelineQueries,
  ...imageQueries,
  ...searchQueries,
  ...entryQueries,
  ...queueQueries,
  ...updateQueries,
  ...updateDraftQueries,
  ...nudgeQueries,
  ...suggestionQueries,
  ...afterListQueries,
  ...handoverBriefQueries,
  ...decisionQueries,
  ...hypothesisQueries,
  ...followUpQueries,
  ...postMortemQueries,
  ...likeBeforeQueries,
  ...evidenceQueries,
  ...postMortemExportQueries,
  ...shareQueries,
  ...removedQueries,
  ...bundleQueries,
  ...draftQueries,
  ...connectionQueries,
  ...diagnosticsQueries,
};

/** One entry of the contract with what carries it out, its types joined by name at the source. */
type Route = {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  readonly run: (
    context: HandlerContext,
    input: never,
  ) => Answer<unknown> | Promise<Answer<unknown>>;
};

function routeOf(request: ContractRequest): Route | null {
  const { kind, name } = request;
  if (kind === 'command' && Object.hasOwn(commands, name)) {
    const known = name as keyof typeof commands;
    return { ...commands[known], run: commandHandlers[known] };
  }
  if (kind === 'query' && Object.hasOwn(queries, name)) {
    const known = name as keyof typeof queries;
    return { ...queries[known], run: queryHandlers[known] };
  }
  return null;
}

/** Carries out one request: its input is checked before, its output after. */
export async function dispatch(
  context: HandlerContext,
  request: ContractRequest,
): Promise<ContractReply> {
  const answer = await answerTo(context, request);
  return answer.ok
    ? { type: 'result', id: request.id, output: answer.value }
    : { type: 'error', id: request.id, error: answer.error };
}

async function answerTo(
  context: HandlerContext,
  request: ContractRequest,
): Promise<Answer<unknown>> {
  const route = routeOf(request);
  if (route === null) {
    return err(contractError('unknown_request', `There is no ${request.kind} "${request.name}".`));
  }
  const input = route.input.safeParse(request.input);
  if (!input.success) return err(inputError(input.error));
  const answer = await route.run(context, input.data as never);
  if (!answer.ok) return answer;
  return { ok: true, value: route.output.parse(answer.value) };
}

function inputError(error: z.ZodError): ContractError {
  return contractError('invalid_input', error.issues[0]?.message ?? 'This cannot be understood.');
}
