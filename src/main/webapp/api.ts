import { noteServerTime } from './clock.ts';

/** RFC 9457, with what this server adds. */
export interface ProblemBody {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  problemId?: string;
  retryAfter?: number;
  errors?: { field: string; message: string }[];
  currentVersion?: number;
  current?: unknown;
  changes?: { field: string; from: unknown; to: unknown }[];
  changedBy?: { id: number; fullName: string } | string | null;
  changedAt?: string;
}

/** An answer that is not a success. `status` is 0 when no answer came at all. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly body: ProblemBody,
  ) {
    super(body.detail ?? body.title ?? `HTTP ${status}`);
  }

  /** The last part of the problem type: `bad-credentials`, `illegal-transition`, … */
  get kind(): string {
    return (this.body.type ?? '').split('/').pop() ?? '';
  }

  messageFor(field: string): string | undefined {
    return this.body.errors?.find((error) => error.field === field)?.message;
  }
}

/** Where the access token comes from; the session fills this in, so that this file knows nothing of users. */
export interface Credentials {
  token(): string | undefined;
  /** @returns whether there is a new token to try again with */
  renew(): Promise<boolean>;
}

export interface Page<T> {
  items: T[];
  page: number;
  size: number;
  total: number;
}

export type Query = Record<string, string | number | boolean | undefined>;

interface Options {
  query?: Query;
  body?: unknown;
  signal?: AbortSignal;
  /** The calls that hand out tokens must not wait for one. */
  anonymous?: boolean;
}

let credentials: Credentials = { token: () => undefined, renew: () => Promise.resolve(false) };

export function useCredentials(source: Credentials): void {
  credentials = source;
}

export const get = <T>(path: string, options: Options = {}): Promise<T> => request<T>('GET', path, options);
export const post = <T>(path: string, body?: unknown, options: Options = {}): Promise<T> => request<T>('POST', path, { ...options, body });
export const put = <T>(path: string, body: unknown): Promise<T> => request<T>('PUT', path, { body });
export const patch = <T>(path: string, body: unknown): Promise<T> => request<T>('PATCH', path, { body });

/**
 * @returns the JSON body, or undefined when the answer has none
 * @throws Problem for every answer outside 2xx, and when there is no answer
 * @throws DOMException AbortError when the signal fires
 */
async function request<T>(method: string, path: string, options: Options): Promise<T> {
  let response = await send(method, path, options);
  if (response.status === 401 && !options.anonymous && (await credentials.renew())) {
    response = await send(method, path, options);
  }
  if (!response.ok) throw new Problem(response.status, await problemOf(response));
  return (response.status === 204 ? undefined : await response.json()) as T;
}

async function send(method: string, path: string, options: Options): Promise<Response> {
  const init: RequestInit = { method, headers: headersOf(options), credentials: 'same-origin' };
  if (options.body !== undefined) init.body = JSON.stringify(options.body);
  if (options.signal) init.signal = options.signal;
  const sentAt = Date.now();
  try {
    const response = await fetch(addressOf(path, options.query), init);
    noteServerTime(response.headers.get('Date'), sentAt, Date.now());
    return response;
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure;
    throw new Problem(0, { type: '/problems/network' });
  }
}

function headersOf(options: Options): Record<string, string> {
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json' };
  if (options.body !== undefined) headers['Content-Type'] = 'application/json';
  const token = options.anonymous ? undefined : credentials.token();
  if (token) headers['Authorization'] = `Bearer ${token}`;
  return headers;
}

function addressOf(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '' && value !== false) parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return `/api${path}${text ? `?${text}` : ''}`;
}

async function problemOf(response: Response): Promise<ProblemBody> {
  try {
    return (await response.json()) as ProblemBody;
  } catch {
    return { title: response.statusText };
  }
}
