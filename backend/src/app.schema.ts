import type { Schema } from './platform/database/index.js';
import { CreateSequence1790000001000, SequenceEntity } from './platform/sequence/index.js';

/** Every table of the program, and the migrations that make them, oldest first. A frozen migration is never edited. */
export const schema: Schema = {
  entities: [SequenceEntity],
  migrations: [CreateSequence1790000001000],
};
