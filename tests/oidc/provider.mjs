// A complete OpenID provider that speaks like Microsoft Entra ID: issuer with the tenant in it, v2 claims, form_post, rotating refresh tokens.
// Started with a JSON file: {port, tenant, api, apps, users, jwks, key, cert}. POST /control changes how it behaves, GET says what was asked.
import { readFileSync } from 'node:fs';
import https from 'node:https';
import Provider from 'oidc-provider';

const given = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const { port, tenant, api, apps, users, jwks } = given;
const base = `/${tenant}/v2.0`;
let control = {}; // silent: never answers; broken: 503 from the token endpoint; idToken: given instead of the right one
let asked = [];

const objectId = (token) => users[token.accountId]?.oid ?? apps[token.clientId]?.oid;

const provider = new Provider(`https://localhost:${port}${base}`, {
  jwks,
  cookies: { keys: ['only-for-tests'] },
  clients: Object.entries(apps).map(([client_id, app]) => ({
    client_id,
    client_secret: app.secret,
    redirect_uris: app.redirectUris,
    post_logout_redirect_uris: app.afterSignOut,
    grant_types: app.redirectUris.length ? ['authorization_code', 'refresh_token'] : ['client_credentials'],
    response_types: app.redirectUris.length ? ['code'] : [],
    token_endpoint_auth_method: 'client_secret_post',
  })),
  pkce: { required: () => true },
  rotateRefreshToken: true,
  conformIdTokenClaims: false,
  claims: { openid: ['sub', 'oid', 'tid', 'roles'], profile: ['name', 'preferred_username', 'email', 'xms_edov'] },
  findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, tid: tenant, ...users[id] }) }),
  issueRefreshToken: async (_context, client) => client.grantTypeAllowed('refresh_token'),
  extraTokenClaims: (_context, token) => ({
    tid: tenant, ver: '2.0', azp: token.clientId, oid: objectId(token),
    ...(token.accountId ? { scp: 'access_as_user' } : {}),
    roles: (users[token.accountId] ?? apps[token.clientId])?.roles,
  }),
  features: {
    devInteractions: { enabled: true },
    clientCredentials: { enabled: true },
    revocation: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => api,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        scope: `${api}/access_as_user ${api}/.default`, audience: api, accessTokenFormat: 'jwt', jwt: { sign: { alg: 'RS256' } },
      }),
    },
  },
});
const answer = provider.callback();

function replaceIdToken(response) {
  const end = response.end.bind(response);
  response.end = (body) => {
    const tokens = JSON.parse(String(body));
    if (!tokens.id_token) return end(body);
    if (control.idToken === '') delete tokens.id_token;
    else tokens.id_token = control.idToken;
    const changed = Buffer.from(JSON.stringify(tokens));
    response.setHeader('Content-Length', changed.length);
    return end(changed);
  };
}

function serveControl(request, response) {
  if (request.method === 'GET') {
    response.end(JSON.stringify(asked));
    return;
  }
  let body = '';
  request.on('data', (part) => { body += part; });
  request.on('end', () => {
    const { users: changed, ...rest } = JSON.parse(body);
    Object.assign(users, changed);
    control = rest;
    asked = [];
    response.end();
  });
}

https.createServer({ key: readFileSync(given.key), cert: readFileSync(given.cert) }, (request, response) => {
  if (request.url === '/control') return serveControl(request, response);
  if (!request.url.startsWith(base)) {
    response.statusCode = 404;
    return response.end();
  }
  const path = request.url.slice(base.length) || '/';
  asked.push(`${request.method} ${path.split('?')[0]}`);
  if (control.silent) return undefined;
  if (control.broken && path === '/token') {
    response.statusCode = 503;
    return response.end();
  }
  // Entra gives refresh tokens without being prompted for consent; this provider would drop offline_access
  if (path.startsWith('/auth?') && !path.includes('prompt=')) request.url += '&prompt=consent';
  if (control.idToken !== undefined && path === '/token') replaceIdToken(response);
  request.originalUrl = request.url;
  request.url = request.url.slice(base.length) || '/';
  return answer(request, response);
}).listen(port, '127.0.0.1', () => console.log('listening'));
