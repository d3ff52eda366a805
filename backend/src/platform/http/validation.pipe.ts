import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { DomainError, type FieldProblem } from '../errors/index.js';
import { speakChinese } from './zod-messages.js';

speakChinese();

/** Checks every `@Body/@Query/@Param({ schema })` and answers with the field's Chinese label (`.meta({ title })`). */
@Injectable()
export class ZodValidationPipe implements PipeTransform {
  async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const { schema } = metadata;
    if (!(schema instanceof z.ZodType)) return value;
    const result = await schema.safeParseAsync(value);
    if (result.success) return result.data;
    throw invalidInput(schema, result.error.issues);
  }
}

/** The error for input that a schema refused: one sentence for each field. */
export function invalidInput(schema: z.ZodType, issues: readonly z.core.$ZodIssue[]): DomainError {
  const fields = issues.slice(0, 50).map((issue) => fieldProblem(schema, issue));
  return new DomainError('invalid', 'platform.inputInvalid', fields.map(sentence).join('；'), { fields });
}

function fieldProblem(schema: z.ZodType, issue: z.core.$ZodIssue): FieldProblem {
  const keys = issue.path.map(String);
  return { field: keys.join('.'), label: labelOf(schema, keys), message: issue.message };
}

/** A message that quotes what was written speaks for itself; the others are led by the field's label. */
function sentence({ label, message }: FieldProblem): string {
  return label === '' || message.startsWith(label) ? message : `${label}：${message}`;
}

/** The title of the innermost labelled schema on the way to a field; the written name where there is none. */
function labelOf(schema: z.ZodType, keys: readonly string[]): string {
  let inner: unknown = schema;
  let label = '';
  for (const key of keys) {
    inner = childOf(unwrap(inner), key);
    const title = titleOf(inner);
    if (title !== null) label = title;
    else if (!/^\d+$/.test(key)) label = key;
  }
  return label;
}

function childOf(schema: unknown, key: string): unknown {
  if (schema instanceof z.ZodObject) return schema.shape[key];
  if (schema instanceof z.ZodArray) return schema.element;
  if (schema instanceof z.ZodUnion)
    return schema.options.map((option) => childOf(unwrap(option), key)).find((child) => child !== undefined);
  return undefined;
}

function unwrap(schema: unknown): unknown {
  let inner = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable || inner instanceof z.ZodDefault) {
    inner = inner.unwrap();
  }
  return inner instanceof z.ZodPipe ? unwrap(inner.in) : inner;
}

function titleOf(schema: unknown): string | null {
  if (!(schema instanceof z.ZodType)) return null;
  const own = schema.meta()?.title;
  if (own !== undefined) return own;
  const inner = unwrap(schema);
  return inner === schema ? null : titleOf(inner);
}
