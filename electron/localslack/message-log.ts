import type { Channel, Message } from './model.ts';
import { itemAt, takeOut } from './sorted.ts';

/**
 * A channel's messages, kept in the ways they are asked for: all by ts, those that its history shows,
 * and replies by the root they stand under. Here alone they come and go.
 */

/** The same lists where they may be written. */
type Kept = {
  readonly messages: Message[];
  readonly history: Message[];
  readonly threads: Map<string, Message[]>;
};
const keptOf = (channel: Channel): Kept => channel as Channel & Kept;

/** Replies stay out of the history unless they are broadcast. */
export const isInHistory = ({ threadTs, subtype }: Message): boolean =>
  threadTs === null || subtype === 'thread_broadcast';

/** Puts a message, later than all, at a channel's end. */
export function addMessage(channel: Channel, message: Message): void {
  const { messages, history, threads } = keptOf(channel);
  messages.push(message);
  channel.changedAt = Math.max(channel.changedAt, message.at);
  if (isInHistory(message)) history.push(message);
  if (message.threadTs === null) return;
  const thread = threads.get(message.threadTs);
  if (thread === undefined) threads.set(message.threadTs, [message]);
  else thread.push(message);
}

/** Takes a message out of a channel, whole. */
export function removeMessage(channel: Channel, { ts, threadTs }: Message): void {
  const { messages, history, threads } = keptOf(channel);
  takeOut(messages, ts);
  takeOut(history, ts);
  const thread = threads.get(threadTs ?? '');
  if (thread === undefined) return;
  takeOut(thread, ts);
  if (thread.length === 0) threads.delete(threadTs ?? '');
}

export const messageAt = (channel: Channel, ts: string): Message | undefined =>
  itemAt(channel.messages, ts);

const NONE: readonly Message[] = [];

export const repliesTo = (channel: Channel, root: string): readonly Message[] =>
  channel.threads.get(root) ?? NONE;
