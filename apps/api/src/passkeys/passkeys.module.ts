import { Module } from '@nestjs/common';
import { PasskeysResolver } from './passkeys.resolver.js';
import { PasskeysService } from './passkeys.service.js';

@Module({ providers: [PasskeysResolver, PasskeysService] })
export class PasskeysModule {}
