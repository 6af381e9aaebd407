import { NextResponse, type NextRequest } from 'next/server';

/** Paths the pages read to come back after signing in. */
export const PATH_HEADER = 'x-holdout-path';
export const NONCE_HEADER = 'x-nonce';

const PUBLIC_URL = process.env.PUBLIC_URL ? new URL(process.env.PUBLIC_URL) : null;
/** Where live pages hear from: some browsers do not count sockets as this very origin. */
const SOCKETS = PUBLIC_URL
  ? `${PUBLIC_URL.protocol === 'https:' ? 'wss' : 'ws'}://${PUBLIC_URL.host}`
  : 'ws: wss:';

/**
 * Give every page a nonce and the policy that goes with it. Scripts run only with the nonce; style attributes are allowed because
 * charts and formulas set them.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const policy = contentPolicy(
    nonce,
    process.env.NODE_ENV === 'development',
    request.nextUrl.pathname === '/verify',
  );
  const headers = new Headers(request.headers);
  headers.set(NONCE_HEADER, nonce);
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  headers.set('content-security-policy', policy);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('x-frame-options', 'DENY');
  response.headers.set('cross-origin-opener-policy', 'same-origin');
  if (PUBLIC_URL?.protocol === 'https:')
    response.headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
  response.headers.set('referrer-policy', 'same-origin');
  response.headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()');
  return response;
}

/** @param asksIssuers the page reads what issuers publish, wherever they are */
function contentPolicy(nonce: string, isDevelopment: boolean, asksIssuers: boolean): string {
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? ` 'unsafe-eval'` : ''}`,
    `style-src 'self' ${isDevelopment ? `'unsafe-inline'` : `'nonce-${nonce}'`}`,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self' data:`,
    `connect-src 'self' ${SOCKETS}${asksIssuers ? ' https:' : ''}`,
    `object-src 'none'`,
    `base-uri 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

export const config = { matcher: ['/((?!_next/static|_next/image|figures/|icon.svg|favicon.ico).*)'] };
