import { type ContractError, contractError } from '#shared/contract/errors.ts';

const refused = (message: string, hint: string): ContractError =>
  contractError('bundle_refused', message, hint);

export const NOT_A_BUNDLE = refused(
  'This is not an incident file of Quarterdeck. Nothing was imported.',
  'Choose a file that ends in .quarterdeck.',
);

export const NEWER_BUNDLE = refused(
  'A newer Quarterdeck made this file. Nothing was imported.',
  'Install the newer version, then open the file again.',
);

export const TOO_LARGE = refused(
  'This file says it is larger than Quarterdeck takes. Nothing was imported.',
  'Have it exported again by whoever sent it.',
);

/** @param why a few words for whoever looks closer */
export const notWhole = (why: string): ContractError =>
  refused(`This file is not as it was made: ${why}. Nothing was imported.`, 'Have it sent again.');

export const foreign = (theirs: string, ours: string): ContractError =>
  refused(
    `This file is from the workspace ${theirs}; the incidents here belong to ${ours}. Nothing was imported.`,
    'Start Quarterdeck with another data folder (--profile) to look at it.',
  );
