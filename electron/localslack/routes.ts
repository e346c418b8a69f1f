import type { Arguments } from './arguments.ts';
import { download, upload } from './file-transfer.ts';
import { authorize } from './oauth-page.ts';
import { page } from './outcome.ts';
import type { Reply } from './reply.ts';
import { bearerIn, type WireRequest } from './request.ts';
import type { World } from './world.ts';

/** An address of Slack's that is not the API's. */
export type Route = {
  /** What faults and counts call it. */
  readonly method: string;
  readonly token: string | null;
  readonly args: Arguments;
  readonly reply: () => Reply;
};

/** What stands at a request's address; null when that is for the API to answer. */
export function routeOf(world: World, request: WireRequest): Route | null {
  const { path } = request;
  if (path.startsWith('/api/')) return null;
  const token = bearerIn(request);
  if (path.startsWith('/upload/v1/')) {
    return { method: 'files.upload', token, args: {}, reply: () => upload(world, request) };
  }
  if (/^\/files-(pri|tmb)\//.test(path)) {
    return { method: 'files.download', token, args: {}, reply: () => download(world, request) };
  }
  if (/^\/oauth\/v2(_user)?\/authorize$/.test(path)) {
    return { method: 'oauth.authorize', token, args: {}, reply: () => authorize(world, request) };
  }
  return { method: 'page', token, args: {}, reply: signIn };
}

/** What somebody sees who has not signed in, wherever they wanted to go. */
const signIn = (): Reply =>
  page(
    200,
    {},
    '<!doctype html><title>Sign in | Slack</title><h1>Sign in to your workspace</h1>\n',
  );
