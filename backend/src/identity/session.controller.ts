import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type AppConfig, CONFIG } from '../platform/config/index.js';
import { type Actor, ApiErrors, CurrentActor } from '../platform/http/index.js';
import { AccountsService } from './accounts.service.js';
import { sessionEnded } from './identity.errors.js';
import type { Identity } from './identity.types.js';
import { clearSessionCookie, sessionToken, setSessionCookie } from './session-cookie.js';
import { loginSchema, passwordChangeSchema, sessionSchema } from './session.schema.js';
import { SessionsService } from './sessions.service.js';

type Session = z.infer<typeof sessionSchema>;

@ApiTags('session')
@Controller('api/session')
export class SessionController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly accounts: AccountsService,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  @Post()
  @ApiCreatedResponse({ standardSchema: sessionSchema })
  @ApiErrors(400, 403)
  async login(
    @Body({ schema: loginSchema }) { username, password }: z.infer<typeof loginSchema>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    const { token, identity } = await this.sessions.login(username, password);
    setSessionCookie(request, reply, token);
    return this.answer(identity);
  }

  @Get()
  @ApiOkResponse({ standardSchema: sessionSchema })
  @ApiErrors()
  async read(@Req() request: FastifyRequest): Promise<Session> {
    return this.answer(await this.identityOf(sessionToken(request)));
  }

  @Delete()
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiErrors(403)
  async logout(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const token = sessionToken(request);
    if (token !== null) await this.sessions.close(token, actor);
    clearSessionCookie(reply);
  }

  @Post('password')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: sessionSchema })
  @ApiErrors(400, 403)
  async changePassword(
    @Body({ schema: passwordChangeSchema }) { current, next }: z.infer<typeof passwordChangeSchema>,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    const token = await this.accounts.changePassword(actor.id, current, next);
    setSessionCookie(request, reply, token);
    return this.answer(await this.identityOf(token));
  }

  private async identityOf(token: string | null): Promise<Identity> {
    const identity = token === null ? null : await this.sessions.identify(token);
    if (identity === null) throw sessionEnded();
    return identity;
  }

  private answer({ actor, mustChangePassword }: Identity): Session {
    const { username, displayName } = actor;
    return { username, displayName, mustChangePassword, idleMinutes: this.config.sessionIdleMinutes };
  }
}
