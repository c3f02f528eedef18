import type { Comment, Note, RenderOptions } from "./index.js";

/** How comments are drawn, asked for and written. */
export interface CommentsOptions extends RenderOptions {
  /** What asks for comments, and sends what is written, in place of the browser's `fetch`. */
  fetch?: ((url: string, init: RequestInit) => Promise<Response>) | null;
  /** Whether cookies go along: `same-origin` by default. */
  credentials?: RequestCredentials | null;
  /**
   * What makes proofs that a reader is no robot, by the name of their kind, as the server tells it; `altcha` is there. What
   * it makes of the challenge, as that came, goes with the comment as `captcha`.
   */
  solvers?: { [kind: string]: (challenge: any, signal: AbortSignal) => Promise<string> } | null;
}

/** What a reader does: writes a comment, agrees, does not, takes either back, or tells that one is not as it should be. */
export type Act = "post" | "up" | "down" | "none" | "report";

/** What a reader wants to do. */
export interface ActDetail {
  act: Act;
  /** The comment that it is done to; or the one that is to be sent, with the address that nobody is shown. */
  comment: Comment & { email?: string };
}

/** What a server has taken. */
export interface CommentDetail {
  act: Act;
  /** The comment as it now is. */
  comment: Comment;
  /** What the reader is told of it. */
  said: "nothing" | "held" | "published" | "reported";
}

/** Comments that are shown. */
export interface ShownComments {
  /** What was off in the data. */
  notes: Note[];
  /** False if a later call had drawn into the target already. */
  drawn: boolean;
  /** Draws them as they are, with these options in place of what they were. */
  update(options: RenderOptions): Promise<void>;
  /** Asks for them once more; what is being written stays. */
  reload(): Promise<void>;
  /** Takes them out of the target, and all that listens there. */
  destroy(): void;
}

/**
 * Shows the comments that are at home at `url`, in the place of what an element or a shadow root holds, and sees to what
 * readers do to them: as `<satr-comments>` does, for those who draw their pages themselves. Comments that a server has drawn
 * there are taken as they are.
 *
 * The target, or the host of the shadow root that it is, tells of `satr-act` before something is done, which can be canceled
 * there, and of `satr-comment` when the server has taken it. Rejects as `render` does, and with `not-found`.
 */
export function showComments(
  target: Element | ShadowRoot,
  url: string,
  options?: CommentsOptions | null,
): Promise<ShownComments>;
