export { EvidenceEntity } from './evidence.entity.js';
export { StoredFileEntity } from './stored-file.entity.js';
export { CreateEvidence1790000004000 } from './migrations/create-evidence.js';
export { evidenceId } from './evidence.dto.js';
export { attachmentHeader, cleanFileName } from './file-name.js';
export { readUpload } from './upload-reader.js';
export { EvidenceModule } from './evidence.module.js';
export { EvidenceService } from './evidence.service.js';
export type { EvidenceItem, StoredFile } from './evidence.types.js';
