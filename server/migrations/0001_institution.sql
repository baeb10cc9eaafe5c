-- The institution, its units, posts and people; accounts and sessions; working days; the appraisal cycle; the audit trail.
-- Every key starts with institution_id (decision 0003); only `institution` itself is global.

create table institution (
  institution_id uuid primary key,
  code text not null unique,
  name_zh text not null,
  name_en text not null,
  demo boolean not null default false,
  created_at timestamptz not null default now()
);
grant select on institution to milepost_app;

create table unit (
  institution_id uuid not null references institution,
  unit_id uuid not null,
  code text not null,
  name_zh text not null,
  name_en text not null default '',
  name_key text not null,
  kind text not null check (kind in ('bureau', 'office', 'station', 'work-area', 'team')),
  parent_unit_id uuid,
  order_no int not null default 0,
  closed_on date,
  primary key (institution_id, unit_id),
  unique (institution_id, code),
  foreign key (institution_id, parent_unit_id) references unit (institution_id, unit_id)
);
select protect('unit');

create table post (
  institution_id uuid not null references institution,
  post_id uuid not null,
  code text not null,
  title_zh text not null,
  title_en text not null default '',
  post_class text not null check (post_class in ('management', 'professional', 'skilled-worker', 'leader')),
  -- pay coefficient in hundredths: 100 is 1.00
  coefficient_hundredths int not null default 100 check (coefficient_hundredths > 0),
  -- which card template of the library drafts the plan of this post; null: none
  card_template text,
  primary key (institution_id, post_id),
  unique (institution_id, code)
);
select protect('post');

create table person (
  institution_id uuid not null references institution,
  person_id uuid not null,
  employee_no text not null,
  name text not null,
  -- pinyin sort key, since no database collation sorts Chinese names the same everywhere
  name_key text not null,
  name_en text not null default '',
  appraisal_track text not null default 'staff' check (appraisal_track in ('staff', 'leader', 'other')),
  establishment text not null default 'inside' check (establishment in ('inside', 'outside')),
  first_job boolean not null default false,
  joined_on date not null,
  left_on date,
  primary key (institution_id, person_id),
  unique (institution_id, employee_no)
);
select protect('person');

create table assignment (
  institution_id uuid not null references institution,
  assignment_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  post_id uuid not null,
  kind text not null default 'primary' check (kind in ('primary', 'concurrent', 'acting', 'secondment')),
  is_head boolean not null default false,
  valid_from date not null,
  valid_to date,
  primary key (institution_id, assignment_id),
  foreign key (institution_id, person_id) references person (institution_id, person_id),
  foreign key (institution_id, unit_id) references unit (institution_id, unit_id),
  foreign key (institution_id, post_id) references post (institution_id, post_id),
  check (valid_to is null or valid_to >= valid_from)
);
create index assignment_by_person on assignment (institution_id, person_id);
create index assignment_by_unit on assignment (institution_id, unit_id);
-- a person stands in one place at a time
create unique index assignment_open_primary on assignment (institution_id, person_id) where kind = 'primary' and valid_to is null;
select protect('assignment');

-- kind and days only: least data, no diagnosis
create table absence (
  institution_id uuid not null references institution,
  absence_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('sick', 'personal', 'study', 'maternity', 'other')),
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  primary key (institution_id, absence_id),
  foreign key (institution_id, person_id) references person (institution_id, person_id)
);
select protect('absence');

create table account (
  institution_id uuid not null references institution,
  account_id uuid not null,
  username text not null,
  display_name text not null,
  password_hash text,
  person_id uuid,
  roles text[] not null,
  state text not null default 'active' check (state in ('active', 'disabled')),
  failed_attempts int not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null default now(),
  primary key (institution_id, account_id),
  unique (institution_id, username),
  foreign key (institution_id, person_id) references person (institution_id, person_id)
);
select protect('account');

create table account_session (
  institution_id uuid not null references institution,
  token_hash text not null,
  account_id uuid not null,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (institution_id, token_hash),
  foreign key (institution_id, account_id) references account (institution_id, account_id)
);
select protect('account_session');

-- one-time links: the first administrator, and setting a password; only the hash of the token is kept
create table account_link (
  institution_id uuid not null references institution,
  token_hash text not null,
  purpose text not null check (purpose in ('first-administrator', 'set-password')),
  account_id uuid,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (institution_id, token_hash),
  foreign key (institution_id, account_id) references account (institution_id, account_id)
);
select protect('account_link');

-- An act that came with a key of its sender. Sent again because its answer got lost, it is not done twice: it gets the answer of the first.
create table sent_act (
  institution_id uuid not null references institution,
  account_id uuid not null,
  act text not null,
  key text not null,
  sent_at timestamptz not null,
  answer jsonb,
  primary key (institution_id, account_id, act, key),
  foreign key (institution_id, account_id) references account (institution_id, account_id)
);
create index sent_act_by_time on sent_act (institution_id, sent_at);
select protect('sent_act');

create table calendar_year (
  institution_id uuid not null references institution,
  year int not null,
  source_zh text not null,
  source_en text not null,
  verified boolean not null default false,
  primary key (institution_id, year)
);
select protect('calendar_year');

-- only the days that differ from Monday to Friday
create table calendar_exception (
  institution_id uuid not null references institution,
  day date not null,
  is_working boolean not null,
  name_zh text not null default '',
  name_en text not null default '',
  primary key (institution_id, day)
);
select protect('calendar_exception');

create table cycle (
  institution_id uuid not null references institution,
  cycle_id uuid not null,
  year int not null,
  name_zh text not null,
  name_en text not null,
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),
  stage text not null default 'diagnose' check (stage in ('diagnose', 'choose', 'design', 'run', 'appraise', 'reward', 'open', 'closed')),
  -- a paused cycle takes nothing until it is resumed; a cancelled one never again, and its year is free
  hold text not null default 'none' check (hold in ('none', 'paused', 'cancelled')),
  -- the day by which every mid-year review is held; null: this cycle has none
  mid_year_by date check (mid_year_by between starts_on and ends_on),
  primary key (institution_id, cycle_id)
);
create unique index cycle_year on cycle (institution_id, year) where hold <> 'cancelled';
select protect('cycle');

-- the last day planned for each phase of a cycle
create table cycle_phase (
  institution_id uuid not null references institution,
  cycle_id uuid not null,
  stage text not null check (stage in ('diagnose', 'choose', 'design', 'run', 'appraise', 'reward', 'open')),
  last_day date not null,
  primary key (institution_id, cycle_id, stage),
  foreign key (institution_id, cycle_id) references cycle (institution_id, cycle_id)
);
select protect('cycle_phase');

-- each step of a cycle, forward or back
create table cycle_move (
  institution_id uuid not null references institution,
  move_id uuid not null,
  cycle_id uuid not null,
  from_stage text not null,
  to_stage text not null,
  -- of a step back
  reason text not null default '',
  moved_by text not null,
  moved_at timestamptz not null,
  primary key (institution_id, move_id),
  foreign key (institution_id, cycle_id) references cycle (institution_id, cycle_id)
);
create index cycle_move_by_cycle on cycle_move (institution_id, cycle_id);
select protect('cycle_move');

-- paused, resumed, cancelled: by whom and why
create table cycle_hold (
  institution_id uuid not null references institution,
  hold_id uuid not null,
  cycle_id uuid not null,
  act text not null check (act in ('paused', 'resumed', 'cancelled')),
  reason text not null,
  done_by text not null,
  done_at timestamptz not null,
  primary key (institution_id, hold_id),
  foreign key (institution_id, cycle_id) references cycle (institution_id, cycle_id)
);
create index cycle_hold_by_cycle on cycle_hold (institution_id, cycle_id);
select protect('cycle_hold');

-- what only a named person can tell; a step back makes it stale
create table cycle_statement (
  institution_id uuid not null references institution,
  statement_id uuid not null,
  cycle_id uuid not null,
  guard text not null,
  note text not null,
  stated_by text not null,
  stated_by_account_id uuid,
  stated_at timestamptz not null,
  stale boolean not null default false,
  primary key (institution_id, statement_id),
  foreign key (institution_id, cycle_id) references cycle (institution_id, cycle_id)
);
create index cycle_statement_by_cycle on cycle_statement (institution_id, cycle_id);
select protect('cycle_statement');

-- staff are heard on the plan before it is published
create table consultation (
  institution_id uuid not null references institution,
  cycle_id uuid not null,
  subject text not null,
  opens_on date not null,
  -- ends at 24:00 of this day
  last_day date not null,
  working_days int not null,
  opened_by text not null,
  primary key (institution_id, cycle_id),
  foreign key (institution_id, cycle_id) references cycle (institution_id, cycle_id)
);
select protect('consultation');

create table consultation_comment (
  institution_id uuid not null references institution,
  comment_id uuid not null,
  cycle_id uuid not null,
  comment text not null,
  -- empty: the person chose not to be named
  made_by text not null,
  made_at timestamptz not null,
  answer text,
  answered_by text,
  answered_at timestamptz,
  primary key (institution_id, comment_id),
  foreign key (institution_id, cycle_id) references consultation (institution_id, cycle_id),
  check ((answer is null) = (answered_by is null))
);
create index consultation_comment_by_cycle on consultation_comment (institution_id, cycle_id);
select protect('consultation_comment');

-- settings of the institution that differ from the library's defaults
create table policy (
  institution_id uuid not null references institution,
  key text not null,
  value jsonb not null,
  primary key (institution_id, key)
);
select protect('policy');

create table audit_head (
  institution_id uuid not null references institution,
  seq bigint not null,
  hash text not null,
  primary key (institution_id)
);
select protect('audit_head');

create table audit_event (
  institution_id uuid not null references institution,
  seq bigint not null,
  at timestamptz not null,
  account_id uuid,
  actor_name text not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  detail jsonb not null,
  prev_hash text not null,
  hash text not null,
  primary key (institution_id, seq)
);
select protect('audit_event');
revoke update, delete on audit_event from milepost_app;

-- Where messages go out: mail by SMTP, a signed webhook, or the group robots of WeCom, DingTalk and Feishu
create table message_channel (
  institution_id uuid not null references institution,
  channel_id uuid not null,
  kind text not null check (kind in ('mail', 'webhook', 'wecom', 'dingtalk', 'feishu')),
  name text not null,
  address text not null,
  -- key of the signature; never sent to a browser
  secret text not null default '',
  -- From: of mail
  sender text not null default '',
  active boolean not null default true,
  set_by text not null,
  set_at timestamptz not null,
  primary key (institution_id, channel_id)
);
select protect('message_channel');

-- Where and how a person wants to be told
create table message_address (
  institution_id uuid not null references institution,
  person_id uuid not null,
  email text not null default '',
  language text not null default 'zh' check (language in ('zh', 'en')),
  primary key (institution_id, person_id),
  foreign key (institution_id, person_id) references person (institution_id, person_id)
);
select protect('message_address');

-- What is told, once: the key names the occasion. Without a person it goes to the group robots and names nobody.
create table message (
  institution_id uuid not null references institution,
  message_id uuid not null,
  key text not null,
  person_id uuid,
  subject_zh text not null,
  subject_en text not null,
  body_zh text not null,
  body_en text not null,
  href text not null,
  due_on date,
  created_at timestamptz not null,
  read_at timestamptz,
  primary key (institution_id, message_id),
  unique (institution_id, key),
  foreign key (institution_id, person_id) references person (institution_id, person_id)
);
create index message_by_person on message (institution_id, person_id, created_at);
select protect('message');

create table message_delivery (
  institution_id uuid not null references institution,
  message_id uuid not null,
  channel_id uuid not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  attempts int not null default 0,
  next_at timestamptz not null,
  error text not null default '',
  sent_at timestamptz,
  primary key (institution_id, message_id, channel_id),
  foreign key (institution_id, message_id) references message (institution_id, message_id),
  foreign key (institution_id, channel_id) references message_channel (institution_id, channel_id)
);
create index message_delivery_waiting on message_delivery (institution_id, next_at) where state = 'waiting';
select protect('message_delivery');

-- One row a day on which reminders and escalations were worked through; a day the program stood still has none
create table day_run (
  institution_id uuid not null references institution,
  on_day date not null,
  ran_at timestamptz not null,
  missed int not null,
  messages int not null,
  primary key (institution_id, on_day)
);
select protect('day_run');
