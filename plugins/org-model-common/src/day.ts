import { z } from 'zod/v3';

/** A day of the calendar, `YYYY-MM-DD`. */
export const daySchema = z
  .string()
  .date('write a date as YYYY-MM-DD, a day of the calendar');
