import { Module } from '@nestjs/common';
import { RescoringConsumer } from './rescoring.consumer.js';

@Module({ providers: [RescoringConsumer], exports: [RescoringConsumer] })
export class RescoringModule {}
