/** What the page is told when a sign-in elsewhere failed: `/sign-in?error=code`. */
const WORDS: Readonly<Record<string, string>> = {
  entra_start_again: "This sign-in was begun elsewhere or too long ago. Start again.",
  entra_cancelled: "Signing in with Microsoft was cancelled.",
  entra_refused: "Microsoft did not confirm this sign-in. Start again.",
  entra_token_invalid: "What Microsoft answered could not be trusted. Start again.",
  entra_grant_ended: "Microsoft ended this sign-in. Sign in again.",
  entra_not_admitted: "This Microsoft account does not belong to an organisation here. Ask an administrator for an invitation.",
  entra_address_taken: "Somebody with this address signs in with a password. Do that, or ask an administrator.",
  entra_account_taken: "This Microsoft account belongs to somebody else here.",
  link_invalid: "This invitation does not work any more. Ask for another one.",
  request_in_progress: "This sign-in is being worked on already. Wait a moment, then start again.",
  unavailable: "Microsoft cannot be reached at the moment. Try again shortly.",
};

/** The code comes out of the address, which anybody can write: it chooses a sentence and is never shown. */
export function wordsOfCode(code: string): string {
  return (Object.hasOwn(WORDS, code) ? WORDS[code] : undefined) ?? "Signing in did not work. Try again.";
}
