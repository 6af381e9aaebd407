import { Module } from '@nestjs/common';
import { MailConsumer } from './mail.consumer.js';
import { MailMetrics } from './mail-metrics.js';

@Module({ providers: [MailConsumer, MailMetrics], exports: [MailConsumer, MailMetrics] })
export class MailModule {}
