-- What was published: an immutable, hashed snapshot an audience.

create table publication (
  institution_id uuid not null references institution,
  publication_id uuid not null,
  cycle_id uuid not null,
  audience text not null check (audience in ('public', 'authority', 'staff')),
  revision int not null,
  state text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
  snapshot jsonb not null,
  snapshot_hash text not null,
  -- the same moment for those inside: leaders and the authority read it, the public never does
  inside jsonb not null default '{}',
  inside_hash text not null default '',
  -- the last day it is read; null: until it is withdrawn
  ends_on date,
  prepared_at timestamptz not null,
  prepared_by text not null,
  published_at timestamptz,
  published_by text,
  reason text not null default '',
  reason_en text not null default '',
  primary key (institution_id, publication_id),
  unique (institution_id, cycle_id, audience, revision),
  foreign key (institution_id, cycle_id) references cycle (institution_id, cycle_id)
);
select protect('publication');

-- What somebody says is wrong in the data about him or her, and what became of it.
create table correction_request (
  institution_id uuid not null references institution,
  request_id uuid not null,
  account_id uuid not null,
  asked_by text not null,
  asked_at timestamptz not null,
  what text not null,
  wanted text not null,
  state text not null default 'open' check (state in ('open', 'corrected', 'declined')),
  answer text not null default '',
  answered_at timestamptz,
  answered_by text,
  primary key (institution_id, request_id),
  foreign key (institution_id, account_id) references account (institution_id, account_id)
);
create index correction_request_account on correction_request (institution_id, account_id);
select protect('correction_request');

-- What somebody says is wrong at one line of a ticket, with what the line showed then, and what was answered.
create table ticket_objection (
  institution_id uuid not null references institution,
  objection_id uuid not null,
  -- whose ticket: of a person in a cycle, or of a card
  cycle_id uuid not null,
  person_id uuid,
  card_id uuid,
  holder_zh text not null,
  holder_en text not null,
  -- the line: head:…, grade, pay:… of a person; a node of the card otherwise
  line text not null,
  line_zh text not null,
  line_en text not null,
  shown text not null,
  facts text not null,
  raised_at timestamptz not null,
  raised_by text not null,
  raised_by_account_id uuid not null,
  outcome text check (outcome in ('stands', 'to-correct')),
  answer text not null default '',
  answered_at timestamptz,
  answered_by text,
  check ((outcome is null) = (answered_at is null)),
  check (person_id is not null or card_id is not null),
  primary key (institution_id, objection_id),
  foreign key (institution_id, cycle_id) references cycle (institution_id, cycle_id),
  foreign key (institution_id, raised_by_account_id) references account (institution_id, account_id)
);
create index ticket_objection_account on ticket_objection (institution_id, raised_by_account_id);
select protect('ticket_objection');

-- What the public says to the institution. No name, no address is kept; shown only once the office has answered and says so.
create table public_feedback (
  institution_id uuid not null references institution,
  feedback_id uuid not null,
  said_on date not null,
  -- of the measure it is about; empty: of the whole page
  measure_code text not null default '',
  said text not null,
  state text not null default 'new' check (state in ('new', 'answered', 'set-aside')),
  answer text not null default '',
  shown boolean not null default false,
  answered_on date,
  answered_by text,
  primary key (institution_id, feedback_id)
);
create index public_feedback_day on public_feedback (institution_id, said_on);
select protect('public_feedback');

-- What the staff are told about their data: a version is never changed, a new one is read anew.
create table privacy_notice (
  institution_id uuid not null references institution,
  version int not null,
  body jsonb not null,
  published_at timestamptz not null,
  published_by text not null,
  primary key (institution_id, version)
);
select protect('privacy_notice');
revoke update, delete on privacy_notice from milepost_app;

create table notice_receipt (
  institution_id uuid not null references institution,
  version int not null,
  account_id uuid not null,
  read_at timestamptz not null,
  primary key (institution_id, version, account_id),
  foreign key (institution_id, version) references privacy_notice (institution_id, version),
  foreign key (institution_id, account_id) references account (institution_id, account_id)
);
select protect('notice_receipt');
revoke update, delete on notice_receipt from milepost_app;

-- What was erased when its time was over: how much of which kind, up to which day, by whom. Never what it said.
create table purge (
  institution_id uuid not null references institution,
  purge_id uuid not null,
  kind text not null,
  before_day date not null,
  erased int not null check (erased >= 0),
  reason text not null,
  purged_at timestamptz not null,
  purged_by text not null,
  primary key (institution_id, purge_id)
);
select protect('purge');
revoke update, delete on purge from milepost_app;

-- Institutions with an installation of their own, as the one that compares knows them: by the file anybody may download from their page.
create table reporting_institution (
  institution_id uuid not null references institution,
  code text not null,
  name_zh text not null,
  name_en text not null,
  primary key (institution_id, code)
);
select protect('reporting_institution');

create table collected_snapshot (
  institution_id uuid not null references institution,
  code text not null,
  year int not null,
  -- collected again: the newest counts
  revision int not null,
  snapshot jsonb not null,
  snapshot_hash text not null,
  collected_at timestamptz not null,
  collected_by text not null,
  primary key (institution_id, code, year, revision),
  foreign key (institution_id, code) references reporting_institution (institution_id, code) on delete cascade
);
select protect('collected_snapshot');
