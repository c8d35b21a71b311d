import type { RouteContract } from '@squadron/contract';
import { z } from 'zod/v3';
import { idParams, refSchema } from './shared';

const noNumber = 'write a number; NaN and infinity are none';
const finite = z.number({ invalid_type_error: noNumber }).finite(noNumber);
// Made once: a schema of moments makes it for every sample anew.
const moment = z.datetimeRegex({ offset: true });
const events = finite.min(0, 'there cannot be fewer than none');

/**
 * One sample of a KPI: `good` or `bad` of `total` for a ratio, `sum` and `count` (or one `value`) for a
 * duration, `value` for the rest. A value in another unit of the same dimension names it in `unit`.
 */
export const sampleSchema = z
  .object({
    kpi: z.string().min(1),
    entity: refSchema,
    /** When it was taken; not more than five minutes ahead of the server. */
    at: z.string().regex(moment, 'write a time as 2026-11-28T09:00:00Z'),
    value: finite.optional(),
    unit: z.string().max(40).optional(),
    good: events.optional(),
    bad: events.optional(),
    total: events.optional(),
    sum: finite.optional(),
    count: events.optional(),
  })
  .strict();

/** Why a row was not taken. */
export const sampleErrorCodes = [
  'invalid',
  'unknown-kpi',
  'unknown-entity',
  'not-applicable',
  'not-allowed',
  'wrong-shape',
  'wrong-unit',
  'future',
  'too-old',
] as const;

export const sampleErrorSchema = z.object({
  /** Place in the batch, from 0; of a file the line, from 1. */
  index: z.number().int(),
  code: z.enum(sampleErrorCodes),
  /** What is wrong and what to do. */
  message: z.string(),
});

export const samplesAnswerSchema = z.object({
  /** Taken over as new. */
  accepted: z.number().int(),
  /** Known already with the same values. */
  unchanged: z.number().int(),
  /** Known with other values: the new ones count, the old ones are kept. */
  corrected: z.number().int(),
  rejected: z.number().int(),
  /** Of the first 1,000 rows that were not taken. */
  errors: z.array(sampleErrorSchema),
});

/** Rows are checked one by one, so that a bad one does not keep the others out. */
const batchSchema = z
  .object({
    samples: z.array(z.unknown()).min(1).max(10_000),
    /** The same key with the same samples answers what it answered first. */
    idempotencyKey: z.string().min(8).max(200).optional(),
  })
  .strict();

export const importStates = [
  'uploading',
  'checking',
  'checked',
  'importing',
  'done',
  'failed',
  'cancelled',
] as const;

export const importSchema = z.object({
  id: z.string().uuid(),
  name: z.string(),
  state: z.enum(importStates),
  bytes: z.number().int(),
  rows: z.number().int(),
  /** Rows done in the present state. */
  progress: z.number().int(),
  result: samplesAnswerSchema,
  /** The first rows as they were understood, while it is not imported yet. */
  preview: z.array(
    z.object({
      line: z.number().int(),
      kpi: z.string(),
      entity: z.string(),
      at: z.string(),
      text: z.string(),
      problem: z.string().optional(),
    }),
  ),
  /** Why it failed. */
  problem: z.string().optional(),
  createdAt: z.string(),
  createdBy: z.string(),
});

/** The routes by which samples come in. */
export const sampleRoutes = {
  pushSamples: {
    method: 'POST',
    path: '/samples',
    summary: 'Takes samples over and judges them; every row is answered for',
    body: batchSchema,
    response: samplesAnswerSchema,
  },
  dryRunSamples: {
    method: 'POST',
    path: '/samples/dry-run',
    summary: 'Says what would become of samples, and keeps nothing',
    body: batchSchema,
    response: samplesAnswerSchema.extend({
      verdicts: z.array(
        z.object({
          index: z.number().int(),
          verdict: z.enum(['met', 'at_risk', 'missed', 'none']),
          text: z.string(),
          reason: z.string(),
        }),
      ),
    }),
  },
  evaluate: {
    method: 'POST',
    path: '/evaluate',
    summary: 'Judges everything anew by the definitions and the tree of now',
    response: z.object({ cells: z.number().int(), changed: z.number().int() }),
  },
  addSampleData: {
    method: 'POST',
    path: '/sample-data',
    summary:
      'Adds sample data again after it was removed, where the configuration allows it',
    response: z.object({ samples: z.number().int() }),
  },
  removeSampleData: {
    method: 'DELETE',
    path: '/sample-data',
    summary:
      'Removes all sample data and judges what is left; it does not come back by itself',
    response: z.object({
      samples: z.number().int(),
      waivers: z.number().int(),
      campaigns: z.number().int(),
    }),
  },
  startImport: {
    method: 'POST',
    path: '/imports',
    summary: 'Begins the upload of a CSV file of at most 1,000,000 rows',
    body: z.object({ name: z.string().min(1).max(200) }).strict(),
    response: importSchema,
    status: 201,
  },
  uploadPart: {
    method: 'PUT',
    path: '/imports/:id/parts/:part',
    summary: 'A part of the file as text, at most 4 MB; the parts count from 0',
    params: idParams.extend({ part: z.coerce.number().int().min(0).max(255) }),
    body: z.object({ text: z.string().max(4_000_000) }).strict(),
    response: importSchema,
  },
  checkImport: {
    method: 'POST',
    path: '/imports/:id/check',
    summary: 'Checks every row in the background and shows the first ones',
    params: idParams,
    response: importSchema,
  },
  runImport: {
    method: 'POST',
    path: '/imports/:id/run',
    summary: 'Takes the good rows over in the background',
    params: idParams,
    response: importSchema,
  },
  cancelImport: {
    method: 'DELETE',
    path: '/imports/:id',
    summary: 'Gives an import up; rows that are taken over stay',
    params: idParams,
  },
  import: {
    method: 'GET',
    path: '/imports/:id',
    summary: 'How far an import is',
    params: idParams,
    response: importSchema,
  },
} as const satisfies Record<string, RouteContract>;

export type Sample = z.infer<typeof sampleSchema>;
export type SampleError = z.infer<typeof sampleErrorSchema>;
export type SampleErrorCode = (typeof sampleErrorCodes)[number];
export type SamplesAnswer = z.infer<typeof samplesAnswerSchema>;
export type SampleImport = z.infer<typeof importSchema>;
