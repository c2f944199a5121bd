// Generated from docs/api/openapi.json by `npm run api`. Do not edit.
export interface paths {
    readonly "/v1/api-keys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List API keys
         * @description One page of the organisation's API keys, without their secrets.
         *
         *     Needs `api-keys:read`: admin.
         */
        readonly get: operations["list_api_keys"];
        readonly put?: never;
        /**
         * Create an API key
         * @description For a machine: at most what the caller may, for at most a year. The secret is shown now and never again.
         *
         *     Needs `api-keys:write`: admin.
         */
        readonly post: operations["create_api_key"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/api-keys/{key_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read an API key
         * @description One API key, without its secret.
         *
         *     Needs `api-keys:read`: admin.
         */
        readonly get: operations["get_api_key"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Revoke an API key
         * @description It works no more, within seconds everywhere. The key stays on record; revoking twice is fine.
         *
         *     Needs `api-keys:write`: admin.
         */
        readonly delete: operations["delete_api_key"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Rename an API key
         * @description What a key may do never changes: create another.
         *
         *     Needs `api-keys:write`: admin.
         */
        readonly patch: operations["change_api_key"];
        readonly trace?: never;
    };
    readonly "/v1/api-keys/{key_id}/rotate": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Replace the secret of an API key
         * @description A new secret, shown now and never again. The old one ends at once, or after `overlapHours`.
         *
         *     Needs `api-keys:write`: admin.
         */
        readonly post: operations["rotate_api_key"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/archive-imports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List imports of archives
         * @description One page of them.
         *
         *     Needs `archives:write`: admin.
         */
        readonly get: operations["list_archive_imports"];
        readonly put?: never;
        /**
         * Announce an archive to restore
         * @description Then upload the manifest (part 0) and every part, and run it.
         *
         *     Needs `archives:write`: admin.
         *
         *     At most 30 requests per minute and caller.
         */
        readonly post: operations["create_archive_import"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/archive-imports/{import_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read an import of an archive
         * @description How far it is, or how it ended.
         *
         *     Needs `archives:write`: admin.
         */
        readonly get: operations["get_archive_import"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/archive-imports/{import_id}/cancel": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Cancel an import of an archive
         * @description What was restored stays; running it again goes on. One that has ended stays as it is.
         *
         *     Needs `archives:write`: admin.
         */
        readonly post: operations["cancel_archive_import"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/archive-imports/{import_id}/run": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Check and restore an archive
         * @description Everything is checked before anything is written. What failed or was cancelled goes on where it was. Follow its state.
         *
         *     Needs `archives:write`: admin.
         */
        readonly post: operations["run_archive_import"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/archive-imports/{import_id}/upload-url": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Get a signed URL for a part
         * @description For the first time, or to go on: it says which blocks the storage has. The manifest says by its hashes which bytes count.
         *
         *     Needs `archives:write`: admin.
         */
        readonly post: operations["create_archive_part_url"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/archives": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List archives
         * @description One page of them; those that have expired among them.
         *
         *     Needs `archives:write`: admin.
         */
        readonly get: operations["list_archives"];
        readonly put?: never;
        /**
         * Archive the whole organisation
         * @description Everything there is, as ZIP parts and a manifest with their hashes (docs/archive-format.md). Follow its state.
         *
         *     Needs `archives:write`: admin.
         *
         *     At most 30 requests per minute and caller.
         */
        readonly post: operations["create_archive"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/archives/{archive_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read an archive
         * @description How far it is, or what is in it.
         *
         *     Needs `archives:write`: admin.
         */
        readonly get: operations["get_archive"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/archives/{archive_id}/cancel": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Cancel an archive
         * @description What was written is deleted. One that has ended stays as it is.
         *
         *     Needs `archives:write`: admin.
         */
        readonly post: operations["cancel_archive"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/archives/{archive_id}/download-url": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Download a part of an archive
         * @description A signed URL. Who asked for which part is on record.
         *
         *     Needs `archives:write`: admin.
         */
        readonly post: operations["create_archive_download"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/auth/entra/callback": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Come back from Microsoft
         * @description Where the provider's form is posted (`form_post`). Sets the refresh cookie and leads back to the page.
         *
         *     Open to everybody: the sealed cookie and the code are the credential
         */
        readonly post: operations["finish_entra_sign_in"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/auth/entra/invitation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Accept an invitation with a Microsoft account
         * @description Answers where to go. Whoever comes back becomes the person invited, whatever their address and tenant.
         *
         *     Open to everybody: the link in the letter is the credential
         */
        readonly post: operations["begin_entra_invitation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/auth/entra/link": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Connect my Microsoft account
         * @description For people with a password. Answers where to go; whoever comes back, of the organisation's own tenant, is from then on the caller.
         *     The password stays good.
         *
         *     For everybody who is signed in.
         */
        readonly post: operations["begin_entra_link"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/auth/entra/sign-in": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Go to Microsoft to sign in
         * @description For a link on the page, not for fetch. Comes back to `returnTo` with the refresh cookie set, or to `/sign-in?error=code`.
         *
         *     Open to everybody: this is how one stops being anonymous
         */
        readonly get: operations["begin_entra_sign_in"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/auth/entra/sign-out": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Sign out here and at Microsoft
         * @description Like `sign_out`; answers where the page goes next to end the session at Microsoft, when it began there.
         *
         *     Open to everybody: ending a session needs no more than its cookie
         */
        readonly post: operations["sign_out_of_entra"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/auth/invitations/accept": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Accept an invitation
         * @description Sets the password and signs in, or challenges where a second factor is due. The link works once.
         *
         *     Open to everybody: the link in the letter is the credential
         *
         *     At most 30 requests per minute and caller.
         */
        readonly post: operations["accept_invitation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/auth/invitations/read": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Whom is this invitation for?
         * @description What the page shows before a password is chosen. The token travels in the body, where no log sees it.
         *
         *     Open to everybody: the link in the letter is the credential
         */
        readonly post: operations["read_invitation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/auth/keys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Public keys of access tokens
         * @description A JSON Web Key Set. Keep it for 5 minutes, and ask again, at most twice a minute, for a token with a `kid` that is not in it.
         *     Accept a token when its header says `alg` ES256 and `typ` at+jwt, the signature fits the key of its `kid`, `aud` is petroconnect-api,
         *     `iss` is this deployment's, and `exp` lies ahead. Only `get_me` knows of sessions that ended early.
         *
         *     Open to everybody: public keys are no secret
         */
        readonly get: operations["list_signing_keys"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/auth/me": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Who am I, and what may I do?
         * @description The signed-in user with role, permissions, site scope and organisation, as they are now.
         *
         *     For everybody who is signed in.
         */
        readonly get: operations["get_me"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/auth/methods": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * How can one sign in here?
         * @description What the sign-in page offers.
         *
         *     Open to everybody: the page asks before anybody is known
         */
        readonly get: operations["list_sign_in_methods"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/auth/password": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Change my password
         * @description Every other session ends, with its access tokens; this one goes on. A letter says that it happened.
         *
         *     For everybody who is signed in.
         *
         *     At most 30 requests per minute and caller.
         */
        readonly post: operations["change_password"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/auth/password/forgotten": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Ask for a new password
         * @description Sends a link, good for an hour, if somebody signs in with this address and a password. The answer never says whether.
         *
         *     Open to everybody: who cannot sign in asks
         */
        readonly post: operations["request_password_reset"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/auth/password/reset": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Set a new password
         * @description Ends every session and signs in, or challenges where a second factor is due. The link works once.
         *
         *     Open to everybody: the link in the letter is the credential
         *
         *     At most 30 requests per minute and caller.
         */
        readonly post: operations["reset_password"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/auth/refresh": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Get a new access token
         * @description Rotates the refresh cookie. 409 means another tab has just done so: wait a moment and ask again.
         *
         *     Open to everybody: the refresh cookie is the credential
         */
        readonly post: operations["refresh_session"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/auth/second-factor": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Have I a second factor?
         * @description Since when, and how many recovery codes are left. People who sign in with Microsoft Entra ID have theirs there.
         *
         *     For everybody who is signed in.
         */
        readonly get: operations["get_second_factor"];
        readonly put?: never;
        /**
         * Set up a second factor
         * @description A secret for an authenticator app, the first or another one. Nothing changes before it is confirmed with a code.
         *
         *     For everybody who is signed in.
         */
        readonly post: operations["create_second_factor"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/auth/second-factor/confirm": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Confirm the second factor
         * @description It is asked for from now on, and earlier recovery codes are void. Answers ten new ones, once.
         *
         *     For everybody who is signed in.
         */
        readonly post: operations["confirm_second_factor"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/auth/second-factor/disable": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Give up the second factor
         * @description Not where the organisation asks for one: set up another one instead.
         *
         *     For everybody who is signed in.
         */
        readonly post: operations["disable_second_factor"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/auth/second-factor/enrol": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Set up the second factor that signing in asks for
         * @description For a challenge whose outcome was `enrolment`; confirm it with `finish_enrolment`.
         *
         *     Open to everybody: the challenge is the credential
         */
        readonly post: operations["enrol_second_factor"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/auth/second-factor/enrol/confirm": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Confirm it and sign in
         * @description The session, with ten recovery codes, which are shown once.
         *
         *     Open to everybody: the challenge is the credential
         */
        readonly post: operations["finish_enrolment"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/auth/second-factor/recovery-codes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Get new recovery codes
         * @description Ten new ones, shown once; all earlier ones are void.
         *
         *     For everybody who is signed in.
         */
        readonly post: operations["renew_recovery_codes"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/auth/second-factor/verify": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Sign in with the second factor
         * @description The challenge of `sign_in` with a code of the authenticator app, or a recovery code. Each code works once.
         *
         *     Open to everybody: the challenge is the credential
         */
        readonly post: operations["verify_second_factor"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/auth/sessions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Where am I signed in?
         * @description The caller's sessions, the last used first; at most 100.
         *
         *     For everybody who is signed in.
         */
        readonly get: operations["list_sessions"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/auth/sessions/{session_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * End one of my sessions
         * @description Its access tokens end too. Ending what has ended is fine.
         *
         *     For everybody who is signed in.
         */
        readonly delete: operations["delete_session"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/auth/sign-in": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Sign in with e-mail and password
         * @description Answers an access token for 15 minutes and sets the refresh cookie, or a challenge where a second factor is due.
         *
         *     Too many attempts are refused for a while.
         *
         *     Open to everybody: this is how one stops being anonymous
         *
         *     At most 120 requests per minute and caller.
         */
        readonly post: operations["sign_in"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/auth/sign-out": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Sign out
         * @description Ends this session and clears its cookie; signing out twice is fine.
         *
         *     Open to everybody: ending a session needs no more than its cookie
         */
        readonly post: operations["sign_out"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/auth/sign-out-everywhere": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * End all my sessions
         * @description This one too, with all access tokens.
         *
         *     For everybody who is signed in.
         */
        readonly post: operations["sign_out_everywhere"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/bulk-imports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Carry a table into documents
         * @description Each line changes one document, found by id or number, as PATCH of it would; at most 100,000 lines. It is a bulk operation:
         *     follow its state, read its results line by line, stop it, carry a dry run out.
         *
         *     Needs `documents:write`: admin, engineer, operator.
         *
         *     At most 30 requests per minute and caller.
         */
        readonly post: operations["create_bulk_import"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/bulk-imports/preview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Look at a table to import
         * @description Its columns, its first lines, and what they seem to be. The table is a ready revision of a document.
         *
         *     Needs `documents:write`: admin, engineer, operator.
         */
        readonly post: operations["preview_bulk_import"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/bulk-operations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List bulk operations
         * @description One page of your own; with `bulk:manage` and all sites, of everybody's.
         *
         *     Needs `documents:read`: admin, engineer, operator, viewer.
         */
        readonly get: operations["list_bulk_operations"];
        readonly put?: never;
        /**
         * Do something to many documents
         * @description Needs what the action needs for one document: `documents:write` to tag, move or give a discipline, `documents:delete` to trash and
         *     restore, `holds:write` to put under hold, a person who is asked to acknowledge; now and when it runs. Follow its state.
         *
         *     Needs `documents:read`: admin, engineer, operator, viewer.
         *
         *     At most 30 requests per minute and caller.
         */
        readonly post: operations["create_bulk_operation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/bulk-operations/{operation_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a bulk operation
         * @description How far it is, and what became of how many documents.
         *
         *     Needs `documents:read`: admin, engineer, operator, viewer.
         */
        readonly get: operations["get_bulk_operation"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/bulk-operations/{operation_id}/cancel": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Stop a bulk operation
         * @description Within about a second. What is done stays done. Repeating is harmless.
         *
         *     Needs `documents:read`: admin, engineer, operator, viewer.
         */
        readonly post: operations["cancel_bulk_operation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/bulk-operations/{operation_id}/carry-out": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Carry out a dry run
         * @description Over exactly the same documents; what changed since is judged anew. Repeating answers the same operation.
         *
         *     Needs `documents:read`: admin, engineer, operator, viewer.
         */
        readonly post: operations["carry_out_bulk_operation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/bulk-operations/{operation_id}/results": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List what became of each document
         * @description One page, in the order they were worked off; of documents whose sites you see.
         *
         *     Needs `documents:read`: admin, engineer, operator, viewer.
         */
        readonly get: operations["list_bulk_results"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/disciplines": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read the disciplines
         * @description The organisation's list, empty until somebody writes it.
         *
         *     Needs `document-types:read`: admin, engineer, operator, viewer.
         */
        readonly get: operations["get_disciplines"];
        /**
         * Write the disciplines
         * @description The whole list, at most 100. Documents keep the code of a discipline that is taken away.
         *
         *     Needs `document-types:write`: admin, engineer.
         */
        readonly put: operations["replace_disciplines"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/document-types": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List document types
         * @description One page of the organisation's types, without their fields.
         *
         *     Needs `document-types:read`: admin, engineer, operator, viewer.
         */
        readonly get: operations["list_document_types"];
        readonly put?: never;
        /**
         * Add a document type
         * @description How documents of this kind are numbered, whether they are reviewed and acknowledged, and their custom fields. At most 100 in use.
         *
         *     Needs `document-types:write`: admin, engineer.
         */
        readonly post: operations["create_document_type"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/document-types/{type_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a document type
         * @description The newest version.
         *
         *     Needs `document-types:read`: admin, engineer, operator, viewer.
         */
        readonly get: operations["get_document_type"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Change a document type
         * @description Makes the next version; documents keep theirs. A key keeps its type for good, and a number its kind of unit.
         *
         *     Needs `document-types:write`: admin, engineer.
         */
        readonly patch: operations["change_document_type"];
        readonly trace?: never;
    };
    readonly "/v1/document-types/{type_id}/migrations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Migrate documents to the newest version of their type
         * @description Values of fields that have another type are converted. A document whose values cannot all be keeps them, on the version it has. At
         *     most 100,000 documents, of the sites you see. It is a bulk operation: follow its state, read its results, carry a dry run out.
         *
         *     Needs `document-types:write`, `documents:write`: admin, engineer.
         *
         *     At most 30 requests per minute and caller.
         */
        readonly post: operations["create_document_type_migration"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/document-types/{type_id}/restore": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Take a retired document type back
         * @description In use again, as it was. Repeating it changes nothing.
         *
         *     Needs `document-types:write`: admin, engineer.
         */
        readonly post: operations["restore_document_type"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/document-types/{type_id}/retire": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Retire a document type
         * @description No new documents of it; those there are stay as they are, and its code stays taken. Repeating it changes nothing.
         *
         *     Needs `document-types:write`: admin, engineer.
         */
        readonly post: operations["retire_document_type"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/document-types/{type_id}/versions/{version}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a version of a document type
         * @description As it was when documents were written with it. Versions never change.
         *
         *     Needs `document-types:read`: admin, engineer, operator, viewer.
         */
        readonly get: operations["get_document_type_version"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/documents": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List documents
         * @description One page of the organisation's documents, with thumbnails; those in the trash are listed apart.
         *
         *     Needs `documents:read`: admin, engineer, operator, viewer.
         */
        readonly get: operations["list_documents"];
        readonly put?: never;
        /**
         * Announce an upload
         * @description Registers a document and answers a signed URL for its file. The bytes go straight to the storage, never through this API.
         *
         *     Needs `documents:write`: admin, engineer, operator.
         */
        readonly post: operations["create_document"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/documents/{document_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a document
         * @description One document with its newest revision and the one in force, and whether you have still to acknowledge that.
         *
         *     Needs `documents:read`: admin, engineer, operator, viewer.
         */
        readonly get: operations["get_document"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Move to the trash
         * @description Out of sight, not gone: it can be restored.
         *
         *     Needs `documents:delete`: admin, engineer.
         */
        readonly delete: operations["delete_document"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change a document
         * @description Title, site and what it is sorted by. Who is limited to some sites moves documents between those only.
         *
         *     Needs `documents:write`: admin, engineer, operator.
         */
        readonly patch: operations["change_document"];
        readonly trace?: never;
    };
    readonly "/v1/documents/{document_id}/acknowledgements": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Who has acknowledged a document, and who has not
         * @description For those who may review, and for who announced the document. One page; a page of who is outstanding may be short before the end.
         *
         *     Needs `documents:read`: admin, engineer, operator, viewer.
         */
        readonly get: operations["list_acknowledgements"];
        readonly put?: never;
        /**
         * Acknowledge the revision in force
         * @description You have read it. For those who are asked, in person; it stays on record and is never taken back. Repeating is harmless.
         *
         *     Needs `documents:acknowledge`: admin, engineer, operator, viewer.
         */
        readonly post: operations["acknowledge_document"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/documents/{document_id}/complete": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Say that the bytes are there
         * @description Starts verification of the newest revision; follow its state. Repeating is harmless.
         *
         *     Needs `documents:write`: admin, engineer, operator.
         */
        readonly post: operations["complete_upload"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/documents/{document_id}/download-url": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Get a signed URL to download
         * @description A URL for five minutes, always as an attachment; the download is recorded. Of the revision named, or of what is `shown` to you.
         *
         *     Needs `documents:read`: admin, engineer, operator, viewer.
         */
        readonly post: operations["create_download_url"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/documents/{document_id}/purge": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Delete a document for good
         * @description Out of the trash, with all its revisions and links. It is gone at once, and nothing brings it back; what happened stays on record.
         *
         *     Needs `retention:write`: admin.
         */
        readonly post: operations["purge_document"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/documents/{document_id}/restore": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Take out of the trash
         * @description Back among the others, as it was.
         *
         *     Needs `documents:delete`: admin, engineer.
         */
        readonly post: operations["restore_document"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/documents/{document_id}/retention": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Why is a document kept, and until when?
         * @description In words and in fields: the holds on it, and what the policies of today have in store for it.
         *
         *     Needs `documents:read`: admin, engineer, operator, viewer.
         */
        readonly get: operations["get_document_retention"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/documents/{document_id}/revisions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List revisions
         * @description Newest first; what was refused or given up stays, with its reason.
         *
         *     Needs `documents:read`: admin, engineer, operator, viewer.
         */
        readonly get: operations["list_revisions"];
        readonly put?: never;
        /**
         * Announce a further revision
         * @description Answers a signed URL for its file. The current revision is served until this one is ready; one at a time is on its way.
         *
         *     Needs `documents:write`: admin, engineer, operator.
         */
        readonly post: operations["create_revision"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/documents/{document_id}/revisions/{number}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a revision
         * @description One revision: current, superseded, on its way, or refused.
         *
         *     Needs `documents:read`: admin, engineer, operator, viewer.
         */
        readonly get: operations["get_revision"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Give up a revision
         * @description Its file is awaited no longer. It stays in the list, its number is not given again. Repeating is harmless.
         *
         *     Needs `documents:write`: admin, engineer, operator.
         */
        readonly delete: operations["delete_revision"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/documents/{document_id}/revisions/{number}/pages": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read the text of a revision
         * @description Page by page, from any page on: what was found by search, in its place.
         *
         *     Needs `documents:read`: admin, engineer, operator, viewer.
         */
        readonly get: operations["list_page_texts"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/documents/{document_id}/revisions/{number}/preview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Look at the pages of a revision
         * @description Signed URLs of WebP pictures of the first pages, of any ready revision. They work for 10 to 20 minutes.
         *
         *     Needs `documents:read`: admin, engineer, operator, viewer.
         */
        readonly get: operations["get_preview"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/documents/{document_id}/revisions/{number}/reprocess": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Read and draw a revision again
         * @description Its text or its pictures are made anew in the background. The file itself and its state are not touched.
         *
         *     Needs `documents:write`: admin, engineer, operator.
         */
        readonly post: operations["reprocess_revision"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/documents/{document_id}/revisions/{number}/restore": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Roll back to a revision
         * @description A new revision with the same bytes, copied by the storage and verified as any other; nothing is taken away.
         *
         *     Needs `documents:write`: admin, engineer, operator.
         */
        readonly post: operations["restore_revision"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/documents/{document_id}/revisions/{number}/review": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Begin a review
         * @description Of the newest ready revision of a document whose type asks for review; one at a time. What is approved stays in force meanwhile.
         *
         *     Needs `documents:review`: admin, engineer.
         */
        readonly post: operations["begin_review"];
        /**
         * Withdraw a review
         * @description Without a result: a reviewer has left, or the wrong ones were asked. Another may begin. Repeating is harmless.
         *
         *     Needs `documents:review`: admin, engineer.
         */
        readonly delete: operations["withdraw_review"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/documents/{document_id}/revisions/{number}/review/decision": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Decide about a revision
         * @description For its reviewers. When all approve it is in force and the one before superseded; the first who wants changes ends the review.
         *
         *     Needs `documents:review`: admin, engineer.
         */
        readonly post: operations["decide_review"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/documents/{document_id}/share-links": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the links to a document
         * @description One page, also of those that have ended; without their secrets.
         *
         *     Needs `documents:share`: admin, engineer.
         */
        readonly get: operations["list_share_links"];
        readonly put?: never;
        /**
         * Share a document by link
         * @description A link for somebody without an account, within the organisation's sharing policy. It is shown now and never again.
         *
         *     Needs `documents:share`: admin, engineer.
         */
        readonly post: operations["create_share_link"];
        /**
         * Revoke every link to a document
         * @description None of them works any more; repeating is harmless.
         *
         *     Needs `documents:share`: admin, engineer.
         */
        readonly delete: operations["delete_share_links"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/documents/{document_id}/upload": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read what has been uploaded so far
         * @description For going on after a restart or on another device: the blocks the storage has, and a fresh URL for the others.
         *
         *     Needs `documents:write`: admin, engineer, operator.
         */
        readonly get: operations["get_upload"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/documents/{document_id}/upload-url": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Get a fresh signed URL
         * @description For an upload that is still awaited: the first URL has expired, or the upload goes on elsewhere.
         *
         *     Needs `documents:write`: admin, engineer, operator.
         */
        readonly post: operations["create_upload_url"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/documents/reviews": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List what waits for your decision
         * @description Revisions that you were asked to review and have not decided about, by due date; those without one come last.
         *
         *     Needs `documents:review`: admin, engineer.
         */
        readonly get: operations["list_reviews"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/documents/search": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Search documents
         * @description The best hits first, one for each document. All words occur in its number, title, tags, file names and custom fields, where
         *     also the beginning of a word is found, or all on one page of its text.
         *
         *     Needs `documents:read`: admin, engineer, operator, viewer.
         *
         *     At most 120 requests per minute and caller.
         */
        readonly get: operations["search_documents"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/documents/to-acknowledge": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List what you have still to acknowledge
         * @description Documents that ask you about the revision in force, oldest document first. A page may be short before the end.
         *
         *     Needs `documents:acknowledge`: admin, engineer, operator, viewer.
         */
        readonly get: operations["list_documents_to_acknowledge"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/due-calendar": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read the holidays
         * @description Those of all sites, and of the sites you see.
         *
         *     Needs `reports:read`: admin, engineer, operator, viewer.
         */
        readonly get: operations["get_due_calendar"];
        /**
         * Write the holidays
         * @description All of them. On these reporting days only plans that say so owe something.
         *
         *     Needs `reports:plan`: admin.
         */
        readonly put: operations["replace_due_calendar"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/due-plans": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List plans of due reports
         * @description One page of those for the sites you see.
         *
         *     Needs `reports:read`: admin, engineer, operator, viewer.
         */
        readonly get: operations["list_due_plans"];
        readonly put?: never;
        /**
         * Plan due reports
         * @description Several plans of one site and type may stand side by side; a report that two ask for is owed once, by the first that is due.
         *
         *     Needs `reports:plan`: admin.
         */
        readonly post: operations["create_due_plan"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/due-plans/{plan_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a plan of due reports
         * @description One plan of a site you see.
         *
         *     Needs `reports:read`: admin, engineer, operator, viewer.
         */
        readonly get: operations["get_due_plan"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete a plan of due reports
         * @description As if it had never been. A plan that ends is given a last day instead, so that the board of its days stays.
         *
         *     Needs `reports:plan`: admin.
         */
        readonly delete: operations["delete_due_plan"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change a plan of due reports
         * @description It counts for past days too: to change what is owed from a day on, give the plan a last day and add another.
         *
         *     Needs `reports:plan`: admin.
         */
        readonly patch: operations["change_due_plan"];
        readonly trace?: never;
    };
    readonly "/v1/due-reports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * See which reports are owed
         * @description What each site owes on these reporting days, the last day first, and how it stands. With `missing` a page may hold fewer rows than
         *     `limit` though others follow: go on as long as there is a `nextCursor`.
         *
         *     Needs `reports:read`: admin, engineer, operator, viewer.
         */
        readonly get: operations["list_due_reports"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/guest-uploads/announce": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Announce a file by link
         * @description Answers where its bytes go. Announcing the same bytes under the same name again goes on with the upload, and is not counted.
         *
         *     Open to everybody: whoever holds the link is the one it was given to
         */
        readonly post: operations["announce_guest_upload"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/guest-uploads/complete": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Say that the bytes sent by link are there
         * @description Starts verification. Repeating is harmless.
         *
         *     Open to everybody: whoever holds the link is the one it was given to
         */
        readonly post: operations["complete_guest_upload"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/guest-uploads/enter": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Give the password of an upload link
         * @description A pass for 24 hours, to be sent along from then on, so that the password is typed once. A link without a password needs none.
         *
         *     Open to everybody: whoever holds the link is the one it was given to
         */
        readonly post: operations["enter_guest_link"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/guest-uploads/read": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * What does this upload link take?
         * @description Who asks for files, until when, how many and how large. Nothing else of the organisation can be seen by a link.
         *
         *     Open to everybody: whoever holds the link is the one it was given to
         */
        readonly post: operations["read_guest_link"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/guest-uploads/standing": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * How far is this file?
         * @description Its state; while its bytes are awaited, a fresh URL for them and the blocks that the storage has.
         *
         *     Open to everybody: whoever holds the link is the one it was given to
         */
        readonly post: operations["read_guest_upload"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/health/live": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Is the process alive?
         * @description Answers as long as the process can answer at all. Touches nothing else.
         *
         *     Open to everybody: probes carry no credentials and answer nothing but yes or no
         */
        readonly get: operations["check_liveness"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/health/ready": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Can it do its work?
         * @description Asks the database, the document storage and the queues, each once and each with a time-out.
         *
         *     Open to everybody: probes carry no credentials and answer nothing but yes or no
         */
        readonly get: operations["check_readiness"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/holds": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List cases
         * @description One page of the organisation's cases, also of those that were closed.
         *
         *     Needs `holds:read`: admin, engineer.
         */
        readonly get: operations["list_holds"];
        readonly put?: never;
        /**
         * Open a case
         * @description A reason to keep documents, whatever becomes of them otherwise. A document can be in several cases.
         *
         *     Needs `holds:write`: admin.
         */
        readonly post: operations["create_hold"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/holds/{hold_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a case
         * @description One case; its documents are listed apart.
         *
         *     Needs `holds:read`: admin, engineer.
         */
        readonly get: operations["get_hold"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Change a case
         * @description Name and reason of an open case.
         *
         *     Needs `holds:write`: admin.
         */
        readonly patch: operations["change_hold"];
        readonly trace?: never;
    };
    readonly "/v1/holds/{hold_id}/close": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Close a case
         * @description Lets all its documents go, and takes no more. Follow its state; those that other cases hold stay held. Repeating is harmless.
         *
         *     Needs `holds:write`: admin.
         */
        readonly post: operations["close_hold"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/holds/{hold_id}/documents": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the documents of a case
         * @description One page of those it holds now and that you may see, trashed ones too.
         *
         *     Needs `holds:read`: admin, engineer.
         */
        readonly get: operations["list_held_documents"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/holds/{hold_id}/documents/{document_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Put a document under hold
         * @description From now on nobody deletes it for good, nor any of its revisions; the storage follows in seconds. Repeating is harmless.
         *
         *     Needs `holds:write`: admin.
         */
        readonly put: operations["hold_document"];
        readonly post?: never;
        /**
         * Take a document out of a case
         * @description Other cases go on holding it. Repeating is harmless.
         *
         *     Needs `holds:write`: admin.
         */
        readonly delete: operations["release_document"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/organisations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Set up an organisation and its first admin
         * @description Creates a tenant and invites its first admin by e-mail, who then invites everybody else.
         *
         *     Needs the deployment's provisioning key.
         */
        readonly post: operations["create_organisation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/organisations/{organisation_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read the organisation
         * @description The caller's own organisation with its policies; there is no other to be seen.
         *
         *     Needs `organisation:read`: admin, engineer, operator, viewer.
         */
        readonly get: operations["get_organisation"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Change the organisation
         * @description Name, time zone, policies. Sessions that are longer or idle for longer than now allowed end at their next refresh.
         *
         *     Needs `organisation:write`: admin.
         */
        readonly patch: operations["change_organisation"];
        readonly trace?: never;
    };
    readonly "/v1/organisations/{organisation_id}/tenants/{tenant_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Let the people of a Microsoft tenant in
         * @description The tenant belongs to this organisation, under these rules; again to change them. A tenant belongs to one organisation only.
         *
         *     Needs the deployment's provisioning key.
         */
        readonly put: operations["allow_tenant"];
        readonly post?: never;
        /**
         * Let the people of a Microsoft tenant in no more
         * @description Sessions of its people end at their next refresh. Succeeds when there is none.
         *
         *     Needs the deployment's provisioning key.
         */
        readonly delete: operations["disallow_tenant"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/report-settings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read the settings of reports
         * @description Activity codes of the organisation's own; none until somebody writes them.
         *
         *     Needs `reports:read`: admin, engineer, operator, viewer.
         */
        readonly get: operations["get_report_settings"];
        /**
         * Write the settings of reports
         * @description The whole list of codes, at most 200. Interruptions (`interruption -- ...`) count as non-productive time.
         *
         *     Needs `reports:plan`: admin.
         */
        readonly put: operations["replace_report_settings"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/report-types": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the types of reports
         * @description The newest version of each.
         *
         *     Needs `reports:read`: admin, engineer, operator, viewer.
         */
        readonly get: operations["list_report_types"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/report-types/{report_type}/{version}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a type of reports
         * @description One version: schema, form, rules, units, codes. It never changes, so clients keep it for good.
         *
         *     Needs `reports:read`: admin, engineer, operator, viewer.
         */
        readonly get: operations["get_report_type"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/reports/{report_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a report
         * @description Where it stands and what it says now, as it was entered. What was submitted is read by revision.
         *
         *     Needs `reports:read`: admin, engineer, operator, viewer.
         */
        readonly get: operations["get_report"];
        /**
         * Send an edit of a report
         * @description Stores what a device has. The id is the device's own, and so are those of its edits, so that a message may come twice, late or
         *     out of order: it holds all that the device has not seen confirmed, and one whose edits are all known changes nothing. 201 when the
         *     report was not there before.
         *
         *     What somebody else changed meanwhile is brought together with it, field by field (`merged`). If both changed one field, nothing is
         *     stored: 409 `edit_conflict` carries all sides (`base`, `mine`, `theirs`, `merged`, `conflicts`). The device then sends what shall
         *     stay, based on the `edition` it was told, with the edits that are still unconfirmed and a new one.
         *
         *     Needs `reports:write`: admin, engineer, operator.
         */
        readonly put: operations["put_report"];
        readonly post?: never;
        /**
         * Discard a draft
         * @description A draft that was never submitted, by its author or by who may review. What devices send of it later is refused.
         *
         *     Needs `reports:write`: admin, engineer, operator.
         */
        readonly delete: operations["delete_report"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/retention/policies": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read the retention policies
         * @description All of the organisation's. Without any, nothing is ever trashed or deleted by itself.
         *
         *     Needs `retention:read`: admin, engineer.
         */
        readonly get: operations["get_retention_policies"];
        /**
         * Write the retention policies
         * @description The whole list. Policies of a type go before those for all types; of several that mean a document, the longest counts.
         *
         *     Needs `retention:write`: admin.
         */
        readonly put: operations["replace_retention_policies"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/retention/runs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List retention runs
         * @description One page of the reports.
         *
         *     Needs `retention:read`: admin, engineer.
         */
        readonly get: operations["list_retention_runs"];
        readonly put?: never;
        /**
         * Run the retention policies
         * @description Beside the daily one; a dry run only reports what would happen. Follow its state.
         *
         *     Needs `retention:write`: admin.
         */
        readonly post: operations["create_retention_run"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/retention/runs/{run_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a retention run
         * @description The policies it went by, and how many documents it did what to.
         *
         *     Needs `retention:read`: admin, engineer.
         */
        readonly get: operations["get_retention_run"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/retention/runs/{run_id}/rows": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List what a retention run did
         * @description One page: each document it trashed, deleted or kept, by which policy or because of which hold, as far as you see its site.
         *
         *     Needs `retention:read`: admin, engineer.
         */
        readonly get: operations["list_retention_rows"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/share-links/{link_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a link
         * @description One link with its count of uses, without its secret.
         *
         *     Needs `documents:share`: admin, engineer.
         */
        readonly get: operations["get_share_link"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Revoke a link
         * @description It works no more, at once. It stays on record; revoking twice is fine.
         *
         *     Needs `documents:share`: admin, engineer.
         */
        readonly delete: operations["delete_share_link"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/share-links/{link_id}/uses": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the uses of a link
         * @description The access log of 90 days: downloads, looks and wrong passwords, from which network and with what.
         *
         *     Needs `documents:share`: admin, engineer.
         */
        readonly get: operations["list_share_link_uses"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/shared/download": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Download by link
         * @description A URL for five minutes, always as an attachment. Every one that is given is a use of the link and recorded.
         *
         *     Open to everybody: whoever holds the link is the one it was given to
         */
        readonly post: operations["download_shared"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/shared/read": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * What does this link lead to?
         * @description What the page shows before a download; counts as no use. The token travels in the body, where no log sees it.
         *
         *     Open to everybody: whoever holds the link is the one it was given to
         */
        readonly post: operations["read_shared"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/shared/view": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Look at the pages behind a link
         * @description URLs of pictures of the first pages, for 10 to 20 minutes. Looking is a use of the link and recorded, as a download is.
         *     Asking again with `passed` within the hour is none, as long as the link works otherwise and leads to the same revision.
         *
         *     Open to everybody: whoever holds the link is the one it was given to
         */
        readonly post: operations["view_shared"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/sites": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List sites
         * @description One page of the sites in the caller's scope.
         *
         *     Needs `sites:read`: admin, engineer, operator, viewer.
         */
        readonly get: operations["list_sites"];
        readonly put?: never;
        /**
         * Add a site
         * @description A place where work is done. Only for those who see all sites, since nobody else would see the new one.
         *
         *     Needs `sites:write`: admin.
         */
        readonly post: operations["create_site"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/sites/{site_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a site
         * @description One site in the caller's scope.
         *
         *     Needs `sites:read`: admin, engineer, operator, viewer.
         */
        readonly get: operations["get_site"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Change a site
         * @description Name, code, time zone, start of the reporting day, status. A code that is given up is free for another site.
         *
         *     Needs `sites:write`: admin.
         */
        readonly patch: operations["change_site"];
        readonly trace?: never;
    };
    readonly "/v1/upload-links": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List upload links
         * @description One page, also of those that have ended; without their secrets.
         *
         *     Needs `documents:write`: admin, engineer, operator.
         */
        readonly get: operations["list_upload_links"];
        readonly put?: never;
        /**
         * Have files sent by link
         * @description A link for somebody without an account, within the organisation's sharing policy: where files go and as what is decided here.
         *     It is shown now and never again.
         *
         *     Needs `documents:write`: admin, engineer, operator.
         */
        readonly post: operations["create_upload_link"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/upload-links/{upload_link_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read an upload link
         * @description One link with what came by it so far, without its secret.
         *
         *     Needs `documents:write`: admin, engineer, operator.
         */
        readonly get: operations["get_upload_link"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Revoke an upload link
         * @description It takes nothing more, at once. What came by it stays; revoking twice is fine.
         *
         *     Needs `documents:write`: admin, engineer, operator.
         */
        readonly delete: operations["delete_upload_link"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/upload-links/{upload_link_id}/uses": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the uses of an upload link
         * @description The access log of 90 days: files announced and completed, wrong passwords, from which network and with what.
         *
         *     Needs `documents:write`: admin, engineer, operator.
         */
        readonly get: operations["list_upload_link_uses"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/users": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List users
         * @description One page of the organisation's users.
         *
         *     Needs `users:read`: admin, engineer.
         */
        readonly get: operations["list_users"];
        readonly put?: never;
        /**
         * Invite a user
         * @description Adds somebody to the caller's organisation and sends an invitation, which is good for 7 days.
         *
         *     Needs `users:write`: admin.
         */
        readonly post: operations["create_user"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/users/{user_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a user
         * @description One user of the caller's organisation.
         *
         *     Needs `users:read`: admin, engineer.
         */
        readonly get: operations["get_user"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete a user
         * @description Forgets the person: name, address, sessions and sign-in. What they did stays on record. Deleting twice is fine.
         *
         *     Needs `users:write`: admin.
         */
        readonly delete: operations["delete_user"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change a user
         * @description Name, role, site scope or status. A deactivated user is out at once; other changes hold from their next request on.
         *
         *     Needs `users:write`: admin.
         */
        readonly patch: operations["change_user"];
        readonly trace?: never;
    };
    readonly "/v1/users/{user_id}/invitation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Send the invitation again
         * @description Another letter with a link of its own, good for 7 days.
         *
         *     Needs `users:write`: admin.
         *
         *     At most 10 requests per minute and caller.
         */
        readonly post: operations["send_invitation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/users/{user_id}/second-factor": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Remove a user's second factor
         * @description For somebody who lost it, recovery codes included. A letter tells them. Nothing happens when there is none.
         *
         *     Needs `users:write`: admin.
         */
        readonly delete: operations["delete_second_factor"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/users/{user_id}/sign-out": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Sign a user out everywhere
         * @description Ends every session of theirs, with the access tokens.
         *
         *     Needs `users:write`: admin.
         */
        readonly post: operations["sign_user_out"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/views": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List views
         * @description One's own and those shared with one's role.
         *
         *     Needs `documents:read`: admin, engineer, operator, viewer.
         */
        readonly get: operations["list_views"];
        readonly put?: never;
        /**
         * Keep a view
         * @description For oneself, or with `roles` for everybody who has one of these. Whoever opens it sees what they may see.
         *
         *     Needs `documents:read`: admin, engineer, operator, viewer.
         */
        readonly post: operations["create_view"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/views/{view_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Open a view
         * @description It opens also when a site, a type, a discipline or a tag it names is gone, and says so.
         *
         *     Needs `documents:read`: admin, engineer, operator, viewer.
         */
        readonly get: operations["get_view"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete a view
         * @description For its owner; a shared one also for everybody who may share views.
         *
         *     Needs `documents:read`: admin, engineer, operator, viewer.
         */
        readonly delete: operations["delete_view"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change a view
         * @description For its owner; a shared one also for everybody who may share views.
         *
         *     Needs `documents:read`: admin, engineer, operator, viewer.
         */
        readonly patch: operations["change_view"];
        readonly trace?: never;
    };
    readonly "/v1/views/default": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Choose the view that opens first
         * @description For oneself. Repeating is harmless.
         *
         *     Needs `documents:read`: admin, engineer, operator, viewer.
         */
        readonly put: operations["choose_default_view"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/wells": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List wells
         * @description One page of the wells at sites in the caller's scope.
         *
         *     Needs `sites:read`: admin, engineer, operator, viewer.
         */
        readonly get: operations["list_wells"];
        readonly put?: never;
        /**
         * Add a well
         * @description At a site. What it is for has dates: rules of daily production ask for the role it has on the day of the report.
         *
         *     Needs `sites:write`: admin.
         */
        readonly post: operations["create_well"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/wells/{well_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a well
         * @description One well at a site in the caller's scope.
         *
         *     Needs `sites:read`: admin, engineer, operator, viewer.
         */
        readonly get: operations["get_well"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Change a well
         * @description Name, roles, status. Reports keep the name they were written with; those submitted before keep the role they were judged by.
         *
         *     Needs `sites:write`: admin.
         */
        readonly patch: operations["change_well"];
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** AcceptanceIn */
        readonly AcceptanceIn: {
            /**
             * Name
             * @description null: as the invitation has it
             * @default null
             */
            readonly name?: string | null;
            /**
             * Password
             * Format: password
             */
            readonly password: string;
            /**
             * Token
             * @description what stands behind # in the link
             */
            readonly token: string;
        };
        /**
         * Access
         * @description `view`: pictures of the first pages, and not the file.
         * @enum {string}
         */
        readonly Access: "download" | "view";
        /**
         * AcknowledgeDocuments
         * @description Whoever asks says that they have read what was in force when they asked.
         */
        readonly AcknowledgeDocuments: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly type: "acknowledge";
        };
        /** AcknowledgementIn */
        readonly AcknowledgementIn: {
            /**
             * Revision
             * @description the one that was read: it must be in force
             */
            readonly revision: number;
        };
        /** AcknowledgementOut */
        readonly AcknowledgementOut: {
            /** Acknowledgedat */
            readonly acknowledgedAt: string;
            /** Documentid */
            readonly documentId: string;
            /** Revision */
            readonly revision: number;
            readonly role: components["schemas"]["Role"];
            /**
             * Sha256
             * @description of the file that was read
             */
            readonly sha256: string;
            /** Userid */
            readonly userId: string;
        };
        /** AnnouncedOut */
        readonly AnnouncedOut: {
            readonly document: components["schemas"]["DocumentOut"];
            /**
             * Duplicates
             * @description documents you may see that hold the same bytes already
             */
            readonly duplicates: readonly components["schemas"]["DuplicateOut"][];
            readonly upload: components["schemas"]["UploadOut"];
        };
        /** ApiKeyChangeIn */
        readonly ApiKeyChangeIn: {
            /** Name */
            readonly name: string;
        };
        /** ApiKeyIn */
        readonly ApiKeyIn: {
            /**
             * @description the application signs in with tokens of its own; there is no secret then
             * @default null
             */
            readonly entra?: components["schemas"]["EntraApplicationIn"] | null;
            /**
             * Expiresat
             * Format: date-time
             * @description at most a year ahead
             */
            readonly expiresAt: string;
            /** Name */
            readonly name: string;
            /**
             * Permissions
             * @description at most your own, and none that is for people only
             */
            readonly permissions: readonly components["schemas"]["Permission"][];
            /**
             * Siteids
             * @description null: all sites; at most your own
             */
            readonly siteIds: readonly string[] | null;
        };
        /** ApiKeyOut */
        readonly ApiKeyOut: {
            /** Createdat */
            readonly createdAt: string;
            /** Createdby */
            readonly createdBy: string;
            readonly entra: components["schemas"]["EntraApplicationOut"] | null;
            /** Etag */
            readonly etag: string;
            /** Expiresat */
            readonly expiresAt: string;
            /**
             * Formersecretuntil
             * @description the secret before the last rotation works until then
             */
            readonly formerSecretUntil: string | null;
            /** Id */
            readonly id: string;
            /**
             * Lastusedat
             * @description to the hour; null: never
             */
            readonly lastUsedAt: string | null;
            /** Name */
            readonly name: string;
            /** Permissions */
            readonly permissions: readonly components["schemas"]["Permission"][];
            /** Revokedat */
            readonly revokedAt: string | null;
            /**
             * Siteids
             * @description null: all sites
             */
            readonly siteIds: readonly string[] | null;
            readonly state: components["schemas"]["ApiKeyState"];
            /** Updatedat */
            readonly updatedAt: string;
        };
        /** ApiKeyPage */
        readonly ApiKeyPage: {
            /** Items */
            readonly items: readonly components["schemas"]["ApiKeyOut"][];
            /** Nextcursor */
            readonly nextCursor: string | null;
        };
        /**
         * ApiKeyState
         * @enum {string}
         */
        readonly ApiKeyState: "active" | "expired" | "revoked";
        /**
         * ArchiveDownloadOut
         * @description Where a part is for an hour; its bytes have this SHA-256.
         */
        readonly ArchiveDownloadOut: {
            /** Expiresat */
            readonly expiresAt: string;
            /** Filename */
            readonly fileName: string;
            /** Sha256 */
            readonly sha256: string;
            /** Sizebytes */
            readonly sizeBytes: number;
            /** Url */
            readonly url: string;
        };
        /**
         * ArchiveImportIn
         * @description The manifest that will be uploaded; it says what the parts are.
         */
        readonly ArchiveImportIn: {
            /**
             * Code
             * @description six digits
             * @default null
             */
            readonly code?: string | null;
            /** Manifestsha256 */
            readonly manifestSha256: string;
            /** Manifestsizebytes */
            readonly manifestSizeBytes: number;
            /**
             * Password
             * @default null
             */
            readonly password?: string | null;
        };
        /** ArchiveImportOut */
        readonly ArchiveImportOut: {
            /**
             * Begun
             * @description something was done with it; read it to know what
             */
            readonly begun: boolean;
            /** Createdat */
            readonly createdAt: string;
            /** Createdby */
            readonly createdBy: string;
            /**
             * Expiresat
             * @description when what was uploaded is deleted; null when it is
             */
            readonly expiresAt: string | null;
            /** Id */
            readonly id: string;
            readonly run: components["schemas"]["ArchiveImportRunOut"] | null;
        };
        /** ArchiveImportPage */
        readonly ArchiveImportPage: {
            /** Items */
            readonly items: readonly components["schemas"]["ArchiveImportRow"][];
            /** Nextcursor */
            readonly nextCursor: string | null;
        };
        /** ArchiveImportRow */
        readonly ArchiveImportRow: {
            /**
             * Begun
             * @description something was done with it; read it to know what
             */
            readonly begun: boolean;
            /** Createdat */
            readonly createdAt: string;
            /** Createdby */
            readonly createdBy: string;
            /**
             * Expiresat
             * @description when what was uploaded is deleted; null when it is
             */
            readonly expiresAt: string | null;
            /** Id */
            readonly id: string;
        };
        /** ArchiveImportRunIn */
        readonly ArchiveImportRunIn: {
            /**
             * Dryrun
             * @description true: check everything, restore nothing
             */
            readonly dryRun: boolean;
        };
        /**
         * ArchiveImportRunOut
         * @description The newest work on an import.
         */
        readonly ArchiveImportRunOut: {
            /** Createdat */
            readonly createdAt: string;
            /** Createdby */
            readonly createdBy: string;
            /**
             * Done
             * @description parts that were checked, and that were restored
             */
            readonly done: number;
            /** Dryrun */
            readonly dryRun: boolean;
            /**
             * Failedat
             * @description the part and what in it
             */
            readonly failedAt: string;
            /**
             * Failure
             * @description a code for why it failed
             */
            readonly failure: string | null;
            /** Finishedat */
            readonly finishedAt: string | null;
            /** Percent */
            readonly percent: number | null;
            readonly phase: components["schemas"]["ImportPhase"];
            /**
             * Rejected
             * @description revisions whose files are not let in any more
             */
            readonly rejected: number;
            /**
             * Restored
             * @description items by kind
             */
            readonly restored: {
                readonly [key: string]: number;
            };
            readonly state: components["schemas"]["RunState"];
            /** Total */
            readonly total: number | null;
        };
        /**
         * ArchiveOut
         * @description An archive of the organisation, and how far it is.
         */
        readonly ArchiveOut: {
            /**
             * Counts
             * @description items by kind
             */
            readonly counts: {
                readonly [key: string]: number;
            };
            /** Createdat */
            readonly createdAt: string;
            /** Createdby */
            readonly createdBy: string;
            /**
             * Dataasof
             * @description everything that was accepted before is in it
             */
            readonly dataAsOf: string | null;
            /**
             * Done
             * @description documents
             */
            readonly done: number;
            /**
             * Expiresat
             * @description null when it has expired, or is not finished
             */
            readonly expiresAt: string | null;
            /**
             * Failedat
             * @description the revision whose file is not what was verified
             */
            readonly failedAt: string;
            /**
             * Failure
             * @description a code for why it failed
             */
            readonly failure: string | null;
            /**
             * Filebytes
             * @description of the files in them
             */
            readonly fileBytes: number;
            /** Finishedat */
            readonly finishedAt: string | null;
            /** Id */
            readonly id: string;
            /**
             * Parts
             * @description that are written
             */
            readonly parts: number;
            /**
             * Percent
             * @description of the documents; null while nobody knows how many there are
             */
            readonly percent: number | null;
            /**
             * Sizebytes
             * @description of these parts
             */
            readonly sizeBytes: number;
            readonly state: components["schemas"]["RunState"];
            /** Total */
            readonly total: number | null;
            /**
             * Writing
             * @description bytes of files in the part that is being written
             */
            readonly writing: number;
        };
        /** ArchivePage */
        readonly ArchivePage: {
            /** Items */
            readonly items: readonly components["schemas"]["ArchiveOut"][];
            /** Nextcursor */
            readonly nextCursor: string | null;
        };
        /**
         * AskedOut
         * @description You are asked to acknowledge the revision in force.
         */
        readonly AskedOut: {
            /**
             * Acknowledgedat
             * @description null: still to be done
             */
            readonly acknowledgedAt: string | null;
            /** Revision */
            readonly revision: number;
        };
        /**
         * Attachment
         * @description A file as the device names it: its id is that of the document that holds it.
         */
        readonly Attachment: {
            /** Id */
            readonly id: string;
            /** Name */
            readonly name: string;
            /** Sha256 */
            readonly sha256: string;
            /** Sizebytes */
            readonly sizeBytes: number;
        };
        /**
         * AttachmentIn
         * @description Kept as it is sent: the receipt is over it.
         */
        readonly AttachmentIn: {
            /**
             * Id
             * @description of the document that holds the file
             */
            readonly id: string;
            /** Name */
            readonly name: string;
            /**
             * Sha256
             * @description of the whole file, lower-case hex
             */
            readonly sha256: string;
            /** Sizebytes */
            readonly sizeBytes: number;
        };
        /** AttachmentOut */
        readonly AttachmentOut: {
            /** Id */
            readonly id: string;
            /** Name */
            readonly name: string;
            /** Sha256 */
            readonly sha256: string;
            /** Sizebytes */
            readonly sizeBytes: number;
        };
        /**
         * Blank
         * @description What an empty cell means: nothing is said, or the value is taken away.
         * @enum {string}
         */
        readonly Blank: "keep" | "clear";
        /** BlockOut */
        readonly BlockOut: {
            /** Id */
            readonly id: string;
            /** Sizebytes */
            readonly sizeBytes: number;
        };
        /** BulkChangeOut */
        readonly BulkChangeOut: {
            /** After */
            readonly after: unknown;
            /** Before */
            readonly before: unknown;
            /**
             * Field
             * @description `siteId`, `fields.depth` ...
             */
            readonly field: string;
        };
        /** BulkErrorOut */
        readonly BulkErrorOut: {
            /** Code */
            readonly code: string;
            /**
             * Column
             * @description of an imported table
             */
            readonly column: string | null;
            /**
             * Field
             * @description of the document
             */
            readonly field: string | null;
            /** Message */
            readonly message: string;
            /**
             * Value
             * @description what stands in the cell, or what the document holds there and keeps
             */
            readonly value: unknown;
        };
        /** BulkFailureOut */
        readonly BulkFailureOut: {
            /** Code */
            readonly code: string;
            /** Message */
            readonly message: string;
        };
        /** BulkImportIn */
        readonly BulkImportIn: {
            /** @description what an empty cell means: the value stays, or is taken away */
            readonly blank: components["schemas"]["Blank"];
            /**
             * Documentid
             * @description a document whose revision is a table
             */
            readonly documentId: string;
            /**
             * Dryrun
             * @description true: only say what would happen
             */
            readonly dryRun: boolean;
            /** @description the column that says which document a line is about */
            readonly key: components["schemas"]["ImportKey"];
            /**
             * Mapping
             * @description by column: number, title, site (code or id), type (code or id), discipline, tags (by ; or ,) or fields.<key>
             */
            readonly mapping: {
                readonly [key: string]: string;
            };
            /**
             * Revision
             * @description a number; without it, the current revision
             * @default null
             */
            readonly revision?: number | null;
        };
        /** BulkOperationIn */
        readonly BulkOperationIn: {
            /** Action */
            readonly action: components["schemas"]["TagDocuments"] | components["schemas"]["MoveDocuments"] | components["schemas"]["ClassDocuments"] | components["schemas"]["HoldDocuments"] | components["schemas"]["TrashDocuments"] | components["schemas"]["RestoreDocuments"] | components["schemas"]["AcknowledgeDocuments"];
            /**
             * Dryrun
             * @description true: only say what would happen
             */
            readonly dryRun: boolean;
            readonly selection: components["schemas"]["SelectionIn"];
        };
        /** BulkOperationOut */
        readonly BulkOperationOut: {
            /** Action */
            readonly action: components["schemas"]["TagDocuments"] | components["schemas"]["MoveDocuments"] | components["schemas"]["ClassDocuments"] | components["schemas"]["HoldDocuments"] | components["schemas"]["TrashDocuments"] | components["schemas"]["RestoreDocuments"] | components["schemas"]["AcknowledgeDocuments"] | components["schemas"]["ImportDocuments"] | components["schemas"]["MigrateDocuments"];
            /** Cancelledby */
            readonly cancelledBy: string | null;
            /**
             * Carriedoutby
             * @description of a dry run: what carries it out
             */
            readonly carriedOutBy: string | null;
            /**
             * Carriesout
             * @description the dry run whose documents these are
             */
            readonly carriesOut: string | null;
            /** Createdat */
            readonly createdAt: string;
            /** Createdby */
            readonly createdBy: string;
            /** Done */
            readonly done: number;
            /** Dryrun */
            readonly dryRun: boolean;
            /** @description why it failed */
            readonly failure: components["schemas"]["BulkFailureOut"] | null;
            /** Finishedat */
            readonly finishedAt: string | null;
            /** Id */
            readonly id: string;
            /**
             * Outcomes
             * @description documents by what became of them; of a dry run, what would
             */
            readonly outcomes: {
                readonly [key: string]: number;
            };
            /** Percent */
            readonly percent: number | null;
            /** Startedat */
            readonly startedAt: string | null;
            readonly state: components["schemas"]["RunState"];
            /**
             * Total
             * @description null until everything is selected
             */
            readonly total: number | null;
        };
        /** BulkOperationPage */
        readonly BulkOperationPage: {
            /** Items */
            readonly items: readonly components["schemas"]["BulkOperationOut"][];
            /** Nextcursor */
            readonly nextCursor: string | null;
        };
        /** BulkPreviewIn */
        readonly BulkPreviewIn: {
            /**
             * Documentid
             * @description a document whose revision is a table
             */
            readonly documentId: string;
            /**
             * Revision
             * @description a number; without it, the current revision
             * @default null
             */
            readonly revision?: number | null;
        };
        /** BulkPreviewOut */
        readonly BulkPreviewOut: {
            /** Columns */
            readonly columns: readonly string[];
            /** Delimiter */
            readonly delimiter: string;
            /** Encoding */
            readonly encoding: string;
            /** @description which column seems to say what document a line is about */
            readonly key: components["schemas"]["ImportKey"] | null;
            /**
             * Mapping
             * @description what columns seem to be by their names
             */
            readonly mapping: {
                readonly [key: string]: string;
            };
            /** Revision */
            readonly revision: number;
            /**
             * Rows
             * @description the first lines as they are; text that begins like a formula is text
             */
            readonly rows: readonly (readonly string[])[];
        };
        /** BulkQueryIn */
        readonly BulkQueryIn: {
            /**
             * Createdbefore
             * @default null
             */
            readonly createdBefore?: string | null;
            /**
             * Createdfrom
             * @default null
             */
            readonly createdFrom?: string | null;
            /**
             * Discipline
             * @default null
             */
            readonly discipline?: string | null;
            /**
             * Field
             * @description one custom field as `key:value`; of a number the value as entered, or with a unit
             * @default null
             */
            readonly field?: string | null;
            /**
             * Inforce
             * @description whether a revision is in force; who may not review gets those where one is, and their own, unless this, `state` or `status` says otherwise
             * @default null
             */
            readonly inForce?: boolean | null;
            /**
             * Number
             * @description what the number begins with
             * @default null
             */
            readonly number?: string | null;
            /**
             * Q
             * @description words as in the search, of the documents themselves: number, title, tags, names of files, fields
             * @default null
             */
            readonly q?: string | null;
            /**
             * Siteid
             * @default null
             */
            readonly siteId?: string | null;
            /**
             * @description of the newest revision
             * @default null
             */
            readonly state?: components["schemas"]["RevisionState"] | null;
            /**
             * @description of the current revision
             * @default null
             */
            readonly status?: components["schemas"]["ControlStatus"] | null;
            /**
             * Tag
             * @default null
             */
            readonly tag?: string | null;
            /**
             * Trashed
             * @default false
             */
            readonly trashed?: boolean;
            /**
             * Typeid
             * @default null
             */
            readonly typeId?: string | null;
            /**
             * Updatedbefore
             * @default null
             */
            readonly updatedBefore?: string | null;
            /**
             * Updatedfrom
             * @default null
             */
            readonly updatedFrom?: string | null;
        };
        /**
         * BulkResultOut
         * @description What became of one document, or of one line of a table. It stays when the document is gone.
         */
        readonly BulkResultOut: {
            /** At */
            readonly at: string;
            /** Changes */
            readonly changes: readonly components["schemas"]["BulkChangeOut"][];
            /** Documentid */
            readonly documentId: string | null;
            /**
             * Errors
             * @description why it was refused
             */
            readonly errors: readonly components["schemas"]["BulkErrorOut"][];
            /**
             * Line
             * @description of an imported table
             */
            readonly line: number | null;
            readonly outcome: components["schemas"]["shared__bulk__model__Outcome"];
            /**
             * Title
             * @description as it was; null for what whoever asked for it did not see
             */
            readonly title: string | null;
        };
        /** BulkResultPage */
        readonly BulkResultPage: {
            /** Items */
            readonly items: readonly components["schemas"]["BulkResultOut"][];
            /** Nextcursor */
            readonly nextCursor: string | null;
        };
        /** ChallengedCodeIn */
        readonly ChallengedCodeIn: {
            /** Challenge */
            readonly challenge: string;
            /**
             * Code
             * @description six digits
             */
            readonly code: string;
        };
        /** ChallengeIn */
        readonly ChallengeIn: {
            /** Challenge */
            readonly challenge: string;
        };
        /**
         * ChallengeOut
         * @description Send the challenge with a code to `verify_second_factor`.
         */
        readonly ChallengeOut: {
            /** Challenge */
            readonly challenge: string;
            /**
             * Expiresin
             * @description seconds
             */
            readonly expiresIn: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly outcome: "second_factor";
        };
        /** ClassDocuments */
        readonly ClassDocuments: {
            /**
             * Discipline
             * @description a code from the organisation's list; null takes it away
             */
            readonly discipline: string | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly type: "discipline";
        };
        /** CodeIn */
        readonly CodeIn: {
            /**
             * Code
             * @description six digits
             */
            readonly code: string;
        };
        /**
         * ContentOut
         * @description What the report says as of an edition, as it was sent: without SI values.
         */
        readonly ContentOut: {
            /** Attachments */
            readonly attachments: readonly components["schemas"]["AttachmentOut"][];
            /** Edition */
            readonly edition: number;
            /** Payload */
            readonly payload: {
                readonly [key: string]: unknown;
            };
            /** Reasons */
            readonly reasons: {
                readonly [key: string]: string;
            };
        };
        /**
         * ControlStatus
         * @enum {string}
         */
        readonly ControlStatus: "draft" | "in_review" | "changes_requested" | "approved" | "superseded";
        /** CredentialsIn */
        readonly CredentialsIn: {
            /** Email */
            readonly email: string;
            /**
             * Password
             * Format: password
             */
            readonly password: string;
        };
        /** DatedRoleIn */
        readonly DatedRoleIn: {
            /**
             * From
             * Format: date
             * @description the first reporting day of this role
             */
            readonly from: string;
            readonly role: components["schemas"]["WellRole"];
        };
        /** DatedRoleOut */
        readonly DatedRoleOut: {
            /**
             * From
             * Format: date
             */
            readonly from: string;
            readonly role: components["schemas"]["WellRole"];
        };
        /**
         * Decision
         * @enum {string}
         */
        readonly Decision: "approve" | "request_changes";
        /** DecisionIn */
        readonly DecisionIn: {
            /**
             * Comment
             * @description needed where changes are requested
             * @default null
             */
            readonly comment?: string | null;
            readonly decision: components["schemas"]["Decision"];
        };
        /** DefaultViewIn */
        readonly DefaultViewIn: {
            /**
             * Viewid
             * @description one's own or a shared one; null: none
             */
            readonly viewId: string | null;
        };
        /** DepartureOut */
        readonly DepartureOut: {
            /**
             * Url
             * @description go there; the browser comes back to the callback by itself
             */
            readonly url: string;
        };
        /** DerivedOut */
        readonly DerivedOut: {
            /**
             * Pages
             * @description that were made
             */
            readonly pages: number;
            /**
             * Reason
             * @description a word for why it failed: encrypted, damaged, timed_out ...
             */
            readonly reason: string | null;
            readonly state: components["schemas"]["DerivedState"];
            /**
             * Total
             * @description pages of the file, where it says how many it has
             */
            readonly total: number | null;
            /**
             * Truncated
             * @description the caps that were met: pages, page, total, time, source, damaged
             */
            readonly truncated: readonly string[];
        };
        /**
         * DerivedState
         * @enum {string}
         */
        readonly DerivedState: "none" | "pending" | "ready" | "failed";
        /**
         * Disagreement
         * @description Nothing was stored. Base what shall stay on `edition`, with the edits that are still to be confirmed and a new one.
         */
        readonly Disagreement: {
            /** @description what both began with; null when it is not kept any more */
            readonly base: components["schemas"]["Draft"] | null;
            /** Conflicts */
            readonly conflicts: readonly components["schemas"]["FieldConflict"][];
            /**
             * Edition
             * @description of `theirs`
             */
            readonly edition: number;
            /** @description both brought together, with `theirs` where they conflict; null when that would be no report */
            readonly merged: components["schemas"]["Draft"] | null;
            /** @description what was sent */
            readonly mine: components["schemas"]["Draft"];
            /** Reportid */
            readonly reportId: string;
            /** @description what the server has */
            readonly theirs: components["schemas"]["Draft"];
        };
        /** Discipline */
        readonly Discipline: {
            /** Code */
            readonly code: string;
            /** Name */
            readonly name: string;
        };
        /** DisciplineIn */
        readonly DisciplineIn: {
            /**
             * Code
             * @description part of the numbers of documents
             */
            readonly code: string;
            /** Name */
            readonly name: string;
        };
        /**
         * DisciplinesIn
         * @description The whole list.
         */
        readonly DisciplinesIn: {
            /** Disciplines */
            readonly disciplines: readonly components["schemas"]["DisciplineIn"][];
        };
        /** DisciplinesOut */
        readonly DisciplinesOut: {
            /** Disciplines */
            readonly disciplines: readonly components["schemas"]["Discipline"][];
            /** Etag */
            readonly etag: string;
        };
        /**
         * DocumentChangeIn
         * @description What is absent stays as it is; `fields` replaces all of them, `tags` too. A type or a discipline of null is taken away.
         */
        readonly DocumentChangeIn: {
            /**
             * Addedacknowledgementroles
             * @description roles that have to acknowledge it besides those its type asks; only who may review decides that
             * @default null
             */
            readonly addedAcknowledgementRoles?: readonly components["schemas"]["Role"][] | null;
            /**
             * Discipline
             * @description a code from the organisation's list
             * @default null
             */
            readonly discipline?: string | null;
            /**
             * Fields
             * @description all custom fields by key: a text, a date as 2026-05-04, a number or an object with `value` and `unit`
             * @default null
             */
            readonly fields?: {
                readonly [key: string]: unknown;
            } | null;
            /**
             * Number
             * @description by hand, where the type permits it; else documents of a type are numbered in turn
             * @default null
             */
            readonly number?: string | null;
            /**
             * Siteid
             * @description null: of no site, for everybody in the organisation
             * @default null
             */
            readonly siteId?: string | null;
            /**
             * Tags
             * @description kept in small letters, each once
             * @default []
             */
            readonly tags?: readonly string[];
            /**
             * Title
             * @default null
             */
            readonly title?: string | null;
            /**
             * Typeid
             * @default null
             */
            readonly typeId?: string | null;
        };
        /** DocumentIn */
        readonly DocumentIn: {
            /**
             * Contenttype
             * @description what the client takes it for; the real type is looked at
             */
            readonly contentType: string;
            /**
             * Discipline
             * @description a code from the organisation's list
             * @default null
             */
            readonly discipline?: string | null;
            /**
             * Fields
             * @description all custom fields by key: a text, a date as 2026-05-04, a number or an object with `value` and `unit`
             * @default null
             */
            readonly fields?: {
                readonly [key: string]: unknown;
            } | null;
            /** Filename */
            readonly fileName: string;
            /**
             * Number
             * @description by hand, where the type permits it; else documents of a type are numbered in turn
             * @default null
             */
            readonly number?: string | null;
            /**
             * Sha256
             * @description of the whole file, lower-case hex
             */
            readonly sha256: string;
            /**
             * Siteid
             * @description without it, everybody in the organisation sees the document
             * @default null
             */
            readonly siteId?: string | null;
            /** Sizebytes */
            readonly sizeBytes: number;
            /**
             * Tags
             * @description kept in small letters, each once
             * @default []
             */
            readonly tags?: readonly string[];
            /**
             * Title
             * @description the file name if left out
             * @default null
             */
            readonly title?: string | null;
            /**
             * Typeid
             * @default null
             */
            readonly typeId?: string | null;
        };
        /** DocumentOut */
        readonly DocumentOut: {
            /**
             * Acknowledgementroles
             * @description who has to acknowledge the revision in force
             */
            readonly acknowledgementRoles: readonly components["schemas"]["Role"][];
            /**
             * Addedacknowledgementroles
             * @description those of them who are asked besides by this document alone
             */
            readonly addedAcknowledgementRoles: readonly components["schemas"]["Role"][];
            /** @description the revision in force */
            readonly approved: components["schemas"]["FileOut"] | null;
            /** Createdat */
            readonly createdAt: string;
            /** Createdby */
            readonly createdBy: string;
            /** @description the newest ready revision */
            readonly current: components["schemas"]["FileOut"] | null;
            /** Discipline */
            readonly discipline: string | null;
            /** Etag */
            readonly etag: string;
            /**
             * Fields
             * @description custom fields that have a value, by key: a text, a date as 2026-05-04, or a number with `unit` and `si`
             */
            readonly fields: {
                readonly [key: string]: unknown;
            };
            /** @description who sent it by an upload link; it is its maker's all the same */
            readonly guest: components["schemas"]["GuestOut"] | null;
            /**
             * Holds
             * @description ids of the cases that hold it; null for who may not read cases
             */
            readonly holds: readonly string[] | null;
            /** Id */
            readonly id: string;
            /**
             * Inreview
             * @description the number of the revision that is being reviewed
             */
            readonly inReview: number | null;
            /**
             * Isheld
             * @description under legal hold: nobody can delete it for good
             */
            readonly isHeld: boolean;
            /** @description the last revision announced, whatever became of it */
            readonly newest: components["schemas"]["FileOut"];
            /**
             * Number
             * @description unique in the organisation; null without a type
             */
            readonly number: string | null;
            /**
             * Reviewrequired
             * @description if not, whatever is ready is approved
             */
            readonly reviewRequired: boolean;
            /** @description what you get where you name no revision: the one in force; the current one if you may review */
            readonly shown: components["schemas"]["ShownOut"] | null;
            /**
             * Siteid
             * @description null: of no site, for everybody in the organisation
             */
            readonly siteId: string | null;
            /** @description of the current revision */
            readonly status: components["schemas"]["ControlStatus"];
            /** Tags */
            readonly tags: readonly string[];
            /** Title */
            readonly title: string;
            /** Trashedat */
            readonly trashedAt: string | null;
            /** Typeid */
            readonly typeId: string | null;
            /**
             * Typeversion
             * @description the version of the type that `fields` keep to
             */
            readonly typeVersion: number | null;
            /** Updatedat */
            readonly updatedAt: string;
        };
        /** DocumentPage */
        readonly DocumentPage: {
            /** Items */
            readonly items: readonly components["schemas"]["ListedDocumentOut"][];
            /** Nextcursor */
            readonly nextCursor: string | null;
        };
        /** DocumentReadOut */
        readonly DocumentReadOut: {
            /** @description what is asked of you; null: nothing */
            readonly acknowledgement: components["schemas"]["AskedOut"] | null;
            /**
             * Acknowledgementroles
             * @description who has to acknowledge the revision in force
             */
            readonly acknowledgementRoles: readonly components["schemas"]["Role"][];
            /**
             * Addedacknowledgementroles
             * @description those of them who are asked besides by this document alone
             */
            readonly addedAcknowledgementRoles: readonly components["schemas"]["Role"][];
            /** @description the revision in force */
            readonly approved: components["schemas"]["FileOut"] | null;
            /** Createdat */
            readonly createdAt: string;
            /** Createdby */
            readonly createdBy: string;
            /** @description the newest ready revision */
            readonly current: components["schemas"]["FileOut"] | null;
            /** Discipline */
            readonly discipline: string | null;
            /**
             * Duplicates
             * @description others that held the bytes of the newest or current revision when it was verified, as far as you may see them
             */
            readonly duplicates: readonly components["schemas"]["DuplicateOut"][];
            /** Etag */
            readonly etag: string;
            /**
             * Fields
             * @description custom fields that have a value, by key: a text, a date as 2026-05-04, or a number with `unit` and `si`
             */
            readonly fields: {
                readonly [key: string]: unknown;
            };
            /** @description who sent it by an upload link; it is its maker's all the same */
            readonly guest: components["schemas"]["GuestOut"] | null;
            /**
             * Holds
             * @description ids of the cases that hold it; null for who may not read cases
             */
            readonly holds: readonly string[] | null;
            /** Id */
            readonly id: string;
            /**
             * Inreview
             * @description the number of the revision that is being reviewed
             */
            readonly inReview: number | null;
            /**
             * Isheld
             * @description under legal hold: nobody can delete it for good
             */
            readonly isHeld: boolean;
            /** @description the last revision announced, whatever became of it */
            readonly newest: components["schemas"]["FileOut"];
            /**
             * Number
             * @description unique in the organisation; null without a type
             */
            readonly number: string | null;
            /**
             * Reviewrequired
             * @description if not, whatever is ready is approved
             */
            readonly reviewRequired: boolean;
            /** @description what you get where you name no revision: the one in force; the current one if you may review */
            readonly shown: components["schemas"]["ShownOut"] | null;
            /**
             * Siteid
             * @description null: of no site, for everybody in the organisation
             */
            readonly siteId: string | null;
            /** @description of the current revision */
            readonly status: components["schemas"]["ControlStatus"];
            /** Tags */
            readonly tags: readonly string[];
            /** Title */
            readonly title: string;
            /** Trashedat */
            readonly trashedAt: string | null;
            /** Typeid */
            readonly typeId: string | null;
            /**
             * Typeversion
             * @description the version of the type that `fields` keep to
             */
            readonly typeVersion: number | null;
            /** Updatedat */
            readonly updatedAt: string;
        };
        /** DocumentRetentionOut */
        readonly DocumentRetentionOut: {
            readonly delete: components["schemas"]["FateOut"] | null;
            /**
             * Explanation
             * @description why the document is kept and until when, in words
             */
            readonly explanation: string;
            /**
             * Heldby
             * @description how many cases hold it
             */
            readonly heldBy: number;
            /**
             * Holds
             * @description the cases, for those who may read cases
             */
            readonly holds: readonly components["schemas"]["HoldNameOut"][];
            /**
             * Keptuntil
             * @description null: under hold, or no policy ever deletes it
             */
            readonly keptUntil: string | null;
            readonly storage: components["schemas"]["StorageHold"];
            readonly trash: components["schemas"]["FateOut"] | null;
        };
        /** DocumentSearchPage */
        readonly DocumentSearchPage: {
            /**
             * Iscomplete
             * @description false if a bound was met: there may be more that match than are shown
             */
            readonly isComplete: boolean;
            /** Items */
            readonly items: readonly components["schemas"]["HitOut"][];
            /** Nextcursor */
            readonly nextCursor: string | null;
        };
        /**
         * DocumentTypeChangeIn
         * @description What is absent stays as it is; `fields` replaces all of them.
         */
        readonly DocumentTypeChangeIn: {
            /**
             * Acknowledgementrequired
             * @default null
             */
            readonly acknowledgementRequired?: boolean | null;
            /**
             * Acknowledgementroles
             * @default null
             */
            readonly acknowledgementRoles?: readonly components["schemas"]["Role"][] | null;
            /**
             * Code
             * @default null
             */
            readonly code?: string | null;
            /**
             * Fields
             * @default null
             */
            readonly fields?: readonly components["schemas"]["FieldIn"][] | null;
            /**
             * Manualnumbers
             * @default null
             */
            readonly manualNumbers?: boolean | null;
            /**
             * Name
             * @default null
             */
            readonly name?: string | null;
            /**
             * Numberpattern
             * @default null
             */
            readonly numberPattern?: string | null;
            /**
             * Reviewrequired
             * @default null
             */
            readonly reviewRequired?: boolean | null;
        };
        /** DocumentTypeIn */
        readonly DocumentTypeIn: {
            /**
             * Acknowledgementrequired
             * @default false
             */
            readonly acknowledgementRequired?: boolean;
            /**
             * Acknowledgementroles
             * @description who has to acknowledge, where that is required
             * @default [
             *       "operator"
             *     ]
             */
            readonly acknowledgementRoles?: readonly components["schemas"]["Role"][];
            /**
             * Code
             * @description part of the numbers of documents
             */
            readonly code: string;
            /**
             * Fields
             * @default []
             */
            readonly fields?: readonly components["schemas"]["FieldIn"][];
            /**
             * Manualnumbers
             * @description documents may also be given a number by hand
             * @default false
             */
            readonly manualNumbers?: boolean;
            /** Name */
            readonly name: string;
            /**
             * Numberpattern
             * @description tokens {site}, {type}, {discipline}, {year} and {seq:N} once (N digits), between them A-Z a-z 0-9 . _ / -
             * @default {type}-{year}-{seq:4}
             */
            readonly numberPattern?: string;
            /**
             * Reviewrequired
             * @default false
             */
            readonly reviewRequired?: boolean;
        };
        /** DocumentTypeOut */
        readonly DocumentTypeOut: {
            /** Acknowledgementrequired */
            readonly acknowledgementRequired: boolean;
            /** Acknowledgementroles */
            readonly acknowledgementRoles: readonly components["schemas"]["Role"][];
            /** Code */
            readonly code: string;
            /** Createdat */
            readonly createdAt: string;
            /** Etag */
            readonly etag: string;
            /** Fields */
            readonly fields: readonly components["schemas"]["FieldSpec"][];
            /** Id */
            readonly id: string;
            /** Manualnumbers */
            readonly manualNumbers: boolean;
            /** Name */
            readonly name: string;
            /** Numberpattern */
            readonly numberPattern: string;
            /** Reviewrequired */
            readonly reviewRequired: boolean;
            readonly status: components["schemas"]["DocumentTypeStatus"];
            /** Updatedat */
            readonly updatedAt: string;
            /** Version */
            readonly version: number;
        };
        /** DocumentTypePage */
        readonly DocumentTypePage: {
            /** Items */
            readonly items: readonly components["schemas"]["DocumentTypeRow"][];
            /** Nextcursor */
            readonly nextCursor: string | null;
        };
        /**
         * DocumentTypeRow
         * @description A type as a list shows it, without its fields.
         */
        readonly DocumentTypeRow: {
            /** Acknowledgementrequired */
            readonly acknowledgementRequired: boolean;
            /** Acknowledgementroles */
            readonly acknowledgementRoles: readonly components["schemas"]["Role"][];
            /** Code */
            readonly code: string;
            /** Createdat */
            readonly createdAt: string;
            /** Id */
            readonly id: string;
            /** Manualnumbers */
            readonly manualNumbers: boolean;
            /** Name */
            readonly name: string;
            /** Numberpattern */
            readonly numberPattern: string;
            /** Reviewrequired */
            readonly reviewRequired: boolean;
            readonly status: components["schemas"]["DocumentTypeStatus"];
            /** Updatedat */
            readonly updatedAt: string;
            /** Version */
            readonly version: number;
        };
        /**
         * DocumentTypeStatus
         * @enum {string}
         */
        readonly DocumentTypeStatus: "active" | "retired";
        /**
         * DocumentTypeVersionOut
         * @description What documents written with this version keep to.
         */
        readonly DocumentTypeVersionOut: {
            /** Acknowledgementrequired */
            readonly acknowledgementRequired: boolean;
            /** Acknowledgementroles */
            readonly acknowledgementRoles: readonly components["schemas"]["Role"][];
            /** Code */
            readonly code: string;
            /** Createdat */
            readonly createdAt: string;
            /** Fields */
            readonly fields: readonly components["schemas"]["FieldSpec"][];
            /** Manualnumbers */
            readonly manualNumbers: boolean;
            /** Name */
            readonly name: string;
            /** Numberpattern */
            readonly numberPattern: string;
            /** Reviewrequired */
            readonly reviewRequired: boolean;
            /** Typeid */
            readonly typeId: string;
            /** Version */
            readonly version: number;
        };
        /** DownloadOut */
        readonly DownloadOut: {
            /** Expiresat */
            readonly expiresAt: string;
            /** Filename */
            readonly fileName: string;
            /** Inforce */
            readonly inForce: boolean;
            /**
             * Isnewest
             * @description no later one is ready or on its way
             */
            readonly isNewest: boolean;
            /** Revision */
            readonly revision: number;
            /** Sha256 */
            readonly sha256: string;
            /** Sizebytes */
            readonly sizeBytes: number;
            /**
             * Supersededby
             * @description the revision in force, if it is a later one
             */
            readonly supersededBy: number | null;
            /** Url */
            readonly url: string;
        };
        /**
         * Draft
         * @description What a report says: quantities as entered, without SI values. `reasons` are the author's, by the id of the rule that warns.
         */
        readonly Draft: {
            /**
             * Attachments
             * @default []
             */
            readonly attachments?: readonly components["schemas"]["Attachment"][];
            /** Payload */
            readonly payload: {
                readonly [key: string]: unknown;
            };
            /** Reasons */
            readonly reasons?: {
                readonly [key: string]: string;
            };
        };
        /** DueCalendarIn */
        readonly DueCalendarIn: {
            /** Holidays */
            readonly holidays: readonly components["schemas"]["HolidayIn"][];
        };
        /** DueCalendarOut */
        readonly DueCalendarOut: {
            /** Etag */
            readonly etag: string;
            /** Holidays */
            readonly holidays: readonly components["schemas"]["HolidayOut"][];
            /** Updatedat */
            readonly updatedAt: string;
        };
        /**
         * DueOut
         * @description A document whose revision in force you have not acknowledged.
         */
        readonly DueOut: {
            /** Documentid */
            readonly documentId: string;
            /** Filename */
            readonly fileName: string;
            /** Inforcesince */
            readonly inForceSince: string | null;
            /** Number */
            readonly number: string | null;
            /** Revision */
            readonly revision: number;
            /** Siteid */
            readonly siteId: string | null;
            /** Sizebytes */
            readonly sizeBytes: number;
            /** Title */
            readonly title: string;
            /** Typeid */
            readonly typeId: string | null;
        };
        /** DuePage */
        readonly DuePage: {
            /** Items */
            readonly items: readonly components["schemas"]["DueOut"][];
            /** Nextcursor */
            readonly nextCursor: string | null;
        };
        /**
         * DuePlanChangeIn
         * @description What is absent stays as it is. What a plan says counts for past days too: to change it from a day on, end it and add another.
         */
        readonly DuePlanChangeIn: {
            /**
             * Days
             * @default null
             */
            readonly days?: readonly number[] | null;
            /**
             * Dueat
             * @default null
             */
            readonly dueAt?: string | null;
            /**
             * Duedays
             * @default null
             */
            readonly dueDays?: number | null;
            /**
             * Escalations
             * @default null
             */
            readonly escalations?: readonly components["schemas"]["EscalationIn"][] | null;
            /**
             * Owedonholidays
             * @default null
             */
            readonly owedOnHolidays?: boolean | null;
            /**
             * Reminderminutes
             * @description null: none
             * @default null
             */
            readonly reminderMinutes?: number | null;
            /** @default null */
            readonly rhythm?: components["schemas"]["Rhythm"] | null;
            /**
             * Subjects
             * @default null
             */
            readonly subjects?: readonly string[] | null;
            /**
             * Validfrom
             * @default null
             */
            readonly validFrom?: string | null;
            /**
             * Validuntil
             * @description null: without end
             * @default null
             */
            readonly validUntil?: string | null;
        };
        /** DuePlanIn */
        readonly DuePlanIn: {
            /**
             * Days
             * @description weekly: 1 is Monday; monthly: a shorter month owes on its last day
             * @default []
             */
            readonly days?: readonly number[];
            /**
             * Dueat
             * @description the first time after the end of the reporting day that the clock shows this
             */
            readonly dueAt: string;
            /**
             * Duedays
             * @description whole days later than that
             * @default 0
             */
            readonly dueDays?: number;
            /**
             * Escalations
             * @description who gets a letter when, as long as it is missing
             */
            readonly escalations?: readonly components["schemas"]["EscalationIn"][];
            /**
             * Owedonholidays
             * @default false
             */
            readonly owedOnHolidays?: boolean;
            /**
             * Reminderminutes
             * @description before it is due, to operators of the site
             * @default null
             */
            readonly reminderMinutes?: number | null;
            /** @default daily */
            readonly rhythm?: components["schemas"]["Rhythm"];
            /** Siteid */
            readonly siteId: string;
            /**
             * Subjects
             * @description wells, wellbores or tags, one report each; empty: one report of any
             * @default []
             */
            readonly subjects?: readonly string[];
            /**
             * Type
             * @description type of report, such as daily_production
             */
            readonly type: string;
            /**
             * Validfrom
             * Format: date
             */
            readonly validFrom: string;
            /**
             * Validuntil
             * @default null
             */
            readonly validUntil?: string | null;
        };
        /** DuePlanOut */
        readonly DuePlanOut: {
            /** Createdat */
            readonly createdAt: string;
            /** Days */
            readonly days: readonly number[];
            /** Dueat */
            readonly dueAt: string;
            /** Duedays */
            readonly dueDays: number;
            /** Escalations */
            readonly escalations: readonly components["schemas"]["EscalationOut"][];
            /** Etag */
            readonly etag: string;
            /** Id */
            readonly id: string;
            /** Owedonholidays */
            readonly owedOnHolidays: boolean;
            /** Reminderminutes */
            readonly reminderMinutes: number | null;
            readonly rhythm: components["schemas"]["Rhythm"];
            /** Siteid */
            readonly siteId: string;
            /** Subjects */
            readonly subjects: readonly string[];
            /** Type */
            readonly type: string;
            /** Updatedat */
            readonly updatedAt: string;
            /**
             * Validfrom
             * Format: date
             */
            readonly validFrom: string;
            /** Validuntil */
            readonly validUntil: string | null;
        };
        /** DuePlanPage */
        readonly DuePlanPage: {
            /** Items */
            readonly items: readonly components["schemas"]["DuePlanOut"][];
            /** Nextcursor */
            readonly nextCursor: string | null;
        };
        /** DueReportOut */
        readonly DueReportOut: {
            /**
             * Createdby
             * @description who began the report
             */
            readonly createdBy: string | null;
            /**
             * Day
             * Format: date
             */
            readonly day: string;
            /** Dueat */
            readonly dueAt: string;
            /**
             * Islate
             * @description it was submitted after it was due
             */
            readonly isLate: boolean;
            /**
             * Missingsince
             * @description due since then, and not submitted: missing, or a draft
             */
            readonly missingSince: string | null;
            /** Planid */
            readonly planId: string;
            /** Reportid */
            readonly reportId: string | null;
            readonly reportState: components["schemas"]["ReportState"] | null;
            /** Siteid */
            readonly siteId: string;
            readonly state: components["schemas"]["DueState"];
            /**
             * Subject
             * @description null: any report of the type and day will do
             */
            readonly subject: string | null;
            /**
             * Submittedat
             * @description the first time
             */
            readonly submittedAt: string | null;
            /** Submittedby */
            readonly submittedBy: string | null;
            /** Type */
            readonly type: string;
        };
        /** DueReportPage */
        readonly DueReportPage: {
            /** Items */
            readonly items: readonly components["schemas"]["DueReportOut"][];
            /** Nextcursor */
            readonly nextCursor: string | null;
        };
        /**
         * DueState
         * @description expected: not due yet and not begun; missing: due, and not begun; draft: begun, never submitted; submitted in time or late; done:
         *     approved or final, whenever it was submitted.
         * @enum {string}
         */
        readonly DueState: "expected" | "missing" | "draft" | "submitted" | "late" | "done";
        /** DuplicateOut */
        readonly DuplicateOut: {
            /** Id */
            readonly id: string;
            /** Title */
            readonly title: string;
            /** Trashed */
            readonly trashed: boolean;
        };
        /**
         * EnrolledSessionOut
         * @description A session, and the recovery codes, which are shown once.
         */
        readonly EnrolledSessionOut: {
            /** Accesstoken */
            readonly accessToken: string;
            /**
             * Expiresin
             * @description seconds
             */
            readonly expiresIn: number;
            /**
             * Outcome
             * @constant
             */
            readonly outcome: "signed_in";
            /** Recoverycodes */
            readonly recoveryCodes: readonly string[];
            readonly user: components["schemas"]["Me"];
        };
        /**
         * EnrolmentDueOut
         * @description The organisation asks for a second factor: send the challenge to `enrol_second_factor`.
         */
        readonly EnrolmentDueOut: {
            /** Challenge */
            readonly challenge: string;
            /**
             * Expiresin
             * @description seconds
             */
            readonly expiresIn: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly outcome: "enrolment";
        };
        /**
         * EntraApplicationIn
         * @description A service principal of a tenant that is connected to the organisation.
         */
        readonly EntraApplicationIn: {
            /**
             * Objectid
             * Format: uuid
             */
            readonly objectId: string;
            /**
             * Tenantid
             * Format: uuid
             */
            readonly tenantId: string;
        };
        /** EntraApplicationOut */
        readonly EntraApplicationOut: {
            /** Objectid */
            readonly objectId: string;
            /** Tenantid */
            readonly tenantId: string;
        };
        /** EntraInvitationIn */
        readonly EntraInvitationIn: {
            /**
             * Returnto
             * @default /
             */
            readonly returnTo?: string;
            /**
             * Token
             * @description what stands behind # in the link
             */
            readonly token: string;
        };
        /** EntraLinkIn */
        readonly EntraLinkIn: {
            /**
             * Password
             * Format: password
             */
            readonly password: string;
            /**
             * Returnto
             * @default /
             */
            readonly returnTo?: string;
        };
        /** EntraSignOutOut */
        readonly EntraSignOutOut: {
            /**
             * Endsessionurl
             * @description where to end the session at Microsoft too; null: it did not begin there
             */
            readonly endSessionUrl: string | null;
        };
        /** EscalationIn */
        readonly EscalationIn: {
            /** Afterminutes */
            readonly afterMinutes: number;
            readonly role: components["schemas"]["Role"];
        };
        /** EscalationOut */
        readonly EscalationOut: {
            /** Afterminutes */
            readonly afterMinutes: number;
            readonly role: components["schemas"]["Role"];
        };
        /** FateOut */
        readonly FateOut: {
            /** Dueat */
            readonly dueAt: string;
            readonly policy: components["schemas"]["RetentionPolicyOut"];
        };
        /**
         * FieldConflict
         * @description One field, row (null: removed) or order of rows (`{"order": ids}`) that both changed.
         */
        readonly FieldConflict: {
            /**
             * Address
             * @description a JSON pointer within that part, where `id:<row>` stands for a row of a table
             */
            readonly address: string;
            /** Base */
            readonly base: unknown;
            /** Mine */
            readonly mine: unknown;
            /**
             * Part
             * @description payload, attachments or reasons
             */
            readonly part: string;
            /** Theirs */
            readonly theirs: unknown;
        };
        /** FieldIn */
        readonly FieldIn: {
            /**
             * Earliest
             * @default null
             */
            readonly earliest?: string | null;
            /**
             * Key
             * @description its name in `fields` of a document; with another type or unit, documents need migrating
             */
            readonly key: string;
            /** Label */
            readonly label: string;
            /**
             * Latest
             * @default null
             */
            readonly latest?: string | null;
            /**
             * Maximum
             * @description in `unit`
             * @default null
             */
            readonly maximum?: number | null;
            /**
             * Maxlength
             * @description of a text; 200 without it
             * @default null
             */
            readonly maxLength?: number | null;
            /**
             * Minimum
             * @description in `unit`
             * @default null
             */
            readonly minimum?: number | null;
            /**
             * Options
             * @default null
             */
            readonly options?: readonly string[] | null;
            /**
             * Pattern
             * @description the whole text matches: literals, `.`, `\d`, `\w`, classes, each with `?`, `*`, `+`, `{n}` or `{m,n}`
             * @default null
             */
            readonly pattern?: string | null;
            /**
             * Required
             * @default false
             */
            readonly required?: boolean;
            readonly type: components["schemas"]["FieldType"];
            /**
             * Unit
             * @description of a number that comes without one; any unit of the same kind may be entered
             * @default null
             */
            readonly unit?: ("m" | "ft" | "in" | "1/64 in" | "mm" | "cm" | "km" | "Pa" | "kPa" | "MPa" | "bar" | "psi" | "lb/100ft2" | "m3" | "L" | "bbl" | "gal" | "ft3" | "Sm3" | "MSm3" | "scf" | "Mscf" | "MMscf" | "kg" | "g" | "t" | "lb" | "N" | "kN" | "klbf" | "tf" | "N.m" | "kN.m" | "ft.lbf" | "kg/m3" | "g/cm3" | "ppg" | "g/L" | "mg/L" | "s" | "min" | "h" | "d" | "m3/s" | "m3/d" | "bbl/d" | "L/min" | "gpm" | "Sm3/s" | "Sm3/d" | "Mscf/d" | "MMscf/d" | "m/s" | "m/h" | "ft/h" | "kn" | "rad/s" | "rpm" | "rad" | "deg" | "rad/m" | "deg/30m" | "deg/100ft" | "Pa.s" | "cP" | "fraction" | "%" | "K" | "degC" | "degF") | null;
        };
        /**
         * FieldOut
         * @description A field of a form. `pointer` has `*` for the row of a table; units are in the order of preference.
         */
        readonly FieldOut: {
            /** Carry */
            readonly carry: string | null;
            /**
             * Choices
             * @default null
             */
            readonly choices?: readonly string[] | null;
            /** Help */
            readonly help: string | null;
            /** Label */
            readonly label: string;
            /**
             * Maximum
             * @default null
             */
            readonly maximum?: number | null;
            /**
             * Minimum
             * @default null
             */
            readonly minimum?: number | null;
            /** Pointer */
            readonly pointer: string;
            /** Required */
            readonly required: boolean;
            /**
             * Units
             * @default null
             */
            readonly units?: readonly string[] | null;
            /** Widget */
            readonly widget: string;
        };
        /**
         * FieldSpec
         * @description One custom field. Constraints that are not of its type are null.
         */
        readonly FieldSpec: {
            /**
             * Earliest
             * @default null
             */
            readonly earliest?: string | null;
            /**
             * Key
             * @description its name in `fields` of a document; with another type or unit, documents need migrating
             */
            readonly key: string;
            /** Label */
            readonly label: string;
            /**
             * Latest
             * @default null
             */
            readonly latest?: string | null;
            /**
             * Maximum
             * @description in `unit`
             * @default null
             */
            readonly maximum?: number | null;
            /**
             * Maxlength
             * @description of a text; 200 without it
             * @default null
             */
            readonly maxLength?: number | null;
            /**
             * Minimum
             * @description in `unit`
             * @default null
             */
            readonly minimum?: number | null;
            /**
             * Options
             * @default null
             */
            readonly options?: readonly string[] | null;
            /**
             * Pattern
             * @description the whole text matches: literals, `.`, `\d`, `\w`, classes, each with `?`, `*`, `+`, `{n}` or `{m,n}`
             * @default null
             */
            readonly pattern?: string | null;
            /**
             * Required
             * @default false
             */
            readonly required?: boolean;
            readonly type: components["schemas"]["FieldType"];
            /**
             * Unit
             * @description of a number that comes without one; any unit of the same kind may be entered
             * @default null
             */
            readonly unit?: ("m" | "ft" | "in" | "1/64 in" | "mm" | "cm" | "km" | "Pa" | "kPa" | "MPa" | "bar" | "psi" | "lb/100ft2" | "m3" | "L" | "bbl" | "gal" | "ft3" | "Sm3" | "MSm3" | "scf" | "Mscf" | "MMscf" | "kg" | "g" | "t" | "lb" | "N" | "kN" | "klbf" | "tf" | "N.m" | "kN.m" | "ft.lbf" | "kg/m3" | "g/cm3" | "ppg" | "g/L" | "mg/L" | "s" | "min" | "h" | "d" | "m3/s" | "m3/d" | "bbl/d" | "L/min" | "gpm" | "Sm3/s" | "Sm3/d" | "Mscf/d" | "MMscf/d" | "m/s" | "m/h" | "ft/h" | "kn" | "rad/s" | "rpm" | "rad" | "deg" | "rad/m" | "deg/30m" | "deg/100ft" | "Pa.s" | "cP" | "fraction" | "%" | "K" | "degC" | "degF") | null;
        };
        /**
         * FieldType
         * @enum {string}
         */
        readonly FieldType: "text" | "number" | "date" | "choice" | "user" | "link";
        /**
         * FileOut
         * @description One revision's file and what became of it.
         */
        readonly FileOut: {
            /** Contenttype */
            readonly contentType: string;
            /** Detectedtype */
            readonly detectedType: string | null;
            /** Filename */
            readonly fileName: string;
            /** Number */
            readonly number: number;
            readonly rejection: components["schemas"]["RejectionOut"] | null;
            /** Sha256 */
            readonly sha256: string;
            /** Sizebytes */
            readonly sizeBytes: number;
            readonly state: components["schemas"]["RevisionState"];
        };
        /** FirstAdminIn */
        readonly FirstAdminIn: {
            /** Email */
            readonly email: string;
            /** Name */
            readonly name: string;
        };
        /** ForgottenIn */
        readonly ForgottenIn: {
            /** Email */
            readonly email: string;
        };
        /** GuestBlockOut */
        readonly GuestBlockOut: {
            /** Id */
            readonly id: string;
            /** Sizebytes */
            readonly sizeBytes: number;
        };
        /** GuestEntryIn */
        readonly GuestEntryIn: {
            /**
             * Password
             * Format: password
             * @default null
             */
            readonly password?: string | null;
            /**
             * Token
             * @description what stands behind # in the link
             */
            readonly token: string;
        };
        /** GuestFileIn */
        readonly GuestFileIn: {
            /**
             * Contenttype
             * @description what the client takes it for; the real type is looked at
             */
            readonly contentType: string;
            /** Filename */
            readonly fileName: string;
            /**
             * Passed
             * @description what `enter_guest_link` answered, if there is a password
             * @default null
             */
            readonly passed?: string | null;
            /**
             * Sender
             * @description what the sender calls themselves
             * @default
             */
            readonly sender?: string;
            /**
             * Sha256
             * @description of the whole file, lower-case hex
             */
            readonly sha256: string;
            /** Sizebytes */
            readonly sizeBytes: number;
            /**
             * Token
             * @description what stands behind # in the link
             */
            readonly token: string;
        };
        /** GuestIn */
        readonly GuestIn: {
            /**
             * Token
             * @description what stands behind # in the link
             */
            readonly token: string;
        };
        /** GuestOut */
        readonly GuestOut: {
            /** Linkid */
            readonly linkId: string;
            /**
             * Name
             * @description what they call themselves
             */
            readonly name: string;
        };
        /** GuestPassOut */
        readonly GuestPassOut: {
            /** Passed */
            readonly passed: string;
        };
        /** GuestRejectionOut */
        readonly GuestRejectionOut: {
            /** Code */
            readonly code: string;
            /** Message */
            readonly message: string;
        };
        /** GuestSubjectIn */
        readonly GuestSubjectIn: {
            /** Id */
            readonly id: string;
            /**
             * Passed
             * @description what `enter_guest_link` answered, if there is a password
             * @default null
             */
            readonly passed?: string | null;
            /**
             * Token
             * @description what stands behind # in the link
             */
            readonly token: string;
        };
        /**
         * GuestTargetOut
         * @description As for people who are signed in: the whole file, or blocks and then their list.
         */
        readonly GuestTargetOut: {
            /** Blocksizebytes */
            readonly blockSizeBytes: number;
            /** Expiresat */
            readonly expiresAt: string;
            /**
             * Method
             * @enum {string}
             */
            readonly method: "single" | "blocks";
            /** Url */
            readonly url: string;
        };
        /** Health */
        readonly Health: {
            /**
             * Status
             * @constant
             */
            readonly status: "ok";
        };
        /**
         * HeldDocumentOut
         * @description A document under hold: nobody deletes it for good from the moment it was added on.
         */
        readonly HeldDocumentOut: {
            /**
             * Holds
             * @description ids of all cases that hold it
             */
            readonly holds: readonly string[];
            /** Id */
            readonly id: string;
            /** Siteid */
            readonly siteId: string | null;
            /** @description in_place: the storage refuses to delete its files, too; pending for seconds */
            readonly storage: components["schemas"]["StorageHold"];
            /** Title */
            readonly title: string;
            /** Trashedat */
            readonly trashedAt: string | null;
        };
        /** HeldDocumentPage */
        readonly HeldDocumentPage: {
            /** Items */
            readonly items: readonly components["schemas"]["HeldDocumentOut"][];
            /** Nextcursor */
            readonly nextCursor: string | null;
        };
        /** HitOut */
        readonly HitOut: {
            readonly document: components["schemas"]["ListedDocumentOut"];
            /**
             * Matches
             * @description in the document's own words; empty if everything was found on pages
             */
            readonly matches: readonly components["schemas"]["MatchOut"][];
            /**
             * Pagecount
             * @description pages of it that were found
             */
            readonly pageCount: number;
            /**
             * Pages
             * @description the best 3; empty if nothing was found on pages
             */
            readonly pages: readonly components["schemas"]["PageHitOut"][];
        };
        /**
         * HoldChangeIn
         * @description What is absent stays as it is.
         */
        readonly HoldChangeIn: {
            /**
             * Name
             * @default null
             */
            readonly name?: string | null;
            /**
             * Reason
             * @default null
             */
            readonly reason?: string | null;
        };
        /** HoldDocuments */
        readonly HoldDocuments: {
            /** Holdid */
            readonly holdId: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly type: "hold";
        };
        /** HoldIn */
        readonly HoldIn: {
            /**
             * Name
             * @description the case, as people know it
             */
            readonly name: string;
            /**
             * Reason
             * @description why its documents must be kept
             */
            readonly reason: string;
        };
        /** HoldNameOut */
        readonly HoldNameOut: {
            /** Id */
            readonly id: string;
            /** Name */
            readonly name: string;
        };
        /** HoldOut */
        readonly HoldOut: {
            /** Closedat */
            readonly closedAt: string | null;
            /** Closedby */
            readonly closedBy: string | null;
            /** Createdat */
            readonly createdAt: string;
            /** Createdby */
            readonly createdBy: string;
            /** Etag */
            readonly etag: string;
            /** Id */
            readonly id: string;
            /** Name */
            readonly name: string;
            /** Reason */
            readonly reason: string;
            /** @description closing: its documents are being let go; those it still has are held */
            readonly state: components["schemas"]["HoldState"];
            /** Updatedat */
            readonly updatedAt: string;
        };
        /** HoldPage */
        readonly HoldPage: {
            /** Items */
            readonly items: readonly components["schemas"]["HoldOut"][];
            /** Nextcursor */
            readonly nextCursor: string | null;
        };
        /**
         * HoldState
         * @description `closing`: its documents are being let go, one after the other; those it still has are held.
         * @enum {string}
         */
        readonly HoldState: "open" | "closing" | "closed";
        /** HolidayIn */
        readonly HolidayIn: {
            /**
             * Day
             * Format: date
             */
            readonly day: string;
            /** Name */
            readonly name: string;
            /**
             * Siteid
             * @description null: of all sites
             * @default null
             */
            readonly siteId?: string | null;
        };
        /** HolidayOut */
        readonly HolidayOut: {
            /**
             * Day
             * Format: date
             */
            readonly day: string;
            /** Name */
            readonly name: string;
            /** Siteid */
            readonly siteId: string | null;
        };
        /**
         * ImportDocuments
         * @description A table of the organisation's own documents; each line changes one document.
         */
        readonly ImportDocuments: {
            /** @description what an empty cell means: the value stays, or is taken away */
            readonly blank: components["schemas"]["Blank"];
            /** Documentid */
            readonly documentId: string;
            /** @description the column that says which document a line is about */
            readonly key: components["schemas"]["ImportKey"];
            /**
             * Mapping
             * @description by column: number, title, site (code or id), type (code or id), discipline, tags (by ; or ,) or fields.<key>
             */
            readonly mapping: {
                readonly [key: string]: string;
            };
            /** Revision */
            readonly revision: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly type: "import";
        };
        /**
         * ImportKey
         * @description The column that says which document a line is about.
         */
        readonly ImportKey: {
            /** Column */
            readonly column: string;
            readonly is: components["schemas"]["KeyKind"];
        };
        /**
         * ImportPhase
         * @enum {string}
         */
        readonly ImportPhase: "checking" | "restoring";
        /** InvitationOut */
        readonly InvitationOut: {
            /** Email */
            readonly email: string;
            /** Name */
            readonly name: string;
            /** Organisationname */
            readonly organisationName: string;
        };
        /** InvitedOut */
        readonly InvitedOut: {
            /** Expiresat */
            readonly expiresAt: string;
            /** Filesleft */
            readonly filesLeft: number;
            /**
             * Maxfilebytes
             * @description of one more file; 0: the link takes no more
             */
            readonly maxFileBytes: number;
            /** Message */
            readonly message: string;
            /** Needspassword */
            readonly needsPassword: boolean;
            /** Organisationname */
            readonly organisationName: string;
        };
        /**
         * KeyKind
         * @enum {string}
         */
        readonly KeyKind: "id" | "number";
        /** LinkIn */
        readonly LinkIn: {
            /**
             * Token
             * @description what stands behind # in the link
             */
            readonly token: string;
        };
        /**
         * LinkState
         * @description `suspended`: the organisation by now asks for a password, and this link has none.
         * @enum {string}
         */
        readonly LinkState: "active" | "expired" | "used_up" | "suspended" | "revoked";
        /** ListedDocumentOut */
        readonly ListedDocumentOut: {
            /**
             * Acknowledgementroles
             * @description who has to acknowledge the revision in force
             */
            readonly acknowledgementRoles: readonly components["schemas"]["Role"][];
            /**
             * Addedacknowledgementroles
             * @description those of them who are asked besides by this document alone
             */
            readonly addedAcknowledgementRoles: readonly components["schemas"]["Role"][];
            /** @description the revision in force */
            readonly approved: components["schemas"]["FileOut"] | null;
            /** Createdat */
            readonly createdAt: string;
            /** Createdby */
            readonly createdBy: string;
            /** @description the newest ready revision */
            readonly current: components["schemas"]["FileOut"] | null;
            /** Discipline */
            readonly discipline: string | null;
            /** Etag */
            readonly etag: string;
            /**
             * Fields
             * @description custom fields that have a value, by key: a text, a date as 2026-05-04, or a number with `unit` and `si`
             */
            readonly fields: {
                readonly [key: string]: unknown;
            };
            /** @description who sent it by an upload link; it is its maker's all the same */
            readonly guest: components["schemas"]["GuestOut"] | null;
            /**
             * Holds
             * @description ids of the cases that hold it; null for who may not read cases
             */
            readonly holds: readonly string[] | null;
            /** Id */
            readonly id: string;
            /**
             * Inreview
             * @description the number of the revision that is being reviewed
             */
            readonly inReview: number | null;
            /**
             * Isheld
             * @description under legal hold: nobody can delete it for good
             */
            readonly isHeld: boolean;
            /** @description the last revision announced, whatever became of it */
            readonly newest: components["schemas"]["FileOut"];
            /**
             * Number
             * @description unique in the organisation; null without a type
             */
            readonly number: string | null;
            /**
             * Reviewrequired
             * @description if not, whatever is ready is approved
             */
            readonly reviewRequired: boolean;
            /** @description what you get where you name no revision: the one in force; the current one if you may review */
            readonly shown: components["schemas"]["ShownOut"] | null;
            /**
             * Siteid
             * @description null: of no site, for everybody in the organisation
             */
            readonly siteId: string | null;
            /** @description of the current revision */
            readonly status: components["schemas"]["ControlStatus"];
            /** Tags */
            readonly tags: readonly string[];
            /** @description of what is `shown` to you */
            readonly thumbnail: components["schemas"]["PictureOut"] | null;
            /** Title */
            readonly title: string;
            /** Trashedat */
            readonly trashedAt: string | null;
            /** Typeid */
            readonly typeId: string | null;
            /**
             * Typeversion
             * @description the version of the type that `fields` keep to
             */
            readonly typeVersion: number | null;
            /** Updatedat */
            readonly updatedAt: string;
        };
        /** MarkOut */
        readonly MarkOut: {
            /**
             * Address
             * @description a JSON pointer into the payload, where `id:<row>` stands for a row of a table
             */
            readonly address: string;
            /** Comment */
            readonly comment: string;
        };
        /**
         * MatchOut
         * @description A text of the document itself in which something was found.
         */
        readonly MatchOut: {
            /**
             * Key
             * @description of a custom field
             */
            readonly key: string | null;
            readonly part: components["schemas"]["Part"];
            readonly snippet: components["schemas"]["SnippetOut"];
        };
        /** Me */
        readonly Me: {
            /** Email */
            readonly email: string;
            /** Id */
            readonly id: string;
            /** Name */
            readonly name: string;
            readonly organisation: components["schemas"]["OrganisationRef"];
            /** Permissions */
            readonly permissions: readonly components["schemas"]["Permission"][];
            readonly role: components["schemas"]["Role"];
            /**
             * Siteids
             * @description null: all sites
             */
            readonly siteIds: readonly string[] | null;
        };
        /** MethodsOut */
        readonly MethodsOut: {
            /** Methods */
            readonly methods: readonly ("password" | "entra")[];
        };
        /**
         * MigrateDocuments
         * @description Documents of older versions of a type take on its newest one, their values converted where a field has another type.
         */
        readonly MigrateDocuments: {
            /**
             * Dropremoved
             * @description give up values of fields that the newest version does not have
             */
            readonly dropRemoved: boolean;
            /**
             * Fromversion
             * @description only documents of this version; null: of all older ones
             * @default null
             */
            readonly fromVersion?: number | null;
            /**
             * Toversion
             * @description the newest version: it says what somebody has looked at
             */
            readonly toVersion: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly type: "migrate";
            /** Typeid */
            readonly typeId: string;
        };
        /** MigrationIn */
        readonly MigrationIn: {
            /**
             * Dropremoved
             * @description true: give up values of fields that the newest version does not have
             * @default false
             */
            readonly dropRemoved?: boolean;
            /**
             * Dryrun
             * @description true: only say what would happen
             */
            readonly dryRun: boolean;
            /**
             * Fromversion
             * @description only documents of this version; null: of all older ones
             * @default null
             */
            readonly fromVersion?: number | null;
            /**
             * Toversion
             * @description the newest version, which you have looked at
             */
            readonly toVersion: number;
        };
        /** MoveDocuments */
        readonly MoveDocuments: {
            /**
             * Siteid
             * @description null: to no site, for everybody in the organisation
             */
            readonly siteId: string | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly type: "move";
        };
        /** NewApiKeyOut */
        readonly NewApiKeyOut: {
            /** Createdat */
            readonly createdAt: string;
            /** Createdby */
            readonly createdBy: string;
            readonly entra: components["schemas"]["EntraApplicationOut"] | null;
            /** Etag */
            readonly etag: string;
            /** Expiresat */
            readonly expiresAt: string;
            /**
             * Formersecretuntil
             * @description the secret before the last rotation works until then
             */
            readonly formerSecretUntil: string | null;
            /** Id */
            readonly id: string;
            /**
             * Lastusedat
             * @description to the hour; null: never
             */
            readonly lastUsedAt: string | null;
            /** Name */
            readonly name: string;
            /** Permissions */
            readonly permissions: readonly components["schemas"]["Permission"][];
            /** Revokedat */
            readonly revokedAt: string | null;
            /**
             * Secret
             * @description the whole key, shown this once: `Authorization: Bearer pck_...`; null for an Entra application
             */
            readonly secret: string | null;
            /**
             * Siteids
             * @description null: all sites
             */
            readonly siteIds: readonly string[] | null;
            readonly state: components["schemas"]["ApiKeyState"];
            /** Updatedat */
            readonly updatedAt: string;
        };
        /** NewOrganisationOut */
        readonly NewOrganisationOut: {
            /** Adminid */
            readonly adminId: string;
            /** Createdat */
            readonly createdAt: string;
            /** Etag */
            readonly etag: string;
            /** Id */
            readonly id: string;
            /** Name */
            readonly name: string;
            readonly policies: components["schemas"]["PoliciesOut"];
            /** Timezone */
            readonly timeZone: string;
            /** Updatedat */
            readonly updatedAt: string;
        };
        /**
         * NewSecretOut
         * @description For the authenticator app: to type, to open, or to photograph. It is shown once.
         */
        readonly NewSecretOut: {
            /**
             * Expiresin
             * @description seconds to confirm it in
             */
            readonly expiresIn: number;
            /**
             * Qrcode
             * @description an SVG element
             */
            readonly qrCode: string;
            /** Secret */
            readonly secret: string;
            /** Uri */
            readonly uri: string;
        };
        /** NewShareLinkOut */
        readonly NewShareLinkOut: {
            readonly access: components["schemas"]["Access"];
            /** Createdat */
            readonly createdAt: string;
            /** Createdby */
            readonly createdBy: string;
            /** Documentid */
            readonly documentId: string;
            /**
             * Expiresat
             * @description as the organisation's policy is today
             */
            readonly expiresAt: string;
            /** Haspassword */
            readonly hasPassword: boolean;
            /** Id */
            readonly id: string;
            /** Lastusedat */
            readonly lastUsedAt: string | null;
            /**
             * Maxuses
             * @description as the organisation's policy is today; null: as often as one likes
             */
            readonly maxUses: number | null;
            /** Note */
            readonly note: string;
            /** Revision */
            readonly revision: "latest" | number;
            /** Revokedat */
            readonly revokedAt: string | null;
            /** @description suspended: the organisation asks for a password by now, and it has none */
            readonly state: components["schemas"]["LinkState"];
            /**
             * Token
             * @description what `read_shared` and `download_shared` take; shown this once
             */
            readonly token: string;
            /**
             * Url
             * @description the link for people; shown this once
             */
            readonly url: string;
            /** Uses */
            readonly uses: number;
        };
        /** NewUploadLinkOut */
        readonly NewUploadLinkOut: {
            /**
             * Bytes
             * @description announced so far
             */
            readonly bytes: number;
            /** Createdat */
            readonly createdAt: string;
            /** Createdby */
            readonly createdBy: string;
            /** Discipline */
            readonly discipline: string | null;
            /**
             * Expiresat
             * @description as the organisation's policy is today
             */
            readonly expiresAt: string;
            /** Fields */
            readonly fields: {
                readonly [key: string]: unknown;
            };
            /**
             * Files
             * @description announced so far
             */
            readonly files: number;
            /** Haspassword */
            readonly hasPassword: boolean;
            /** Id */
            readonly id: string;
            /** Lastusedat */
            readonly lastUsedAt: string | null;
            /** Maxbytes */
            readonly maxBytes: number;
            /** Maxfiles */
            readonly maxFiles: number;
            /** Message */
            readonly message: string;
            /** Note */
            readonly note: string;
            /** Revokedat */
            readonly revokedAt: string | null;
            /** Siteid */
            readonly siteId: string | null;
            readonly state: components["schemas"]["LinkState"];
            /** Tags */
            readonly tags: readonly string[];
            /** Titlerule */
            readonly titleRule: string;
            /**
             * Token
             * @description what the calls of its holder take; shown this once
             */
            readonly token: string;
            /** Typeid */
            readonly typeId: string | null;
            /**
             * Url
             * @description the link for people; shown this once
             */
            readonly url: string;
        };
        /**
         * OrganisationChangeIn
         * @description What is absent stays as it is.
         */
        readonly OrganisationChangeIn: {
            /**
             * Name
             * @default null
             */
            readonly name?: string | null;
            /** @default null */
            readonly policies?: components["schemas"]["PoliciesIn"] | null;
            /**
             * Timezone
             * @default null
             */
            readonly timeZone?: string | null;
        };
        /** OrganisationIn */
        readonly OrganisationIn: {
            readonly admin: components["schemas"]["FirstAdminIn"];
            /** Name */
            readonly name: string;
            /** Timezone */
            readonly timeZone: string;
        };
        /** OrganisationOut */
        readonly OrganisationOut: {
            /** Createdat */
            readonly createdAt: string;
            /** Etag */
            readonly etag: string;
            /** Id */
            readonly id: string;
            /** Name */
            readonly name: string;
            readonly policies: components["schemas"]["PoliciesOut"];
            /** Timezone */
            readonly timeZone: string;
            /** Updatedat */
            readonly updatedAt: string;
        };
        /** OrganisationRef */
        readonly OrganisationRef: {
            /** Id */
            readonly id: string;
            /** Name */
            readonly name: string;
        };
        /**
         * Other
         * @description The report that has the place already.
         */
        readonly Other: {
            /** Reportid */
            readonly reportId: string;
        };
        /** OwnSessionOut */
        readonly OwnSessionOut: {
            /** Createdat */
            readonly createdAt: string;
            /** Current */
            readonly current: boolean;
            /**
             * Device
             * @description browser and system, as far as the browser says
             */
            readonly device: string;
            /** Expiresat */
            readonly expiresAt: string;
            /** Id */
            readonly id: string;
            /**
             * Lastusedat
             * @description when an access token was last asked for
             */
            readonly lastUsedAt: string;
        };
        /** OwnSessions */
        readonly OwnSessions: {
            /** Items */
            readonly items: readonly components["schemas"]["OwnSessionOut"][];
        };
        /**
         * PageHitOut
         * @description A page on which everything was found.
         */
        readonly PageHitOut: {
            /**
             * Label
             * @description what the page is where it has a name: a sheet, a slide, a range of lines
             */
            readonly label: string;
            /** Number */
            readonly number: number;
            /** Revision */
            readonly revision: number;
            /** @description null where there was too much text to read it all */
            readonly snippet: components["schemas"]["SnippetOut"] | null;
            /** @description of that revision */
            readonly standing: components["schemas"]["Standing"];
        };
        /** PagePictureOut */
        readonly PagePictureOut: {
            /** Expiresat */
            readonly expiresAt: string;
            /** Number */
            readonly number: number;
            /** Url */
            readonly url: string;
        };
        /** PageTextOut */
        readonly PageTextOut: {
            /**
             * Label
             * @description what the page is where it has a name: a sheet, a slide, a range of lines
             */
            readonly label: string;
            /** Number */
            readonly number: number;
            /** Text */
            readonly text: string;
        };
        /** PageTextPage */
        readonly PageTextPage: {
            /** Items */
            readonly items: readonly components["schemas"]["PageTextOut"][];
            /** Nextcursor */
            readonly nextCursor: string | null;
            /** @description of the text as a whole */
            readonly state: components["schemas"]["DerivedState"];
            /**
             * Total
             * @description pages of the file, where it says how many it has
             */
            readonly total: number | null;
        };
        /**
         * Part
         * @description Of a document's own words, the most telling first.
         * @enum {string}
         */
        readonly Part: "number" | "title" | "tags" | "file_name" | "fields";
        /**
         * PartUploadOut
         * @description Where a part goes: blocks of `blockSizeBytes` and a list of them, or one PUT; the manifest in one PUT.
         */
        readonly PartUploadOut: {
            /**
             * Blocks
             * @description that have come and are not put together yet
             */
            readonly blocks: readonly components["schemas"]["BlockOut"][];
            /** Blocksizebytes */
            readonly blockSizeBytes: number;
            /** Expiresat */
            readonly expiresAt: string;
            /** Url */
            readonly url: string;
            /**
             * Wholebytes
             * @description of what is there wholly; null before that
             */
            readonly wholeBytes: number | null;
        };
        /** PasswordChangeIn */
        readonly PasswordChangeIn: {
            /**
             * Currentpassword
             * Format: password
             */
            readonly currentPassword: string;
            /**
             * Password
             * Format: password
             */
            readonly password: string;
        };
        /** PasswordProofIn */
        readonly PasswordProofIn: {
            /**
             * Password
             * Format: password
             */
            readonly password: string;
        };
        /** PasswordResetIn */
        readonly PasswordResetIn: {
            /**
             * Password
             * Format: password
             */
            readonly password: string;
            /**
             * Token
             * @description what stands behind # in the link
             */
            readonly token: string;
        };
        /**
         * Permission
         * @enum {string}
         */
        readonly Permission: "documents:read" | "documents:write" | "documents:delete" | "documents:share" | "documents:review" | "reports:read" | "reports:write" | "reports:review" | "reports:reopen-final" | "reports:plan" | "exports:request" | "exports:schedule" | "bulk:manage" | "documents:acknowledge" | "document-types:read" | "document-types:write" | "views:share" | "holds:read" | "holds:write" | "retention:read" | "retention:write" | "organisation:read" | "organisation:write" | "sites:read" | "sites:write" | "users:read" | "users:write" | "api-keys:read" | "api-keys:write" | "archives:write";
        /** PictureOut */
        readonly PictureOut: {
            /** Expiresat */
            readonly expiresAt: string;
            /** Url */
            readonly url: string;
        };
        /** PoliciesIn */
        readonly PoliciesIn: {
            /** @default null */
            readonly sharing?: components["schemas"]["SharingPolicyIn"] | null;
            /** @default null */
            readonly signIn?: components["schemas"]["SignInPolicyIn"] | null;
        };
        /** PoliciesOut */
        readonly PoliciesOut: {
            readonly sharing: components["schemas"]["SharingPolicyOut"];
            readonly signIn: components["schemas"]["SignInPolicyOut"];
        };
        /** PreviewOut */
        readonly PreviewOut: {
            /**
             * Pages
             * @description the first pages; empty unless the state is ready
             */
            readonly pages: readonly components["schemas"]["PagePictureOut"][];
            /**
             * Reason
             * @description a word for why it failed
             */
            readonly reason: string | null;
            readonly state: components["schemas"]["DerivedState"];
            readonly thumbnail: components["schemas"]["PictureOut"] | null;
            /**
             * Total
             * @description pages of the file, where it says how many it has
             */
            readonly total: number | null;
            /**
             * Truncated
             * @description the caps that were met
             */
            readonly truncated: readonly string[];
        };
        /**
         * Problem
         * @description Why a request was refused. `code` is stable: programs decide by it, people read `detail`. Some codes have further members.
         */
        readonly Problem: {
            /** Code */
            readonly code: string;
            /** Detail */
            readonly detail: string;
            /** Errors */
            readonly errors: readonly components["schemas"]["ProblemField"][];
            /** Requestid */
            readonly requestId: string;
            /** Status */
            readonly status: number;
            /** Title */
            readonly title: string;
            /** Type */
            readonly type: string;
        } & {
            readonly [key: string]: unknown;
        };
        /**
         * ProblemField
         * @description One field that is not valid.
         */
        readonly ProblemField: {
            /** Code */
            readonly code: string;
            /** Field */
            readonly field: string;
            /** Message */
            readonly message: string;
        };
        /** ProgressOut */
        readonly ProgressOut: {
            /**
             * Acknowledged
             * @description of those who are asked
             */
            readonly acknowledged: number;
            /** Asked */
            readonly asked: number;
        };
        /**
         * ProofIn
         * @description Either a code or the password.
         */
        readonly ProofIn: {
            /**
             * Code
             * @default null
             */
            readonly code?: string | null;
            /**
             * Password
             * @default null
             */
            readonly password?: string | null;
        };
        /**
         * ProvedIn
         * @description Who asks proves once more who they are: with a code of the authenticator app, or the password.
         */
        readonly ProvedIn: {
            /**
             * Code
             * @description six digits
             * @default null
             */
            readonly code?: string | null;
            /**
             * Password
             * @default null
             */
            readonly password?: string | null;
        };
        /**
         * RangeOut
         * @description Where a match begins, and where it has ended.
         */
        readonly RangeOut: {
            /** End */
            readonly end: number;
            /** Start */
            readonly start: number;
        };
        /** ReaderOut */
        readonly ReaderOut: {
            /** Acknowledgedat */
            readonly acknowledgedAt: string | null;
            /**
             * Must
             * @description is asked, as things are now
             */
            readonly must: boolean;
            /**
             * Name
             * @description null: was deleted
             */
            readonly name: string | null;
            /** @description of who has acknowledged in the past: the one they had then, where that is listed */
            readonly role: components["schemas"]["Role"];
            /** Userid */
            readonly userId: string;
        };
        /** ReaderPage */
        readonly ReaderPage: {
            /** Items */
            readonly items: readonly components["schemas"]["ReaderOut"][];
            /** Nextcursor */
            readonly nextCursor: string | null;
            /** @description on the first page only */
            readonly progress: components["schemas"]["ProgressOut"] | null;
            /**
             * Revision
             * @description the revision this is about; null: none is in force
             */
            readonly revision: number | null;
            /**
             * Roles
             * @description which roles must acknowledge it
             */
            readonly roles: readonly components["schemas"]["Role"][];
        };
        /** ReceivedOut */
        readonly ReceivedOut: {
            /** Committed */
            readonly committed: readonly components["schemas"]["GuestBlockOut"][];
            /** Id */
            readonly id: string;
            readonly rejection: components["schemas"]["GuestRejectionOut"] | null;
            readonly state: components["schemas"]["RevisionState"];
            /** Uncommitted */
            readonly uncommitted: readonly components["schemas"]["GuestBlockOut"][];
            /** @description while the bytes are awaited */
            readonly upload: components["schemas"]["GuestTargetOut"] | null;
            /**
             * Wholebytes
             * @description size of what was put, or put together from blocks; null before that
             */
            readonly wholeBytes: number | null;
        };
        /**
         * RecoveryCodesOut
         * @description Shown once; each works once.
         */
        readonly RecoveryCodesOut: {
            /** Recoverycodes */
            readonly recoveryCodes: readonly string[];
        };
        /** RejectionOut */
        readonly RejectionOut: {
            /** Code */
            readonly code: string;
            /** Message */
            readonly message: string;
        };
        /**
         * ReportEditIn
         * @description A report as a device has it. Text is kept as it is sent.
         */
        readonly ReportEditIn: {
            /** Attachments */
            readonly attachments: readonly components["schemas"]["AttachmentIn"][];
            /**
             * Basedon
             * @description the edition this was made from, 0 before the first confirmed one
             */
            readonly basedOn: number;
            /**
             * Day
             * Format: date
             * @description the date on which the reporting day of the site begins
             */
            readonly day: string;
            /**
             * Edits
             * @description ids, made by the device, of all edits in this that the server has not confirmed to this device, oldest first
             */
            readonly edits: readonly string[];
            /**
             * Payload
             * @description what the version of the type says; quantities without SI values
             */
            readonly payload: {
                readonly [key: string]: unknown;
            };
            /**
             * Reasons
             * @description why a warning is right all the same, by the id of the rule
             */
            readonly reasons: {
                readonly [key: string]: string;
            };
            /** Siteid */
            readonly siteId: string;
            /**
             * Type
             * @example daily_drilling
             */
            readonly type: string;
            /**
             * Version
             * @description of the type; a report keeps the one it was begun with
             */
            readonly version: number;
        };
        /** ReportReadOut */
        readonly ReportReadOut: {
            /** Approvedat */
            readonly approvedAt: string | null;
            /** Approvedby */
            readonly approvedBy: string | null;
            readonly content: components["schemas"]["ContentOut"];
            /** Createdat */
            readonly createdAt: string;
            /** Createdby */
            readonly createdBy: string;
            /** Day */
            readonly day: string;
            /** Daystart */
            readonly dayStart: string;
            /**
             * Edition
             * @description of the content; base the next edit on it
             */
            readonly edition: number;
            /** Etag */
            readonly etag: string;
            /** Finalat */
            readonly finalAt: string | null;
            /** Firstsubmittedat */
            readonly firstSubmittedAt: string | null;
            /** Id */
            readonly id: string;
            /** Periodbegin */
            readonly periodBegin: string;
            /** Periodend */
            readonly periodEnd: string;
            /** Receipt */
            readonly receipt: string | null;
            readonly review: components["schemas"]["ReviewRoundOut"] | null;
            /**
             * Revision
             * @description number of the newest submit, 0 before the first
             */
            readonly revision: number;
            /** Siteid */
            readonly siteId: string;
            readonly state: components["schemas"]["ReportState"];
            /**
             * Subject
             * @description the wellbore, well or tag it is about; null while that is open
             */
            readonly subject: string | null;
            /** Submittedat */
            readonly submittedAt: string | null;
            /** Submittedby */
            readonly submittedBy: string | null;
            /**
             * Timezone
             * @description of the site when the report was begun, as the day start and the period
             */
            readonly timeZone: string;
            /** Type */
            readonly type: string;
            /** Updatedat */
            readonly updatedAt: string;
            /** Version */
            readonly version: number;
            /**
             * Warnings
             * @description open ones of the newest submit, each with its author's reason
             */
            readonly warnings: number;
        };
        /** ReportSavedOut */
        readonly ReportSavedOut: {
            /** Approvedat */
            readonly approvedAt: string | null;
            /** Approvedby */
            readonly approvedBy: string | null;
            readonly content: components["schemas"]["ContentOut"];
            /** Createdat */
            readonly createdAt: string;
            /** Createdby */
            readonly createdBy: string;
            /** Day */
            readonly day: string;
            /** Daystart */
            readonly dayStart: string;
            /**
             * Edition
             * @description of the content; base the next edit on it
             */
            readonly edition: number;
            /** Etag */
            readonly etag: string;
            /** Finalat */
            readonly finalAt: string | null;
            /** Firstsubmittedat */
            readonly firstSubmittedAt: string | null;
            /** Id */
            readonly id: string;
            /**
             * Merged
             * @description `content` holds others' changes besides what was sent
             */
            readonly merged: boolean;
            /** Periodbegin */
            readonly periodBegin: string;
            /** Periodend */
            readonly periodEnd: string;
            /** Receipt */
            readonly receipt: string | null;
            readonly review: components["schemas"]["ReviewRoundOut"] | null;
            /**
             * Revision
             * @description number of the newest submit, 0 before the first
             */
            readonly revision: number;
            /** Siteid */
            readonly siteId: string;
            readonly state: components["schemas"]["ReportState"];
            /**
             * Subject
             * @description the wellbore, well or tag it is about; null while that is open
             */
            readonly subject: string | null;
            /** Submittedat */
            readonly submittedAt: string | null;
            /** Submittedby */
            readonly submittedBy: string | null;
            /**
             * Timezone
             * @description of the site when the report was begun, as the day start and the period
             */
            readonly timeZone: string;
            /** Type */
            readonly type: string;
            /** Updatedat */
            readonly updatedAt: string;
            /** Version */
            readonly version: number;
            /**
             * Warnings
             * @description open ones of the newest submit, each with its author's reason
             */
            readonly warnings: number;
        };
        /** ReportSettingsIn */
        readonly ReportSettingsIn: {
            /**
             * Activitycodes
             * @description `main -- sub`, beside those every definition has
             */
            readonly activityCodes: readonly string[];
        };
        /** ReportSettingsOut */
        readonly ReportSettingsOut: {
            /** Activitycodes */
            readonly activityCodes: readonly string[];
            /** Etag */
            readonly etag: string;
        };
        /**
         * ReportState
         * @enum {string}
         */
        readonly ReportState: "draft" | "submitted" | "in_review" | "changes_requested" | "approved" | "final";
        /**
         * ReportTypeOut
         * @description `subject` are the pointers of what a report is about; `units` are factor and offset to SI; `schema` is JSON Schema 2020-12.
         */
        readonly ReportTypeOut: {
            /** Codes */
            readonly codes: {
                readonly [key: string]: readonly string[];
            };
            /** Etag */
            readonly etag: string;
            /** Label */
            readonly label: string;
            /** Rules */
            readonly rules: readonly components["schemas"]["RuleOut"][];
            /** Schema */
            readonly schema: {
                readonly [key: string]: unknown;
            };
            /** Sections */
            readonly sections: readonly components["schemas"]["SectionOut"][];
            /** Subject */
            readonly subject: readonly string[];
            /** Type */
            readonly type: string;
            /** Units */
            readonly units: {
                readonly [key: string]: readonly [
                    number,
                    number
                ];
            };
            /** Version */
            readonly version: number;
        };
        /**
         * ReportTypeRow
         * @description `version` is the newest, which new reports are written with; those before it are read with their own.
         */
        readonly ReportTypeRow: {
            /** Label */
            readonly label: string;
            /** Subject */
            readonly subject: readonly string[];
            /** Type */
            readonly type: string;
            /** Version */
            readonly version: number;
        };
        /** ReportTypesOut */
        readonly ReportTypesOut: {
            /** Etag */
            readonly etag: string;
            /** Items */
            readonly items: readonly components["schemas"]["ReportTypeRow"][];
        };
        /** ReprocessIn */
        readonly ReprocessIn: {
            /** Parts */
            readonly parts: readonly ("text" | "preview")[];
        };
        /** RestoreDocuments */
        readonly RestoreDocuments: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly type: "restore";
        };
        /**
         * RetentionAction
         * @enum {string}
         */
        readonly RetentionAction: "trash" | "delete";
        /**
         * RetentionEvent
         * @description What a period counts from. As long as it has not happened, the policy says nothing.
         * @enum {string}
         */
        readonly RetentionEvent: "createdAt" | "approvedAt" | "trashedAt";
        /** RetentionPoliciesIn */
        readonly RetentionPoliciesIn: {
            /** Policies */
            readonly policies: readonly components["schemas"]["RetentionPolicyIn"][];
        };
        /** RetentionPoliciesOut */
        readonly RetentionPoliciesOut: {
            /** Etag */
            readonly etag: string;
            /** Policies */
            readonly policies: readonly components["schemas"]["RetentionPolicyOut"][];
            /** Updatedat */
            readonly updatedAt: string;
        };
        /** RetentionPolicyIn */
        readonly RetentionPolicyIn: {
            readonly action: components["schemas"]["RetentionAction"];
            /** Days */
            readonly days: number;
            /** @description what the days count from; until it happens, the policy says nothing */
            readonly event: components["schemas"]["RetentionEvent"];
            /** Name */
            readonly name: string;
            /**
             * Typeid
             * @description null: every type without a policy of its own for this action
             * @default null
             */
            readonly typeId?: string | null;
        };
        /** RetentionPolicyOut */
        readonly RetentionPolicyOut: {
            readonly action: components["schemas"]["RetentionAction"];
            /** Days */
            readonly days: number;
            readonly event: components["schemas"]["RetentionEvent"];
            /** Name */
            readonly name: string;
            /** Typeid */
            readonly typeId: string | null;
        };
        /**
         * RetentionRowOut
         * @description What became of one document. It stays when the document is gone.
         */
        readonly RetentionRowOut: {
            /** Documentid */
            readonly documentId: string;
            /** Dueat */
            readonly dueAt: string;
            /**
             * Holds
             * @description ids of the cases that kept it
             */
            readonly holds: readonly string[];
            /** @description deleting for seconds; kept_busy: a revision is on its way */
            readonly outcome: components["schemas"]["shared__retention__model__Outcome"];
            readonly policy: components["schemas"]["RetentionPolicyOut"];
            /** Siteid */
            readonly siteId: string | null;
            /** Title */
            readonly title: string;
            /** Updatedat */
            readonly updatedAt: string;
        };
        /** RetentionRowPage */
        readonly RetentionRowPage: {
            /** Items */
            readonly items: readonly components["schemas"]["RetentionRowOut"][];
            /** Nextcursor */
            readonly nextCursor: string | null;
        };
        /** RetentionRunIn */
        readonly RetentionRunIn: {
            /**
             * Dryrun
             * @description true: only say what would happen
             */
            readonly dryRun: boolean;
        };
        /** RetentionRunOut */
        readonly RetentionRunOut: {
            /**
             * Asof
             * @description what was due then
             */
            readonly asOf: string;
            /** Createdat */
            readonly createdAt: string;
            /** Createdby */
            readonly createdBy: string;
            /** Dryrun */
            readonly dryRun: boolean;
            /** Finishedat */
            readonly finishedAt: string | null;
            /** Id */
            readonly id: string;
            /**
             * Lookedat
             * @description documents that some policy might have meant
             */
            readonly lookedAt: number;
            /**
             * Outcomes
             * @description documents by what became of them
             */
            readonly outcomes: {
                readonly [key: string]: number;
            };
            /**
             * Policies
             * @description as they were when it began
             */
            readonly policies: readonly components["schemas"]["RetentionPolicyOut"][];
            readonly state: components["schemas"]["RunState"];
        };
        /** RetentionRunPage */
        readonly RetentionRunPage: {
            /** Items */
            readonly items: readonly components["schemas"]["RetentionRunRow"][];
            /** Nextcursor */
            readonly nextCursor: string | null;
        };
        /** RetentionRunRow */
        readonly RetentionRunRow: {
            /**
             * Asof
             * @description what was due then
             */
            readonly asOf: string;
            /** Createdat */
            readonly createdAt: string;
            /** Createdby */
            readonly createdBy: string;
            /** Dryrun */
            readonly dryRun: boolean;
            /** Finishedat */
            readonly finishedAt: string | null;
            /** Id */
            readonly id: string;
            /**
             * Lookedat
             * @description documents that some policy might have meant
             */
            readonly lookedAt: number;
            readonly state: components["schemas"]["RunState"];
        };
        /** ReviewerIn */
        readonly ReviewerIn: {
            /**
             * Dueat
             * @default null
             */
            readonly dueAt?: string | null;
            /** Userid */
            readonly userId: string;
        };
        /** ReviewerOut */
        readonly ReviewerOut: {
            /** Comment */
            readonly comment: string | null;
            /** Decidedat */
            readonly decidedAt: string | null;
            readonly decision: components["schemas"]["Decision"] | null;
            /** Dueat */
            readonly dueAt: string | null;
            /** Userid */
            readonly userId: string;
        };
        /** ReviewIn */
        readonly ReviewIn: {
            /** Reviewers */
            readonly reviewers: readonly components["schemas"]["ReviewerIn"][];
        };
        /** ReviewOut */
        readonly ReviewOut: {
            /** Begunat */
            readonly begunAt: string;
            /** Begunby */
            readonly begunBy: string;
            /** Reviewers */
            readonly reviewers: readonly components["schemas"]["ReviewerOut"][];
            /** Withdrawnat */
            readonly withdrawnAt: string | null;
        };
        /**
         * ReviewRoundOut
         * @description Of one revision.
         */
        readonly ReviewRoundOut: {
            /** Begunat */
            readonly begunAt: string | null;
            /** Comment */
            readonly comment: string | null;
            /** Decidedat */
            readonly decidedAt: string | null;
            readonly decision: components["schemas"]["Decision"] | null;
            /** Marks */
            readonly marks: readonly components["schemas"]["MarkOut"][];
            /**
             * Reopened
             * @description the comment is then the reason
             */
            readonly reopened: boolean;
            /** Reviewerid */
            readonly reviewerId: string | null;
            /** Revision */
            readonly revision: number;
        };
        /**
         * ReviewTaskOut
         * @description You are asked to decide about this revision.
         */
        readonly ReviewTaskOut: {
            /** Begunat */
            readonly begunAt: string;
            /** Begunby */
            readonly begunBy: string;
            /** Documentid */
            readonly documentId: string;
            /** Dueat */
            readonly dueAt: string | null;
            /** Filename */
            readonly fileName: string;
            /** Number */
            readonly number: string | null;
            /** Revision */
            readonly revision: number;
            /** Siteid */
            readonly siteId: string | null;
            /** Title */
            readonly title: string;
            /** Typeid */
            readonly typeId: string | null;
        };
        /** ReviewTaskPage */
        readonly ReviewTaskPage: {
            /** Items */
            readonly items: readonly components["schemas"]["ReviewTaskOut"][];
            /** Nextcursor */
            readonly nextCursor: string | null;
        };
        /** RevisionIn */
        readonly RevisionIn: {
            /**
             * Contenttype
             * @description what the client takes it for; the real type is looked at
             */
            readonly contentType: string;
            /** Filename */
            readonly fileName: string;
            /**
             * Sha256
             * @description of the whole file, lower-case hex
             */
            readonly sha256: string;
            /** Sizebytes */
            readonly sizeBytes: number;
        };
        /** RevisionOut */
        readonly RevisionOut: {
            /** Contenttype */
            readonly contentType: string;
            /** Createdat */
            readonly createdAt: string;
            /** Createdby */
            readonly createdBy: string;
            /** Detectedtype */
            readonly detectedType: string | null;
            /**
             * Earlierreviews
             * @description rounds that were withdrawn before that, the first first
             */
            readonly earlierReviews: readonly components["schemas"]["ReviewOut"][];
            /** Filename */
            readonly fileName: string;
            /** Inforce */
            readonly inForce: boolean;
            /**
             * Isnewest
             * @description no later one is ready or on its way
             */
            readonly isNewest: boolean;
            /** Number */
            readonly number: number;
            /** @description pictures of the first pages */
            readonly preview: components["schemas"]["DerivedOut"];
            readonly rejection: components["schemas"]["RejectionOut"] | null;
            /**
             * Restoredfrom
             * @description the number of the revision whose bytes it repeats
             */
            readonly restoredFrom: number | null;
            /** @description who was asked about it and what they decided */
            readonly review: components["schemas"]["ReviewOut"] | null;
            /** Sha256 */
            readonly sha256: string;
            /** Sizebytes */
            readonly sizeBytes: number;
            readonly state: components["schemas"]["RevisionState"];
            readonly status: components["schemas"]["ControlStatus"];
            /**
             * Superseded
             * @description a newer one is in force
             */
            readonly superseded: boolean;
            /**
             * Supersededby
             * @description the revision in force, if it is a later one
             */
            readonly supersededBy: number | null;
            /** @description words for the search, page by page */
            readonly text: components["schemas"]["DerivedOut"];
            /** Updatedat */
            readonly updatedAt: string;
        };
        /** RevisionPage */
        readonly RevisionPage: {
            /** Items */
            readonly items: readonly components["schemas"]["RevisionOut"][];
            /** Nextcursor */
            readonly nextCursor: string | null;
        };
        /**
         * RevisionState
         * @enum {string}
         */
        readonly RevisionState: "awaiting_upload" | "verifying" | "ready" | "rejected";
        /**
         * Rhythm
         * @enum {string}
         */
        readonly Rhythm: "daily" | "weekly" | "monthly";
        /**
         * Role
         * @enum {string}
         */
        readonly Role: "admin" | "engineer" | "operator" | "viewer";
        /** RotationIn */
        readonly RotationIn: {
            /**
             * Overlaphours
             * @description how long the old secret also works
             * @default 0
             */
            readonly overlapHours?: number;
        };
        /**
         * RuleOut
         * @description `check`, `when` and `values` are expressions (ADR 19); `fields` are the pointers that a finding marks.
         */
        readonly RuleOut: {
            /** Check */
            readonly check: unknown;
            /** Each */
            readonly each: string | null;
            /** Fields */
            readonly fields: readonly string[];
            /** Id */
            readonly id: string;
            /** Kind */
            readonly kind: string;
            /** Reason */
            readonly reason: string | null;
            /** Text */
            readonly text: string;
            /** Values */
            readonly values: {
                readonly [key: string]: unknown;
            };
            /** When */
            readonly when: unknown;
        };
        /**
         * RunState
         * @enum {string}
         */
        readonly RunState: "queued" | "running" | "finished" | "failed" | "cancelled";
        /** SecondFactorOut */
        readonly SecondFactorOut: {
            /** Recoverycodesleft */
            readonly recoveryCodesLeft: number;
            /**
             * Required
             * @description does the organisation ask for one?
             */
            readonly required: boolean;
            /**
             * Since
             * @description null: there is none
             */
            readonly since: string | null;
        };
        /** SectionOut */
        readonly SectionOut: {
            /** Fields */
            readonly fields: readonly components["schemas"]["FieldOut"][];
            /** Help */
            readonly help: string | null;
            /** Label */
            readonly label: string;
            /** Maxrows */
            readonly maxRows: number | null;
            /** Pointer */
            readonly pointer: string;
            /** Required */
            readonly required: boolean;
            /** Table */
            readonly table: boolean;
        };
        /**
         * SelectionIn
         * @description Either `ids` or `query`.
         */
        readonly SelectionIn: {
            /**
             * Ids
             * @default null
             */
            readonly ids?: readonly string[] | null;
            /**
             * @description as in the list of documents: what matches when it begins to run, of what exists now; at most 10000 documents
             * @default null
             */
            readonly query?: components["schemas"]["BulkQueryIn"] | null;
        };
        /** SessionOut */
        readonly SessionOut: {
            /** Accesstoken */
            readonly accessToken: string;
            /**
             * Expiresin
             * @description seconds
             */
            readonly expiresIn: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly outcome: "signed_in";
            readonly user: components["schemas"]["Me"];
        };
        /**
         * Outcome
         * @description In a dry run `done` is what would be done.
         * @enum {string}
         */
        readonly shared__bulk__model__Outcome: "done" | "unchanged" | "refused";
        /**
         * Outcome
         * @description `deleting` is for seconds; `kept_busy`: a revision is on its way, so the next run looks again.
         * @enum {string}
         */
        readonly shared__retention__model__Outcome: "would_trash" | "would_delete" | "trashed" | "deleting" | "deleted" | "kept_by_hold" | "kept_busy";
        /** SharedDownloadIn */
        readonly SharedDownloadIn: {
            /**
             * Password
             * Format: password
             * @default null
             */
            readonly password?: string | null;
            /**
             * Token
             * @description what stands behind # in the link
             */
            readonly token: string;
        };
        /** SharedDownloadOut */
        readonly SharedDownloadOut: {
            /** Expiresat */
            readonly expiresAt: string;
            /** Filename */
            readonly fileName: string;
            /** Sha256 */
            readonly sha256: string;
            /** Sizebytes */
            readonly sizeBytes: number;
            /** Url */
            readonly url: string;
        };
        /** SharedIn */
        readonly SharedIn: {
            /**
             * Token
             * @description what stands behind # in the link
             */
            readonly token: string;
        };
        /** SharedOut */
        readonly SharedOut: {
            /** Expiresat */
            readonly expiresAt: string;
            /** Filename */
            readonly fileName: string;
            /**
             * Isnewest
             * @description false: the document has a newer revision than the one shared
             */
            readonly isNewest: boolean;
            /** Maydownload */
            readonly mayDownload: boolean;
            /** Needspassword */
            readonly needsPassword: boolean;
            /** Organisationname */
            readonly organisationName: string;
            /**
             * Pagestoview
             * @description pictures of pages that `view_shared` gives; 0: there are none
             */
            readonly pagesToView: number;
            /** Revision */
            readonly revision: number;
            /** Sizebytes */
            readonly sizeBytes: number;
            /** Title */
            readonly title: string;
        };
        /** SharedPictureOut */
        readonly SharedPictureOut: {
            /** Expiresat */
            readonly expiresAt: string;
            /** Number */
            readonly number: number;
            /** Url */
            readonly url: string;
        };
        /** SharedViewIn */
        readonly SharedViewIn: {
            /**
             * Passed
             * @description what `view_shared` answered: fresh URLs for what was opened, without password and not counted
             * @default null
             */
            readonly passed?: string | null;
            /**
             * Password
             * Format: password
             * @default null
             */
            readonly password?: string | null;
            /**
             * Token
             * @description what stands behind # in the link
             */
            readonly token: string;
        };
        /** SharedViewOut */
        readonly SharedViewOut: {
            /** Pages */
            readonly pages: readonly components["schemas"]["SharedPictureOut"][];
            /**
             * Passed
             * @description good for an hour from the look that was counted
             */
            readonly passed: string;
        };
        /** ShareLinkIn */
        readonly ShareLinkIn: {
            /**
             * @description view: pictures of the first pages, and not the file
             * @default download
             */
            readonly access?: components["schemas"]["Access"];
            /**
             * Expiresat
             * Format: date-time
             * @description at most as far ahead as the organisation allows
             */
            readonly expiresAt: string;
            /**
             * Maxuses
             * @description downloads and looks together; null: as many as the organisation allows
             * @default null
             */
            readonly maxUses?: number | null;
            /**
             * Note
             * @description for colleagues: whom the link is for
             * @default
             */
            readonly note?: string;
            /**
             * Password
             * Format: password
             * @description null: none, where the organisation allows that
             * @default null
             */
            readonly password?: string | null;
            /**
             * Revision
             * @description one revision for good, or always the newest that is ready
             * @default latest
             */
            readonly revision?: "latest" | number;
        };
        /** ShareLinkOut */
        readonly ShareLinkOut: {
            readonly access: components["schemas"]["Access"];
            /** Createdat */
            readonly createdAt: string;
            /** Createdby */
            readonly createdBy: string;
            /** Documentid */
            readonly documentId: string;
            /**
             * Expiresat
             * @description as the organisation's policy is today
             */
            readonly expiresAt: string;
            /** Haspassword */
            readonly hasPassword: boolean;
            /** Id */
            readonly id: string;
            /** Lastusedat */
            readonly lastUsedAt: string | null;
            /**
             * Maxuses
             * @description as the organisation's policy is today; null: as often as one likes
             */
            readonly maxUses: number | null;
            /** Note */
            readonly note: string;
            /** Revision */
            readonly revision: "latest" | number;
            /** Revokedat */
            readonly revokedAt: string | null;
            /** @description suspended: the organisation asks for a password by now, and it has none */
            readonly state: components["schemas"]["LinkState"];
            /** Uses */
            readonly uses: number;
        };
        /** ShareLinkPage */
        readonly ShareLinkPage: {
            /** Items */
            readonly items: readonly components["schemas"]["ShareLinkOut"][];
            /** Nextcursor */
            readonly nextCursor: string | null;
        };
        /** ShareUseOut */
        readonly ShareUseOut: {
            /** At */
            readonly at: string;
            /** Device */
            readonly device: string;
            /** Id */
            readonly id: string;
            /**
             * Network
             * @description IPv4 /24 or IPv6 /64 it came from
             */
            readonly network: string;
            readonly outcome: components["schemas"]["UseOutcome"];
            /** Revision */
            readonly revision: number;
        };
        /** ShareUsePage */
        readonly ShareUsePage: {
            /** Items */
            readonly items: readonly components["schemas"]["ShareUseOut"][];
            /** Nextcursor */
            readonly nextCursor: string | null;
        };
        /**
         * SharingPolicyIn
         * @description What is absent stays as it is.
         */
        readonly SharingPolicyIn: {
            /**
             * Maxdays
             * @description how long a link may work
             * @default null
             */
            readonly maxDays?: number | null;
            /**
             * Maxuses
             * @description null: as often as one likes; absent: as it is
             * @default null
             */
            readonly maxUses?: number | null;
            /**
             * Passwordrequired
             * @default null
             */
            readonly passwordRequired?: boolean | null;
        };
        /** SharingPolicyOut */
        readonly SharingPolicyOut: {
            /** Maxdays */
            readonly maxDays: number;
            /**
             * Maxuses
             * @description null: as often as one likes
             */
            readonly maxUses: number | null;
            /** Passwordrequired */
            readonly passwordRequired: boolean;
        };
        /**
         * ShownOut
         * @description One of the revisions of a document, and where it stands among the others.
         */
        readonly ShownOut: {
            /** Inforce */
            readonly inForce: boolean;
            /**
             * Isnewest
             * @description no later one is ready or on its way
             */
            readonly isNewest: boolean;
            /** Revision */
            readonly revision: number;
            /**
             * Supersededby
             * @description the revision in force, if it is a later one
             */
            readonly supersededBy: number | null;
        };
        /**
         * SigningKeyOut
         * @description A JSON Web Key (RFC 7517), public parts only.
         */
        readonly SigningKeyOut: {
            /**
             * Alg
             * @constant
             */
            readonly alg: "ES256";
            /**
             * Crv
             * @constant
             */
            readonly crv: "P-256";
            /** Kid */
            readonly kid: string;
            /**
             * Kty
             * @constant
             */
            readonly kty: "EC";
            /**
             * Use
             * @constant
             */
            readonly use: "sig";
            /** X */
            readonly x: string;
            /** Y */
            readonly y: string;
        };
        /** SigningKeysOut */
        readonly SigningKeysOut: {
            /** Keys */
            readonly keys: readonly components["schemas"]["SigningKeyOut"][];
        };
        /**
         * SignInPolicyIn
         * @description What is absent stays as it is.
         */
        readonly SignInPolicyIn: {
            /**
             * Idlehours
             * @description how long without being used
             * @default null
             */
            readonly idleHours?: number | null;
            /**
             * Passwordminlength
             * @description of passwords chosen from now on
             * @default null
             */
            readonly passwordMinLength?: number | null;
            /**
             * Rolesfromentra
             * @description roles are assigned in Microsoft Entra ID, as app roles
             * @default null
             */
            readonly rolesFromEntra?: boolean | null;
            /**
             * Secondfactorroles
             * @description these need a second factor to sign in
             * @default null
             */
            readonly secondFactorRoles?: readonly components["schemas"]["Role"][] | null;
            /**
             * Sessionhours
             * @description how long one sign-in lasts
             * @default null
             */
            readonly sessionHours?: number | null;
        };
        /** SignInPolicyOut */
        readonly SignInPolicyOut: {
            /** Idlehours */
            readonly idleHours: number;
            /** Passwordminlength */
            readonly passwordMinLength: number;
            /** Rolesfromentra */
            readonly rolesFromEntra: boolean;
            /** Secondfactorroles */
            readonly secondFactorRoles: readonly components["schemas"]["Role"][];
            /** Sessionhours */
            readonly sessionHours: number;
        };
        /**
         * SiteChangeIn
         * @description What is absent stays as it is.
         */
        readonly SiteChangeIn: {
            /**
             * Code
             * @default null
             */
            readonly code?: string | null;
            /**
             * Daystart
             * @default null
             */
            readonly dayStart?: string | null;
            /**
             * Name
             * @default null
             */
            readonly name?: string | null;
            /** @default null */
            readonly status?: components["schemas"]["SiteStatus"] | null;
            /**
             * Statusfrom
             * @description reporting day from which the status counts; absent: today at the site
             * @default null
             */
            readonly statusFrom?: string | null;
            /**
             * Timezone
             * @default null
             */
            readonly timeZone?: string | null;
        };
        /** SiteIn */
        readonly SiteIn: {
            /**
             * Code
             * @description unique in the organisation, large and small letters alike
             */
            readonly code: string;
            /**
             * Daystart
             * @description when the reporting day begins, local time
             * @default 00:00
             */
            readonly dayStart?: string;
            /** Name */
            readonly name: string;
            /** Timezone */
            readonly timeZone: string;
        };
        /** SiteOut */
        readonly SiteOut: {
            /** Code */
            readonly code: string;
            /** Createdat */
            readonly createdAt: string;
            /** Daystart */
            readonly dayStart: string;
            /** Etag */
            readonly etag: string;
            /** Id */
            readonly id: string;
            /** Name */
            readonly name: string;
            readonly status: components["schemas"]["SiteStatus"];
            /**
             * Suspensions
             * @description days on which no report is owed, the first suspension first
             */
            readonly suspensions: readonly components["schemas"]["SuspensionOut"][];
            /** Timezone */
            readonly timeZone: string;
            /** Updatedat */
            readonly updatedAt: string;
        };
        /** SitePage */
        readonly SitePage: {
            /** Items */
            readonly items: readonly components["schemas"]["SiteOut"][];
            /** Nextcursor */
            readonly nextCursor: string | null;
        };
        /**
         * SiteStatus
         * @enum {string}
         */
        readonly SiteStatus: "active" | "suspended";
        /** SnippetOut */
        readonly SnippetOut: {
            /**
             * Ranges
             * @description what was found in it, in UTF-16 code units as JavaScript counts
             */
            readonly ranges: readonly components["schemas"]["RangeOut"][];
            /**
             * Text
             * @description plain text, as it is in the file: to be shown as text, never as HTML
             */
            readonly text: string;
        };
        /**
         * Standing
         * @enum {string}
         */
        readonly Standing: "in_force" | "draft" | "superseded";
        /**
         * StandingOut
         * @description What the storage holds of an upload that is not completed: go on with what is missing.
         */
        readonly StandingOut: {
            /**
             * Committed
             * @description blocks that were put together; at most as many as the file needs
             */
            readonly committed: readonly components["schemas"]["BlockOut"][];
            /** Filename */
            readonly fileName: string;
            /** Revision */
            readonly revision: number;
            /** Sha256 */
            readonly sha256: string;
            /** Sizebytes */
            readonly sizeBytes: number;
            /**
             * Uncommitted
             * @description blocks sent so far; at most as many as the file needs
             */
            readonly uncommitted: readonly components["schemas"]["BlockOut"][];
            readonly upload: components["schemas"]["UploadOut"];
            /**
             * Wholebytes
             * @description size of what was put, or put together from blocks; null before that
             */
            readonly wholeBytes: number | null;
        };
        /**
         * StorageHold
         * @description Has the storage followed? `pending` and `lifting` are for seconds.
         * @enum {string}
         */
        readonly StorageHold: "none" | "pending" | "in_place" | "lifting";
        /** SuspensionOut */
        readonly SuspensionOut: {
            /**
             * Since
             * Format: date
             */
            readonly since: string;
            /**
             * Until
             * @description the first day after it; null: it goes on
             */
            readonly until: string | null;
        };
        /**
         * TagDocuments
         * @description Tags that all of them get, and that none of them keeps.
         */
        readonly TagDocuments: {
            /**
             * Add
             * @default []
             */
            readonly add?: readonly string[];
            /**
             * Remove
             * @default []
             */
            readonly remove?: readonly string[];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly type: "tag";
        };
        /** TenantIn */
        readonly TenantIn: {
            /** @description of people who join without an invitation; null: nobody does */
            readonly defaultRole: components["schemas"]["Role"] | null;
            /**
             * Rolefromentra
             * @description the app roles assigned in Entra decide, at every check
             */
            readonly roleFromEntra: boolean;
        };
        /** TenantOut */
        readonly TenantOut: {
            readonly defaultRole: components["schemas"]["Role"] | null;
            /** Organisationid */
            readonly organisationId: string;
            /** Rolefromentra */
            readonly roleFromEntra: boolean;
            /** Tenantid */
            readonly tenantId: string;
            /** Updatedat */
            readonly updatedAt: string;
        };
        /**
         * TrashDocuments
         * @description What is under legal hold stays where it is.
         */
        readonly TrashDocuments: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly type: "trash";
        };
        /** UploadLinkIn */
        readonly UploadLinkIn: {
            /**
             * Discipline
             * @default null
             */
            readonly discipline?: string | null;
            /**
             * Expiresat
             * Format: date-time
             * @description at most as far ahead as the organisation allows
             */
            readonly expiresAt: string;
            /**
             * Fields
             * @description custom fields of the type
             * @default null
             */
            readonly fields?: {
                readonly [key: string]: unknown;
            } | null;
            /**
             * Maxbytes
             * @description of all files together
             */
            readonly maxBytes: number;
            /**
             * Maxfiles
             * @default 20
             */
            readonly maxFiles?: number;
            /**
             * Message
             * @description for those who get the link
             * @default
             */
            readonly message?: string;
            /**
             * Note
             * @description for colleagues: whom the link is for
             * @default
             */
            readonly note?: string;
            /**
             * Password
             * Format: password
             * @default null
             */
            readonly password?: string | null;
            /**
             * Siteid
             * @description where they go
             * @default null
             */
            readonly siteId?: string | null;
            /**
             * Tags
             * @default []
             */
            readonly tags?: readonly string[];
            /**
             * Titlerule
             * @description of titles: text with {file}, {number} and {date}
             * @default {file}
             */
            readonly titleRule?: string;
            /**
             * Typeid
             * @default null
             */
            readonly typeId?: string | null;
        };
        /** UploadLinkOut */
        readonly UploadLinkOut: {
            /**
             * Bytes
             * @description announced so far
             */
            readonly bytes: number;
            /** Createdat */
            readonly createdAt: string;
            /** Createdby */
            readonly createdBy: string;
            /** Discipline */
            readonly discipline: string | null;
            /**
             * Expiresat
             * @description as the organisation's policy is today
             */
            readonly expiresAt: string;
            /** Fields */
            readonly fields: {
                readonly [key: string]: unknown;
            };
            /**
             * Files
             * @description announced so far
             */
            readonly files: number;
            /** Haspassword */
            readonly hasPassword: boolean;
            /** Id */
            readonly id: string;
            /** Lastusedat */
            readonly lastUsedAt: string | null;
            /** Maxbytes */
            readonly maxBytes: number;
            /** Maxfiles */
            readonly maxFiles: number;
            /** Message */
            readonly message: string;
            /** Note */
            readonly note: string;
            /** Revokedat */
            readonly revokedAt: string | null;
            /** Siteid */
            readonly siteId: string | null;
            readonly state: components["schemas"]["LinkState"];
            /** Tags */
            readonly tags: readonly string[];
            /** Titlerule */
            readonly titleRule: string;
            /** Typeid */
            readonly typeId: string | null;
        };
        /** UploadLinkPage */
        readonly UploadLinkPage: {
            /** Items */
            readonly items: readonly components["schemas"]["UploadLinkOut"][];
            /** Nextcursor */
            readonly nextCursor: string | null;
        };
        /**
         * UploadOut
         * @description PUT the whole file to `url` (single), or blocks of `blockSizeBytes` and then the block list (blocks).
         *
         *     Blocks named alike everywhere, base64 of `block-000000` and so on, can be gone on with on another device.
         */
        readonly UploadOut: {
            /**
             * Blocksizebytes
             * @description 0 for single
             */
            readonly blockSizeBytes: number;
            /** Expiresat */
            readonly expiresAt: string;
            /**
             * Method
             * @enum {string}
             */
            readonly method: "single" | "blocks";
            /** Url */
            readonly url: string;
        };
        /** UploadUseOut */
        readonly UploadUseOut: {
            /** At */
            readonly at: string;
            /** Device */
            readonly device: string;
            /** Documentid */
            readonly documentId: string | null;
            /** Id */
            readonly id: string;
            /**
             * Network
             * @description IPv4 /24 or IPv6 /64 it came from
             */
            readonly network: string;
            readonly outcome: components["schemas"]["UploadUseOutcome"];
        };
        /**
         * UploadUseOutcome
         * @enum {string}
         */
        readonly UploadUseOutcome: "announced" | "completed" | "password_wrong";
        /** UploadUsePage */
        readonly UploadUsePage: {
            /** Items */
            readonly items: readonly components["schemas"]["UploadUseOut"][];
            /** Nextcursor */
            readonly nextCursor: string | null;
        };
        /**
         * UseOutcome
         * @enum {string}
         */
        readonly UseOutcome: "downloaded" | "viewed" | "password_wrong";
        /**
         * UserChangeIn
         * @description What is absent stays as it is.
         */
        readonly UserChangeIn: {
            /**
             * Name
             * @default null
             */
            readonly name?: string | null;
            /** @default null */
            readonly role?: components["schemas"]["Role"] | null;
            /**
             * Siteids
             * @description null: all sites; absent: as it is
             * @default null
             */
            readonly siteIds?: readonly string[] | null;
            /**
             * Status
             * @default null
             */
            readonly status?: ("active" | "deactivated") | null;
        };
        /** UserIn */
        readonly UserIn: {
            /** Email */
            readonly email: string;
            /** Name */
            readonly name: string;
            readonly role: components["schemas"]["Role"];
            /**
             * Siteids
             * @description null: all sites
             */
            readonly siteIds: readonly string[] | null;
        };
        /** UserOut */
        readonly UserOut: {
            /** Createdat */
            readonly createdAt: string;
            /** Email */
            readonly email: string;
            /** Etag */
            readonly etag: string;
            /** Id */
            readonly id: string;
            /**
             * Joinedat
             * @description null: has not accepted the invitation
             */
            readonly joinedAt: string | null;
            /** Name */
            readonly name: string;
            readonly role: components["schemas"]["Role"];
            /** Siteids */
            readonly siteIds: readonly string[] | null;
            readonly status: components["schemas"]["UserStatus"];
            /** Updatedat */
            readonly updatedAt: string;
        };
        /** UserPage */
        readonly UserPage: {
            /** Items */
            readonly items: readonly components["schemas"]["UserOut"][];
            /** Nextcursor */
            readonly nextCursor: string | null;
        };
        /**
         * UserStatus
         * @enum {string}
         */
        readonly UserStatus: "invited" | "active" | "deactivated" | "deleted";
        /**
         * VerificationIn
         * @description The challenge with either a code or a recovery code.
         */
        readonly VerificationIn: {
            /** Challenge */
            readonly challenge: string;
            /**
             * Code
             * @default null
             */
            readonly code?: string | null;
            /**
             * Recoverycode
             * @default null
             */
            readonly recoveryCode?: string | null;
        };
        /**
         * ViewChangeIn
         * @description What is absent stays as it is; `query`, `columns` and `roles` replace what was there.
         */
        readonly ViewChangeIn: {
            /**
             * Columns
             * @default null
             */
            readonly columns?: readonly string[] | null;
            /**
             * Name
             * @default null
             */
            readonly name?: string | null;
            /** @default null */
            readonly query?: components["schemas"]["ViewQuery"] | null;
            /**
             * Roles
             * @default null
             */
            readonly roles?: readonly components["schemas"]["Role"][] | null;
        };
        /** ViewIn */
        readonly ViewIn: {
            /**
             * Columns
             * @description in their order, `field:key` for a custom field; none: the usual ones
             * @default []
             */
            readonly columns?: readonly string[];
            /** Name */
            readonly name: string;
            readonly query: components["schemas"]["ViewQuery"];
            /**
             * Roles
             * @description that see it too; needs the permission to share views
             * @default []
             */
            readonly roles?: readonly components["schemas"]["Role"][];
        };
        /** ViewOut */
        readonly ViewOut: {
            /** Columns */
            readonly columns: readonly string[];
            /** Createdat */
            readonly createdAt: string;
            /** Etag */
            readonly etag: string;
            /** Id */
            readonly id: string;
            /** Name */
            readonly name: string;
            /** Ownerid */
            readonly ownerId: string;
            /** @description as parameters of the list of documents, or with `q` of the search */
            readonly query: components["schemas"]["ViewQuery"];
            /** Roles */
            readonly roles: readonly components["schemas"]["Role"][];
            /** Updatedat */
            readonly updatedAt: string;
        };
        /** ViewPage */
        readonly ViewPage: {
            /**
             * Defaultid
             * @description the one that opens first, which may be on another page
             */
            readonly defaultId: string | null;
            /** Items */
            readonly items: readonly components["schemas"]["ViewOut"][];
            /** Nextcursor */
            readonly nextCursor: string | null;
        };
        /**
         * ViewQuery
         * @description With `q` a search, else a list.
         */
        readonly ViewQuery: {
            /**
             * Createdbefore
             * @default null
             */
            readonly createdBefore?: string | null;
            /**
             * Createdfrom
             * @default null
             */
            readonly createdFrom?: string | null;
            /**
             * Discipline
             * @default null
             */
            readonly discipline?: string | null;
            /**
             * Field
             * @description one custom field as `key:value`; of a number the value as entered, or with a unit
             * @default null
             */
            readonly field?: string | null;
            /**
             * Inforce
             * @description whether a revision is in force; who may not review gets those where one is, and their own, unless this, `state` or `status` says otherwise
             * @default null
             */
            readonly inForce?: boolean | null;
            /**
             * Number
             * @description what the number begins with
             * @default null
             */
            readonly number?: string | null;
            /**
             * Q
             * @default null
             */
            readonly q?: string | null;
            /**
             * Revisions
             * @description of a search
             * @default null
             */
            readonly revisions?: ("served" | "all") | null;
            /**
             * Siteid
             * @default null
             */
            readonly siteId?: string | null;
            /**
             * Sort
             * @description of a list; what is searched for comes best first
             * @default null
             */
            readonly sort?: ("createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "title" | "-title" | "number" | "-number") | null;
            /**
             * @description of the newest revision
             * @default null
             */
            readonly state?: components["schemas"]["RevisionState"] | null;
            /**
             * @description of the current revision
             * @default null
             */
            readonly status?: components["schemas"]["ControlStatus"] | null;
            /**
             * Tag
             * @default null
             */
            readonly tag?: string | null;
            /**
             * Trashed
             * @default false
             */
            readonly trashed?: boolean;
            /**
             * Typeid
             * @default null
             */
            readonly typeId?: string | null;
            /**
             * Updatedbefore
             * @default null
             */
            readonly updatedBefore?: string | null;
            /**
             * Updatedfrom
             * @default null
             */
            readonly updatedFrom?: string | null;
        };
        /** ViewReadOut */
        readonly ViewReadOut: {
            /** Columns */
            readonly columns: readonly string[];
            /** Createdat */
            readonly createdAt: string;
            /** Etag */
            readonly etag: string;
            /**
             * Gone
             * @description criteria that name what there is not any more, or what you do not see; they find nothing
             */
            readonly gone: readonly string[];
            /** Id */
            readonly id: string;
            /** Name */
            readonly name: string;
            /** Ownerid */
            readonly ownerId: string;
            /** @description as parameters of the list of documents, or with `q` of the search */
            readonly query: components["schemas"]["ViewQuery"];
            /** Roles */
            readonly roles: readonly components["schemas"]["Role"][];
            /** Updatedat */
            readonly updatedAt: string;
        };
        /**
         * WellChangeIn
         * @description What is absent stays as it is. A well stays at its site.
         */
        readonly WellChangeIn: {
            /**
             * Name
             * @default null
             */
            readonly name?: string | null;
            /**
             * Roles
             * @default null
             */
            readonly roles?: readonly components["schemas"]["DatedRoleIn"][] | null;
            /** @default null */
            readonly status?: components["schemas"]["WellStatus"] | null;
        };
        /** WellIn */
        readonly WellIn: {
            /**
             * Name
             * @description unique in the organisation, large and small letters and spaces alike
             */
            readonly name: string;
            /**
             * Roles
             * @description in the order of their dates; before the first the role is not known
             * @default []
             */
            readonly roles?: readonly components["schemas"]["DatedRoleIn"][];
            /** Siteid */
            readonly siteId: string;
        };
        /** WellOut */
        readonly WellOut: {
            /** Createdat */
            readonly createdAt: string;
            /** Etag */
            readonly etag: string;
            /** Id */
            readonly id: string;
            /** Name */
            readonly name: string;
            /** Roles */
            readonly roles: readonly components["schemas"]["DatedRoleOut"][];
            /** Siteid */
            readonly siteId: string;
            readonly status: components["schemas"]["WellStatus"];
            /** Updatedat */
            readonly updatedAt: string;
        };
        /** WellPage */
        readonly WellPage: {
            /** Items */
            readonly items: readonly components["schemas"]["WellOut"][];
            /** Nextcursor */
            readonly nextCursor: string | null;
        };
        /**
         * WellRole
         * @enum {string}
         */
        readonly WellRole: "producer" | "injector";
        /**
         * WellStatus
         * @enum {string}
         */
        readonly WellStatus: "active" | "suspended" | "abandoned";
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description What is left (`r`) of the limit, for so many seconds (`t`): draft-ietf-httpapi-ratelimit-headers-10 */
        readonly RateLimit: string;
        /** @description The limit that counted: so many requests (`q`) in so many seconds (`w`), per caller */
        readonly "RateLimit-Policy": string;
        /** @description Seconds to wait */
        readonly "Retry-After": number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly list_api_keys: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before */
                readonly cursor?: string | null;
                readonly limit?: number;
                readonly sort?: "name" | "-name" | "createdAt" | "-createdAt" | "expiresAt" | "-expiresAt";
                /** @description without it, those that were not revoked */
                readonly state?: ("active" | "expired" | "revoked") | null;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ApiKeyPage"];
                };
            };
            /** @description `cursor_invalid`: This cursor does not belong to this list and sort order. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly create_api_key: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ApiKeyIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    /** @description Where it is */
                    readonly Location?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NewApiKeyOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `machine_taken`: This application of Microsoft Entra ID already stands for a user or another API key. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly get_api_key: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                readonly key_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ApiKeyOut"];
                };
            };
            /** @description Not changed since the ETag in If-None-Match */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly delete_api_key: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly key_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly change_api_key: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "If-Match": string;
            };
            readonly path: {
                readonly key_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ApiKeyChangeIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ApiKeyOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: Somebody changed this in the meantime. Read it again. */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `if_match_required`: Send If-Match with the ETag you read. */
            readonly 428: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly rotate_api_key: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "If-Match": string;
            };
            readonly path: {
                readonly key_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RotationIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NewApiKeyOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `api_key_ended`: This API key was revoked or has expired. Create another.
             *     `api_key_without_secret`: This API key stands for an application that signs in with Microsoft Entra ID: there is no secret to rotate.
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: Somebody changed this in the meantime. Read it again. */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `if_match_required`: Send If-Match with the ETag you read. */
            readonly 428: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly list_archive_imports: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before */
                readonly cursor?: string | null;
                readonly limit?: number;
                readonly sort?: "createdAt" | "-createdAt";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ArchiveImportPage"];
                };
            };
            /** @description `cursor_invalid`: This cursor does not belong to this list and sort order. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly create_archive_import: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ArchiveImportIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    /** @description Where it is */
                    readonly Location?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ArchiveImportOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `session_expired`: The session has ended. Sign in again.
             *     `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `no_password`: You sign in with your organisation's directory: passwords and second factors are kept there.
             *     `request_in_progress`: A request with this Idempotency-Key is being worked on.
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for a different request.
             *     `invalid`: Some of the input is not valid.
             *     `proof_wrong`: This is not the right password or code.
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `limit_reached`: Too many requests. Wait a moment.
             *     `too_many_attempts`: Too many attempts. Wait and try again.
             */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly get_archive_import: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly import_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ArchiveImportOut"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly cancel_archive_import: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly import_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ArchiveImportOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is being worked on. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used for a different request. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly run_archive_import: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly import_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ArchiveImportRunIn"];
            };
        };
        readonly responses: {
            /** @description Accepted */
            readonly 202: {
                headers: {
                    /** @description Where it is */
                    readonly Location?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ArchiveImportOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `import_expired`: What was uploaded has been deleted. Begin another import.
             *     `import_under_way`: The import is being worked on, or has finished.
             *     `manifest_missing`: The manifest has not been uploaded as it was announced.
             *     `organisation_not_empty`: The organisation has documents already. An archive is restored into one that has none.
             *     `request_in_progress`: A request with this Idempotency-Key is being worked on.
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for a different request.
             *     `invalid`: Some of the input is not valid.
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly create_archive_part_url: {
        readonly parameters: {
            readonly query?: {
                /** @description 0 is the manifest */
                readonly part?: number;
            };
            readonly header?: never;
            readonly path: {
                readonly import_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PartUploadOut"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `import_expired`: What was uploaded has been deleted. Begin another import.
             *     `import_under_way`: The import is being worked on, or has finished.
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly list_archives: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before */
                readonly cursor?: string | null;
                readonly limit?: number;
                readonly sort?: "createdAt" | "-createdAt";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ArchivePage"];
                };
            };
            /** @description `cursor_invalid`: This cursor does not belong to this list and sort order. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly create_archive: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ProvedIn"];
            };
        };
        readonly responses: {
            /** @description Accepted */
            readonly 202: {
                headers: {
                    /** @description Where it is */
                    readonly Location?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ArchiveOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `session_expired`: The session has ended. Sign in again.
             *     `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `archive_under_way`: An archive of the organisation is being written. Wait for it, or cancel it.
             *     `no_password`: You sign in with your organisation's directory: passwords and second factors are kept there.
             *     `request_in_progress`: A request with this Idempotency-Key is being worked on.
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for a different request.
             *     `invalid`: Some of the input is not valid.
             *     `proof_wrong`: This is not the right password or code.
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `limit_reached`: Too many requests. Wait a moment.
             *     `too_many_attempts`: Too many attempts. Wait and try again.
             */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly get_archive: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly archive_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ArchiveOut"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly cancel_archive: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly archive_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ArchiveOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is being worked on. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used for a different request. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly create_archive_download: {
        readonly parameters: {
            readonly query?: {
                /** @description 0 is the manifest */
                readonly part?: number;
            };
            readonly header?: never;
            readonly path: {
                readonly archive_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ArchiveDownloadOut"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `archive_not_ready`: The archive has no such part: it is not finished, it failed, or it has expired. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly finish_entra_sign_in: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description See Other */
            readonly 303: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `entra_not_configured`: Signing in with Microsoft is not set up here. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly begin_entra_invitation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["EntraInvitationIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DepartureOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `entra_not_configured`: Signing in with Microsoft is not set up here.
             *     `link_invalid`: This link is not valid any more. Ask for a new one.
             */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly begin_entra_link: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["EntraLinkIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DepartureOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `session_expired`: The session has ended. Sign in again.
             *     `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `persons_only`: This is for people who are signed in, not for API keys. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `entra_not_configured`: Signing in with Microsoft is not set up here. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `no_password`: You sign in with your organisation's directory: passwords and second factors are kept there. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: Some of the input is not valid.
             *     `proof_wrong`: This is not the right password or code.
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `limit_reached`: Too many requests. Wait a moment.
             *     `too_many_attempts`: Too many attempts. Wait and try again.
             */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly begin_entra_sign_in: {
        readonly parameters: {
            readonly query?: {
                /** @description path of the page to come back to; anything else means its beginning */
                readonly returnTo?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Found */
            readonly 302: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `entra_not_configured`: Signing in with Microsoft is not set up here. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly sign_out_of_entra: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EntraSignOutOut"];
                };
            };
            /** @description `csrf_header_required`: Send the header X-PetroConnect-Request with every request that uses the session cookie. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly accept_invitation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AcceptanceIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SessionOut"] | components["schemas"]["ChallengeOut"] | components["schemas"]["EnrolmentDueOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link_invalid`: This link is not valid any more. Ask for a new one. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is being worked on. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: Somebody changed this in the meantime. Read it again. */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `limit_reached`: Too many requests. Wait a moment.
             *     `too_many_attempts`: Too many attempts. Wait and try again.
             */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly read_invitation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["LinkIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["InvitationOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link_invalid`: This link is not valid any more. Ask for a new one. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `limit_reached`: Too many requests. Wait a moment.
             *     `too_many_attempts`: Too many attempts. Wait and try again.
             */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly list_signing_keys: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SigningKeysOut"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly get_me: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Me"];
                };
            };
            /**
             * @description `session_expired`: The session has ended. Sign in again.
             *     `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `persons_only`: This is for people who are signed in, not for API keys. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly list_sign_in_methods: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MethodsOut"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly change_password: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PasswordChangeIn"];
            };
        };
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `session_expired`: The session has ended. Sign in again.
             *     `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `persons_only`: This is for people who are signed in, not for API keys. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `no_password`: You sign in with your organisation's directory: passwords and second factors are kept there. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: Somebody changed this in the meantime. Read it again. */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: Some of the input is not valid.
             *     `proof_wrong`: This is not the right password or code.
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `limit_reached`: Too many requests. Wait a moment.
             *     `too_many_attempts`: Too many attempts. Wait and try again.
             */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly request_password_reset: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ForgottenIn"];
            };
        };
        readonly responses: {
            /** @description Accepted */
            readonly 202: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `limit_reached`: Too many requests. Wait a moment.
             *     `too_many_attempts`: Too many attempts. Wait and try again.
             */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly reset_password: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PasswordResetIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SessionOut"] | components["schemas"]["ChallengeOut"] | components["schemas"]["EnrolmentDueOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link_invalid`: This link is not valid any more. Ask for a new one. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is being worked on. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: Somebody changed this in the meantime. Read it again. */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `limit_reached`: Too many requests. Wait a moment.
             *     `too_many_attempts`: Too many attempts. Wait and try again.
             */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly refresh_session: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SessionOut"];
                };
            };
            /**
             * @description `session_expired`: The session has ended. Sign in again.
             *     `session_revoked`: The session was ended for safety: an old refresh token was used. Sign in again.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `csrf_header_required`: Send the header X-PetroConnect-Request with every request that uses the session cookie. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `refresh_in_progress`: Another tab has just refreshed this session. Wait a moment and try again. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly get_second_factor: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SecondFactorOut"];
                };
            };
            /**
             * @description `session_expired`: The session has ended. Sign in again.
             *     `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `persons_only`: This is for people who are signed in, not for API keys. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `no_password`: You sign in with your organisation's directory: passwords and second factors are kept there. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly create_second_factor: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PasswordProofIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NewSecretOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `session_expired`: The session has ended. Sign in again.
             *     `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `persons_only`: This is for people who are signed in, not for API keys. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `no_password`: You sign in with your organisation's directory: passwords and second factors are kept there. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: Somebody changed this in the meantime. Read it again. */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: Some of the input is not valid.
             *     `proof_wrong`: This is not the right password or code.
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `limit_reached`: Too many requests. Wait a moment.
             *     `too_many_attempts`: Too many attempts. Wait and try again.
             */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly confirm_second_factor: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CodeIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RecoveryCodesOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `session_expired`: The session has ended. Sign in again.
             *     `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `persons_only`: This is for people who are signed in, not for API keys. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `enrolment_missing`: There is no second factor waiting to be confirmed, or it waited too long. Begin again.
             *     `no_password`: You sign in with your organisation's directory: passwords and second factors are kept there.
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: Somebody changed this in the meantime. Read it again. */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: Some of the input is not valid.
             *     `proof_wrong`: This is not the right password or code.
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `limit_reached`: Too many requests. Wait a moment.
             *     `too_many_attempts`: Too many attempts. Wait and try again.
             */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly disable_second_factor: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ProofIn"];
            };
        };
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `session_expired`: The session has ended. Sign in again.
             *     `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `persons_only`: This is for people who are signed in, not for API keys. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `no_password`: You sign in with your organisation's directory: passwords and second factors are kept there.
             *     `no_second_factor`: There is no second factor.
             *     `second_factor_required`: Your organisation asks for a second factor. Set up another one instead.
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: Somebody changed this in the meantime. Read it again. */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: Some of the input is not valid.
             *     `proof_wrong`: This is not the right password or code.
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `limit_reached`: Too many requests. Wait a moment.
             *     `too_many_attempts`: Too many attempts. Wait and try again.
             */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly enrol_second_factor: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ChallengeIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NewSecretOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `challenge_invalid`: Signing in took too long. Begin again with your password. */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: Somebody changed this in the meantime. Read it again. */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `limit_reached`: Too many requests. Wait a moment.
             *     `too_many_attempts`: Too many attempts. Wait and try again.
             */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly finish_enrolment: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ChallengedCodeIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EnrolledSessionOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `challenge_invalid`: Signing in took too long. Begin again with your password. */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `enrolment_missing`: There is no second factor waiting to be confirmed, or it waited too long. Begin again. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: Somebody changed this in the meantime. Read it again. */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: Some of the input is not valid.
             *     `proof_wrong`: This is not the right password or code.
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `limit_reached`: Too many requests. Wait a moment.
             *     `too_many_attempts`: Too many attempts. Wait and try again.
             */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly renew_recovery_codes: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ProofIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RecoveryCodesOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `session_expired`: The session has ended. Sign in again.
             *     `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `persons_only`: This is for people who are signed in, not for API keys. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `no_password`: You sign in with your organisation's directory: passwords and second factors are kept there.
             *     `no_second_factor`: There is no second factor.
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: Somebody changed this in the meantime. Read it again. */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: Some of the input is not valid.
             *     `proof_wrong`: This is not the right password or code.
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `limit_reached`: Too many requests. Wait a moment.
             *     `too_many_attempts`: Too many attempts. Wait and try again.
             */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly verify_second_factor: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["VerificationIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SessionOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `challenge_invalid`: Signing in took too long. Begin again with your password. */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: Some of the input is not valid.
             *     `proof_wrong`: This is not the right password or code.
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `limit_reached`: Too many requests. Wait a moment.
             *     `too_many_attempts`: Too many attempts. Wait and try again.
             */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly list_sessions: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OwnSessions"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `persons_only`: This is for people who are signed in, not for API keys. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly delete_session: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly session_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `persons_only`: This is for people who are signed in, not for API keys. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly sign_in: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CredentialsIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SessionOut"] | components["schemas"]["ChallengeOut"] | components["schemas"]["EnrolmentDueOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_credentials`: E-mail address or password is wrong. */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `limit_reached`: Too many requests. Wait a moment.
             *     `too_many_attempts`: Too many attempts. Wait and try again.
             */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly sign_out: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `csrf_header_required`: Send the header X-PetroConnect-Request with every request that uses the session cookie. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly sign_out_everywhere: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `persons_only`: This is for people who are signed in, not for API keys. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly create_bulk_import: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["BulkImportIn"];
            };
        };
        readonly responses: {
            /** @description Accepted */
            readonly 202: {
                headers: {
                    /** @description Where it is */
                    readonly Location?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BulkOperationOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `columns_twice`: The table has several columns of one name.
             *     `not_a_table`: The file is not a table: text in columns, separated by commas, semicolons, tabs or bars, with a line of names first.
             *     `not_readable`: Only a ready revision that is a table of text can be imported.
             *     `request_in_progress`: A request with this Idempotency-Key is being worked on.
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for a different request.
             *     `invalid`: Some of the input is not valid.
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly preview_bulk_import: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["BulkPreviewIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BulkPreviewOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_a_table`: The file is not a table: text in columns, separated by commas, semicolons, tabs or bars, with a line of names first.
             *     `not_readable`: Only a ready revision that is a table of text can be imported.
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly list_bulk_operations: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before */
                readonly cursor?: string | null;
                readonly limit?: number;
                readonly sort?: "createdAt" | "-createdAt";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BulkOperationPage"];
                };
            };
            /** @description `cursor_invalid`: This cursor does not belong to this list and sort order. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly create_bulk_operation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["BulkOperationIn"];
            };
        };
        readonly responses: {
            /** @description Accepted */
            readonly 202: {
                headers: {
                    /** @description Where it is */
                    readonly Location?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BulkOperationOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: Your role does not allow this.
             *     `persons_only`: This is for people who are signed in, not for API keys.
             */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `hold_closed`: The case has been closed. Open another one.
             *     `request_in_progress`: A request with this Idempotency-Key is being worked on.
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for a different request.
             *     `invalid`: Some of the input is not valid.
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly get_bulk_operation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly operation_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BulkOperationOut"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly cancel_bulk_operation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly operation_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Accepted */
            readonly 202: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BulkOperationOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is being worked on. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used for a different request. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly carry_out_bulk_operation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly operation_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Accepted */
            readonly 202: {
                headers: {
                    /** @description Where it is */
                    readonly Location?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BulkOperationOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: Your role does not allow this.
             *     `persons_only`: This is for people who are signed in, not for API keys.
             */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `hold_closed`: The case has been closed. Open another one.
             *     `not_a_dry_run`: Only a dry run can be carried out.
             *     `not_finished`: The dry run has not been finished, so nobody knows yet what it would do.
             *     `request_in_progress`: A request with this Idempotency-Key is being worked on.
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used for a different request. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly list_bulk_results: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before */
                readonly cursor?: string | null;
                readonly limit?: number;
                readonly outcome?: ("done" | "unchanged" | "refused") | null;
            };
            readonly header?: never;
            readonly path: {
                readonly operation_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BulkResultPage"];
                };
            };
            /** @description `cursor_invalid`: This cursor does not belong to this list and sort order. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly get_disciplines: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "If-None-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DisciplinesOut"];
                };
            };
            /** @description Not changed since the ETag in If-None-Match */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly replace_disciplines: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "If-Match": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DisciplinesIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DisciplinesOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: Somebody changed this in the meantime. Read it again. */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `if_match_required`: Send If-Match with the ETag you read. */
            readonly 428: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly list_document_types: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before */
                readonly cursor?: string | null;
                readonly limit?: number;
                /** @description part of the name or the code */
                readonly search?: string | null;
                readonly sort?: "code" | "-code" | "name" | "-name" | "createdAt" | "-createdAt";
                readonly status?: ("active" | "retired") | null;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DocumentTypePage"];
                };
            };
            /** @description `cursor_invalid`: This cursor does not belong to this list and sort order. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly create_document_type: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DocumentTypeIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    /** @description Where it is */
                    readonly Location?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DocumentTypeOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `document_type_code_taken`: Another document type of the organisation has this code already, perhaps a retired one.
             *     `request_in_progress`: A request with this Idempotency-Key is being worked on.
             *     `too_many_document_types`: An organisation has at most 100 document types in use. Retire one first.
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: Somebody changed this in the meantime. Read it again. */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for a different request.
             *     `invalid`: Some of the input is not valid.
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly get_document_type: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                readonly type_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DocumentTypeOut"];
                };
            };
            /** @description Not changed since the ETag in If-None-Match */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly change_document_type: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "If-Match": string;
            };
            readonly path: {
                readonly type_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DocumentTypeChangeIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DocumentTypeOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `document_type_code_taken`: Another document type of the organisation has this code already, perhaps a retired one. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: Somebody changed this in the meantime. Read it again. */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `if_match_required`: Send If-Match with the ETag you read. */
            readonly 428: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly create_document_type_migration: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly type_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["MigrationIn"];
            };
        };
        readonly responses: {
            /** @description Accepted */
            readonly 202: {
                headers: {
                    /** @description Where it is */
                    readonly Location?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BulkOperationOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `document_type_retired`: This document type is retired: documents of it stay, but no new ones are made.
             *     `not_the_newest`: This is not the newest version of the type. Look at what changed since, and ask for that one.
             *     `request_in_progress`: A request with this Idempotency-Key is being worked on.
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for a different request.
             *     `invalid`: Some of the input is not valid.
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly restore_document_type: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly type_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DocumentTypeOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `request_in_progress`: A request with this Idempotency-Key is being worked on.
             *     `too_many_document_types`: An organisation has at most 100 document types in use. Retire one first.
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: Somebody changed this in the meantime. Read it again. */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used for a different request. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly retire_document_type: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly type_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DocumentTypeOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is being worked on. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: Somebody changed this in the meantime. Read it again. */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used for a different request. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly get_document_type_version: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly type_id: string;
                readonly version: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DocumentTypeVersionOut"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly list_documents: {
        readonly parameters: {
            readonly query?: {
                readonly createdBefore?: string | null;
                readonly createdFrom?: string | null;
                /** @description `nextCursor` of the page before */
                readonly cursor?: string | null;
                readonly discipline?: string | null;
                /** @description one custom field as `key:value`; of a number the value as entered, or with a unit */
                readonly field?: string | null;
                /** @description whether a revision is in force; who may not review gets those where one is, and their own, unless this, `state` or `status` says otherwise */
                readonly inForce?: boolean | null;
                readonly limit?: number;
                /** @description what the number begins with */
                readonly number?: string | null;
                readonly siteId?: string | null;
                /** @description by number: only documents that have one */
                readonly sort?: "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "title" | "-title" | "number" | "-number";
                /** @description of the newest revision */
                readonly state?: ("awaiting_upload" | "verifying" | "ready" | "rejected") | null;
                /** @description of the current revision */
                readonly status?: ("draft" | "in_review" | "changes_requested" | "approved" | "superseded") | null;
                readonly tag?: string | null;
                readonly trashed?: boolean;
                readonly typeId?: string | null;
                readonly updatedBefore?: string | null;
                readonly updatedFrom?: string | null;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DocumentPage"];
                };
            };
            /** @description `cursor_invalid`: This cursor does not belong to this list and sort order. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly create_document: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DocumentIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    /** @description Where it is */
                    readonly Location?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AnnouncedOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `document_number_taken`: Another document of the organisation has or had this number.
             *     `document_type_retired`: This document type is retired: documents of it stay, but no new ones are made.
             *     `request_in_progress`: A request with this Idempotency-Key is being worked on.
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for a different request.
             *     `invalid`: Some of the input is not valid.
             *     `type_not_allowed`: Programs and scripts cannot be stored.
             *     `upload_too_large`: The file is larger than the limit.
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly get_document: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                readonly document_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DocumentReadOut"];
                };
            };
            /** @description Not changed since the ETag in If-None-Match */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly delete_document: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "If-Match": string;
            };
            readonly path: {
                readonly document_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: Somebody changed this in the meantime. Read it again. */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `if_match_required`: Send If-Match with the ETag you read. */
            readonly 428: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly change_document: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "If-Match": string;
            };
            readonly path: {
                readonly document_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DocumentChangeIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DocumentOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `document_number_taken`: Another document of the organisation has or had this number.
             *     `document_type_retired`: This document type is retired: documents of it stay, but no new ones are made.
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: Somebody changed this in the meantime. Read it again. */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `if_match_required`: Send If-Match with the ETag you read. */
            readonly 428: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly list_acknowledgements: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before */
                readonly cursor?: string | null;
                readonly limit?: number;
                /** @description without it, the one in force */
                readonly revision?: number | null;
                /** @description without it everybody who must, by name; outstanding: those of them who have not; acknowledged: whoever has, in that order, also if they have left or need not any more */
                readonly standing?: ("outstanding" | "acknowledged") | null;
            };
            readonly header?: never;
            readonly path: {
                readonly document_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReaderPage"];
                };
            };
            /** @description `cursor_invalid`: This cursor does not belong to this list and sort order. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly acknowledge_document: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly document_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AcknowledgementIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AcknowledgementOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in_the_trash`: The document is in the trash. Restore it first.
             *     `not_asked`: You are not among those who have to acknowledge this document.
             *     `not_in_force`: This revision is not in force, or no longer. Read the one that is.
             *     `request_in_progress`: A request with this Idempotency-Key is being worked on.
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for a different request.
             *     `invalid`: Some of the input is not valid.
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly complete_upload: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly document_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Accepted */
            readonly 202: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    /** @description Where it is */
                    readonly Location?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DocumentOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `request_in_progress`: A request with this Idempotency-Key is being worked on.
             *     `size_mismatch`: The uploaded file has another size than announced. It was dropped; upload it again.
             *     `upload_missing`: No file has been uploaded for this document yet.
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used for a different request. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly create_download_url: {
        readonly parameters: {
            readonly query?: {
                /** @description a number; without it what is `shown` to you */
                readonly revision?: number | null;
            };
            readonly header?: never;
            readonly path: {
                readonly document_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DownloadOut"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_approved`: No revision has been approved yet. Name the one you want.
             *     `not_ready`: Only what is ready can be downloaded, restored or read again.
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly purge_document: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "Idempotency-Key"?: string;
                readonly "If-Match": string;
            };
            readonly path: {
                readonly document_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Accepted */
            readonly 202: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_in_the_trash`: Only what is in the trash can be deleted for good.
             *     `request_in_progress`: A request with this Idempotency-Key is being worked on.
             *     `revision_pending`: Another revision is on its way. Wait until it is verified, or give it up.
             *     `under_hold`: The document is under legal hold. It cannot be deleted before every hold on it has been lifted.
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: Somebody changed this in the meantime. Read it again. */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used for a different request. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `if_match_required`: Send If-Match with the ETag you read. */
            readonly 428: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly restore_document: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "Idempotency-Key"?: string;
                readonly "If-Match": string;
            };
            readonly path: {
                readonly document_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DocumentOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is being worked on. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: Somebody changed this in the meantime. Read it again. */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used for a different request. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `if_match_required`: Send If-Match with the ETag you read. */
            readonly 428: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly get_document_retention: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly document_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DocumentRetentionOut"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly list_revisions: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before */
                readonly cursor?: string | null;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path: {
                readonly document_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RevisionPage"];
                };
            };
            /** @description `cursor_invalid`: This cursor does not belong to this list and sort order. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly create_revision: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly document_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RevisionIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    /** @description Where it is */
                    readonly Location?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AnnouncedOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in_the_trash`: The document is in the trash. Restore it first.
             *     `request_in_progress`: A request with this Idempotency-Key is being worked on.
             *     `revision_pending`: Another revision is on its way. Wait until it is verified, or give it up.
             *     `too_many_revisions`: A document has at most 1,000 revisions.
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for a different request.
             *     `invalid`: Some of the input is not valid.
             *     `type_not_allowed`: Programs and scripts cannot be stored.
             *     `upload_too_large`: The file is larger than the limit.
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly get_revision: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly document_id: string;
                readonly number: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RevisionOut"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly delete_revision: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly document_id: string;
                readonly number: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_given_up`: The file was uploaded. A revision that is verified or ready stays. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly list_page_texts: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before */
                readonly cursor?: string | null;
                /** @description begin with the page of this number */
                readonly first?: number;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path: {
                readonly document_id: string;
                readonly number: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PageTextPage"];
                };
            };
            /** @description `cursor_invalid`: This cursor does not belong to this list and sort order. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_ready`: Only what is ready can be downloaded, restored or read again. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly get_preview: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly document_id: string;
                readonly number: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PreviewOut"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_ready`: Only what is ready can be downloaded, restored or read again. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly reprocess_revision: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly document_id: string;
                readonly number: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ReprocessIn"];
            };
        };
        readonly responses: {
            /** @description Accepted */
            readonly 202: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RevisionOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_ready`: Only what is ready can be downloaded, restored or read again.
             *     `request_in_progress`: A request with this Idempotency-Key is being worked on.
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for a different request.
             *     `invalid`: Some of the input is not valid.
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly restore_revision: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly document_id: string;
                readonly number: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Accepted */
            readonly 202: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    /** @description Where it is */
                    readonly Location?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DocumentOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `already_current`: This is the current revision.
             *     `in_the_trash`: The document is in the trash. Restore it first.
             *     `not_ready`: Only what is ready can be downloaded, restored or read again.
             *     `request_in_progress`: A request with this Idempotency-Key is being worked on.
             *     `revision_pending`: Another revision is on its way. Wait until it is verified, or give it up.
             *     `too_many_revisions`: A document has at most 1,000 revisions.
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used for a different request. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly begin_review: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly document_id: string;
                readonly number: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ReviewIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RevisionOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in_the_trash`: The document is in the trash. Restore it first.
             *     `not_reviewable`: Only the newest ready revision is reviewed, once, and only where the type of the document asks for it.
             *     `request_in_progress`: A request with this Idempotency-Key is being worked on.
             *     `review_under_way`: A revision of this document is being reviewed. Decide about it or withdraw it first.
             *     `too_many_rounds`: Reviews of this revision were withdrawn too often. Go on with a further revision.
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for a different request.
             *     `invalid`: Some of the input is not valid.
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly withdraw_review: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly document_id: string;
                readonly number: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RevisionOut"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in_the_trash`: The document is in the trash. Restore it first.
             *     `not_in_review`: This revision is not being reviewed, or no longer.
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly decide_review: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly document_id: string;
                readonly number: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DecisionIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RevisionOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: Your role does not allow this.
             *     `not_a_reviewer`: You are not among the reviewers of this revision.
             */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `already_decided`: You have decided about this revision already.
             *     `in_the_trash`: The document is in the trash. Restore it first.
             *     `not_in_review`: This revision is not being reviewed, or no longer.
             *     `request_in_progress`: A request with this Idempotency-Key is being worked on.
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for a different request.
             *     `invalid`: Some of the input is not valid.
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly list_share_links: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before */
                readonly cursor?: string | null;
                readonly limit?: number;
                readonly sort?: "createdAt" | "-createdAt";
            };
            readonly header?: never;
            readonly path: {
                readonly document_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ShareLinkPage"];
                };
            };
            /** @description `cursor_invalid`: This cursor does not belong to this list and sort order. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly create_share_link: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly document_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ShareLinkIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    /** @description Where it is */
                    readonly Location?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NewShareLinkOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `nothing_to_share`: A document can be shared once its file is ready, and while it is not in the trash. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly delete_share_links: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly document_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly get_upload: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly document_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StandingOut"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_awaiting_upload`: The file of the newest revision has already been uploaded, or was given up. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly create_upload_url: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly document_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UploadOut"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_awaiting_upload`: The file of the newest revision has already been uploaded, or was given up. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly list_reviews: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before */
                readonly cursor?: string | null;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReviewTaskPage"];
                };
            };
            /** @description `cursor_invalid`: This cursor does not belong to this list and sort order. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly search_documents: {
        readonly parameters: {
            readonly query: {
                readonly createdBefore?: string | null;
                readonly createdFrom?: string | null;
                /** @description `nextCursor` of the page before */
                readonly cursor?: string | null;
                readonly discipline?: string | null;
                /** @description one custom field as `key:value`; of a number the value as entered, or with a unit */
                readonly field?: string | null;
                /** @description whether a revision is in force; who may not review gets those where one is, and their own, unless this, `state` or `status` says otherwise */
                readonly inForce?: boolean | null;
                readonly limit?: number;
                /** @description what the number begins with */
                readonly number?: string | null;
                /** @description words that all occur, "words in a row", and -words that do not; case and accents do not matter */
                readonly q: string;
                /** @description pages of the revision in force (or else the newest ready one), or of superseded ones and drafts as well */
                readonly revisions?: "served" | "all";
                readonly siteId?: string | null;
                /** @description of the newest revision */
                readonly state?: ("awaiting_upload" | "verifying" | "ready" | "rejected") | null;
                /** @description of the current revision */
                readonly status?: ("draft" | "in_review" | "changes_requested" | "approved" | "superseded") | null;
                readonly tag?: string | null;
                readonly trashed?: boolean;
                readonly typeId?: string | null;
                readonly updatedBefore?: string | null;
                readonly updatedFrom?: string | null;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DocumentSearchPage"];
                };
            };
            /** @description `cursor_invalid`: This cursor does not belong to this list and sort order. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly list_documents_to_acknowledge: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before */
                readonly cursor?: string | null;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DuePage"];
                };
            };
            /** @description `cursor_invalid`: This cursor does not belong to this list and sort order. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly get_due_calendar: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "If-None-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DueCalendarOut"];
                };
            };
            /** @description Not changed since the ETag in If-None-Match */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly replace_due_calendar: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "If-Match": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DueCalendarIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DueCalendarOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: Somebody changed this in the meantime. Read it again. */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `if_match_required`: Send If-Match with the ETag you read. */
            readonly 428: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly list_due_plans: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before */
                readonly cursor?: string | null;
                readonly limit?: number;
                readonly siteId?: string | null;
                readonly sort?: "createdAt" | "-createdAt";
                readonly type?: string | null;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DuePlanPage"];
                };
            };
            /** @description `cursor_invalid`: This cursor does not belong to this list and sort order. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly create_due_plan: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DuePlanIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    /** @description Where it is */
                    readonly Location?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DuePlanOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `request_in_progress`: A request with this Idempotency-Key is being worked on.
             *     `too_many_due_plans`: An organisation has at most 2000 plans of due reports.
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for a different request.
             *     `invalid`: Some of the input is not valid.
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly get_due_plan: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                readonly plan_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DuePlanOut"];
                };
            };
            /** @description Not changed since the ETag in If-None-Match */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly delete_due_plan: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "If-Match": string;
            };
            readonly path: {
                readonly plan_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: Somebody changed this in the meantime. Read it again. */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `if_match_required`: Send If-Match with the ETag you read. */
            readonly 428: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly change_due_plan: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "If-Match": string;
            };
            readonly path: {
                readonly plan_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DuePlanChangeIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DuePlanOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: Somebody changed this in the meantime. Read it again. */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `if_match_required`: Send If-Match with the ETag you read. */
            readonly 428: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly list_due_reports: {
        readonly parameters: {
            readonly query: {
                /** @description `nextCursor` of the page before */
                readonly cursor?: string | null;
                /** @description reporting day */
                readonly from: string;
                readonly limit?: number;
                /** @description only what is due and was not submitted */
                readonly missing?: boolean;
                readonly siteId?: string | null;
                /** @description included; at most 35 days */
                readonly to: string;
                readonly type?: string | null;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DueReportPage"];
                };
            };
            /** @description `cursor_invalid`: This cursor does not belong to this list and sort order. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly announce_guest_upload: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["GuestFileIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReceivedOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link_invalid`: This link is not valid any more. Ask for a new one. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link_full`: This link takes no more files, or not one of this size. Ask the person who sent it for another. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: Some of the input is not valid.
             *     `link_password_wrong`: This is not the password of the link.
             *     `type_not_allowed`: Programs and scripts cannot be stored.
             *     `upload_too_large`: The file is larger than the limit.
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly complete_guest_upload: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["GuestSubjectIn"];
            };
        };
        readonly responses: {
            /** @description Accepted */
            readonly 202: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReceivedOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `link_invalid`: This link is not valid any more. Ask for a new one.
             *     `not_found`: There is nothing here that you can see.
             */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `size_mismatch`: The uploaded file has another size than announced. It was dropped; upload it again.
             *     `upload_missing`: No file has been uploaded for this document yet.
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: Some of the input is not valid.
             *     `link_password_wrong`: This is not the password of the link.
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly enter_guest_link: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["GuestEntryIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GuestPassOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link_invalid`: This link is not valid any more. Ask for a new one. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: Some of the input is not valid.
             *     `link_password_wrong`: This is not the password of the link.
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `limit_reached`: Too many requests. Wait a moment.
             *     `too_many_attempts`: Too many attempts. Wait and try again.
             */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly read_guest_link: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["GuestIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["InvitedOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link_invalid`: This link is not valid any more. Ask for a new one. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `limit_reached`: Too many requests. Wait a moment.
             *     `too_many_attempts`: Too many attempts. Wait and try again.
             */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly read_guest_upload: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["GuestSubjectIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReceivedOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `link_invalid`: This link is not valid any more. Ask for a new one.
             *     `not_found`: There is nothing here that you can see.
             */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: Some of the input is not valid.
             *     `link_password_wrong`: This is not the password of the link.
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly check_liveness: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Health"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly check_readiness: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Health"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly list_holds: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before */
                readonly cursor?: string | null;
                readonly limit?: number;
                readonly sort?: "createdAt" | "-createdAt";
                readonly state?: ("open" | "closing" | "closed") | null;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HoldPage"];
                };
            };
            /** @description `cursor_invalid`: This cursor does not belong to this list and sort order. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly create_hold: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["HoldIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    /** @description Where it is */
                    readonly Location?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HoldOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is being worked on. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for a different request.
             *     `invalid`: Some of the input is not valid.
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly get_hold: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                readonly hold_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HoldOut"];
                };
            };
            /** @description Not changed since the ETag in If-None-Match */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly change_hold: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "If-Match": string;
            };
            readonly path: {
                readonly hold_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["HoldChangeIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HoldOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `hold_closed`: The case has been closed. Open another one. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: Somebody changed this in the meantime. Read it again. */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `if_match_required`: Send If-Match with the ETag you read. */
            readonly 428: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly close_hold: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly hold_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Accepted */
            readonly 202: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    /** @description Where it is */
                    readonly Location?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HoldOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is being worked on. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used for a different request. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly list_held_documents: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before */
                readonly cursor?: string | null;
                readonly limit?: number;
                readonly sort?: "createdAt" | "-createdAt" | "title" | "-title";
            };
            readonly header?: never;
            readonly path: {
                readonly hold_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HeldDocumentPage"];
                };
            };
            /** @description `cursor_invalid`: This cursor does not belong to this list and sort order. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly hold_document: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly document_id: string;
                readonly hold_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HeldDocumentOut"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `being_deleted`: The document is being deleted for good. This cannot be stopped any more.
             *     `hold_closed`: The case has been closed. Open another one.
             *     `too_many_holds`: A document can be held by at most 100 cases.
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly release_document: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly document_id: string;
                readonly hold_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly create_organisation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["OrganisationIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    /** @description Where it is */
                    readonly Location?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NewOrganisationOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provisioning_key_wrong`: Setting up organisations needs the provisioning key. */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `email_taken`: This e-mail address already belongs to an account.
             *     `request_in_progress`: A request with this Idempotency-Key is being worked on.
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for a different request.
             *     `invalid`: Some of the input is not valid.
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly get_organisation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                readonly organisation_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OrganisationOut"];
                };
            };
            /** @description Not changed since the ETag in If-None-Match */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly change_organisation: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "If-Match": string;
            };
            readonly path: {
                readonly organisation_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["OrganisationChangeIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OrganisationOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: Somebody changed this in the meantime. Read it again. */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `if_match_required`: Send If-Match with the ETag you read. */
            readonly 428: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly allow_tenant: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly organisation_id: string;
                readonly tenant_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TenantIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TenantOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provisioning_key_wrong`: Setting up organisations needs the provisioning key. */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `entra_not_configured`: Signing in with Microsoft is not set up here.
             *     `not_found`: There is nothing here that you can see.
             */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `tenant_taken`: This Microsoft tenant belongs to another organisation. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly disallow_tenant: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly organisation_id: string;
                readonly tenant_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `provisioning_key_wrong`: Setting up organisations needs the provisioning key. */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `entra_not_configured`: Signing in with Microsoft is not set up here.
             *     `not_found`: There is nothing here that you can see.
             */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly get_report_settings: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "If-None-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReportSettingsOut"];
                };
            };
            /** @description Not changed since the ETag in If-None-Match */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly replace_report_settings: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "If-Match": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ReportSettingsIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReportSettingsOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: Somebody changed this in the meantime. Read it again. */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `if_match_required`: Send If-Match with the ETag you read. */
            readonly 428: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly list_report_types: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "If-None-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReportTypesOut"];
                };
            };
            /** @description Not changed since the ETag in If-None-Match */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly get_report_type: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                readonly report_type: string;
                readonly version: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReportTypeOut"];
                };
            };
            /** @description Not changed since the ETag in If-None-Match */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly get_report: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                readonly report_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReportReadOut"];
                };
            };
            /** @description Not changed since the ETag in If-None-Match */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly put_report: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly report_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ReportEditIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReportSavedOut"];
                };
            };
            /** @description Created */
            readonly 201: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReportSavedOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `edit_conflict`: Somebody else changed the same fields meanwhile. Compare both versions and send what shall stay.
             *     `edition_unknown`: What this was based on is not kept any more. Compare both versions and send what shall stay.
             *     `not_editable`: The report was submitted. It can be edited again when changes are requested, or it is reopened.
             *     `report_discarded`: The draft was discarded. To go on with it, send it as a new report.
             *     `report_exists`: There is a report of this type, site, day and subject already.
             *     `report_id_taken`: A report with this id is of another type, site or day. Make a new id.
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": (components["schemas"]["Problem"] & components["schemas"]["Other"]) | (components["schemas"]["Problem"] & components["schemas"]["Disagreement"]) | components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: Some of the input is not valid.
             *     `no_such_day`: The zone of the site left this day out.
             *     `payload_too_large`: The payload has at most 400,000 bytes of JSON.
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly delete_report: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "If-Match": string;
            };
            readonly path: {
                readonly report_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: Your role does not allow this.
             *     `not_yours`: Only its author and reviewers can discard a draft.
             */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `already_submitted`: Only a draft that was never submitted can be discarded. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: Somebody changed this in the meantime. Read it again. */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `if_match_required`: Send If-Match with the ETag you read. */
            readonly 428: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly get_retention_policies: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "If-None-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RetentionPoliciesOut"];
                };
            };
            /** @description Not changed since the ETag in If-None-Match */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly replace_retention_policies: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "If-Match": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RetentionPoliciesIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RetentionPoliciesOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: Somebody changed this in the meantime. Read it again. */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `if_match_required`: Send If-Match with the ETag you read. */
            readonly 428: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly list_retention_runs: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before */
                readonly cursor?: string | null;
                readonly limit?: number;
                readonly sort?: "createdAt" | "-createdAt";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RetentionRunPage"];
                };
            };
            /** @description `cursor_invalid`: This cursor does not belong to this list and sort order. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly create_retention_run: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RetentionRunIn"];
            };
        };
        readonly responses: {
            /** @description Accepted */
            readonly 202: {
                headers: {
                    /** @description Where it is */
                    readonly Location?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RetentionRunRow"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `no_policies`: The organisation has no retention policies, so nothing would be trashed or deleted.
             *     `request_in_progress`: A request with this Idempotency-Key is being worked on.
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for a different request.
             *     `invalid`: Some of the input is not valid.
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly get_retention_run: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly run_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RetentionRunOut"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly list_retention_rows: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before */
                readonly cursor?: string | null;
                readonly limit?: number;
                readonly sort?: "createdAt" | "-createdAt";
            };
            readonly header?: never;
            readonly path: {
                readonly run_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RetentionRowPage"];
                };
            };
            /** @description `cursor_invalid`: This cursor does not belong to this list and sort order. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly get_share_link: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly link_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ShareLinkOut"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly delete_share_link: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly link_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly list_share_link_uses: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before */
                readonly cursor?: string | null;
                readonly limit?: number;
                readonly sort?: "createdAt" | "-createdAt";
            };
            readonly header?: never;
            readonly path: {
                readonly link_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ShareUsePage"];
                };
            };
            /** @description `cursor_invalid`: This cursor does not belong to this list and sort order. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly download_shared: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SharedDownloadIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SharedDownloadOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `view_only`: This link shows the document; it does not give the file away. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link_invalid`: This link is not valid any more. Ask for a new one. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: Some of the input is not valid.
             *     `link_password_wrong`: This is not the password of the link.
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `limit_reached`: Too many requests. Wait a moment.
             *     `too_many_attempts`: Too many attempts. Wait and try again.
             */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly read_shared: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SharedIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SharedOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link_invalid`: This link is not valid any more. Ask for a new one. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `limit_reached`: Too many requests. Wait a moment.
             *     `too_many_attempts`: Too many attempts. Wait and try again.
             */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly view_shared: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SharedViewIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SharedViewOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link_invalid`: This link is not valid any more. Ask for a new one. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `look_ended`: What was opened is not shown any longer, or there is a newer revision by now. Open the link again.
             *     `no_preview`: There are no pictures of this file, or not yet.
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: Some of the input is not valid.
             *     `link_password_wrong`: This is not the password of the link.
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `limit_reached`: Too many requests. Wait a moment.
             *     `too_many_attempts`: Too many attempts. Wait and try again.
             */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly list_sites: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before */
                readonly cursor?: string | null;
                readonly limit?: number;
                /** @description part of the name or the code */
                readonly search?: string | null;
                readonly sort?: "name" | "-name" | "code" | "-code" | "createdAt" | "-createdAt";
                readonly status?: ("active" | "suspended") | null;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SitePage"];
                };
            };
            /** @description `cursor_invalid`: This cursor does not belong to this list and sort order. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly create_site: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SiteIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    /** @description Where it is */
                    readonly Location?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SiteOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `request_in_progress`: A request with this Idempotency-Key is being worked on.
             *     `site_code_taken`: Another site of the organisation has this code already.
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for a different request.
             *     `invalid`: Some of the input is not valid.
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly get_site: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                readonly site_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SiteOut"];
                };
            };
            /** @description Not changed since the ETag in If-None-Match */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly change_site: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "If-Match": string;
            };
            readonly path: {
                readonly site_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SiteChangeIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SiteOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `site_code_taken`: Another site of the organisation has this code already. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: Somebody changed this in the meantime. Read it again. */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `if_match_required`: Send If-Match with the ETag you read. */
            readonly 428: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly list_upload_links: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before */
                readonly cursor?: string | null;
                readonly limit?: number;
                readonly sort?: "createdAt" | "-createdAt";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UploadLinkPage"];
                };
            };
            /** @description `cursor_invalid`: This cursor does not belong to this list and sort order. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly create_upload_link: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["UploadLinkIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    /** @description Where it is */
                    readonly Location?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NewUploadLinkOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `document_type_retired`: This document type is retired: documents of it stay, but no new ones are made. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly get_upload_link: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly upload_link_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UploadLinkOut"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly delete_upload_link: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly upload_link_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly list_upload_link_uses: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before */
                readonly cursor?: string | null;
                readonly limit?: number;
                readonly sort?: "createdAt" | "-createdAt";
            };
            readonly header?: never;
            readonly path: {
                readonly upload_link_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UploadUsePage"];
                };
            };
            /** @description `cursor_invalid`: This cursor does not belong to this list and sort order. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly list_users: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before */
                readonly cursor?: string | null;
                readonly limit?: number;
                readonly role?: ("admin" | "engineer" | "operator" | "viewer") | null;
                /** @description part of the name or the address */
                readonly search?: string | null;
                /** @description who may see this site */
                readonly siteId?: string | null;
                readonly sort?: "name" | "-name" | "email" | "-email" | "createdAt" | "-createdAt";
                /** @description without it, everybody who was not deleted */
                readonly status?: ("invited" | "active" | "deactivated" | "deleted") | null;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UserPage"];
                };
            };
            /** @description `cursor_invalid`: This cursor does not belong to this list and sort order. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly create_user: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["UserIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    /** @description Where it is */
                    readonly Location?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UserOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `email_taken`: This e-mail address already belongs to an account.
             *     `request_in_progress`: A request with this Idempotency-Key is being worked on.
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for a different request.
             *     `invalid`: Some of the input is not valid.
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly get_user: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                readonly user_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UserOut"];
                };
            };
            /** @description Not changed since the ETag in If-None-Match */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly delete_user: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly user_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `last_admin`: An organisation keeps at least one active admin. Make somebody else admin first. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: Somebody changed this in the meantime. Read it again. */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly change_user: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "If-Match": string;
            };
            readonly path: {
                readonly user_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["UserChangeIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UserOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `last_admin`: An organisation keeps at least one active admin. Make somebody else admin first.
             *     `user_deleted`: This person was deleted and cannot be changed.
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: Somebody changed this in the meantime. Read it again. */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `if_match_required`: Send If-Match with the ETag you read. */
            readonly 428: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly send_invitation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly user_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Accepted */
            readonly 202: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UserOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_invited`: This person has joined already or was deactivated: there is no invitation to send.
             *     `request_in_progress`: A request with this Idempotency-Key is being worked on.
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used for a different request. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly delete_second_factor: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly user_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: Somebody changed this in the meantime. Read it again. */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly sign_user_out: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly user_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is being worked on. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used for a different request. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly list_views: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before */
                readonly cursor?: string | null;
                readonly limit?: number;
                /** @description those shared with this role instead; another than one's own needs `views:share` */
                readonly role?: ("admin" | "engineer" | "operator" | "viewer") | null;
                readonly sort?: "name" | "-name";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ViewPage"];
                };
            };
            /** @description `cursor_invalid`: This cursor does not belong to this list and sort order. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly create_view: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ViewIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    /** @description Where it is */
                    readonly Location?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ViewOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `request_in_progress`: A request with this Idempotency-Key is being worked on.
             *     `too_many_views`: You have 100 views, and cannot have more. Delete one that you no longer need.
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for a different request.
             *     `invalid`: Some of the input is not valid.
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly get_view: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                readonly view_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ViewReadOut"];
                };
            };
            /** @description Not changed since the ETag in If-None-Match */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly delete_view: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "If-Match": string;
            };
            readonly path: {
                readonly view_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: Somebody changed this in the meantime. Read it again. */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `if_match_required`: Send If-Match with the ETag you read. */
            readonly 428: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly change_view: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "If-Match": string;
            };
            readonly path: {
                readonly view_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ViewChangeIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ViewOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: Somebody changed this in the meantime. Read it again. */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `if_match_required`: Send If-Match with the ETag you read. */
            readonly 428: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly choose_default_view: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DefaultViewIn"];
            };
        };
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly list_wells: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before */
                readonly cursor?: string | null;
                readonly limit?: number;
                /** @description part of the name */
                readonly search?: string | null;
                readonly siteId?: string | null;
                readonly sort?: "name" | "-name" | "createdAt" | "-createdAt";
                readonly status?: ("active" | "suspended" | "abandoned") | null;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WellPage"];
                };
            };
            /** @description `cursor_invalid`: This cursor does not belong to this list and sort order. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly create_well: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["WellIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    /** @description Where it is */
                    readonly Location?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WellOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `request_in_progress`: A request with this Idempotency-Key is being worked on.
             *     `well_name_taken`: Another well of the organisation has this name already.
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for a different request.
             *     `invalid`: Some of the input is not valid.
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly get_well: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                readonly well_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WellOut"];
                };
            };
            /** @description Not changed since the ETag in If-None-Match */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly change_well: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "If-Match": string;
            };
            readonly path: {
                readonly well_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["WellChangeIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    /** @description Version; send it as If-Match to change */
                    readonly ETag?: string;
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WellOut"];
                };
            };
            /** @description `malformed`: The request could not be read. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_invalid`: The access token is not valid. Refresh the session or sign in again.
             *     `unauthenticated`: Sign in first.
             */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here that you can see. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `well_name_taken`: Another well of the organisation has this name already. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: Somebody changed this in the meantime. Read it again. */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The request body is too large. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send application/json. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Some of the input is not valid. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `if_match_required`: Send If-Match with the ETag you read. */
            readonly 428: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: Too many requests. Wait a moment. */
            readonly 429: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service this depends on did not answer. Try again shortly. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
