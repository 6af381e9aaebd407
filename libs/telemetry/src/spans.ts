import {
  context,
  propagation,
  ROOT_CONTEXT,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
  type Span,
} from '@opentelemetry/api';

const TRACER = 'holdout';

/** Does some work as a span of the current trace. Costs next to nothing if tracing is off. */
export function inSpan<T>(
  name: string,
  attributes: Attributes,
  work: (span: Span) => Promise<T>,
): Promise<T> {
  return trace.getTracer(TRACER).startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR, ...(error instanceof Error && { message: error.name }) });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** Starts a span of the current trace, or below another span. The caller ends it. */
export function startSpan(name: string, attributes: Attributes, startTime: Date, parent?: Span): Span {
  const within = parent ? trace.setSpan(context.active(), parent) : context.active();
  return trace.getTracer(TRACER).startSpan(name, { attributes, startTime }, within);
}

/** Does some work as part of the trace that a `traceparent` names, if there is one. */
export function inTraceOf<T>(traceParent: string | null | undefined, work: () => T): T {
  return context.with(traceOf(traceParent), work);
}

function traceOf(traceParent: string | null | undefined): Context {
  return traceParent ? propagation.extract(ROOT_CONTEXT, { traceparent: traceParent }) : ROOT_CONTEXT;
}

/** The current span as a `traceparent`, for a header, a job or a row. Null where tracing is off. */
export function currentTraceParent(): string | null {
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent ?? null;
}
