import { Module } from '@nestjs/common';
import { QueueModule } from '../queue.module.js';
import { DrawingsResolver } from './drawings.resolver.js';
import { DrawingsService } from './drawings.service.js';

@Module({ imports: [QueueModule], providers: [DrawingsResolver, DrawingsService] })
export class DrawingsModule {}
