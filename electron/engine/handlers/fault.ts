import { type CommandsOf, DONE } from './handler.ts';

export const faultCommands: CommandsOf<'fault'> = {
  'fault.report': ({ ports }, { where, fault }) => {
    ports.log({ level: 'error', event: 'page.failed', detail: { where }, fault });
    return DONE;
  },
};
