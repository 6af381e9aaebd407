import { Module } from '@nestjs/common';
import { ComparisonsResolver } from './comparisons.resolver.js';
import { ComparisonsService } from './comparisons.service.js';
import { RunEvents } from './run-events.js';
import { NamesLoader } from './run-loaders.js';
import { RunSubscriptionsResolver } from './run-subscriptions.resolver.js';
import { RunsResolver } from './runs.resolver.js';
import { RunsService } from './runs.service.js';

@Module({
  providers: [
    RunsResolver,
    RunSubscriptionsResolver,
    ComparisonsResolver,
    RunsService,
    ComparisonsService,
    RunEvents,
    NamesLoader,
  ],
  exports: [NamesLoader, RunEvents, RunsService],
})
export class RunsModule {}
