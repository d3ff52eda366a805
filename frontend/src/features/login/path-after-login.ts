/** Where to go after signing in: a path of our own that was asked for before, never another site. */
export function pathAfterLogin(next: unknown): string {
  if (typeof next !== 'string' || !next.startsWith('/') || next.startsWith('//') || next.startsWith('/\\')) return '/';
  return next.startsWith('/login') ? '/' : next;
}
