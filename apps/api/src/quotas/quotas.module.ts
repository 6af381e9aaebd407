import { Module } from '@nestjs/common';
import { RunsModule } from '../runs/runs.module.js';
import { QuotasResolver } from './quotas.resolver.js';
import { QuotasService } from './quotas.service.js';

@Module({ imports: [RunsModule], providers: [QuotasResolver, QuotasService] })
export class QuotasModule {}
