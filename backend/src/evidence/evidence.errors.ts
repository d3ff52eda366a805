import { DomainError } from '../platform/errors/index.js';

export type UploadFault = 'noFile' | 'severalFiles' | 'emptyFile' | 'cutOff' | 'notMultipart' | 'noName';

const SENTENCES: Readonly<Record<UploadFault, string>> = {
  noFile: '没有收到文件，请选择一个文件再上传。',
  severalFiles: '一次只能上传一个文件，请逐个上传。',
  emptyFile: '文件是空的，请核对后重新选择文件。',
  cutOff: '文件没有传完整，可能网络中断，请重新上传。',
  notMultipart: '请用表单上传文件（multipart/form-data，文件放在 file 一项）。',
  noName: '文件没有名称，请给文件取名后再上传。',
};

/** An upload that is not one whole file. */
export function uploadFault(fault: UploadFault): DomainError {
  return new DomainError('invalid', `evidence.${fault}`, SENTENCES[fault]);
}

/** `limit` in bytes. */
export function fileTooLarge(limit: number): DomainError {
  return new DomainError(
    'tooLarge',
    'evidence.fileTooLarge',
    `文件超过 ${Math.floor(limit / 1024 / 1024)} MB，请压缩或拆分后再上传。`,
  );
}

export function fileRefused(message: string): DomainError {
  return new DomainError('unsupportedType', 'evidence.fileRefused', message);
}

export function fileNameRefused(message: string): DomainError {
  return new DomainError('invalid', 'evidence.nameRefused', message, {
    fields: [{ field: 'file', label: '文件名', message }],
  });
}

export function storageFull(): DomainError {
  return new DomainError(
    'storageFull',
    'evidence.storageFull',
    '服务器磁盘已满，文件没有保存，请联系管理员清理磁盘后重新上传。',
  );
}

export function evidenceUnknown(): DomainError {
  return new DomainError('notFound', 'evidence.unknown', '没有这份佐证材料，可能已被移除，请刷新页面。');
}

export function fileMissing(): DomainError {
  return new DomainError('notFound', 'evidence.fileMissing', '这份佐证材料的文件不见了，请联系管理员从备份恢复。');
}
