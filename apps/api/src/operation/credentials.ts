import type { IncomingHttpHeaders } from 'node:http';

/** What a request brings along to say who it is from. Read again for every event of a subscription. */
export interface Credentials {
  cookie: string | null;
  apiKey: string | null;
  /** Slug of the organization to act in; null for the viewer's first. */
  organization: string | null;
}

const one = (value: string | string[] | undefined): string | null =>
  (Array.isArray(value) ? value[0] : value)?.trim() || null;

export function credentialsOf(headers: IncomingHttpHeaders): Credentials {
  return {
    cookie: one(headers.cookie),
    apiKey: one(headers['x-api-key']),
    organization: one(headers['x-holdout-organization']),
  };
}

/** A socket's: `connectionParams` win over the headers of the upgrade request, which browsers cannot set. */
export function socketCredentials(
  headers: IncomingHttpHeaders,
  params: Readonly<Record<string, unknown>> | undefined,
): Credentials {
  const text = (name: string) => {
    const value = params?.[name];
    return typeof value === 'string' ? value.trim() || null : null;
  };
  const fromHeaders = credentialsOf(headers);
  return {
    cookie: fromHeaders.cookie,
    apiKey: text('apiKey') ?? fromHeaders.apiKey,
    organization: text('organization') ?? fromHeaders.organization,
  };
}
