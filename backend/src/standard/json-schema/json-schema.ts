import { z } from 'zod';
import { evidenceTypesFile, holidaysFile, parametersFile, standardFile } from '../schema/files.schema.js';
import { recordTypeFile } from '../schema/record-type.schema.js';
import { topicFile } from '../schema/topic.schema.js';

/** Each kind of file with a key that only it has; an editor tells them apart by it. */
const FILES = [
  { key: 'topic', schema: topicFile },
  { key: 'dayField', schema: recordTypeFile },
  { key: 'parameters', schema: parametersFile },
  { key: 'evidenceTypes', schema: evidenceTypesFile },
  { key: 'years', schema: holidaysFile },
  { key: 'inForceFrom', schema: standardFile },
] as const;

/**
 * `seeds/standard/schema.json` as text: a JSON Schema (draft 7, which the YAML plug-ins of editors read) of all seed
 * files, made from the schemas that check them at start.
 */
export function seedJsonSchema(): string {
  const parts = FILES.map(({ schema, key }) => ({ key, id: schema.meta()?.id ?? key, schema }));
  const variants = z.union(parts.map((part) => part.schema));
  const { definitions, ...head } = z.toJSONSchema(variants, { target: 'draft-7', io: 'input' });
  const document = {
    $schema: head.$schema,
    $comment: 'Generated: node backend/dist/commands/check-standard.js --write-schema',
    title: '标准的种子文件',
    allOf: parts.map(({ key, id }) => ({ if: { required: [key] }, then: { $ref: `#/definitions/${id}` } })),
    definitions,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
