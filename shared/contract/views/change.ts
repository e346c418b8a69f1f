import { z } from 'zod';
import type { Change } from '../../domain/change.ts';

/** A change as the engine read it from an op: its words are made where it is shown. */
export const ChangeView = z.custom<Change>((value) => typeof value === 'object' && value !== null);
