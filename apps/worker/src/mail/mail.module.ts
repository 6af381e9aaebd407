import { Module } from '@nestjs/common';
import { MailConsumer } from './mail.consumer.js';

@Module({ providers: [MailConsumer], exports: [MailConsumer] })
export class MailModule {}
