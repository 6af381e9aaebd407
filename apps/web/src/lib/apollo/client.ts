import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { headersOfPage, namedAnew } from './headers';
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

/** Each question has a name of its own. */
function named(): ApolloLink {
  return new ApolloLink((operation, forward) => {
    operation.setContext(({ headers }) => ({ headers: { ...headers, ...namedAnew() } }));
    return forward(operation);
  });
}

function overHttp(): HttpLink {
  return new HttpLink({ uri: '/graphql', headers: headersOfPage() });
}
