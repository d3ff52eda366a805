import type { FastifyRequest } from 'fastify';
import { DomainError } from '../platform/errors/index.js';
import { uploadFault } from './evidence.errors.js';
import type { ArrivedUpload, EvidenceService, IncomingFile } from './evidence.service.js';
import type { StoredFile } from './evidence.types.js';

/** What a multipart parser says when the body ends too early or does not hold together. */
const CUT_OFF = /unexpected end|terminated early|premature|malformed|aborted|ECONNRESET/iu;
const BROKEN = /boundary|multipart/iu;

/** What the reader asks before it takes a file, such as whether its name may be kept. Throws to refuse. */
export type NameCheck = (name: string) => void;

/**
 * Reads the one file of a multipart request while it arrives, and keeps it only when the whole request was in order.
 * `limit` in bytes.
 * @throws DomainError evidence.* with what to do
 */
export async function readUpload(
  request: FastifyRequest,
  evidence: EvidenceService,
  limit: number,
  check: NameCheck,
): Promise<StoredFile> {
  if (!request.isMultipart()) throw uploadFault('notMultipart');
  const uploads: ArrivedUpload[] = [];
  try {
    for await (const part of request.parts({ limits: { fileSize: limit } })) {
      if (part.type !== 'file') continue;
      if (uploads.length > 0) throw uploadFault('severalFiles');
      check(part.filename);
      const incoming: IncomingFile = {
        name: part.filename,
        stream: part.file,
        limit,
        wasCut: () => part.file.truncated,
      };
      uploads.push(await evidence.arrive(incoming));
    }
  } catch (error) {
    for (const upload of uploads) await evidence.discard(upload);
    throw asUploadError(error);
  }
  const [upload] = uploads;
  if (upload === undefined) throw uploadFault('noFile');
  return evidence.keep(upload);
}

function asUploadError(error: unknown): unknown {
  if (error instanceof DomainError || !(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'FST_FILES_LIMIT' || code === 'FST_PARTS_LIMIT') return uploadFault('severalFiles');
  if (CUT_OFF.test(`${code} ${error.message}`)) return uploadFault('cutOff');
  return BROKEN.test(error.message) ? uploadFault('notMultipart') : error;
}
