/** The zone of whoever reads here, by its IANA name. */
export const readersZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
