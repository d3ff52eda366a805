/** Files on their way to a record. */
import { addEvidence, sentenceOf, type RecordDetail } from '../../api';

/** Extensions that the server takes, for the file picker; the server looks at the content. */
export const ACCEPTED = '.pdf,.jpg,.jpeg,.png,.webp,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.wps,.et,.dps';

export interface PendingFile {
  readonly key: number;
  readonly file: File;
  type: string;
  /** Why it was refused the last time; empty before. */
  problem: string;
}

let last = 0;
export function pendingFile(file: File, type: string): PendingFile {
  last += 1;
  return { key: last, file, type, problem: '' };
}

type Send = typeof addEvidence;

/**
 * Sends the files one after the other, each on the version that the one before left. A refused file stays in `left` with
 * its sentence and does not stop the others.
 */
export async function sendFiles(
  record: RecordDetail,
  files: readonly PendingFile[],
  onProgress: (done: number) => void = () => undefined,
  send: Send = addEvidence,
): Promise<{ readonly record: RecordDetail; readonly left: PendingFile[] }> {
  let current = record;
  const left: PendingFile[] = [];
  for (const [index, pending] of files.entries()) {
    onProgress(index);
    try {
      current = await send(current.id, current.version, pending.type, pending.file);
    } catch (error) {
      left.push({ ...pending, problem: sentenceOf(error) });
    }
  }
  return { record: current, left };
}
