import { z } from 'zod';

/** Every code an error can carry across the contract; screens and tests may rely on these names. */
export const ERROR_CODES = [
  'invalid_input',
  'not_found',
  'too_late',
  'not_possible',
  'unknown_request',
  'storage_full',
  'storage_failed',
  'profile_in_use',
  'newer_profile',
  'bundle_refused',
  'image_refused',
  'slack_token_rejected',
  'slack_scopes_missing',
  'slack_unreachable',
  'slack_refused',
  'github_unreachable',
  'github_refused',
  'engine_stopped',
  'internal',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/**
 * A failure as a person meets it: `message` says what happened and what it means, `hint` what to
 * press or do. Both are whole sentences.
 */
export const ContractErrorSchema = z.object({
  code: z.enum(ERROR_CODES),
  message: z.string(),
  hint: z.string().optional(),
});
export type ContractError = z.infer<typeof ContractErrorSchema>;

export function contractError(code: ErrorCode, message: string, hint?: string): ContractError {
  return hint === undefined ? { code, message } : { code, message, hint };
}
