// An OpenID provider for the tests: oidc-provider (certified by the OpenID Foundation), with a log-in page of
// our own that asks who one is and how strongly that was checked. Prints its address once it listens.
// Arguments: the address that it may send browsers back to.
import { createServer } from "node:http";
import Provider from "oidc-provider";

const PEOPLE = {
  jo: { name: "Jo Jansen", groups: ["tp-plaatsing", "personeel"] },
  kim: { name: "Kim de Boer", groups: ["tp-inkoop", "tp-inkoop-hoofd"] },
  gast: { name: "Gast", groups: ["personeel"] },
};
const [back] = process.argv.slice(2);

const server = createServer((request, response) => answer(request, response));
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const issuer = `http://127.0.0.1:${server.address().port}`;

const client = (client_id) => ({
  client_id,
  client_secret: "geheim-van-thuisplek",
  redirect_uris: [back],
  response_types: ["code"],
  grant_types: ["authorization_code"],
});
const provider = new Provider(issuer, {
  clients: [client("thuisplek"), client("iets-anders")],
  acrValues: ["laag", "hoog"],
  claims: { openid: ["sub"], acr: null, profile: ["name", "groups"] },
  conformIdTokenClaims: false,
  cookies: { keys: ["only-for-tests"] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, interaction) => `/wie/${interaction.uid}` },
  pkce: { required: () => true },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...PEOPLE[id] }) }),
  // Everything that a client asks for is granted; there is no page for that.
  async loadExistingGrant(ctx) {
    const grant = new ctx.oidc.provider.Grant({
      clientId: ctx.oidc.client.clientId,
      accountId: ctx.oidc.session.accountId,
    });
    grant.addOIDCScope("openid profile email");
    await grant.save();
    return grant;
  },
});
const callback = provider.callback();

async function answer(request, response) {
  const address = new URL(request.url, issuer);
  if (!address.pathname.startsWith("/wie/")) return callback(request, response);
  const who = address.searchParams.get("naam");
  if (who === null) {
    response.setHeader("Content-Type", "text/html");
    return response.end("<form><input name=naam><input name=acr><button>Inloggen</button></form>");
  }
  const result =
    who in PEOPLE
      ? { login: { accountId: who, acr: address.searchParams.get("acr") || undefined } }
      : { error: "access_denied", error_description: "unknown person" };
  return provider.interactionFinished(request, response, result);
}

console.log(issuer);
