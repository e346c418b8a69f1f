/** What one of Slack's error codes means for us. */
export type CodeMeaning =
  /** It is so already. */
  | { readonly class: 'settled' }
  /** Later, without doing anything. */
  | { readonly class: 'wait' }
  /** It may have happened all the same. */
  | { readonly class: 'ambiguous' }
  /** The token or its account is dead. */
  | { readonly class: 'account'; readonly message: string }
  /** The token lacks a right. */
  | { readonly class: 'rights'; readonly message: string }
  /** Somebody has to do something in Slack. */
  | {
      readonly class: 'person';
      readonly message: (where: string) => string;
      readonly hint: string;
    }
  /** We sent what Slack does not take. */
  | { readonly class: 'bug' };

const account = (message: string): CodeMeaning => ({ class: 'account', message });
const rights = (message: string): CodeMeaning => ({ class: 'rights', message });
const person = (message: (where: string) => string, hint: string): CodeMeaning => ({
  class: 'person',
  message,
  hint,
});

const INVITE = 'Ask someone in the channel to invite you, then retry.';
const ADMIN = 'Ask an admin of the workspace to allow it, then retry.';
const UNARCHIVE = 'Unarchive it in Slack, then retry.';
const OTHER_NAME = 'Choose another name, then retry.';

const dead = account('Slack does not accept the token any more.');
const fewerRights = rights('Slack took rights away from this token.');
const archived = person((where) => `${where} is archived in Slack.`, UNARCHIVE);
const unseen = person((where) => `${where} cannot be seen with your Slack account.`, INVITE);
const forbidden = person((where) => `The workspace does not let you do this: ${where}.`, ADMIN);
const readOnly = person(
  (where) => `Only some people may post in ${where}.`,
  'Ask an admin of the workspace to let you post there, then retry.',
);
const guest = person(
  (where) => `Slack does not let guests do this: ${where}.`,
  'Ask a member who is no guest to do it, then retry.',
);
const gone = person(
  (where) => `What this answers to is no longer in ${where}.`,
  'It was deleted in Slack. Retry, or copy the text and post it by hand.',
);
const nameTaken = person(
  (where) => `Slack has another channel of this name: ${where}.`,
  'Rename or archive that channel in Slack, then retry.',
);

const each = (meaning: CodeMeaning, codes: string): Readonly<Record<string, CodeMeaning>> =>
  Object.fromEntries(codes.split(/\s+/).map((code) => [code, meaning]));

/**
 * Slack's codes of the methods we call. A code that is not here is parked with its name.
 * @see the error lists of docs.slack.dev/reference/methods
 */
export const CODES: { readonly [code: string]: CodeMeaning | undefined } = {
  ...each(
    { class: 'settled' },
    `already_in_channel already_archived not_archived already_reacted no_reaction already_pinned
     not_pinned no_pin message_not_found already_closed no_op`.trim(),
  ),
  ...each(
    { class: 'wait' },
    `ratelimited rate_limited message_limit_exceeded team_quota_exceeded too_many_requests
     external_channel_migrating team_added_to_org org_login_required`.trim(),
  ),
  ...each(
    { class: 'ambiguous' },
    `internal_error fatal_error service_unavailable request_timeout server_error
     duplicate_message_not_found duplicate_channel_not_found`.trim(),
  ),
  ...each(dead, 'invalid_auth not_authed token_not_found invalid_token bad_token'),
  token_revoked: account('The Slack token was revoked.'),
  token_expired: account('The Slack token has expired.'),
  invalid_refresh_token: account('Slack does not renew this sign-in any more.'),
  refresh_token_expired: account(
    'Slack ended this sign-in: Quarterdeck was not online for a month.',
  ),
  account_inactive: account('The Slack account of this token is no longer active.'),
  user_removed_from_team: account('This account was removed from the workspace.'),
  team_access_not_granted: account('The token was not given access to this workspace.'),
  two_factor_setup_required: account('Slack wants this account to use two-factor sign-in first.'),
  access_denied: account('The workspace does not allow access with this token.'),
  accesslimited: account('The workspace does not allow access with this token.'),
  enterprise_is_restricted: account('The organisation does not allow this app.'),
  team_not_found: account('Slack does not know the workspace of this token any more.'),
  ...each(fewerRights, 'missing_scope no_permission'),
  not_allowed_token_type: rights('Slack does not allow this kind of token to do this.'),
  invalid_scopes: fewerRights,
  ...each(archived, 'is_archived is_inactive'),
  ...each(unseen, 'channel_not_found mpim_not_found channel_is_limited_access not_visible'),
  not_in_channel: person((where) => `You are not a member of ${where}.`, INVITE),
  ...each(
    forbidden,
    `restricted_action not_authorized cant_post_message ekm_access_denied user_not_permitted
     method_not_supported_for_channel_type posting_to_general_channel_denied
     slack_connect_file_link_sharing_blocked cannot_create_channel`.trim(),
  ),
  ...each(
    readOnly,
    `restricted_action_read_only_channel restricted_action_non_threadable_channel
     restricted_action_thread_only_channel restricted_action_thread_locked
     cannot_reply_to_message`.trim(),
  ),
  ...each(guest, 'user_is_restricted user_is_ultra_restricted user_is_bot'),
  ...each(gone, 'thread_not_found'),
  name_taken: nameTaken,
  nothing_is_carried: person(
    (where) => `Slack keeps nothing of what Quarterdeck adds to messages in ${where}.`,
    'Connect a bot token in Settings, or ask an admin to let the app post metadata, then retry.',
  ),
  ...each(
    person((where) => `Slack does not take this name: ${where}.`, OTHER_NAME),
    `invalid_name invalid_name_maxlength invalid_name_punctuation invalid_name_required
     invalid_name_specials`.trim(),
  ),
  ...each(
    person(
      (where) => `The workspace has no room left for ${where}.`,
      'Ask an admin of the workspace to make room, then retry.',
    ),
    'too_many_convos_for_team max_channels_reached storage_limit_reached file_upload_size_restricted',
  ),
  ...each(
    { class: 'bug' },
    `invalid_arguments invalid_arg_name invalid_array_arg invalid_charset invalid_form_data
     invalid_post_type missing_post_type invalid_json json_not_object no_text msg_too_long
     msg_blocks_too_long too_long too_many_attachments too_many_contact_cards invalid_blocks
     invalid_blocks_format metadata_too_large invalid_metadata_format invalid_metadata_schema
     markdown_text_conflict attachment_payload_limit_exceeded method_deprecated deprecated_endpoint
     unknown_method invalid_ts invalid_ts_latest invalid_ts_oldest invalid_types invalid_limit
     invalid_channel missing_argument as_user_not_supported`.trim(),
  ),
};
