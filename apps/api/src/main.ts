import { ConfigError, loadApiConfig } from '@holdout/config';
import { Logger } from '@nestjs/common';
import { createApi } from './create-api.js';

/** Requests under way get this long to end; start waits ten seconds. */
const DRAIN_MS = 8_000;

async function main(): Promise<void> {
  const config = loadApiConfig();
  const app = await createApi(config);
  await app.listen(config.API_PORT, config.API_HOST);
  const logger = new Logger('Api');
  logger.log(`Listening on http://${config.API_HOST}:${config.API_PORT}`);

  let isStopping = false;
  const stop = (signal: string): void => {
    if (isStopping) return;
    isStopping = true;
    logger.log(`${signal}: stopping.`);
    setTimeout(() => process.exit(1), DRAIN_MS).unref();
    app.close().then(
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
