import { Module } from '@nestjs/common';
import { MembershipsResolver } from './memberships.resolver.js';
import { MembershipsService } from './memberships.service.js';

@Module({ providers: [MembershipsResolver, MembershipsService] })
export class MembershipsModule {}
