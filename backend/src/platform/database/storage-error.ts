/** The code of the database engine behind an error, such as `SQLITE_FULL`; null for any other error. */
export function storageErrorCode(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const inner = 'driverError' in error ? error.driverError : error;
  if (!(inner instanceof Error) || !('code' in inner)) return null;
  return typeof inner.code === 'string' && inner.code.startsWith('SQLITE_') ? inner.code : null;
}
