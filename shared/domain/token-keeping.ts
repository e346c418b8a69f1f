/**
 * How this desktop keeps its sign-in. `session`: until it quits, since there is no keychain.
 * `open-keychain`: likewise, since the only keychain opens for every program.
 */
export const TOKEN_KEEPINGS = ['keychain', 'session', 'open-keychain'] as const;
export type TokenKeeping = (typeof TOKEN_KEEPINGS)[number];
