import { context, propagation, trace } from '@opentelemetry/api';

/** Sends spans to a collector. The libraries are loaded only where there is one. */
export interface Tracing {
  /** Sends what is not sent yet. */
  stop(): Promise<void>;
}

export interface TracingOptions {
  /** Such as "holdout-api". */
  service: string;
  /** OTLP over HTTP, without the path: http://collector:4318. Undefined turns tracing off. */
  endpoint: string | undefined;
}

/** Longer than a nearby collector takes. An unreachable one must not delay a shutdown. */
const FLUSH_MS = 2_000;

export async function startTracing({ service, endpoint }: TracingOptions): Promise<Tracing> {
  if (!endpoint) return { stop: async () => undefined };
  const [
    { AsyncLocalStorageContextManager },
    { W3CTraceContextPropagator },
    { OTLPTraceExporter },
    { resourceFromAttributes },
    { BatchSpanProcessor, TracerProvider },
  ] = await Promise.all([
    import('@opentelemetry/context-async-hooks'),
    import('@opentelemetry/core'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/sdk-trace'),
  ]);
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    spanProcessors: [new BatchSpanProcessor({ exporter, exportTimeoutMillis: FLUSH_MS })],
  });
  trace.setGlobalTracerProvider(provider);
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  return {
    stop: async () => {
      const late = new Promise<void>((resolve) => setTimeout(resolve, FLUSH_MS).unref());
      // Unsent spans are not worth keeping anyone waiting for this process to end.
      await Promise.race([provider.shutdown().catch(() => undefined), late]);
    },
  };
}
