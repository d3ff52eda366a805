import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';

/** The one shape of every error. */
export const errorSchema = z
  .object({
    code: z.string(),
    message: z.string(),
    number: z.string(),
    fields: z.array(z.object({ field: z.string(), label: z.string(), message: z.string() })).optional(),
    current: z.unknown().optional(),
    yours: z.unknown().optional(),
  })
  .meta({ id: 'ApiError' });

const MEANING: Readonly<Record<number, string>> = {
  400: 'input that has to be written differently',
  401: 'login required',
  403: 'not allowed',
  404: 'not found',
  409: 'changed by somebody else meanwhile; both sides are given',
  413: 'too large',
  415: 'a type that is not accepted',
};

/** Documents the errors of a route: 401 always, and those named. */
export function ApiErrors(...statuses: readonly number[]) {
  return applyDecorators(
    ...[401, ...statuses].map((status) =>
      ApiResponse({ status, description: MEANING[status] ?? '', standardSchema: errorSchema }),
    ),
  );
}
