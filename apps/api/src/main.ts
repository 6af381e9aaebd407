import { ConfigError, loadApiConfig } from '@holdout/config';
import { Database } from '@holdout/db';
import { serveOperations, startTracing } from '@holdout/telemetry';
import { Logger } from '@nestjs/common';
import { Registry } from 'prom-client';
import { createApi } from './create-api.js';

/** Requests under way get this long to end; start waits ten seconds. */
const DRAIN_MS = 8_000;
const IDLE_MS = 100;

async function main(): Promise<void> {
  const config = loadApiConfig();
  const tracing = await startTracing({
    service: 'holdout-api',
    endpoint: config.OTEL_EXPORTER_OTLP_ENDPOINT,
  });
  const app = await createApi(config);
  await app.listen(config.API_PORT, config.API_HOST);
  const operations = config.API_METRICS_PORT
    ? await serveOperations({
        port: config.API_METRICS_PORT,
        host: config.API_METRICS_HOST,
        registry: app.get<Registry>(Registry),
        ready: () => app.get(Database).ping(),
      })
    : null;
  const logger = new Logger('Api');
  logger.log(`Listening on http://${config.API_HOST}:${config.API_PORT}`);

  let isStopping = false;
  const stop = (signal: string): void => {
    if (isStopping) return;
    isStopping = true;
    logger.log(`${signal}: stopping.`);
    setTimeout(() => process.exit(1), DRAIN_MS).unref();
    // A connection that a last answer leaves idle would otherwise be waited for.
    setInterval(() => app.getHttpServer().closeIdleConnections(), IDLE_MS).unref();
    operations?.close();
    const closing = app.close().then(() => tracing.stop());
    closing.then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'Stopping failed.');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : String(error)}\n`);
  process.exit(1);
});
