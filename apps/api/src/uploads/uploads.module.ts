import { Logger, Module, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { UploadFiles } from './upload-files.js';
import { UploadsService } from './uploads.service.js';

const CLEAN_UP_MS = 60 * 60 * 1000;

@Module({ providers: [UploadFiles, UploadsService], exports: [UploadFiles, UploadsService] })
export class UploadsModule implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(UploadsModule.name);
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly files: UploadFiles) {}

  onModuleInit(): void {
    const cleanUp = () =>
      this.files
        .removeExpired()
        .catch((error: unknown) => this.logger.warn({ err: error }, 'Expired uploads could not be removed.'));
    this.timer = setInterval(() => void cleanUp(), CLEAN_UP_MS);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    if (this.timer) clearInterval(this.timer);
  }
}
