import { Module } from '@nestjs/common';
import { PassbackConsumer } from './passback.consumer.js';

@Module({ providers: [PassbackConsumer], exports: [PassbackConsumer] })
export class LtiModule {}
