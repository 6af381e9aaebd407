import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { headersOfPage, namedAnew } from './headers';
import { byId, parsed } from './parsed';

export { parsed };

/**
 * Apollo for the browser, with relative addresses so that the session cookie is sent. It caches nothing: pages come from the
 * server, and whatever the browser requests should be current.
 */
export const client = new ApolloClient({
  cache: new InMemoryCache(),
  link: ApolloLink.from([named(), byId(), overHttp()]),
  defaultOptions: { query: { fetchPolicy: 'no-cache' }, mutate: { fetchPolicy: 'no-cache' } },
});

/** Gives each request a correlation id of its own. */
function named(): ApolloLink {
  return new ApolloLink((operation, forward) => {
    operation.setContext(({ headers }) => ({ headers: { ...headers, ...namedAnew() } }));
    return forward(operation);
  });
}

function overHttp(): HttpLink {
  return new HttpLink({ uri: '/graphql', headers: headersOfPage() });
}
