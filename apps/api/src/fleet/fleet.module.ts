import { Module } from '@nestjs/common';
import { FleetResolver } from './fleet.resolver.js';
import { FleetService } from './fleet.service.js';

@Module({ providers: [FleetResolver, FleetService] })
export class FleetModule {}
