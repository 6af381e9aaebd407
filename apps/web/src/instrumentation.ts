import type { Instrumentation } from 'next';
import { failedRequestLine } from './lib/failed-request';

/** A line of JSON, as the other apps log, beside the text that Next.js prints. */
export const onRequestError: Instrumentation.onRequestError = (error, request, { routePath }) => {
  console.error(failedRequestLine(error, request, routePath));
};
