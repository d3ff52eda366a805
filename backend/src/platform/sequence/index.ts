export { SequenceEntity } from './sequence.entity.js';
export { SequenceRepository } from './sequence.repository.js';
export { SequenceService } from './sequence.service.js';
export { CreateSequence1790000001000 } from './migrations/create-sequence.js';
