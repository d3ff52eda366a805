/** The server cannot start; the message is for the person at the console and says what to do. No stack is shown. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}
