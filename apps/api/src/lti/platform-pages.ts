import { randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { escaped } from '../http/escaped.js';

/** Pages that stand between a platform and ours. They hold one thing to press, and work in the frame of another site. */

const STYLE = `body{font:1rem/1.5 system-ui,sans-serif;margin:0;min-height:100vh;display:grid;place-items:center;padding:1.5rem;
color-scheme:light dark}main{max-width:32rem}a,button{font:inherit;display:inline-block;padding:.5rem 1rem;border:1px solid;
border-radius:6px;background:none;color:inherit;text-decoration:none;cursor:pointer}:focus-visible{outline:3px solid;outline-offset:2px}`;

/** Shown within a frame, where browsers keep our cookies back: the same again, in a tab of its own. */
export function newTabPage(reply: FastifyReply, address: string): FastifyReply {
  const href = escaped(address);
  return page(reply, {
    title: 'Open in a new tab',
    body: `<p>Holdout opens in a tab of its own: within a frame, your browser keeps its cookies back.</p>
<p><a href="${href}" target="_blank" rel="noopener">Open in a new tab</a></p>`,
    script: '',
    framedBy: '*',
  });
}

/** Posts what was chosen to the platform, at once where scripts run. */
export function returnPage(reply: FastifyReply, returnUrl: string, jwt: string): FastifyReply {
  return page(reply, {
    title: 'Back to the course',
    body: `<form method="post" action="${escaped(returnUrl)}"><input type="hidden" name="JWT" value="${escaped(jwt)}">
<p>Your choice goes back to the course.</p><p><button>Back to the course</button></p></form>`,
    script: 'document.forms[0].submit()',
    framedBy: "'none'",
  });
}

interface Page {
  title: string;
  body: string;
  script: string;
  framedBy: string;
}

function page(reply: FastifyReply, { title, body, script, framedBy }: Page): FastifyReply {
  const nonce = randomBytes(16).toString('base64');
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; base-uri 'none'; frame-ancestors ${framedBy}`;
  if (framedBy === '*') reply.removeHeader('x-frame-options');
  return reply
    .headers({ 'content-security-policy': policy, 'cache-control': 'no-store' })
    .type('text/html; charset=utf-8')
    .send(`<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style nonce="${nonce}">${STYLE}</style><main><h1>${title}</h1>${body}</main>
<script nonce="${nonce}">${script}</script></html>`);
}
