/** What came back; `body` is the parsed JSON, null for an empty answer. */
export interface Reply {
  readonly status: number;
  // A test reads whatever it expects there; a wrong guess fails the test.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
  readonly headers: Headers;
}

/** Speaks to the API as the pages do: with the session cookie and the header of every write. */
export class Client {
  cookie = '';

  constructor(private readonly url: string) {}

  get(path: string, headers: Record<string, string> = {}): Promise<Reply> {
    return this.send('GET', path, undefined, headers);
  }

  post(path: string, body?: unknown): Promise<Reply> {
    return this.send('POST', path, body);
  }

  put(path: string, body?: unknown): Promise<Reply> {
    return this.send('PUT', path, body);
  }

  delete(path: string): Promise<Reply> {
    return this.send('DELETE', path);
  }

  /** Sends one file as the form field `file`. */
  async upload(path: string, name: string, bytes: Uint8Array, mime = 'application/octet-stream'): Promise<Reply> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes)], { type: mime }), name);
    return this.read(await fetch(this.url + path, { method: 'POST', headers: this.headers(), body: form }));
  }

  /** The bytes of an answer, for files and workbooks. */
  async download(path: string): Promise<{ status: number; headers: Headers; bytes: Buffer }> {
    const answer = await fetch(this.url + path, { headers: this.headers() });
    return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
  }

  /** Sends anything, also what a page would never send. */
  async send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply> {
    const raw = typeof body === 'string' || body instanceof Uint8Array;
    const content: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    const answer = await fetch(this.url + path, {
      method,
      headers: { ...this.headers(), ...content, ...headers },
      ...(body === undefined ? {} : { body: raw ? (body as string) : JSON.stringify(body) }),
    });
    return this.read(answer);
  }

  async signIn(username: string, password: string): Promise<void> {
    const reply = await this.post('/api/session', { username, password });
    if (reply.status !== 201) throw new Error(`login answered ${reply.status}: ${JSON.stringify(reply.body)}`);
  }

  async choosePassword(current: string, next: string): Promise<void> {
    const reply = await this.post('/api/session/password', { current, next });
    if (reply.status !== 200) throw new Error(`password answered ${reply.status}: ${JSON.stringify(reply.body)}`);
  }

  private headers(): Record<string, string> {
    return { 'x-requested-with': 'scorecard', ...(this.cookie === '' ? {} : { cookie: this.cookie }) };
  }

  private async read(answer: Response): Promise<Reply> {
    const set = answer.headers.getSetCookie()[0];
    if (set !== undefined) this.cookie = set.split(';')[0] ?? '';
    const text = await answer.text();
    const json = (answer.headers.get('content-type') ?? '').includes('json');
    return {
      status: answer.status,
      headers: answer.headers,
      body: text === '' ? null : json ? JSON.parse(text) : text,
    };
  }
}
