export * from './errors';
export * from './holidays';
export * from './record.types';
export * from './records';
export * from './scorecards';
export * from './session';
export * from './standard';
export * from './types';
export { onSignedOut } from './client';
