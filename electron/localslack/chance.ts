import type { World } from './world.ts';

const ID_LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const HEX = '0123456789abcdef';

type Chance = Pick<World, 'random'>;

const letters = ({ random }: Chance, from: string, count: number): string =>
  Array.from({ length: count }, () => from.charAt(Math.floor(random() * from.length))).join('');

/** A new id of Slack's form: a letter for the kind, then ten more. */
export const newId = (world: Chance, kind: string): string => kind + letters(world, ID_LETTERS, 10);

/** Slack names blocks that come without a name. */
export const newBlockId = (world: Chance): string => letters(world, ID_LETTERS, 5);

/** What a token or code has of its own. */
export const newSecret = (world: Chance): string => letters(world, ID_LETTERS, 48);

/** The last part of an address that is good for one upload. */
export const newTicket = (world: Chance): string => letters(world, ID_LETTERS, 40);

/** What Slack's own windows stamp messages with. */
export function newClientId(world: Chance): string {
  const part = (length: number) => letters(world, HEX, length);
  return `${part(8)}-${part(4)}-4${part(3)}-a${part(3)}-${part(12)}`;
}
