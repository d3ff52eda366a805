import { Module } from '@nestjs/common';
import { AccountsRepository } from './accounts.repository.js';
import { AccountsService } from './accounts.service.js';
import { LoginAttemptsRepository } from './login-attempts.repository.js';
import { SessionController } from './session.controller.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';

@Module({
  controllers: [SessionController],
  providers: [AccountsRepository, SessionsRepository, LoginAttemptsRepository, AccountsService, SessionsService],
  exports: [AccountsService, SessionsService],
})
export class IdentityModule {}
