import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { ORGANIZATION_HEADER, organizationIn } from '@/lib/organization-cookie';
import { byId, parsed } from './parsed';

export { parsed };

/**
 * Apollo for the browser, over relative addresses, so that the session cookie goes along. Nothing is kept between answers: pages
 * come from the server, and what is asked here is asked to be new.
 */
export const client = new ApolloClient({
  cache: new InMemoryCache(),
  link: ApolloLink.from([named(), byId(), overHttp()]),
  defaultOptions: { query: { fetchPolicy: 'no-cache' }, mutate: { fetchPolicy: 'no-cache' } },
});

/**
 * One name for each action, in every log that it leaves a line in. Only a page that came over TLS, or from this machine, can make
 * one; the gateway names the rest.
 */
function named(): ApolloLink {
  return new ApolloLink((operation, forward) => {
    const id = window.isSecureContext ? { 'x-correlation-id': crypto.randomUUID() } : {};
    operation.setContext(({ headers }) => ({ headers: { ...headers, ...id } }));
    return forward(operation);
  });
}

function overHttp(): HttpLink {
  const organization = organizationIn(document.cookie);
  return new HttpLink({
    uri: '/graphql',
    headers: { 'x-holdout-csrf': '1', ...(organization ? { [ORGANIZATION_HEADER]: organization } : {}) },
  });
}
