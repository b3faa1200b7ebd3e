/** An answer that was not the one asked for; holds the server's own words. */
export class Refused extends Error {
  constructor(request, status, body) {
    const words = body?.error?.message ?? JSON.stringify(body);
    const details = body?.error?.details;
    const more = details && Object.keys(details).length > 0 ? ` ${JSON.stringify(details)}` : '';
    super(`${request} answered ${status}: ${words}${more}`);
    this.status = status;
    this.words = words;
    this.code = details?.code;
  }
}

/** Speaks JSON with one Strapi, as nobody until `as(token)`. */
export function createClient(baseUrl, token) {
  const ask = async (method, path, body) => {
    const answer = await fetchAgain(`${baseUrl}${path}`, { method, ...encode(body, token) });
    const content = await contentOf(answer);
    if (!answer.ok) throw new Refused(`${method} ${path}`, answer.status, content);
    return content;
  };
  return {
    baseUrl,
    as: (otherToken) => createClient(baseUrl, otherToken),
    get: (path) => ask('GET', path),
    post: (path, body = {}) => ask('POST', path, body),
    put: (path, body) => ask('PUT', path, body),
    delete: (path) => ask('DELETE', path),
  };
}

/**
 * A server that was busy for longer than it keeps idle connections (5 s) closes them instead of reading
 * what came in meanwhile. Asking again is harmless where asking changes nothing.
 */
async function fetchAgain(url, request) {
  try {
    return await fetch(url, request);
  } catch (error) {
    if (request.method !== 'GET') throw error;
    return fetch(url, request);
  }
}

function encode(body, token) {
  const headers = { accept: 'application/json', 'accept-language': 'en' };
  if (token) headers.authorization = `Bearer ${token}`;
  if (body === undefined) return { headers };
  if (body instanceof FormData) return { headers, body };
  return {
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}

async function contentOf(answer) {
  const text = await answer.text();
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return text;
  }
}
