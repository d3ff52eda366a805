/** The one place that calls `fetch`. */
import { toApiError } from './errors';

type Query = object;

interface Options {
  readonly query?: Query;
  readonly body?: unknown;
  readonly form?: FormData;
  readonly signal?: AbortSignal;
}

type Listener = () => void;
const signedOut = new Set<Listener>();

/** Calls the listener whenever an answer says that nobody is signed in. */
export function onSignedOut(listener: Listener): void {
  signedOut.add(listener);
}

/** `/api` + path with the parameters that have a value. */
export function urlOf(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return `/api${path}${text === '' ? '' : `?${text}`}`;
}

async function answerOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return null;
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return null;
  }
}

async function send(method: string, url: string, options: Options, headers: Record<string, string>): Promise<Response> {
  const init: RequestInit = {
    method,
    credentials: 'same-origin',
    headers: { accept: 'application/json', 'x-requested-with': 'scorecard', ...headers },
  };
  if (options.signal) init.signal = options.signal;
  if (options.form) init.body = options.form;
  if (options.body !== undefined) {
    init.body = JSON.stringify(options.body);
    init.headers = { ...init.headers, 'content-type': 'application/json' };
  }
  try {
    return await fetch(url, init);
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw toApiError(0, null);
  }
}

async function refuse(response: Response, path: string): Promise<never> {
  if (response.status === 401 && path !== '/session') signedOut.forEach((listener) => listener());
  throw toApiError(response.status, await answerOf(response));
}

/** Sends a request and gives the JSON of its answer; throws an ApiError. */
export async function request<T>(method: string, path: string, options: Options = {}): Promise<T> {
  const response = await send(method, urlOf(path, options.query), options, {});
  if (!response.ok) return refuse(response, path);
  const text = await response.text();
  return JSON.parse(text === '' ? 'null' : text);
}

/** Last answers by address. */
export type Keep<T> = Map<string, { readonly tag: string | null; readonly text: string; readonly body: T }>;
const KEEP_AT_MOST = 12;

/**
 * GET that keeps the last answer of each address with its ETag. An unchanged answer (304, or the same text) gives the same object again, so
 * that a page that asks every few seconds draws only when something changed.
 */
export async function getKept<T>(path: string, query: Query, keep: Keep<T>): Promise<T> {
  const url = urlOf(path, query);
  const last = keep.get(url);
  const response = await send('GET', url, {}, last?.tag ? { 'if-none-match': last.tag } : {});
  if (response.status === 304 && last) return last.body;
  if (!response.ok) return refuse(response, path);
  const text = await response.text();
  const body: T = last?.text === text ? last.body : JSON.parse(text);
  keep.delete(url);
  keep.set(url, { tag: response.headers.get('etag'), text, body });
  for (const oldest of keep.keys()) {
    if (keep.size <= KEEP_AT_MOST) break;
    keep.delete(oldest);
  }
  return body;
}
