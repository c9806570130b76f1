// The response: status, headers, nothing stored in the browser.

const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; " +
  "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ";

/** Status and headers of a page. */
export async function answer(response, state) {
  const faults = [];
  const headers = await response.allHeaders();
  if (response.status() !== (state.status ?? 200)) faults.push(`status ${response.status()}`);
  const policy = POLICY + (new URL(response.url()).pathname.startsWith('/inbaddat/') ? '*' : "'none'");
  if (headers['content-security-policy'] !== policy) faults.push(`the policy is ${headers['content-security-policy']}`);
  if ('set-cookie' in headers) faults.push('sets a cookie');
  if (headers['referrer-policy'] !== 'no-referrer') faults.push('tells other sites where the reader came from');
  if (response.status() === 503 && !('retry-after' in headers)) faults.push('does not say when to try again');
  return faults;
}

/** No cookies, no storage, no databases. */
export async function nothingKept(page) {
  const cookies = (await page.context().cookies()).map((cookie) => `a cookie is kept: ${cookie.name}`);
  const kept = await page.evaluate(async () => ({
    'local storage': localStorage.length,
    'session storage': sessionStorage.length,
    databases: (await indexedDB.databases()).length,
  }));
  return [
    ...cookies,
    ...Object.entries(kept)
      .filter(([, count]) => count > 0)
      .map(([where]) => `something is kept in ${where}`),
  ];
}
