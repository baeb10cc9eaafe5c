-- Questionnaires, waves with their strata, answer sheets, and the findings the office records.

create table questionnaire (
  institution_id uuid not null references institution,
  questionnaire_id uuid not null,
  code text not null,
  version int not null,
  title_zh text not null,
  title_en text not null,
  body jsonb not null,
  body_hash text not null,
  primary key (institution_id, questionnaire_id),
  unique (institution_id, code, version)
);
select protect('questionnaire');

-- what is being written, until it is frozen as a questionnaire; revision: who saves on an older one is told
create table questionnaire_draft (
  institution_id uuid not null references institution,
  draft_id uuid not null,
  code text not null,
  title_zh text not null,
  title_en text not null,
  body jsonb not null,
  revision int not null default 1,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (institution_id, draft_id)
);
select protect('questionnaire_draft');

create table wave (
  institution_id uuid not null references institution,
  wave_id uuid not null,
  questionnaire_id uuid not null,
  name_zh text not null,
  name_en text not null,
  opened_on date not null,
  -- the last day on which ballots are taken; null: until it is closed by hand
  closes_on date,
  closed_on date,
  -- import: answers come by file only; online: by ballot
  collects text not null default 'import' check (collects in ('import', 'online')),
  mode text not null default 'anonymous' check (mode in ('identified', 'confidential', 'anonymous')),
  -- anybody who has the link may answer, and says by oneself which stratum one belongs to
  shared_link boolean not null default false,
  -- vote: the ballots of a democratic vote (appraise); no screen of the diagnosis shows or counts them
  purpose text not null default 'survey' check (purpose in ('survey', 'vote')),
  primary key (institution_id, wave_id),
  foreign key (institution_id, questionnaire_id) references questionnaire (institution_id, questionnaire_id)
);
select protect('wave');

create table stratum (
  institution_id uuid not null references institution,
  wave_id uuid not null,
  code text not null,
  name_zh text not null,
  name_en text not null,
  -- how many people could have answered; null when nobody knows (the public)
  population int check (population > 0),
  order_no int not null default 0,
  -- verifies the ballots of this stratum (SPKI, base64); null: no blind signatures here
  ballot_key text,
  primary key (institution_id, wave_id, code),
  foreign key (institution_id, wave_id) references wave (institution_id, wave_id)
);
select protect('stratum');
grant select on wave, stratum, questionnaire to milepost_collector;

-- Who was invited. Only milepost_roster looks in here; it cannot see a single answer.
create schema roster;
grant usage on schema roster to milepost_roster;

create table roster.invitation (
  institution_id uuid not null references institution,
  invitation_id uuid not null,
  wave_id uuid not null,
  stratum_code text not null,
  person_id uuid,
  name text not null,
  -- SHA-256 of the token in the link; null: no link has been made yet
  token_hash text,
  -- a ballot was signed for it (or, in a wave that is not anonymous, an answer was given)
  redeemed boolean not null default false,
  -- the blinded ballot that was signed, so that asking again after a lost connection gives the same signature and no second one
  blinded_hash text,
  reminders int not null default 0,
  -- the link was sent to the person: by which day, or why it could not be; 'begun' stays where the program stopped in between, and is sent anew
  sending text check (sending in ('begun', 'sent', 'failed')),
  sent_on date,
  sending_fault text,
  -- confidential waves only: which sheet is this person's. Kept on this side, read by no screen.
  sheet_id uuid,
  primary key (institution_id, invitation_id),
  unique (institution_id, wave_id, token_hash),
  unique (institution_id, wave_id, person_id),
  foreign key (institution_id, wave_id, stratum_code) references stratum (institution_id, wave_id, code)
);
select wall('roster.invitation');
grant select, insert, update, delete on roster.invitation to milepost_roster;

-- one key for each wave and stratum; it signs ballots and nothing else
create table roster.signing_key (
  institution_id uuid not null references institution,
  wave_id uuid not null,
  stratum_code text not null,
  private_key text not null,
  primary key (institution_id, wave_id, stratum_code),
  foreign key (institution_id, wave_id, stratum_code) references stratum (institution_id, wave_id, code)
);
select wall('roster.signing_key');
grant select, insert, delete on roster.signing_key to milepost_roster;

-- What was answered. milepost_collector puts it in and cannot see who was invited; the program reads it and cannot either.
create schema ballot;
grant usage on schema ballot to milepost_collector, milepost_app;

-- one sheet a respondent: no name, no address, no time finer than a day; ballots carry no time at all
create table ballot.answer_sheet (
  institution_id uuid not null references institution,
  sheet_id uuid not null,
  wave_id uuid not null,
  stratum_code text not null,
  answered_on date,
  -- hash of the source row, so that importing the same file twice changes nothing; random for ballots
  source_key text not null,
  channel text not null default 'import' check (channel in ('import', 'link', 'shared', 'paper')),
  language text,
  -- how long it took, in whole minutes, at most 60; null: not known
  minutes smallint check (minutes between 0 and 60),
  -- the same in seconds, from an imported file whose time somebody asked to be read; never from a ballot
  seconds integer check (seconds between 0 and 604800),
  -- identified waves only
  person_id uuid,
  -- paper: which batch it was typed in with
  batch text,
  -- paper: the number written on the sheet within its batch
  paper_no int,
  -- anonymous waves: the release in which it was first counted; null: it waits for others, or nobody has looked yet
  release_no int,
  -- a JSON list in the order of the questionnaire's items. null: not answered; true: "do not know / does not apply"; a number; a coded option, several by commas, or a day.
  answers text not null check (answers like '[%]'),
  primary key (institution_id, sheet_id),
  unique (institution_id, wave_id, source_key),
  foreign key (institution_id, wave_id, stratum_code) references stratum (institution_id, wave_id, code)
);
-- sheets are counted by level and release again and again, and their answers are wide
create index on ballot.answer_sheet (institution_id, wave_id, stratum_code, release_no);
select wall('ballot.answer_sheet');

-- words of one's own stand alone: not on the row of the person's other answers
create table ballot.answer_text (
  institution_id uuid not null references institution,
  text_id uuid not null,
  wave_id uuid not null,
  stratum_code text not null,
  item_code text not null,
  said text not null,
  -- anonymous waves: the release in which it was first shown; null: it waits for others
  release_no int,
  primary key (institution_id, text_id),
  foreign key (institution_id, wave_id, stratum_code) references stratum (institution_id, wave_id, code)
);
select wall('ballot.answer_text');

-- ballots that were cast, by the hash of their number, so that none counts twice. It says nothing of what was answered.
create table ballot.spent (
  institution_id uuid not null references institution,
  wave_id uuid not null,
  serial_hash text not null,
  primary key (institution_id, wave_id, serial_hash)
);
select wall('ballot.spent');

-- ballots wait here in shuffled order until enough have come, so that neither row order nor transaction numbers tell who sent which
create table ballot.box (
  institution_id uuid not null references institution,
  wave_id uuid not null,
  stratum_code text not null,
  contents jsonb not null,
  primary key (institution_id, wave_id, stratum_code),
  foreign key (institution_id, wave_id, stratum_code) references stratum (institution_id, wave_id, code)
);
select wall('ballot.box');

grant select, insert, update, delete on ballot.answer_sheet, ballot.answer_text to milepost_app;
grant insert on ballot.answer_sheet, ballot.answer_text to milepost_collector;
grant select, insert on ballot.spent to milepost_collector;
grant select, insert, update, delete on ballot.box to milepost_collector;

-- What has been told of an anonymous wave, release by release. A later release is weighed against all of these, so that none can be subtracted from another
-- to leave fewer than the least number of people.
create table released_cell (
  institution_id uuid not null references institution,
  wave_id uuid not null,
  release_no int not null,
  -- '*' for everybody, or the code of a stratum
  cell text not null,
  -- the finest groups it adds up: stratum and release
  atoms jsonb not null,
  n int not null,
  standing text not null check (standing in ('shown', 'empty', 'too-few', 'complementary')),
  primary key (institution_id, wave_id, release_no, cell),
  foreign key (institution_id, wave_id) references wave (institution_id, wave_id)
);
select protect('released_cell');

create table finding (
  institution_id uuid not null references institution,
  finding_id uuid not null,
  wave_id uuid not null,
  problem text not null,
  verdict text not null check (verdict in ('confirmed', 'suspected', 'not-confirmed')),
  evidence jsonb not null,
  note text not null default '',
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (institution_id, finding_id),
  unique (institution_id, wave_id, problem),
  foreign key (institution_id, wave_id) references wave (institution_id, wave_id)
);
select protect('finding');

-- Interviews: who is asked stands here by level and role only, never by name. `arrangement` (whom to ring, where to meet) is erased as soon as consent is on record.
create table interview (
  institution_id uuid not null references institution,
  interview_id uuid not null,
  wave_id uuid not null,
  number int not null,
  stratum_code text not null,
  -- a role of the interview guide
  role text not null,
  planned_on date,
  place text not null default '',
  interviewer text not null default '',
  arrangement text not null default '',
  -- null: not asked yet; false: no, or withdrawn
  consent boolean,
  consent_by text,
  held_on date,
  language text check (language in ('zh', 'en')),
  transcript text,
  revision int not null default 0,
  -- drawn to be coded by two people, neither of whom sees the other's codes until both have finished
  double_coded boolean not null default false,
  primary key (institution_id, interview_id),
  unique (institution_id, wave_id, number),
  foreign key (institution_id, wave_id, stratum_code) references stratum (institution_id, wave_id, code),
  check (transcript is null or consent)
);
select protect('interview');

-- codes of the institution's own, beside those of the library
create table interview_code (
  institution_id uuid not null references institution,
  code text not null,
  parent text,
  name_zh text not null,
  name_en text not null,
  description text not null default '',
  retired boolean not null default false,
  -- the one it came with from another program: kept in every export
  guid uuid,
  primary key (institution_id, code)
);
select protect('interview_code');

-- one passage under one code by one coder; places are counted in Unicode characters of the transcript
create table coding (
  institution_id uuid not null references institution,
  coding_id uuid not null,
  interview_id uuid not null,
  coder_id uuid not null,
  coder_name text not null,
  code text not null,
  start_at int not null,
  end_at int not null,
  strength smallint not null check (strength between 1 and 3),
  -- may be quoted, under its level only
  quotable boolean not null default false,
  primary key (institution_id, coding_id),
  unique (institution_id, interview_id, coder_id, code, start_at, end_at),
  foreign key (institution_id, interview_id) references interview (institution_id, interview_id),
  check (start_at >= 0 and end_at > start_at)
);
select protect('coding');

create table coder_finished (
  institution_id uuid not null references institution,
  interview_id uuid not null,
  coder_id uuid not null,
  coder_name text not null,
  primary key (institution_id, interview_id, coder_id),
  foreign key (institution_id, interview_id) references interview (institution_id, interview_id)
);
select protect('coder_finished');

-- The board: what speaks for a problem or a cause, with the figure as it stood when somebody put it there.
create table evidence (
  institution_id uuid not null references institution,
  evidence_id uuid not null,
  wave_id uuid not null,
  -- a problem or a cause of the questionnaire
  subject text not null,
  kind text not null check (kind in ('construct', 'item', 'difference', 'code-count', 'quote', 'audit')),
  -- the construct, item, code, quoted passage or signal it rests on
  about text not null,
  label_zh text not null,
  label_en text not null,
  says_zh text not null,
  says_en text not null,
  red boolean,
  strength smallint not null check (strength between 1 and 3),
  reason text not null default '',
  added_by text not null,
  added_at timestamptz not null,
  primary key (institution_id, evidence_id),
  unique (institution_id, wave_id, subject, kind, about),
  foreign key (institution_id, wave_id) references wave (institution_id, wave_id)
);
select protect('evidence');

create table cause_link (
  institution_id uuid not null references institution,
  wave_id uuid not null,
  cause text not null,
  problem text not null,
  strength smallint not null check (strength between 0 and 3),
  reason text not null,
  decided_by text not null,
  decided_at timestamptz not null,
  primary key (institution_id, wave_id, cause, problem),
  foreign key (institution_id, wave_id) references wave (institution_id, wave_id)
);
select protect('cause_link');

-- what is to be done, where in the product, and by which sign the next wave will show that it worked
create table chosen_remedy (
  institution_id uuid not null references institution,
  remedy_id uuid not null,
  wave_id uuid not null,
  answers text not null,
  library_code text,
  name_zh text not null,
  name_en text not null,
  stage text not null,
  strength smallint not null check (strength between 1 and 3),
  reason text not null default '',
  sign_kind text not null check (sign_kind in ('construct', 'item')),
  sign_about text not null,
  -- points of severity that must be lost, or of the mean that must be won
  sign_least numeric not null check (sign_least > 0),
  chosen_by text not null,
  chosen_at timestamptz not null,
  primary key (institution_id, remedy_id),
  foreign key (institution_id, wave_id) references wave (institution_id, wave_id)
);
select protect('chosen_remedy');
