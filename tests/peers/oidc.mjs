// An OpenID provider for tests: the real npm oidc-provider with a login page of its own, and ways to make it misbehave.
//   node oidc.mjs PORT CLIENT_ADDRESS CALLBACK_PATH BACKCHANNEL_PATH
// Prints {"ready":true} when it answers. POST /test/{act} (JSON) changes how it behaves:
//   misbehave {"how": "nonce" | "audience" | "expired" | "foreign-key" | "no-token" | null}
//   rotate    new signing keys, as a provider does from time to time
//   logout    {"sub": …, "jti": …, …} answers with a logout token of these claims, for us to send ourselves
//   users     {"anna": {"name": …, "email": …, "email_verified": …}} adds people; the login name is the subject
import { createServer } from 'node:http'
import Provider from 'oidc-provider'
import { SignJWT, decodeJwt, exportJWK, generateKeyPair, importJWK } from 'jose'

const [port, client, callback, backchannel] = process.argv.slice(2)
const issuer = `http://127.0.0.1:${port}`
const users = {}
let provider
let signing
let how = null

const adapters = new Map()
class Memory {
  constructor(name) { this.rows = adapters.get(name) ?? adapters.set(name, new Map()).get(name) }
  async upsert(id, payload) { this.rows.set(id, payload) }
  async find(id) { return this.rows.get(id) }
  async findByUid(uid) { return [...this.rows.values()].find(row => row.uid === uid) }
  async findByUserCode() { return undefined }
  async consume(id) { const row = this.rows.get(id); if (row) row.consumed = Math.floor(Date.now() / 1000) }
  async destroy(id) { this.rows.delete(id) }
  async revokeByGrantId(grant) { for (const [id, row] of this.rows) if (row.grantId === grant) this.rows.delete(id) }
}

async function key(kid) {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  return { ...await exportJWK(privateKey), kid, alg: 'RS256', use: 'sig' }
}

async function make(kid) {
  signing = await key(kid)
  const made = new Provider(issuer, {
    adapter: Memory,
    jwks: { keys: [signing] },
    clients: [{
      client_id: 'samverk', client_secret: 'en-hemlighet-for-prov', redirect_uris: [client + callback], post_logout_redirect_uris: [`${client}/logga-in`],
      response_types: ['code'], grant_types: ['authorization_code'], backchannel_logout_uri: client + backchannel, backchannel_logout_session_required: true,
    }],
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
    // Its guard against reaching into the own network would stop it from reaching us.
    fetch: (url, { dispatcher, ...options }) => fetch(url, options),
    cookies: { keys: ['prov'] },
    pkce: { required: () => true },
    findAccount: async (_, id) => ({ accountId: id, claims: async () => ({ sub: id, ...users[id] }) }),
    // Whoever signs in has said yes already: the question is not ours to test.
    loadExistingGrant: async ctx => {
      const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId })
      grant.addOIDCScope('openid profile email')
      await grant.save()
      return grant
    },
    features: {
      devInteractions: { enabled: true }, backchannelLogout: { enabled: true }, rpInitiatedLogout: { enabled: true },
    },
  })
  made.on('backchannel.error', (_, error) => console.error('backchannel', error))
  made.use(async (ctx, next) => {
    await next()
    if (ctx.path === '/token' && ctx.body?.id_token && how) await spoil(ctx)
  })
  return made
}

async function spoil(ctx) {
  if (how === 'no-token') return delete ctx.body.id_token
  const claims = decodeJwt(ctx.body.id_token)
  if (how === 'nonce') claims.nonce = 'en-annan'
  if (how === 'audience') claims.aud = 'ett-annat-system'
  if (how === 'expired') { claims.iat -= 7200; claims.exp = claims.iat + 60 }
  const by = how === 'foreign-key' ? await key('okand') : signing
  ctx.body.id_token = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: by.kid }).sign(await importJWK(by, 'RS256'))
}

async function body(request) {
  let text = ''
  for await (const part of request) text += part
  return text ? JSON.parse(text) : {}
}

const acts = {
  misbehave: async told => { how = told.how },
  rotate: async () => { provider = await make(`nyckel-${Date.now()}`) },
  users: async told => { Object.assign(users, told) },
  logout: async told => ({
    token: await new SignJWT({ iss: issuer, aud: 'samverk', events: { 'http://schemas.openid.net/event/backchannel-logout': {} }, ...told })
      .setProtectedHeader({ alg: 'RS256', kid: signing.kid, typ: 'logout+jwt' }).setIssuedAt().setExpirationTime('2m').sign(await importJWK(signing, 'RS256')),
  }),
}

provider = await make('nyckel-1')
createServer(async (request, response) => {
  const act = request.url.startsWith('/test/') && acts[request.url.slice(6)]
  if (!act) return provider.callback()(request, response)
  response.end(JSON.stringify(await act(await body(request)) ?? {}))
}).listen(Number(port), '127.0.0.1', () => console.log(JSON.stringify({ ready: true })))
